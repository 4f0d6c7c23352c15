#!/bin/bash
# The manual page is good roff and has each command; the completion works in a real bash, zsh and fish.
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

# What fish offers, without the explanations.
in_fish() { # COMMAND LINE
  # shellcheck disable=SC2016
  fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$manual/xmlcv.fish" "$1" | cut -f 1 | paste -sd ' '
}
command -v fish >/dev/null || fail 'no fish'
[[ $(in_fish 'xmlcv wa') == watch ]] || fail "fish, commands: $(in_fish 'xmlcv wa')"
[[ $(in_fish 'xmlcv build --sty') == --style ]] || fail "fish, options: $(in_fish 'xmlcv build --sty')"
[[ $(in_fish 'xmlcv build --style c') == 'casual classic' ]] || fail "fish, values: $(in_fish 'xmlcv build --style c')"
[[ $(in_fish 'xmlcv build my') == 'my cv.xml' ]] || fail "fish, files: $(in_fish 'xmlcv build my')"

# What a zsh at a terminal makes of a line when Tab is pressed.
cat >complete.zsh <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "fpath=(${(q)1} \$fpath); autoload -U compinit; compinit -u -D; unsetopt zle_bracketed_paste"
zpty -w shell 'shown() { print -r -- "<$BUFFER>"; }; zle -N shown; bindkey "^I" complete-word "^X" shown; print be""gin'
zpty -r -m shell text '*begin*'
zpty -w -n shell "$2"$'\t\030'
zpty -r -m shell text '*<*>*'
print -r -- "${${text##*<}%%>*}"
END
in_zsh() { timeout 60 zsh -f complete.zsh "$manual" "$1"; } # COMMAND LINE
command -v zsh >/dev/null || fail 'no zsh'
[[ $(in_zsh 'xmlcv wa') == 'xmlcv watch ' ]] || fail "zsh, commands: $(in_zsh 'xmlcv wa')"
[[ $(in_zsh 'xmlcv build --sty') == 'xmlcv build --style ' ]] || fail "zsh, options: $(in_zsh 'xmlcv build --sty')"
[[ $(in_zsh 'xmlcv build --style ban') == 'xmlcv build --style banking ' ]] ||
  fail "zsh, values: $(in_zsh 'xmlcv build --style ban')"
[[ $(in_zsh 'xmlcv build my') == 'xmlcv build my\ cv.xml ' ]] || fail "zsh, files: $(in_zsh 'xmlcv build my')"
echo 'the manual page and the completions have all commands and options'
