#!/bin/bash
# Theses that want a CV, on a terminal at which nobody types, by each way that latexmk is called and that
# a CV is named. TeX must not wait at a prompt, and must not run in vain: twice, as for any .aux.
# terminal_test.sh PROGRAM SOURCE_DIR
# Perl's and TeX's $ stand in single quotes.
# shellcheck disable=SC2016
set -euo pipefail
program=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PATH="${program%/*}:$PATH" XMLCV_MESSAGE_FORMAT=short
cd "$scratch"

fail() {
  echo "failed: $*"
  cat log
  exit 1
}

on_terminal() { # COMMAND
  status=0
  timeout 200 script -qec "$1" /dev/null < <(exec sleep 200 2>/dev/null) >terminal || status=$?
  tr -d '\r' <terminal >log
  ((status != 124)) || fail "it waits at a prompt: $1"
}
runs() { grep -c "^Run number .*latex'" log || true; }

thesis() { # BODY
  cd "$scratch" && rm -rf thesis && mkdir thesis && cd thesis
  cp "$source"/tests/consumers/thesis-latexmk/{cv.xml,refs.bib} .
  cp -r "$source/tests/consumers/thesis-latexmk/images" .
    printf '$pdf_mode = 1;\n@default_files = ("main.tex");\neval `xmlcv latexmkrc` or die "xmlcv: $@$!\\n";\n' \
    >latexmkrc
  printf '\\documentclass{article}\n\\usepackage{pdfpages}\n\\usepackage{xmlcv}\n\\begin{document}\n%s\n\\end{document}\n' \
    "Words of the thesis. $1" >main.tex
}

count=0
way() { # WHAT COMMAND PDF RUNS
  on_terminal "$2"
  ((status == 0)) || fail "$1: status $status"
  [[ $(pdftotext "$3" -) == *"Ada Byron"* ]] || fail "$1: the CV is not in $3"
  (($(runs) == $4)) || fail "$1: TeX ran $(runs) times instead of $4"
  ! grep 'Wide character\|! ' log || fail "$1: latexmk says this"
  count=$((count + 1))
}

thesis '\inputcv{cv}' && way 'a chapter' latexmk main.pdf 2
thesis '\includepdf[pages=-]{cv}' && way 'its pages' latexmk main.pdf 2
thesis '\includepdf[pages={1,1}]{cv.pdf}' && way 'a page of it' latexmk main.pdf 2
thesis '\inputcv{cv}' && way 'a folder for what is made' 'latexmk -outdir=out' out/main.pdf 2
thesis '\inputcv{cv} \includepdf{cv}' && way 'two folders' 'latexmk -auxdir=aux -outdir=out' out/main.pdf 2
thesis '\inputcv{cv}' && way 'another name' 'latexmk -jobname=book' book.pdf 2
thesis '\include{chapter}' && echo '\inputcv{cv}' >chapter.tex && way 'in a chapter' latexmk main.pdf 2
thesis '\inputcv{cv} % \inputcv{other}' && way 'a comment' latexmk main.pdf 2
thesis '\inputcv{cv}' && mkdir sub && mv main.tex cv.xml refs.bib images sub
way 'a folder below' 'latexmk -cd sub/main.tex' sub/main.pdf 2
thesis '\inputcv{../cv}' && mkdir sub && mv main.tex sub
way 'a folder above' 'latexmk -cd sub/main.tex' sub/main.pdf 2
thesis '\inputcv{cv}' && way 'LuaLaTeX' 'latexmk -lualatex' main.pdf 2
thesis '\inputcv{cv}' && latexmk >log 2>&1 && latexmk -C >log 2>&1 && way 'cleaned' latexmk main.pdf 2
thesis '\inputcv{cv}' && way 'kept up to date' \
  'latexmk -pvc -view=none -e "\$pvc_timeout = 1; \$pvc_timeout_mins = 0.05;"' main.pdf 2

# The line of the README, at the end of a file without a semicolon or a line end, and at its top.
line=$(grep -m 1 'eval `xmlcv latexmkrc`' "$source/README.md")
thesis '\inputcv{cv}' && printf '$pdf_mode = 1;\n@default_files = ("main.tex")' >latexmkrc
echo "$line" >>latexmkrc && way 'no semicolon' latexmk main.pdf 2
thesis '\inputcv{cv}' && printf '%s\n$pdf_mode = 1;\n@default_files = ("main.tex");\n' "$line" >latexmkrc
way 'at the top' latexmk main.pdf 2
thesis '\inputcv{cv}' && printf '%s\n@default_files = ("cv.tex");\n' "$line" >latexmkrc
on_terminal latexmk
[[ $status == 0 && $(pdftotext cv.pdf -) == *"Ada Byron"* ]] || fail 'the CV by @default_files'

