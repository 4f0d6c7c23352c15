#!/bin/bash
# On a terminal xmlcv says which step it is at and shows faults in colour; NO_COLOR is heeded.
set -euo pipefail
xmlcv=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >cv.xml <<'END'
<cv xmlns="urn:xmlcv:1"><person><name><family>Doe</family></name></person>
<section kind="work"><p>text</p></section></cv>
END
sed 's/<p>/<q>/' cv.xml >faulty.xml

fail() {
  echo "failed: $*"
  exit 1
}
on_terminal() { script --quiet --return --command "$1" /dev/null; }

on_terminal "'$xmlcv' build cv.xml -o cv.pdf" >seen
grep -q "typesetting, pass 1" seen || fail "no step is shown"
on_terminal "'$xmlcv' check faulty.xml" >seen && fail "the fault was not found"
grep -q $'\e\[1;31m' seen || fail "no colour on a terminal"
on_terminal "NO_COLOR=1 '$xmlcv' check faulty.xml" >seen && fail "the fault was not found"
grep -q $'\e\[' seen && fail "colour in spite of NO_COLOR"
"$xmlcv" check faulty.xml 2>seen && fail "the fault was not found"
grep -q $'\e\[' seen && fail "colour in a pipe"
echo "steps and colour on a terminal only"
