#!/bin/bash
# xmlcv watch makes the PDF again on each save, however an editor saves, keeps the last good PDF,
# and ends with Ctrl-C.
set -euo pipefail
xmlcv=$1
folder=$(mktemp -d "${TMPDIR:-/tmp}/xmlcv ü watch XXXXXX")
cd "$folder"
pid=''
trap '[[ -z $pid ]] || kill "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT

cv() { # WORDS
  printf '<cv xmlns="urn:xmlcv:1"><person><name><family>Doe</family></name></person>\n'
  printf '<section kind="work"><p>%s</p></section></cv>\n' "$1"
}
fail() {
  echo "failed: $*"
  cat seen
  exit 1
}
reports() { grep -c "waiting for the next change of cv.xml" seen || true; }
wait_for() { # REPORTS WHAT
  for _ in {1..300}; do
    (($(reports) < $1)) || return 0
    sleep 0.1
  done
  fail "no report: $2"
}
in_pdf() { pdftotext cv.pdf - | grep -q "$1"; }

cv first >cv.xml
: >seen
"$xmlcv" watch cv.xml -o cv.pdf 2>seen &
pid=$!
wait_for 1 "the first build"
in_pdf first || fail "the first build makes the PDF"
grep -Eq "^xmlcv: [0-9:]{8} cv.pdf is up to date: 1 page, [0-9.]+ s; waiting" seen ||
  fail "time, pages and duration are not told"

cv second >cv.new && mv cv.new cv.xml
wait_for 2 "a save by renaming"
in_pdf second || fail "a save by renaming"

cv '<q>third</q>' >cv.xml
wait_for 3 "an error"
grep -q "^cv.xml:2:25: error: unknown element <q>" seen || fail "the error is shown"
grep -q "cv.pdf is as it was" seen || fail "it says that the PDF stays"
in_pdf second || fail "the last good PDF stays"

cv fourth >cv.xml
wait_for 4 "the error is repaired"
in_pdf fourth || fail "the error is repaired"

# Half a file for a moment: one build, and no error.
errors=$(grep -c error: seen)
cv fifth >whole
head -c 60 whole >cv.xml
sleep 0.1
cat whole >cv.xml
wait_for 5 "a save in two steps"
in_pdf fifth || fail "a save in two steps"
(($(grep -c error: seen) == errors)) || fail "half a file is not complained about"

# A photo is watched as well.
cp "$2/xml/examples/portrait.jpg" face.jpg
sed 's|</name>|</name><photo src="face.jpg"/>|' whole >cv.xml
wait_for 6 "a photo"
before=$(md5sum cv.pdf)
pdftoppm -png -r 20 -singlefile cv.pdf other && mv other.png face.jpg
wait_for 7 "a changed photo"
[[ $(md5sum cv.pdf) != "$before" ]] || fail "a changed photo makes another PDF"

rm cv.xml
wait_for 8 "a file that is gone"
grep -q "^xmlcv: error: cannot read cv.xml: " seen || fail "a file that is gone is an error"
cv ninth >cv.xml
wait_for 9 "a file that comes back"
in_pdf ninth || fail "a file that comes back"

kill -TERM "$pid"
status=0
wait "$pid" || status=$?
pid=''
((status == 143)) || fail "the status of a signal is $status"
echo "nine reports, each in its place"
