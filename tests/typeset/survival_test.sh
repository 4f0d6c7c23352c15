#!/bin/bash
# Whatever happens to a build: the PDF is the old one or the new one, whole, and the next build
# works. The third argument says what happens: killed, together or starved. In .ci/slow
# (XMLCV_WHOLE_PRODUCT) it happens more often.
set -euo pipefail
xmlcv=$1
what=$3
script=$(realpath "$0")
folder=$(mktemp -d)
trap 'cd / && { umount -q "$folder/disk" 2>/dev/null || true; } && rm -rf "$folder"' EXIT
cd "$folder"
export XDG_CACHE_HOME=$folder/cache
RANDOM=2026

fail() {
  echo "failed: $*"
  exit 1
}

write_cv() { # FILE WORD
  printf '<cv xmlns="urn:xmlcv:1"><person><name><family>Doe</family></name></person>\n' >"$1"
  printf '<section kind="work"><p>%s</p></section></cv>\n' "$2" >>"$1"
}

build() { # NAME
  "$xmlcv" build "$1.xml" -o "$1.pdf" --timeout 300
}

word_in() { # PDF
  qpdf --check "$1" >"$folder/check.log" 2>&1 || fail "$1 is broken: $(cat "$folder/check.log")"
  pdftotext "$1" - | grep -o 'word[0-9]*'
}

# By what it was started in: a session of its own, latexmk's process group too.
kill_session() {
  local members
  members=$(ps -o pid= -s "$1") || return 0
  # shellcheck disable=SC2086
  kill -KILL $members 2>/dev/null || true
}

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

gate_or_slow() { # GATE SLOW
  if [[ -z ${XMLCV_WHOLE_PRODUCT:-} ]]; then echo "$1"; else echo "$2"; fi
}

# At moments within the time that a build takes, and now and then one that also dumps the preamble:
# xmlcv alone, or all that it started too.
killed() {
  local begin full_span short_span span after i now before job moments
  moments=$(gate_or_slow 12 100)
  write_cv cv.xml word1
  begin=$(milliseconds)
  build cv
  full_span=$(($(milliseconds) - begin))
  write_cv cv.xml word2
  begin=$(milliseconds)
  build cv
  short_span=$(($(milliseconds) - begin))
  before=word2
  for ((i = 3; i < moments + 3; ++i)); do
    span=$short_span
    if ((i % 5 == 0)); then
      rm -rf cache
      span=$full_span
    fi
    write_cv cv.xml "word$i"
    setsid "$xmlcv" build cv.xml -o cv.pdf >killed.log 2>&1 &
    job=$!
    after=$((RANDOM % span))
    sleep "$(printf '%d.%03d' $((after / 1000)) $((after % 1000)))"
    if ((i % 2 == 0)); then kill -KILL "$job" 2>/dev/null || true; else kill_session "$job"; fi
    wait "$job" 2>wait.log || true
    now=$(word_in cv.pdf)
    [[ $now == "$before" || $now == "word$i" ]] || fail "killed build $i left $now, not $before"
    build cv || fail "the build after killed build $i"
    [[ $(word_in cv.pdf) == "word$i" ]] || fail "after killed build $i: $(word_in cv.pdf)"
    before=word$i
  done
}

wait_for_all() { # PID...
  local job
  for job; do wait "$job" || fail "one of many builds: status $?"; done
}

together() {
  local i jobs=() cvs
  cvs=$(gate_or_slow 20 50)
  write_cv cv.xml word1
  for ((i = 0; i < 20; ++i)); do build cv & jobs+=("$!"); done
  wait_for_all "${jobs[@]}"
  [[ $(word_in cv.pdf) == word1 ]] || fail "20 builds of one CV: $(word_in cv.pdf)"

  jobs=()
  for ((i = 0; i < cvs; ++i)); do
    write_cv "cv$i.xml" "word$i"
    build "cv$i" & jobs+=("$!")
  done
  wait_for_all "${jobs[@]}"
  for ((i = 0; i < cvs; ++i)); do
    [[ $(word_in "cv$i.pdf") == "word$i" ]] || fail "of $cvs CVs, cv$i: $(word_in "cv$i.pdf")"
  done

  # A viewer that has the old PDF open goes on reading it, whole.
  cp cv.pdf old.pdf
  exec 9<cv.pdf
  write_cv cv.xml word2
  build cv
  cmp - old.pdf <&9 || fail 'the PDF was changed under a reader'
  [[ $(word_in cv.pdf) == word2 ]] || fail "open elsewhere: $(word_in cv.pdf)"
}

# Builds with less than is needed, in the current folder: the old PDF stays and the status is 4,
# or the new one is there.
starve() { # WHY COMMAND...
  local why=$1 status=0 now
  shift
  write_cv cv.xml word2
  "$@" >"$folder/starved.log" 2>&1 || status=$?
  now=$(word_in cv.pdf)
  case $status-$now in
    0-word2 | 4-word1) ;;
    *) fail "$why: status $status, $now, $(cat "$folder/starved.log")" ;;
  esac
  statuses+=" $status"
}

begin_again() {
  rm -rf "$XDG_CACHE_HOME"
  write_cv cv.xml word1
  build cv || fail "the build after $1"
  [[ $(word_in cv.pdf) == word1 ]] || fail "the build after $1: $(word_in cv.pdf)"
  rm -rf "$XDG_CACHE_HOME"
}

with_memory() { # KILOBYTES
  (ulimit -v "$1" && build cv)
}

with_disk() { # KILOBYTES
  local used status=0
  sleep 1 # the kernel frees what was removed a moment later
  used=$(df -k --output=used . | tail -n 1)
  mount -o "remount,size=$((used + $1))k" .
  build cv || status=$?
  mount -o remount,size=64m .
  return "$status"
}

starved() {
  local size statuses=
  for size in $(gate_or_slow '60000 110000 400000' '60000 80000 100000 115000 400000'); do
    begin_again "little memory"
    starve "$size KB of memory" with_memory "$size"
  done
  mkdir disk
  mount -t tmpfs -o size=64m tmpfs disk
  cd disk
  export XDG_CACHE_HOME=$PWD/cache
  for size in $(gate_or_slow '0 4000 30000' '0 40 4000 8000 30000'); do
    begin_again "a full disk"
    starve "$size KB of disk" with_disk "$size"
  done
  [[ $statuses == *4*0*4*0* ]] || fail "nothing was scarce, or all of it:$statuses"
}

# Not only root may mount in a namespace of its own. In a chroot nobody else may.
if [[ $what == starved && -z ${in_namespace:-} ]]; then
  as_root=(--map-root-user)
  ((EUID != 0)) || as_root=()
  unshare "${as_root[@]}" --mount mount -t tmpfs tmpfs "$folder" 2>no-mount || {
    echo "skipped: no disk can be mounted here: $(cat no-mount)"
    exit 77
  }
  in_namespace=yes unshare "${as_root[@]}" --mount bash "$script" "$@"
else
  "$what"
fi
