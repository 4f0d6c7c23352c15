#!/bin/bash
# A project that adds xmlcv as a subdirectory, in a folder whose name is hard to quote: it
# configures without TeX, makes its CV, does nothing where nothing changed, and follows a change
# of the XML and of the photo. With Ninja and with Makefiles.
set -euo pipefail
source=$1
generator=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# CMake 3.25 itself refuses a # in the name of an output.
thesis="$scratch/meine Thesis (ü)"
mkdir "$thesis"
cp "$source"/tests/consumers/subdirectory/* "$thesis"
cd "$thesis"

fail() {
  echo "failed: $*"
  exit 1
}
runs() { grep -c Typesetting "$scratch/log" || true; }
build() { cmake --build build --target "${1:-cv}" --parallel 2 >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "build"; }; }
expect_runs() {
  build
  [ "$(runs)" -eq "$1" ] || { cat "$scratch/log"; fail "$2: $(runs) runs, expected $1"; }
}

cmake -S . -B build -G "$generator" -DXMLCV_SOURCE_DIR="$source" -DCMAKE_BUILD_TYPE=Debug >/dev/null
expect_runs 1 "from nothing"
pdftotext build/jane-doe.pdf - | grep -q Engineer || fail "the text is not in the PDF"
expect_runs 0 "nothing changed"
sleep 1
sed -i 's/Engineer/Manager/' cv.xml
expect_runs 1 "the XML changed"
pdftotext build/jane-doe.pdf - | grep -q Manager || fail "the new text is not in the PDF"
expect_runs 0 "nothing changed again"
build cv_variant
words=$(pdftotext "build/jane doe.pdf" - | tr '\n' ' ')
[[ $words == *Deutsch*budgets*raw* && $words != *English* && $words != *theses* ]] ||
  fail "the variant has the wrong words: $words"
[[ $(pdfinfo "build/jane doe.pdf") == *"612 x 792"* ]] || fail "the variant has another paper"
if cmake -S . -B faulty -G "$generator" -DXMLCV_SOURCE_DIR="$source" -DUNKNOWN_KEYWORD=ON \
  >"$scratch/log" 2>&1; then
  fail "an unknown keyword was accepted"
fi
grep -q "unknown keyword: COLOUR" "$scratch/log" || fail "an unknown keyword was not named"
sleep 1
cp photo.png old.png && convert_photo() { head -c 200 old.png >photo.png; tail -c +201 old.png >>photo.png; }
convert_photo
expect_runs 1 "the photo changed"
sleep 1
sed -i 's/<title>/<titel>/; s/<\/title>/<\/titel>/' cv.xml
if cmake --build build --target cv >"$scratch/log" 2>&1; then fail "a fault did not stop the build"; fi
grep -q "cv.xml:8:37: error: unknown element <titel>" "$scratch/log" || { cat "$scratch/log"; fail "no message"; }
pdftotext build/jane-doe.pdf - | grep -q Manager || fail "the old PDF was touched"
build clean
[ ! -e build/jane-doe.pdf ] && [ ! -e build/jane-doe-latex ] && [ ! -e build/jane-doe.pdf.d ] ||
  fail "clean left something"
echo "the consumer works with $generator"
