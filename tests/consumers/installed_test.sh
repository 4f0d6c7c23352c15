#!/usr/bin/env bash
# A repository that finds an installed xmlcv: what makes a PDF again, and how often TeX runs then.
#   installed_test.sh SOURCE-OF-XMLCV BUILD-OF-XMLCV GENERATOR
source=$1
built=$2
generator=$3
. "$source/tests/consumers/helpers.sh"
count_programs

repository="$scratch/meine Thesis (ü)"
binary="$scratch/Bau (ü)"
# What this CMake takes in the path of a source: its Makefiles no # (3.25), its Ninja from 3.28 up to 4.4
# neither that nor a $. In that of the build 3.25 does not quote a $.
IFS='. ' read -r _ _ major minor _ < <(cmake --version)
version=$((major * 100 + minor))
if [[ $generator == *Makefiles ]]; then
  repository+=" \$x"
elif ((version < 328 || version >= 404)); then
  repository+=" \$x #1"
fi
cp -r "$source/tests/consumers/project" "$repository"

# Installed, then moved.
cmake --install "$built" --prefix "$scratch/first" >/dev/null
mv "$scratch/first" "$scratch/moved prefix"
xmlcv="$scratch/moved prefix/bin/xmlcv"

configure() { # OPTION...
  cmake -S "$repository" -B "$binary" -G "$generator" -DWAY=find_package \
    -DCMAKE_PREFIX_PATH="$scratch/moved prefix" "$@" >"$scratch/log" 2>&1
}

# A machine without TeX configures, and is told what is missing when the target is built.
mkdir "$scratch/no-tex"
for program in bash sh cat mkdir rm cmake ninja make gmake uname sed; do
  path=$(command -v "$program") && ln -s "$path" "$scratch/no-tex/$program"
done
(
  # shellcheck disable=SC2123
  PATH=$scratch/no-tex
  configure || fail 'it did not configure without TeX'
  if build plain_pdf; then fail 'it built without TeX'; fi
)
grep -q 'pdflatex is not installed' "$scratch/log" || fail 'not said that TeX is missing'

wrongs=()
IFS=. read -r _ minor _ < <(ninja --version)
if [[ $generator == Ninja* && $minor -lt 13 ]]; then
  wrongs=('xmlcv_add_pdf(x SOURCE cv.xml OUTPUT "R&D/x.pdf")|cannot follow a path with one of &')
fi
# shellcheck disable=SC2016
for wrong in "${wrongs[@]}" 'xmlcv_add_pdf(x SOURCE $<1:cv.xml>)|SOURCE is a path, not a generator expression: $<1:cv.xml>' \
  'xmlcv_add_pdf(x SOURCE cv.xml OUTPUT $<CONFIG>.pdf)|OUTPUT is a path, not a generator expression' \
  'xmlcv_add_pdf(x SOURCE cv.xml COLOUR red)|unknown keyword: COLOUR;red' \
  'xmlcv_add_pdf(x SOURCE cv.xml STYLE)|no value for: STYLE' \
  'xmlcv_add_pdf(x STYLE casual)|SOURCE is missing' \
  'xmlcv_add_pdf(x SOURCE vc.xml)|vc.xml; did you mean ' \
  'xmlcv_add_pdf(x SOURCE cv.xml PREAMBLE no.sty)|no.sty; did you mean look.sty?' \
  'xmlcv_add_variants(x SOURCE cv.xml)|no LANGUAGES, AUDIENCES or STYLES' \
  'xmlcv_add_variants(x SOURCE cv.xml STYLES casual OUTPUT x.pdf)|OUTPUT is for xmlcv_add_pdf alone'; do
  if configure "-DWRONG=${wrong%|*}"; then fail "accepted: ${wrong%|*}"; fi
  tr '\n' ' ' <"$scratch/log" | tr -s ' ' | grep -qF "${wrong#*|}" || fail "no message: ${wrong#*|}"
done
if configure -DWRONG= '-DPARTS=COMPONENTS;pdf'; then fail 'it found a component that is not there'; fi
configure -DWRONG= -DPARTS= || fail 'it did not configure'

