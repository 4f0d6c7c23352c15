#!/bin/bash
# On a terminal xmlcv says which step it is at and shows errors in colour; NO_COLOR is heeded.
set -euo pipefail
xmlcv=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >cv.xml <<'END'
<cv xmlns="urn:xmlcv:1"><person><name><family>Doe</family></name></person>
<section kind="work"><p>text</p></section></cv>
END
sed 's/<p>/<q>/' cv.xml >invalid.xml

fail() {
  echo "failed: $*"
  exit 1
}
on_terminal() { script --quiet --return --command "$1" /dev/null; }

on_terminal true >seen 2>&1 || {
  echo "skipped: no terminal can be made here: $(cat seen)"
  exit 77
}
on_terminal "'$xmlcv' build cv.xml" >seen
grep -q "typesetting, pass 1" seen || fail "no step is shown"
grep -Eq $'\r\e\\[Kcv.pdf: 1 page, [0-9.]+ s\r$' seen || fail "no word when the PDF is done"
[[ -s cv.pdf ]] || fail "the PDF is not beside the XML"
on_terminal "'$xmlcv' check cv.xml" >seen
[[ $(<seen) == $'cv.xml: no errors\r' ]] || fail "no word when a CV is without errors"
on_terminal "'$xmlcv' build cv.xml --quiet" >seen
[[ ! -s seen ]] || fail "a word in spite of --quiet"
"$xmlcv" build cv.xml >seen 2>&1
[[ ! -s seen ]] || fail "a word in a pipe"
"$xmlcv" build cv.xml --message-format=json >seen 2>noise
grep -Eq '^\{"outputs":\["cv.pdf","cv.synctex"\],"pages":1,"engine":"pdflatex","seconds":[0-9.]+\}$' seen ||
  fail "no result object"
[[ $(wc -l <seen) == 1 && ! -s noise ]] || fail "more than a result object"
"$xmlcv" tex cv.xml
[[ -s cv-latex/cv.tex ]] || fail "the folder is not beside the XML"
"$xmlcv" chapter cv.xml
[[ -s cv.ltx ]] || fail "the chapter is not beside the XML"
status=0
"$xmlcv" build cv.xml -o - 2>seen || status=$?
[[ $status == 2 && $(<seen) == *"cannot be standard output"* ]] || fail "-o - is not refused"
on_terminal "'$xmlcv' check invalid.xml" >seen && fail "the error was not found"
grep -q $'\e\[1;31m' seen || fail "no colour on a terminal"
on_terminal "NO_COLOR=1 '$xmlcv' check invalid.xml" >seen && fail "the error was not found"
grep -q $'\e\[' seen && fail "colour in spite of NO_COLOR"
grep -q '      | *^' seen || fail "no caret on a terminal"

for columns in 40 60 80 120; do
  for command in 'check invalid.xml' 'build --help' '--help'; do
    status=0
    on_terminal "stty cols $columns; '$xmlcv' $command" >seen || status=$?
    [[ $status == $([[ $command == check* ]] && echo 1 || echo 0) ]] || fail "$command: status $status"
    widest=$(sed 's/\x1b\[[0-9;]*[mK]//g; s/\r//g' seen | wc -L)
    ((widest > 20 && widest <= columns)) || fail "$command: a line of $widest in $columns columns"
  done
done

"$xmlcv" check invalid.xml 2>seen && fail "the error was not found"
diff seen - <<'END' || fail "a pipe gets the short form, without colour and caret"
invalid.xml:2:22: error: unknown element <q>
invalid.xml:2:22: note: did you mean <p>?
END
for form in json github gitlab; do
  "$xmlcv" check invalid.xml --message-format $form >seen 2>noise && fail "the error was not found"
  grep -q "unknown element" seen || fail "$form is on standard output"
  [[ ! -s noise ]] || fail "$form leaves standard error empty"
done
XMLCV_MESSAGE_FORMAT=github "$xmlcv" check invalid.xml >seen && fail "the error was not found"
grep -q "^::error file=invalid.xml,line=2," seen || fail "the environment chooses the form"

cat >warned.xml <<'END'
<cv xmlns="urn:xmlcv:1" xml:lang="fr"><person><name><family>Doe</family></name></person>
<section kind="work"><p>text</p></section></cv>
END
"$xmlcv" build warned.xml -o cv.pdf 2>seen || fail "a warning is no error"
grep -q "^warned.xml:2:1: warning: " seen || fail "the warning is shown"
"$xmlcv" build warned.xml -o cv.pdf --quiet 2>seen || fail "a warning is no error"
[[ ! -s seen ]] || fail "--quiet hides warnings"
before=$(md5sum cv.pdf)
sed -i 's/text/other/' warned.xml
"$xmlcv" build warned.xml -o cv.pdf --werror --quiet 2>seen && fail "--werror refuses"
grep -q "^warned.xml:2:1: error: " seen || fail "the warning is an error now"
[[ $(md5sum cv.pdf) == "$before" ]] || fail "the old PDF stays"
status=0
"$xmlcv" check invalid.xml --quiet --verbose 2>/dev/null || status=$?
((status == 2)) || fail "--quiet and --verbose exclude each other"

"$xmlcv" build cv.xml -o cv.pdf --verbose 2>seen || fail "the CV is good"
grep -q "^xmlcv: cv.xml: typesetting, pass 1" seen || fail "--verbose tells each pass"
grep -q "^cv.xml:2:22: note: on page 1$" seen || fail "--verbose tells the page of the entry"
echo "steps, colour and carets on a terminal only; short elsewhere; each form in its place"
