#!/usr/bin/env bash
# Every planted file by every means in every place, with Landlock and without it, beside each other.
#   attacks.sh BUILD-FOLDER
set -euo pipefail
build=$(realpath "$1")
attack() { # with|without
  bash "$(dirname "$0")/../attack/attack_test.sh" "$build/tools/xmlcv/xmlcv" "$1" \
    "$build/tests/without_landlock" "$build/tests/exchange" all
}
attack with &
attack without
wait $!