expect 'from nothing' 1 2 cv
[[ $(words "$binary/jane-doe.pdf") == *Engineer*'On Loops'* ]] || fail 'the text is not in the PDF'
expect 'nothing changed' 0 0 cv
sleep 1
sed -i 's/Engineer/Manager/' "$repository/cv.xml"
expect 'a text changed' 1 1 cv
[[ $(words "$binary/jane-doe.pdf") == *Manager* ]] || fail 'the new text is not in the PDF'
expect 'nothing changed again' 0 0 cv
sleep 1
sed -i 's/<cv /<!-- a remark --><cv /' "$repository/cv.xml"
expect 'only the XML changed' 1 0 cv
expect 'nothing changed after that' 0 0 cv
sleep 1
printf '\n%% a remark\n' >>"$repository/look.sty"
expect "the user's .sty changed" 1 1 cv
sleep 1
cp "$source/xml/examples/portrait.jpg" "$repository/photo.png"
expect 'the photo changed' 1 1 cv
sleep 1
sed -i 's/On Loops/On Hoops/' "$repository/shared/refs.bib"
expect 'the .bib changed' 1 1 cv
grep -q biber "$scratch/runs" || fail 'biber did not run'
[[ $(words "$binary/jane-doe.pdf") == *'On Hoops'* ]] || fail 'the new title is not in the PDF'
sleep 1
touch "$xmlcv"
expect 'the program changed' 1 0 cv
expect 'nothing changed at last' 0 0 cv

# The same PDF as by hand, byte for byte.
"$xmlcv" build "$repository/plain.xml" -o "$scratch/by-hand.pdf"
expect 'another target' 1 2 plain_pdf
cmp "$scratch/by-hand.pdf" "$binary/plain_pdf.pdf" || fail 'not the same PDF as by hand'

expect 'a variant' 1 2 cv_variant
found=$(words "$binary/jane doe.pdf")
[[ $found == *Deutsch*budgets*raw* && $found != *English* && $found != *theses* ]] ||
  fail "the variant has the wrong words: $found"
[[ $(pdfinfo "$binary/jane doe.pdf") == *'612 x 792'* ]] || fail 'the variant has another paper'

build cvs || fail 'the variants did not build'
[[ $(find "$binary" -name 'cvs-*.pdf' | wc -l) == 8 ]] || fail 'not 8 variants'
found=$(words "$binary/cvs-de-industry+senior-banking.pdf")
[[ $found == *Deutsch*budgets* && $found != *English* && $found != *theses* ]] ||
  fail "one of the 8 has the wrong words: $found"
expect 'nothing changed in 8' 0 0 cvs

many=10
[[ -z ${XMLCV_WHOLE_PRODUCT:-} ]] || many=50
configure "-DMANY=$many" || fail "it did not configure $many"
build many --parallel 8 || fail "$many did not build"
[[ $(find "$binary/many" -maxdepth 1 -name '*.pdf' | wc -l) == "$many" ]] || fail "not $many PDFs"
expect "nothing changed in $many" 0 0 many --parallel 8

# An error stops the build at its place, and the old PDF stays.
sleep 1
sed -i 's/title>/titel>/g' "$repository/cv.xml"
if build cv; then fail 'an error did not stop the build'; fi
grep -q '/cv.xml:8:37: error: unknown element <titel>' "$scratch/log" || fail 'no message'
[[ $(words "$binary/jane-doe.pdf") == *Manager* ]] || fail 'the old PDF was touched'
sed -i 's/titel>/title>/g' "$repository/cv.xml"

# The watch target builds at once, then waits.
setsid cmake --build "$binary" --target cv_watch >"$scratch/log" 2>&1 &
watch=$!
for ((i = 0; i < 300; ++i)); do
  ! grep -q 'waiting for the next change' "$scratch/log" || break
  sleep 0.1
done
pkill -s "$watch" || true
wait "$watch" || true
grep -q 'is up to date: .*; waiting' "$scratch/log" || fail 'the watch target did not build'

build vita || fail 'a chapter for XeLaTeX'
[[ $(head -n 1 "$binary/vita.ltx") == '% Made by xmlcv'* && -s $binary/xmlcv.sty ]] || fail 'no chapter'

# For other rules of the project, and for its installation.
build told || fail 'a rule of the project'
grep -q '/jane-doe.pdf$' "$scratch/log" || fail 'the target does not tell its PDF'
build all || fail 'all'
cmake --install "$binary" --prefix "$scratch/installed" >"$scratch/log" 2>&1 || fail 'installing'
[[ $(find "$scratch/installed" -type f) == */share/doc/cv/plain-installed.pdf ]] || fail 'not installed'

build clean || fail 'clean'
[[ -z $(leftovers) ]] || fail "clean left $(leftovers)"
echo "installed, with $generator: good"
