#!/usr/bin/env bash
# The README's commands on a Debian that has nothing yet: a fresh clone, in a folder with a blank and
# an umlaut in its name.
#   bare_debian.sh SOURCE-OF-XMLCV SUITE root|user TARGET...
# user: as somebody without sudo, for whom root installs what the script asks for. In a chroot the
# kernel allows nobody but root a namespace: the tests that need one are skipped.
# Takes root's rights. The bare system itself is kept in XMLCV_SLOW_CACHE, as an archive.
set -euo pipefail
source=$1
suite=$2
who=$3
shift 3
cache=${XMLCV_SLOW_CACHE:-$HOME/.cache/xmlcv-slow}
archive=$cache/$suite.tar
home=/root
[[ $who != user ]] || home=/home/jane
clone="$home/mein Ordner ü"

stop() {
  printf 'bare %s: %s\n' "$suite" "$*" >&2
  exit 1
}
say() { printf '%(%H:%M:%S)T bare %s: %s\n' -1 "$suite" "$*"; }

((EUID == 0)) || stop 'chroot takes the rights of root; run it as root'
command -v debootstrap >/dev/null || stop 'debootstrap is missing; tools/bootstrap slow installs it'
mkdir -p "$cache"
root=$(mktemp -d "$cache/$suite-XXXXXX")
chmod 755 "$root"
trap 'rm -rf --one-file-system "$root"' EXIT

# Where this machine has its own packages from, by its own proxy.
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' |
  grep -vm 1 security) || mirror=http://deb.debian.org/debian/
if [[ ! -e $archive ]]; then
  say "debootstrap from $mirror"
  proxy=''
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  http_proxy=${proxy:-${http_proxy:-}} debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
    stop "debootstrap failed: $(tail -n 3 "$root.log")"
  rm -f "$root.log"
  tar -C "$root" --one-file-system -cf "$archive.new" . && mv "$archive.new" "$archive"
else
  tar -C "$root" -xpf "$archive"
fi
apt-config dump | grep -E '^Acquire::https?::Proxy' >"$root/etc/apt/apt.conf.d/90host" || true
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/90host"
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
mkdir -p "$root$home"
git clone -q --no-hardlinks "$source" "$root$clone"

# Mounts go with the process. Its root is one too: util-linux (2.38) makes no namespace for mounts
# where / is none. Where none are allowed, tests that need one, or /proc, are skipped and say so.
as_root=(chroot "$root")
# shellcheck disable=SC2016
mounted='mount --bind "$0" "$0" && mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev"'
if unshare --mount bash -c "$mounted" "$root" 2>/dev/null; then
  as_root=(unshare --mount bash -c "$mounted && exec chroot \"\$0\" \"\$@\"" "$root")
else
  say 'no /proc: this machine allows no mounts'
fi
inside=("${as_root[@]}")
if [[ $who == user ]]; then
  chroot "$root" useradd --shell /bin/bash jane
  chroot "$root" chown -R jane: "$home"
  inside=("${as_root[@]/exec chroot/exec chroot --userspec=jane:}")
  [[ ${as_root[0]} != chroot ]] || inside=(chroot --userspec=jane: "$root")
fi
environment=(/usr/bin/env -i "HOME=$home"
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
bootstrap() { # TARGET
  # shellcheck disable=SC2016
  "${inside[@]}" "${environment[@]}" bash -c 'cd "$1" && ./tools/bootstrap "$2"' bash "$clone" "$1" </dev/null
}
# What the script asks somebody without sudo to let root run.
install_as_root() { # TARGET
  local status=0 commands
  bootstrap "$1" >"$root/tmp/asked" 2>&1 || status=$?
  ((status == 3)) || stop "./tools/bootstrap $1 without sudo ended with $status: $(<"$root/tmp/asked")"
  commands=$(sed -n 's/^bootstrap:   *\(apt-get update && .*\)/\1/p' "$root/tmp/asked")
  [[ -n $commands ]] || stop "no command for root: $(<"$root/tmp/asked")"
  say "root: $commands"
  "${as_root[@]}" "${environment[@]}" DEBIAN_FRONTEND=noninteractive bash -c "$commands" >"$root/tmp/asked" 2>&1 ||
    stop "root could not install: $(tail -n 3 "$root/tmp/asked")"
}
for target; do
  SECONDS=0
  say "./tools/bootstrap $target"
  [[ $who == root ]] || install_as_root "$target"
  bootstrap "$target" || stop "./tools/bootstrap $target failed after $SECONDS s"
  say "./tools/bootstrap $target took $SECONDS s"
done
[[ $(head -c 5 "$root$clone/build/cv.pdf") == %PDF- ]] || stop 'build/cv.pdf is no PDF'
