#!/usr/bin/env bash
# A repository that builds xmlcv from its sources, by add_subdirectory or FetchContent: the same
# PDF as by hand, byte for byte.
#   source_test.sh SOURCE-OF-XMLCV PROGRAM WAY GENERATOR
source=$1
xmlcv=$2
way=$3
generator=$4
. "$source/tests/consumers/helpers.sh"
count_programs
repository="$scratch/meine Thesis (ü)"
binary="$scratch/Bau (ü)"
cp -r "$source/tests/consumers/project" "$repository"
xmlcv_source=$source
if [[ $way == FetchContent ]]; then
  # As a release is: what git has, in an archive.
  xmlcv_source=$scratch/xmlcv.tar
  (cd "$source" && tar -cf "$xmlcv_source" --exclude=./build* --exclude=./.git .)
fi
cmake -S "$repository" -B "$binary" -G "$generator" -DWAY="$way" -DCMAKE_BUILD_TYPE=Debug \
  -DXMLCV_SOURCE_DIR="$xmlcv_source" >"$scratch/log" 2>&1 || fail 'it did not configure'

expect 'from nothing' 1 2 plain_pdf --parallel 2
"$xmlcv" build "$repository/plain.xml" -o "$scratch/by-hand.pdf"
cmp "$scratch/by-hand.pdf" "$binary/plain_pdf.pdf" || fail 'not the same PDF as by hand'
expect 'nothing changed' 0 0 plain_pdf
sleep 1
sed -i 's/Engineer/Manager/' "$repository/plain.xml"
expect 'a text changed' 1 1 plain_pdf
[[ $(words "$binary/plain_pdf.pdf") == *Manager* ]] || fail 'the new text is not in the PDF'
rm -f "$binary/xmlcv.tar"
build clean || fail 'clean'
[[ -z $(leftovers) ]] || fail "clean left $(leftovers)"
echo "$way, with $generator: good"
