#!/bin/bash
# One generated folder says the same in every TeX that it is taken to.
#   drift_test.sh XMLCV SOURCE [SYSTEM...]
# A SYSTEM is / (this one, the default) or the root of another, which takes chroot's rights. In
# ROOT=TEXMFHOME the folder TEXMFHOME of that system is in front, with another moderncv for example.
set -euo pipefail
xmlcv=$1
examples=$2/xml/examples
shift 2
(($# > 0)) || echo 'skipped, in part: no other TeX system was given, so only that of this machine is asked'
systems=("${@:-/}")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/xmlcv-drift-XXXXXX")
trap 'rm -rf "$scratch" "${copy:-$scratch}"' EXIT

fail() {
  echo "failed: $*"
  exit 1
}
# Letters in place of icons take other room: pages break elsewhere, and banking's lines of contacts,
# which have dots within them.
words() { pdftotext -raw "$1" - | tr -s '[:space:]\f' '\n' | grep -vxE '[0-9]/[0-9]|•'; }
typeset() { # SYSTEM FOLDER PDF
  local root=${1%%=*} home=() where=()
  copy=$(mktemp -d "${root%/}/tmp/xmlcv-drift-XXXXXX")
  cp -r "$2/." "$copy"
  [[ $1 != *=* ]] || home=("TEXMFHOME=${1#*=}")
  [[ $root == / ]] || where=(chroot "$root")
  # shellcheck disable=SC2016
  "${where[@]}" env "${home[@]}" bash -c 'cd "$1" && latexmk -interaction=nonstopmode' bash \
    "/${copy#"${root%/}/"}" &>"$scratch/said" </dev/null ||
    fail "latexmk in $1 for ${2##*/}: $(grep -m 1 '^!' "$copy/cv.log" || tail -n 3 "$scratch/said")"
  cp "$copy/cv.pdf" "$3"
  rm -rf "$copy"
}

# The gate meets each style with one engine.
looks=(classic-pdflatex casual-lualatex banking-pdflatex oldstyle-lualatex)
[[ -z ${XMLCV_WHOLE_PRODUCT:-} ]] ||
  looks+=(classic-lualatex casual-pdflatex banking-lualatex oldstyle-pdflatex)
pdfs=0
for name in "${looks[@]}"; do
  look=(--allow-tex --style "${name%-*}" --engine "${name#*-}" --quiet)
  "$xmlcv" tex "$examples/full.xml" "${look[@]}" -o "$scratch/$name"
  "$xmlcv" build "$examples/full.xml" "${look[@]}" -o "$scratch/built.pdf"
  words "$scratch/built.pdf" >"$scratch/expected"
  (($(wc -l <"$scratch/expected") > 300)) || fail "$name: the PDF has no text"
  for system in "${systems[@]}"; do
    typeset "$system" "$scratch/$name" "$scratch/there.pdf"
    words "$scratch/there.pdf" | diff "$scratch/expected" - || fail "$name: other words in $system"
    pdfs=$((pdfs + 1))
  done
done
echo "$pdfs PDFs of ${#systems[@]} systems: exit status 0, and the words of xmlcv build"
