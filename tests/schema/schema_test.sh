#!/bin/bash
# The committed XSD is what trang makes of cv.rnc, and the schema engines of the editors accept
# what xmlcv accepts: libxml2 (xmllint), Xerces (jing on the XSD) and jing on the RNC.
set -euo pipefail
source=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cp "$source/xml/cv.rnc" "$scratch"
(cd "$scratch" && trang -o disable-abstract-elements cv.rnc cv.xsd)
diff -u "$source/xml/cv.xsd" "$scratch/cv.xsd"
diff -u "$source/xml/xml.xsd" "$scratch/xml.xsd"

count=0
for cv in "$source"/xml/examples/*.xml "$source"/tests/golden/cases/good/*.xml; do
  xmllint --noout --schema "$source/xml/cv.xsd" "$cv" 2>"$scratch/said" || { cat "$scratch/said"; exit 1; }
  jing "$source/xml/cv.xsd" "$cv"
  jing -c "$source/xml/cv.rnc" "$cv"
  count=$((count + 1))
done
[ "$count" -ge 10 ]
echo "$count files are valid for three engines"
