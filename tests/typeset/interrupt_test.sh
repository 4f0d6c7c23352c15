#!/bin/bash
# Ctrl-C: xmlcv ends by the signal, takes latexmk and TeX with it, leaves the old PDF as it was,
# and the next build works.
set -euo pipefail
xmlcv=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export XDG_CACHE_HOME=$folder/cache

[[ -e /proc/self/cwd ]] || {
  echo "skipped: there is no /proc to find processes in"
  exit 77
}

fail() {
  echo "failed: $*"
  exit 1
}

write_cv() {
  printf '<cv xmlns="urn:xmlcv:1"><person><name><family>Doe</family></name></person>\n'
  printf '<section kind="work">\n'
  for ((i = 0; i < $1; ++i)); do echo '<p>words that take their time</p>'; done
  printf '</section></cv>\n'
}

# Processes that work in the private folder of a build.
children() {
  for process in /proc/[0-9]*; do
    [[ $(readlink "$process/cwd" 2>/dev/null) == "$folder"/cache/xmlcv/runs/* ]] && echo "${process#/proc/}"
  done
  return 0
}

wait_until() {
  for ((i = 0; i < 200; ++i)); do
    if "$@"; then return 0; fi
    sleep 0.05
  done
  fail "never came true: $*"
}
tex_runs() { children | xargs -I{} readlink /proc/{}/exe 2>/dev/null | grep -q tex; }
nobody_left() { [ -z "$(children)" ]; }

write_cv 1 >cv.xml
"$xmlcv" build cv.xml -o cv.pdf
before=$(sha256sum cv.pdf)

for signal in INT TERM; do
  write_cv 20000 >cv.xml
  # A shell's background job ignores SIGINT, so env gives it back as a terminal would.
  env --default-signal=INT "$xmlcv" build cv.xml -o cv.pdf &
  job=$!
  wait_until tex_runs
  kill -s "$signal" "$job"
  status=0
  wait "$job" || status=$?
  [ "$status" -eq $((128 + $(kill -l "$signal"))) ] || fail "SIG$signal: status $status"
  wait_until nobody_left
  [ "$(sha256sum cv.pdf)" = "$before" ] || fail "SIG$signal: the old PDF was touched"
done

write_cv 2 >cv.xml
"$xmlcv" build cv.xml -o cv.pdf || fail "the next build"
[ "$(sha256sum cv.pdf)" != "$before" ] || fail "the next build made no new PDF"
echo "Ctrl-C stops the child too"
