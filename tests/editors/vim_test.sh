#!/bin/bash
# Vim with xml/editors/xmlcv.vim: a save checks the CV, and the quickfix list has each error at its place.
set -euo pipefail
xmlcv=$(realpath "$1") source=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

fail() {
  echo "failed: $*"
  exit 1
}
mkdir -p home/.vim/after/ftplugin 'my cvs ü' bin
ln -s "$xmlcv" bin/xmlcv
cp "$source/xml/editors/xmlcv.vim" home/.vim/after/ftplugin/xml.vim
export HOME=$folder/home PATH=$folder/bin:$PATH
cat >'my cvs ü/cv 1.xml' <<'END'
<cv xmlns="urn:xmlcv:1">
  <person><name><family>Doe</family></name></person>
  <section kind="work">
    <entry from="2020" to="2019"><title>Manager</title></entry>
    <p>text</p>
  </section>
</cv>
END
cat >script.vim <<'END'
filetype plugin on
edit my\ cvs\ ü/cv\ 1.xml
%s/<p>text/<q>text/
write
call writefile(map(getqflist(), {_, e -> fnamemodify(bufname(e.bufnr), ':t') . ':' . e.lnum . ':' .
      \ e.col . ':' . e.type . ':' . e.text}), 'list')
cfirst
call writefile([line('.') . ':' . col('.')], 'cursor')
qall!
END
vim -es -u NONE --cmd 'set nocompatible' -i NONE --cmd "set runtimepath^=$HOME/.vim runtimepath+=$HOME/.vim/after" \
  -S script.vim >seen 2>&1 </dev/null || fail "vim: $(cat seen)"
grep -q '^cv 1.xml:5:5:e:unknown element <q>$' list || fail "no error of the save: $(cat list)"
grep -q '^cv 1.xml:5:5:n:did you mean ' list || fail "no hint: $(cat list)"
grep -q '^cv 1.xml:4:28:e:the end is before the beginning$' list || fail "no first error: $(cat list)"
[[ $(<cursor) == 4:28 ]] || fail "the cursor is at $(<cursor)"
echo "a save in Vim shows each error at its place"
