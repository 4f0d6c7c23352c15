#!/usr/bin/env bash
# The README's commands on a Debian that has nothing yet: a fresh clone, in a folder with a blank and
# an umlaut in its name.
#   bare_debian.sh SOURCE-OF-XMLCV SUITE root|user TARGET...
# user: as somebody without sudo, for whom root installs what the script asks for. In a chroot the
# kernel allows nobody but root a namespace: the tests that need one are skipped.
# Takes root's rights.
set -euo pipefail
source=$1
suite=$2
who=$3
shift 3
home=/root
[[ $who != user ]] || home=/home/jane
clone="$home/mein Ordner ü"

stop() {
  printf 'bare %s: %s\n' "$suite" "$*" >&2
  exit 1
}
say() { printf '%(%H:%M:%S)T bare %s: %s\n' -1 "$suite" "$*"; }

# shellcheck source=tools/debian_root
source "$source/tools/debian_root"
trap remove_debian EXIT
make_debian "$suite"
inside=("${as_root[@]}")
[[ $who != user ]] || { debian_user jane && inside=("${as_user[@]}"); }
git clone -q --no-hardlinks "$source" "$debian$clone"
[[ $who != user ]] || chroot "$debian" chown -R jane: "$home"

in_clone() { # COMMAND...
  # shellcheck disable=SC2016
  "${inside[@]}" bash -c 'cd "$1" && shift && "$@"' bash "$clone" "$@" </dev/null
}
# What the script asks somebody without sudo to let root run.
install_as_root() { # TARGET
  local status=0 commands
  in_clone ./tools/bootstrap "$1" >"$debian/tmp/asked" 2>&1 || status=$?
  ((status == 3)) || stop "./tools/bootstrap $1 without sudo ended with $status: $(<"$debian/tmp/asked")"
  commands=$(sed -n 's/^bootstrap:   *\(apt-get update && .*\)/\1/p' "$debian/tmp/asked")
  [[ -n $commands ]] || stop "no command for root: $(<"$debian/tmp/asked")"
  say "root: $commands"
  quietly "${as_root[@]}" bash -c "$commands" || stop 'root could not install'
}
# The README's first minutes, as they are written there, but for what does not end.
five_minutes() {
  [[ $(head -c 5 "$debian$clone/build/cv.pdf") == %PDF- ]] || stop 'build/cv.pdf is no PDF'
  # shellcheck disable=SC2016
  sed -n '/^## Five minutes/,/^`xmlcv check/p' "$source/README.md" | grep -E '^(export|xmlcv) ' |
    sed 's/ *#.*//; s/^xmlcv watch/timeout -s INT 5 &/' >"$debian$clone/commands"
  (($(wc -l <"$debian$clone/commands") == 4)) || stop 'README has other commands now'
  # shellcheck disable=SC2016
  in_clone bash -c 'while read -ru 3 command; do
      SECONDS=0
      eval "$command" || { status=$? && [[ $command == timeout* && $status == @(124|130) ]] || exit 1; }
      printf "%3d s  %s\n" "$SECONDS" "$command"
    done 3<commands && [[ $(head -c 5 cv.pdf) == %PDF- ]]' || stop "README's commands failed"
}
for target; do
  SECONDS=0
  say "./tools/bootstrap $target"
  [[ $who == root ]] || install_as_root "$target"
  in_clone ./tools/bootstrap "$target" || stop "./tools/bootstrap $target failed after $SECONDS s"
  say "./tools/bootstrap $target took $SECONDS s"
  [[ $target != cv_pdf ]] || five_minutes
done
SECONDS=0
in_clone ./tools/bootstrap --prefix=~/.local cv_pdf >/dev/null || stop '--prefix failed'
[[ $(in_clone "$home/.local/bin/xmlcv" --version) == xmlcv* ]] || stop '--prefix installed no program'
