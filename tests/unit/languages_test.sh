#!/bin/bash
# A language that lacks a word, or has one too many, is an error when xmlcv is built, at its line.
#   languages_test.sh SOURCE
set -euo pipefail
source=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  echo "failed: $*"
  exit 1
}
read_words() { cmake "-DFROM=$scratch" "-DTO=$scratch/languages.h" -P "$source/cmake/languages.cmake"; }
refuses() { # MESSAGE SED-SCRIPT: what is said of German, and how the file became wrong
  cp "$source"/tools/xmlcv/cv/languages/*.words "$scratch"
  sed -i "$2" "$scratch/de.words"
  ! read_words >"$scratch/log" 2>&1 || fail "$2: was read"
  grep -qF "de.words$1" "$scratch/log" || fail "$2: $(<"$scratch/log")"
}

refuses ': no words for: in-press' '/^in-press/d'
refuses ': no words for: heading work' '/^heading work/d'
refuses ':13: en.words has no in-pres' '13s/.*/in-pres = x/'
refuses ':13: in is there twice' '13s/.*/in = x/'
refuses ':13: expected a name, =, and its words' '13s/.*/in-press =/'
refuses ': " \ ; [ and ] cannot be in it' '13s/.*/in-press = a;b/'

# The words of a CV are chosen by its language alone.
cp "$source"/tools/xmlcv/cv/languages/*.words "$scratch"
for name in pt-BR PT portuguese; do
  cp "$source/tools/xmlcv/cv/languages/de.words" "$scratch/$name.words"
  ! read_words >"$scratch/log" 2>&1 || fail "$name: was read"
  grep -qF "$name.words: expected a language" "$scratch/log" || fail "$name: $(<"$scratch/log")"
  rm "$scratch/$name.words"
done

# A third language takes no C++.
sed 's/^present = .*/present = i dag/' "$scratch/de.words" >"$scratch/da.words"
read_words
[[ $(grep -c 'i dag' "$scratch/languages.h") == 1 ]] || fail 'no third language'
