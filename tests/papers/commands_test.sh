#!/usr/bin/env bash
# Each command of the papers does what it says: it is run in a folder of its own for each paper, one behind
# the other, or the table below says which test runs it. A command that nobody knows is run.
#   commands_test.sh XMLCV SOURCE-OF-XMLCV
set -euo pipefail
xmlcv=$(realpath "$1")
source=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PATH="${xmlcv%/*}:$PATH" XDG_CACHE_HOME=$scratch/cache
run_here=0
elsewhere=0

fail() {
  echo "failed: $*"
  [[ ! -s $scratch/log ]] || cat "$scratch/log"
  exit 1
}

# The lines of blocks of sh without their comments, and what is in code style and begins with a program's
# name; in the order of the paper.
commands_of() { # PAPER
  perl -0777 -ne '
    while (/^```(\w*)\n(.*?)^```|`([^`]+)`/msg) {
      if (defined $3) {
        my $span = join " ", split " ", $3;
        print "$span\n" if $span =~ m{^(xmlcv|cmake|ctest|cpack|latexmk|lualatex|apt|apt-get|synctex|okular|code
                                       |emacsclient|zathura|git|(\./)?tools/(bootstrap|release)|tools/bench/run|\.ci/\w+)\ }x;
      } elsif ($1 eq "sh") {
        for (split /\n/, $2) { s/\s+# .*//; print "$_\n" if /\S/ }
      }
    }' "$1"
}

# Empty where it is run here.
who_runs() { # COMMAND
  case $1 in
    *tools/bootstrap*'--dry-run'*) ;;
    *tools/bootstrap* | 'cmake -B build && '*) echo '.ci/run and tests/slow/bare_debian.sh' ;;
    'xmlcv watch'*) echo '"typeset: watch"' ;;
    'cmake --build build --target cv' | 'cmake --install'*) echo '"consumer: installed"' ;;
    'cmake --build build --target re'* | 'cmake --build build && ctest'* | ctest*) echo 'whoever changes xmlcv; the tests compare what it writes' ;;
    'latexmk -r'*) echo '"consumer: thesis with subfiles"' ;;
    'latexmk '*) echo '"consumer: thesis on a terminal"' ;;
    'tools/bench/run --runs'*) echo 'whoever measures: it takes an hour' ;;
    'git tag '* | tools/release* | 'apt install'*) echo 'tests/slow/release.sh' ;;
    'zathura -x'* | 'set synctex'*) echo '"editors: a click in zathura"' ;;
    .ci/*) echo 'what lets a change land' ;;
    'apt-get install'*) echo 'tests/slow/bare_debian.sh' ;;
    code* | emacsclient* | okular* | zathura*) echo 'nobody: it opens a window; the paper says what was tried' ;;
  esac
}

prepare_for() { # COMMAND
  case $1 in
    'xmlcv build cv.xml --lang de'*) sed '/<tex>/d' "$source/tests/consumers/project/variants.xml" >cv.xml ;;
    'pdflatex main'*)
      cp -r "$source"/tests/consumers/thesis-latexmk/* .
      xmlcv chapter cv.xml -o cv.ltx
      ;;
    './tools/'* | tools/*) cd "$source" ;;
    synctex*) xmlcv build cv.xml -o cv.pdf ;;
    'xmlcv new'* | 'xmlcv --help' | 'xmlcv doctor'*) ;;
    xmlcv*) [[ -f cv.xml ]] || xmlcv new cv.xml ;;
  esac
}

# A name alone is a mention: the program has such a command. COMMAND is any of them.
as_run() { # COMMAND
  local command=$1
  if [[ $command =~ ^xmlcv\ [a-z]+$ && $command != *doctor ]]; then command+=' --help'; fi
  command=${command//COMMAND/check}
  echo "${command//\/home\/jane/\$PWD}"
}

cd "$source"
mapfile -t papers < <(find . -name '*.md' -not -path './build*' -not -name CHANGELOG.md -not -name REFERENCE.md)
((${#papers[@]} >= 10)) || fail "only ${#papers[@]} papers"
for paper in "${papers[@]}"; do
  mkdir -p "$scratch/${paper//\//-}"
  while read -r command; do
    who=$(who_runs "$command")
    if [[ -n $who ]]; then
      echo "$paper: $command: $who"
      elsewhere=$((elsewhere + 1))
      continue
    fi
    echo "$paper: $command"
    (
      cd "$scratch/${paper//\//-}"
      prepare_for "$command"
      eval "$(as_run "$command")"
    ) >"$scratch/log" 2>&1 </dev/null || fail "$paper: $command: status $?"
    run_here=$((run_here + 1))
  done < <(commands_of "$paper")
done
echo "$run_here commands were run, $elsewhere are run elsewhere"
((run_here >= 20))
