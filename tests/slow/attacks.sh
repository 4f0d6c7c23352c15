#!/usr/bin/env bash
# Each planted file in a build of its own, with Landlock and without it, beside each other.
#   attacks.sh BUILD-FOLDER
set -euo pipefail
build=$(realpath "$1")
attack() { # with|without
  bash "$(dirname "$0")/../attack/attack_test.sh" "$build/tools/xmlcv/xmlcv" "$1" \
    "$build/tests/without_landlock" "$build/tests/exchange" 1
}
attack with &
attack without
wait $!
