#!/usr/bin/env bash
# A release, from a tag to its users: tools/release in a clone, and each of its files on a Debian that has
# nothing yet.
#   release.sh SOURCE-OF-XMLCV
# Takes root's rights.
set -euo pipefail
source=$(realpath "$1")

stop() {
  printf 'release test: %s\n' "$*" >&2
  exit 1
}
say() { printf '%(%H:%M:%S)T release test: %s\n' -1 "$*"; }

# shellcheck source=tools/debian_root
source "$source/tools/debian_root"
work=$(mktemp -d)
trap 'remove_debian; rm -rf "$work"' EXIT
clone=$work/clone files=$work/files
git clone -q --no-hardlinks "$source" "$clone"
version=$(sed -n 's/^project(xmlcv VERSION \([0-9.]*\).*/\1/p' "$clone/CMakeLists.txt")
[[ -n $version ]] || stop 'CMakeLists.txt has no version'

# What is no release is refused, and nothing is made.
refuse() { # ARGUMENTS..., and a part of the message
  local said
  said=$("$clone/tools/release" --output "$files" "${@:1:$#-1}" 2>&1) && stop "tools/release took ${*:1:$#-1}"
  [[ $said == *"${*: -1}"* ]] || stop "tools/release ${*:1:$#-1} said: $said"
  [[ ! -e $files ]] || stop 'a release that was refused left files'
}
commit=(git -C "$clone" -c user.name=test -c user.email=test@example.org commit -q)
refuse "v$version" 'at a tag'
git -C "$clone" tag v9.9.9
refuse v9.9.9 "has the version $version"
sed -i "s/^## $version\$/& (unreleased)/" "$clone/CHANGELOG.md"
"${commit[@]}" --allow-empty -am 'not yet' && git -C "$clone" tag "v$version"
refuse "v$version" 'has no heading'
sed -i "s/^## $version (unreleased)/## $version/" "$clone/CHANGELOG.md"
"${commit[@]}" -am 'A release' && git -C "$clone" tag -f "v$version" >/dev/null
echo 'not committed' >>"$clone/README.md"
"$clone/tools/release" --output "$files" "v$version" || stop 'tools/release failed'
(cd "$files" && sha256sum --quiet -c SHA256SUMS) || stop 'SHA256SUMS is wrong'
(($(find "$files" -type f | wc -l) == 5)) || stop "there are other files: $(ls "$files")"

as_jane() { # WHERE COMMAND...
  # shellcheck disable=SC2016
  "${as_user[@]}" bash -c 'mkdir -p "$1" && cd "$1" && shift && "$@"' bash "$@" </dev/null
}
timed() { # WHERE COMMAND...
  local begin=$SECONDS
  as_jane "$@" || stop "failed: ${*:2}"
  printf '%5d s  %s\n' "$((SECONDS - begin))" "${*:2}"
}
is_pdf() { [[ $(head -c 5 "$debian/home/jane/$1") == %PDF- ]] || stop "$1 is no PDF"; }

for suite in bookworm trixie; do
  say "a bare $suite"
  make_debian "$suite"
  debian_user jane
  cp -r "$files" "$debian/tmp/files"
  chmod -R a+rX "$debian/tmp/files"

  # The archive that runs anywhere: with nothing but glibc.
  folder="/home/jane/mein Ordner ü"
  as_jane "$folder" tar -xzf "/tmp/files/xmlcv-$version-linux-$(uname -m).tar.gz"
  portable="$folder/xmlcv-$version-linux-$(uname -m)/bin/xmlcv"
  [[ $(as_jane "$folder" "$portable" --version) == *"$version"* ]] || stop 'the portable program says no version'
  as_jane "$folder" "$portable" new --name 'Jane Doe' >/dev/null || stop 'the portable program makes no CV'
  status=0
  as_jane "$folder" "$portable" build cv.xml >"$work/said" 2>&1 || status=$?
  ((status == 3)) || stop "without TeX the portable program ended with $status: $(<"$work/said")"
  grep -q 'apt' "$work/said" || stop "without TeX it said: $(<"$work/said")"

  # README's commands for somebody who has the package.
  begin=$SECONDS
  cp "$files"/xmlcv_*"deb$([[ $suite == bookworm ]] && echo 12 || echo 13)"_*.deb "$debian/root/xmlcv.deb"
  quietly "${as_root[@]}" bash -c 'cd /root && apt-get update && apt-get install -y ./xmlcv.deb' ||
    stop 'the package cannot be installed'
  printf '%5d s  %s\n' "$((SECONDS - begin))" 'apt install ./xmlcv.deb'
  timed /home/jane/cv xmlcv new --name 'Jane Doe'
  timed /home/jane/cv xmlcv build cv.xml
  is_pdf cv/cv.pdf
  for file in man/man1/xmlcv.1.gz bash-completion/completions/xmlcv zsh/vendor-completions/_xmlcv \
    fish/vendor_completions.d/xmlcv.fish doc/xmlcv/changelog.Debian.gz; do
    [[ -s $debian/usr/share/$file ]] || stop "the package has no $file"
  done

  # The archive again, without the package's program.
  quietly "${as_root[@]}" dpkg --remove xmlcv || stop 'the package cannot be removed'
  timed "$folder" "$portable" build cv.xml
  is_pdf 'mein Ordner ü/cv.pdf'

  # The sources, where there is no git.
  as_jane /home/jane tar -xzf "/tmp/files/xmlcv-$version.tar.gz"
  ! "${as_root[@]}" bash -c 'command -v git' || stop 'there is a git'
  begin=$SECONDS
  quietly "${as_root[@]}" bash -c "cd /home/jane/xmlcv-$version && ./tools/bootstrap cv_pdf" || stop 'the sources cannot be built'
  printf '%5d s  %s\n' "$((SECONDS - begin))" './tools/bootstrap cv_pdf'
  is_pdf "xmlcv-$version/build/cv.pdf"
  remove_debian
done
say 'each file of the release was installed and used on Debian 12 and 13'
