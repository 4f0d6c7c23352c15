#!/bin/bash
# A repository of a thesis, as such repositories are, in a folder with a blank and an umlaut: it
# builds from a clean checkout and leaves nothing behind that git would show, runs no TeX where
# nothing changed, follows the CV, and stops at an error of the CV with the message at its line.
# thesis_test.sh PROGRAM SOURCE_DIR cmake|latexmk|makefile|script|subfiles
set -euo pipefail
program=$1 source=$2 kind=$3
. "$source/tests/consumers/package.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PATH="${program%/*}:$PATH" XMLCV_MESSAGE_FORMAT=short
thesis="$scratch/Meine Thesis Übung"
cp -r "$source/tests/consumers/thesis-$kind" "$thesis"
cd "$thesis"
git init -q .
git add .
pdf=main.pdf

fail() {
  echo "failed: $*"
  cat "$scratch/log"
  exit 1
}

build() {
  case $kind in
    cmake) on_terminal 'cmake --build build' ;;
    latexmk | subfiles) on_terminal latexmk ;;
    script) on_terminal ./build.sh ;;
    makefile) on_terminal make ;;
  esac
}
# As a user runs it, who does not type anything more.
on_terminal() { # COMMAND
  local status=0
  timeout 200 script -qec "$1" /dev/null < <(exec sleep 200 2>/dev/null) >"$scratch/terminal" ||
    status=$?
  tr -d '\r' <"$scratch/terminal" >"$scratch/log"
  ((status != 124)) || fail "it waits at a prompt: $1"
  return "$status"
}
# TeX for the thesis; xmlcv shows none of its own runs.
runs() { grep -c "^Run number .*latex'" "$scratch/log" || true; }
expect_no_runs() { # WHY
  [[ $kind == script || $(runs) -eq 0 ]] || fail "$1, and TeX ran"
}
expect_text() {
  local text
  text=$(pdftotext "$pdf" - | tr -s ' \n' '  ')
  for words; do [[ $text == *"$words"* ]] || fail "the thesis does not say: $words"; done
}

if [ "$kind" = cmake ]; then
  pdf=build/main.pdf
  package "$program" "$source" "$scratch/config"
  cmake -S . -B build -G Ninja -Dxmlcv_DIR="$scratch/config" >"$scratch/log" 2>&1 || fail "configuring"
fi
build || fail "a clean checkout does not build"
! grep -a "not found" "$scratch/log" || fail "TeX asked for a file in vain"
expect_text "The sea moves" "chapter" "Ada Byron" "Universität Kiel" "Prof. Jørn Ødegård" "C++ & Python" \
  "Invariante Variationsprobleme"
[ "$kind" != latexmk ] || expect_text "Ada Byron and Emmy Noether. Tides in a small harbour"
git status --porcelain --untracked-files=all >"$scratch/status"
! grep "^??" "$scratch/status" || fail "git shows these files"

build || fail "nothing changed"
expect_no_runs "nothing changed"

sleep 1
sed -i 's/<!-- .* -->//; s/<section kind="skills">/<!-- changes nothing -->&/' cv.xml
build || fail "a comment"
expect_no_runs "a comment was written"

sleep 1
sed -i 's/Oceanography/Hydrography/' cv.xml
build || fail "the CV changed"
[[ $kind == script || $(runs) -ge 1 ]] || fail "the CV changed, and TeX did not run"
expect_text "PhD in Hydrography"

if [ "$kind" = latexmk ]; then
  sleep 1
  sed -i 's/Tides in a small harbour/Tides in a large harbour/' refs.bib
  build || fail "the .bib changed"
  expect_text "Ada Byron and Emmy Noether. Tides in a large harbour"
  latexmk cv.tex >"$scratch/log" 2>&1 || fail "latexmk cv.tex"
  [[ $(pdftotext cv.pdf -) == *"Hydrography"* ]] || fail "the CV alone"
  latexmk cv.tex >"$scratch/log" 2>&1 || fail "latexmk cv.tex again"
  [ "$(runs)" -eq 0 ] || fail "latexmk cv.tex ran xmlcv where nothing changed"
fi

if [ "$kind" = subfiles ]; then
  cd chapters/vita
  on_terminal "latexmk vita" || fail "a chapter alone"
  [[ $(pdftotext vita.pdf -) == *"PhD in Hydrography"* ]] || fail "a chapter alone"
  git status --porcelain --untracked-files=all >"$scratch/status"
  ! grep "^??" "$scratch/status" || fail "git shows these files"
  latexmk -C vita >"$scratch/log" 2>&1 && rm latexmkrc
  on_terminal 'latexmk -r ../../latexmkrc vita' || fail "a chapter alone with -r"
  [[ $(pdftotext vita.pdf -) == *"PhD in Hydrography"* ]] || fail "a chapter alone with -r"
  rm ../../cv.ltx vita.pdf vita.fdb_latexmk
  if on_terminal 'latexmk -pdf vita'; then fail "a chapter alone without a latexmkrc"; fi
  grep -q "File .../../cv.ltx' not found" "$scratch/log" || fail "it does not name cv.ltx"
  grep -q "xmlcv chapter ../../cv.xml -o ../../cv.ltx" "$scratch/log" || fail "it says no cure"
  git checkout -q latexmkrc
  cd ../..
fi

sleep 1
sed -i 's/<organization>Universität/<organisation>Universität/' cv.xml
for _ in first again; do
  if build; then fail "an error of the CV did not stop the build"; fi
  grep -q "cv.xml:11:7: error: unknown element <organisation>" "$scratch/log" || fail "no message"
done
expect_text "PhD in Hydrography"
sed -i 's/organisation/organization/' cv.xml
build || fail "the error is repaired"
echo "the thesis with $kind works"