# XeLaTeX, as a latexmkrc or an editor's comment names it; a CV with letters that the document lacks.
greek() {
  sed -i 's/Doctoral candidate/Ὀδυσσεύς Ωμέγα/' cv.xml
}
shows_greek() { # WHAT
  [[ $(pdftotext main.pdf -) == *"Ὀδυσσεύς Ωμέγα"* ]] || fail "$1: no Greek"
  grep -q 'This is XeTeX' log || fail "$1: no XeLaTeX"
}
thesis '\inputcv{cv}' && greek && sed -i 's/$pdf_mode = 1/$pdf_mode = 5/' latexmkrc
way 'XeLaTeX' latexmk main.pdf 2 && shows_greek 'XeLaTeX'
thesis '\inputcv{cv}' && greek && sed -i 's/$pdf_mode = 1;/$pdflatex = "xelatex %O %S"; &/' latexmkrc
way 'XeLaTeX for pdfLaTeX' latexmk main.pdf 2 && shows_greek 'XeLaTeX for pdfLaTeX'
thesis '\inputcv{cv}' && greek && sed -i 's/$pdf_mode = 1;//' latexmkrc
sed -i '1s/^/% !TeX program = xelatex\n/' main.tex
way 'a comment for editors' latexmk main.pdf 2 && shows_greek 'a comment for editors'
on_terminal 'latexmk -C && latexmk -pdf'
((status == 12)) || fail "pdfLaTeX by an option, whatever editors do: status $status"
thesis '\inputcv{cv}' && greek && sed -i '1s/^/% !TeX program = xelatex\n/' main.tex
on_terminal latexmk
((status == 12)) || fail "pdfLaTeX by the latexmkrc, whatever editors do: status $status"

# A file in another folder, and options of a CV there.
thesis '' && mkdir parts && mv cv.xml refs.bib images parts
sed -i 's/\\usepackage{xmlcv}/&\\usepackage{import}/; s/Words of.*/\\import{parts\/}{vita}/' main.tex
echo 'Words. \inputcv{cv}' >parts/vita.tex
sed -i 's/<cv /<cv audiences="industry academia" /; s/kind="skills"/& audience="academia"/' parts/cv.xml
echo 'our %xmlcv_options = ("cv" => ["--audience", "industry"]);' >>latexmkrc
way 'an imported file' latexmk main.pdf 2
[[ $(pdftotext main.pdf -) != *"C++"* ]] || fail 'the options of a CV in another folder'

# A name that a macro makes costs a pass more.
thesis '\def\name{cv}\inputcv{\name}'
on_terminal latexmk
((status == 0)) || fail "a chapter by a macro: status $status"
[[ $(pdftotext main.pdf -) == *"Ada Byron"* ]] || fail 'a chapter by a macro'
thesis '\def\name{cv}\includepdf{\name}'
on_terminal latexmk
((status == 0)) || fail "pages by a macro: status $status"
[[ $(pdftotext main.pdf -) == *"Ada Byron"* ]] || fail 'pages by a macro'

# An error of the CV is told once, and TeX does not run.
thesis '\inputcv{cv}' && sed -i 's/organization/organisation/g' cv.xml
on_terminal latexmk
((status == 12)) || fail "an error: status $status"
(($(grep -c 'error: unknown element <organisation>' log) >= 1)) || fail 'an error is not told'
! grep -q 'This is pdfTeX' log || fail 'an error, and TeX ran'

# What is there already is not written again.
thesis '\inputcv{cv}'
on_terminal latexmk
before=$(stat -c %y xmlcv.sty cv.ltx)
sleep 1
echo '%' >>main.tex
on_terminal latexmk
[[ $(stat -c %y xmlcv.sty cv.ltx) == "$before" ]] || fail 'xmlcv.sty or cv.ltx was written again'

# What was made goes again.
thesis '\inputcv{cv} \includepdf{cv}'
touch log terminal
find . | sort >"$scratch/before"
on_terminal 'latexmk && latexmk cv.tex && latexmk -C cv.tex && latexmk'
((status == 0)) || fail "two documents: status $status"
on_terminal 'latexmk -C'
((status == 0)) || fail "latexmk -C: status $status"
find . | sort | diff "$scratch/before" - >"$scratch/left" || fail "latexmk -C: $(<"$scratch/left")"

thesis '\includepdf{cv}' && cp "$source/xml/examples/portrait.jpg" cv.pdf
on_terminal 'latexmk -C'
[[ -f cv.pdf ]] || fail "latexmk -C took somebody else's cv.pdf"

# Without latexmk: no prompt, a status that tells, and what to do.
thesis '\inputcv{cv}'
xmlcv chapter cv.xml -o cv.ltx >/dev/null 2>&1
rm cv.ltx
on_terminal 'pdflatex main'
((status == 1)) || fail "pdflatex alone: status $status"
grep -q "File \`cv.ltx' not found" log || fail 'pdflatex alone does not name cv.ltx'
grep -q 'xmlcv chapter cv.xml -o cv.ltx' log || fail 'pdflatex alone does not say what to do'
xmlcv chapter cv.xml -o cv.ltx >/dev/null 2>&1
on_terminal 'pdflatex main'
((status == 0)) || fail "pdflatex with cv.ltx: status $status"
echo "$count ways end by themselves"
