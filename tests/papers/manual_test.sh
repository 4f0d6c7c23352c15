#!/bin/bash
# The manual page is good roff and has each command; the completion works in a real bash.
set -euo pipefail
xmlcv=$1 manual=$2

fail() {
  echo "failed: $*"
  exit 1
}
warnings=$(groff -man -Tutf8 -ww -z "$manual/xmlcv.1" 2>&1)
[[ -z $warnings ]] || fail "the manual page: $warnings"
page=$(groff -man -Tascii "$manual/xmlcv.1" | sed 's/.\x08//g; s/\x1b\[[0-9;]*m//g')
for command in new check build watch tex chapter latexmkrc schema doctor; do
  grep -Eq "^ +$command\$" <<<"$page" || fail "no $command in the manual page"
  "$xmlcv" "$command" --help | grep -o -- '--[a-z-]*[a-z]' | sort -u |
    while read -r option; do
      grep -q -- "$option" <<<"$page" || fail "no $option in the manual page"
    done
done

# What bash offers for the words of a command line.
complete() {
  bash --norc -c 'source "$0"; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _xmlcv; printf "%s " "${COMPREPLY[@]}"' \
    "$manual/xmlcv.bash" "$@"
}
[[ $(complete xmlcv wa) == 'watch ' ]] || fail "commands: $(complete xmlcv wa)"
[[ $(complete xmlcv build --sty) == '--style ' ]] || fail "options: $(complete xmlcv build --sty)"
[[ $(complete xmlcv build --style c) == 'classic casual ' ]] || fail "values: $(complete xmlcv build --style c)"
[[ $(complete xmlcv doctor --) == *--empty-cache* ]] || fail "options of doctor: $(complete xmlcv doctor --)"
[[ $(complete xmlcv doctor --) != *--style* ]] || fail 'the doctor has a style'
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
touch 'my cv.xml'
[[ $(complete xmlcv build my) == 'my cv.xml ' ]] || fail "files: $(complete xmlcv build my)"
echo 'the manual page and the completion have all commands and options'
