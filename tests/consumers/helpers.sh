# shellcheck shell=bash
# What the tests of consumers share: a copy of a repository in a folder whose name is hard to
# quote, and counts of what ran.
set -euo pipefail
binary=''  # the build folder
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_CACHE_HOME=$scratch/cache

fail() {
  echo "failed: $*"
  [[ ! -e $scratch/log ]] || tail -n 40 "$scratch/log"
  exit 1
}

# TeX's passes and biber's runs leave a line each. They write it outside the private folder of a build,
# which Landlock stops.
count_programs() {
  local program real
  mkdir "$scratch/bin"
  for program in pdflatex biber; do
    real=$(command -v "$program") || fail "there is no $program"
    printf '#!/bin/sh\ncase $* in *-ini*) ;; *) echo %s >>"%s" ;; esac\nexec %s "$@"\n' \
      "$program" "$scratch/runs" "$real" >"$scratch/bin/$program"
    chmod +x "$scratch/bin/$program"
  done
  PATH=$scratch/bin:$PATH
}

build() { # TARGET [CMAKE-OPTION...]
  : >"$scratch/runs"
  "${XMLCV_WITHOUT_LANDLOCK:?}" cmake --build "$binary" --target "$@" >"$scratch/log" 2>&1
}

# Builds and compares: how often xmlcv ran, TeX's passes.
expect() { # WHY TRANSFORMATIONS PASSES TARGET [CMAKE-OPTION...]
  local why=$1 made=$2 passes=$3
  shift 3
  build "$@" || fail "$why: it did not build"
  [[ $(grep -c 'Typesetting' "$scratch/log") == "$made" ]] ||
    fail "$why: $(grep -c 'Typesetting' "$scratch/log") transformations, expected $made"
  [[ $(grep -c pdflatex "$scratch/runs") == "$passes" ]] ||
    fail "$why: $(grep -c pdflatex "$scratch/runs") passes of TeX, expected $passes"
}

words() { pdftotext "$1" - | tr '\n' ' '; } # PDF

# What builds leave; the rest of the folder is CMake's.
leftovers() {
  find "$binary" \( -name '*.pdf' -o -name '*-latex' -o -name '*.synctex' -o -name '*.pdf.d' \) -print
}
