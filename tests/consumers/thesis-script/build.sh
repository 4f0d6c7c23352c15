#!/bin/sh
# The chapter first, then TeX as ever.
set -e
xmlcv chapter cv.xml -o cv.ltx
pdflatex main
bibtex main
pdflatex main
pdflatex main
