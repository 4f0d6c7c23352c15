#!/bin/bash
# The hidden Catch2 cases of one tag, such as "[.products]", which ctest does not know; on all cores.
#   cases.sh TEST-PROGRAM TAG
set -euo pipefail
program=$1
tag=$2

# Catch2 2 ends with their number.
names=$("$program" "$tag" --list-test-names-only || (($? < 255)))
[[ -n $names ]] || {
  echo "failed: there are no tests with the tag $tag"
  exit 1
}
# In a name these would be parts of a pattern.
# shellcheck disable=SC2001
sed 's/[],\\[]/\\&/g' <<<"$names" |
  xargs -d '\n' -n 1 -P "$(nproc)" "$program" --durations yes
