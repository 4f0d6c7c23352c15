#!/bin/bash
# Somebody sends a CV, and files beside it that TeX, latexmk, biber, kpsewhich or luaotfload look for.
# None is read, run or written through: the canaries outside are untouched, no secret is in the PDF,
# and the right PDF comes out, or a clear refusal. Each with Landlock, or without it.
#   attack_test.sh XMLCV with|without WITHOUT_LANDLOCK EXCHANGE [FILES]
# FILES: so many files are planted for one build; 1 shows which of them fails, and takes minutes.
set -euo pipefail
xmlcv=$1
wall=$2
exchange=$4
files_a_build=${5:-48}
run=("$xmlcv")
[[ $wall == with ]] || run=("$3" "$xmlcv")
folder=$(mktemp -d)
swapper=''
trap 'stop_swapping; rm -rf "$folder"' EXIT
cd "$folder"
export XDG_CACHE_HOME=$folder/cache HOME=$folder/home
mkdir home tmp
count=0
refused=0

fail() {
  echo "failed: $*"
  [[ ! -f log ]] || cat log
  exit 1
}

write_cv() { # ENGINE [bibliography]: a letter that needs LuaLaTeX chooses it
  local letter=n bibliography=''
  [[ $1 == pdflatex ]] || letter=ș
  [[ ${2:-} != bibliography ]] || bibliography='<section kind="publications"><bibliography src="refs.bib"/></section>'
  printf '<cv xmlns="urn:xmlcv:1"><person><name><family>Doe</family></name></person>\n'
  printf '<section kind="work"><p>honest words of ma%sy</p></section>%s</cv>\n' "$letter" "$bibliography"
}

# What a file of each kind does when it is read.
payload() { # NAME
  local canary=$folder/outside/pwned
  case $1 in
    *.lua | *.luc) printf 'io.open("%s", "w"):write("pwned")\nreturn {}\n' "$canary" ;;
    *latexmkrc) printf "system('echo pwned >%s');\n\$pdflatex = 'touch %s';\n" "$canary" "$canary" ;;
    texmf.cnf) printf 'openout_any = a\nopenin_any = a\nshell_escape = t\nTEXINPUTS = %s/beside//\n' "$folder" ;;
    biber.conf) printf '<config><output_directory>%s</output_directory></config>\n' "$folder/outside" ;;
    fonts.conf) printf '<fontconfig><dir>%s</dir></fontconfig>\n' "$folder/outside" ;;
    *.enc) printf '/Wrong [ /a /a /a ] def\n' ;;
    *.tfm | *.pfb | *.fmt) head -c 3000 /dev/zero ;;
    *.map) printf 'ec-lmss10 WrongFont <wrong.pfb\n' ;;
    *)
      printf '\\newwrite\\evil\\immediate\\openout\\evil=%s\\immediate\\write\\evil{pwned}\n' "$canary"
      printf '\\ifx\\directlua\\undefined\\else\\directlua{io.open("%s","w"):write("pwned")}\\fi\n' "$canary"
      printf '\\newread\\spy\\openin\\spy=%s \\read\\spy to\\words\\words\n' "$folder/outside/secret.tex"
      ;;
  esac
}

plant() { # FILE NAME MEANS
  rm -rf "$1"
  case $3 in
    content) payload "$2" >"$1" ;;
    link) ln -s "$folder/outside/precious" "$1" ;;
    hard-link) ln "$folder/outside/precious" "$1" ;;
    fifo) mkfifo "$1" ;;
    huge) payload "$2" >"$1" && truncate -s 3G "$1" ;;
    device) mknod "$1" c 1 5 2>/dev/null || ln -s /dev/zero "$1" ;;
    swapped) : >"$1" && payload "$2" >"$1.evil" && pairs+=("$1" "$1.evil") ;;
  esac
}

# Exchanges files in pairs for each other, over and over, until the case is done.
swap() { # FILE OTHER [FILE OTHER]...
  "$exchange" "$@" &
  swapper=$!
}
# It has ended by itself if the program removed one of them.
stop_swapping() {
  [[ -n $swapper ]] || return 0
  kill "$swapper" 2>/dev/null || true
  wait "$swapper" 2>/dev/null || true
  swapper=''
}

prepare() {
  rm -rf outside beside here cv-latex
  mkdir outside beside beside/cv-latex here
  echo precious >outside/precious
  echo TOPSECRET >outside/secret.tex
  rm -rf tmp && mkdir tmp
  printf '@article{k, author={Doe, A.}, title={T}, journal={J}, year=2020}\n' >beside/refs.bib
  rm -rf cache/xmlcv/documents cache/xmlcv/biber cache/xmlcv/tex-files
}

folder_of() { # PLACE
  case $1 in
    beside | homeless) echo beside ;;
    generated) echo beside/cv-latex ;;
    current) echo here ;;
    temporary) echo tmp ;;
  esac
}

# One build with files planted. A refusal names the first of them that lies where an output goes; the
# build is tried again without it.
attack() { # ENGINE WITH-HOME? NAME:PLACE:MEANS...
  local engine=$1 home=$2 plants=("${@:3}") without_home=() bibliography=none
  [[ $home == yes ]] || without_home=(env -u XDG_CACHE_HOME HOME=/nonexistent)
  count=$((count + ${#plants[@]}))
  while true; do
    local status=0 file name place means words left=() pairs=()
    prepare
    for file in "${plants[@]}"; do
      IFS=: read -r name place means <<<"$file"
      place=$(folder_of "$place")
      [[ ! -e $place/$name ]] || fail "$file is planted twice"
      plant "$place/$name" "$name" "$means"
      [[ $name != biber.conf ]] || bibliography=bibliography
    done
    write_cv "$engine" "$bibliography" >beside/cv.xml
    ((${#pairs[@]} == 0)) || swap "${pairs[@]}"
    (cd here && TMPDIR=$folder/tmp timeout 300 "${without_home[@]}" "${run[@]}" build ../beside/cv.xml \
      -o ../beside/cv.pdf --timeout 200) >log 2>&1 || status=$?
    stop_swapping
    [[ $(<outside/precious) == precious && $(<outside/secret.tex) == TOPSECRET ]] ||
      fail "$engine ${plants[*]}: a canary was written"
    [[ $(find outside -mindepth 1 | wc -l) == 2 ]] || fail "$engine ${plants[*]}: a file was made outside"
    ((status == 2)) || break
    for file in "${plants[@]}"; do
      name=${file%%:*}
      if [[ $file == *:generated:* ]] && grep -q "/$name is a link\|/$name is there already" log; then
        refused=$((refused + 1))
      else
        left+=("$file")
      fi
    done
    ((${#left[@]} < ${#plants[@]})) || fail "$engine ${plants[*]}: refused without a name"
    plants=("${left[@]}")
    ((${#plants[@]} > 0)) || return 0
  done
  ((status == 0)) || fail "$engine ${plants[*]}: status $status"
  words=$(pdftotext beside/cv.pdf - | tr '\n' ' ')
  # Not [nș]: in the locale C that is three bytes.
  [[ $words == *'honest words of many'* || $words == *'honest words of mașy'* ]] ||
    fail "$engine ${plants[*]}: other words: $words"
  [[ $words != *TOPSECRET* ]] || fail "$engine ${plants[*]}: the secret is in the PDF"
}

names=(cv.aux cv.out cv.toc cv.pos cv.fmt preamble.fmt cv.fls cv.fdb_latexmk cv.bbl cv.bcf cv.run.xml
  cv.run fontspec.sty xmlcv.sty moderncv.cls color.cfg t1lmss.fd t1enc.def t1enc.dfu lm-ec.enc
  ec-lmss10.tfm lmss10.pfb pdftex.map luaotfload-main.lua lmsans10-regular.luc texmf.cnf latexmkrc
  .latexmkrc biber.conf fonts.conf cv.log cv-body.tex)
places=(beside generated current temporary homeless)
means=(content link hard-link fifo huge device swapped)
engines=(pdflatex lualatex)

# The honest words first, which also fills the caches.
prepare
for engine in "${engines[@]}"; do
  write_cv "$engine" >beside/cv.xml
  "${run[@]}" build beside/cv.xml -o beside/cv.pdf --timeout 300 >log 2>&1 || fail "the control with $engine"
done

# Each name meets each means, and each place; half of them each engine. What is swapped is built apart,
# as are the builds without a home: there LuaLaTeX makes its index of all fonts anew, which takes 10 s.
declare -A rows=()
add_row() { # NAME PLACE MEANS ENGINE
  local home=yes kind=still
  [[ $2 != homeless ]] || home=no
  [[ $3 != swapped ]] || kind=swapped
  rows["$4 $home $kind"]+=" $1:$2:$3"
}
for ((k = 0; k < ${#means[@]}; ++k)); do
  for i in "${!names[@]}"; do
    add_row "${names[i]}" "${places[(i + k) % 5]}" "${means[(i + i / 5 + k) % 7]}" "${engines[(i + k) % 2]}"
  done
done
# Content in the generated folder, for both engines in any case: that is where it ran before.
for engine in "${engines[@]}"; do
  for name in cv.aux lm-ec.enc latexmkrc fontspec.sty luaotfload-main.lua; do
    rows["$engine yes control"]+=" $name:generated:content"
  done
done
for row in "${!rows[@]}"; do
  read -r engine home _ <<<"$row"
  read -ra files <<<"${rows[$row]}"
  for ((k = 0; k < ${#files[@]}; k += files_a_build)); do
    attack "$engine" "$home" "${files[@]:k:files_a_build}"
  done
done

# What the fresh folders are made from: outputs that are links, and a folder that changes its meaning.
prepare
write_cv pdflatex >beside/cv.xml
ln -s ../outside/precious beside/cv.synctex
"${run[@]}" build beside/cv.xml -o beside/cv.pdf >log 2>&1 || fail 'a synctex that is a link'
[[ $(<outside/precious) == precious && ! -L beside/cv.synctex ]] || fail 'cv.synctex was followed'
echo forged >beside/cv.pdf
"${run[@]}" build beside/cv.xml -o beside/cv.pdf >log 2>&1 || fail 'a forged PDF'
pdftotext beside/cv.pdf - | grep -q honest || fail 'a forged PDF was kept'
mkdir moved
(cd beside && exec timeout 300 "${run[@]}" build cv.xml -o out/cv.pdf >../log 2>&1) &
job=$!
while [[ ! -d beside/out ]] && kill -0 "$job" 2>/dev/null; do :; done
mv beside/out moved/out && ln -s ../outside beside/out
wait "$job" || true
[[ $(find outside -mindepth 1 | wc -l) == 2 ]] || fail 'a folder was exchanged for a link, and followed'

# The inputs that the CV names, exchanged while it is read: for a file outside, and for raw LaTeX. The
# check of a photo's place and its opening are microseconds apart, so this is tried often.
prepare
write_cv pdflatex | sed 's|</name>|</name><photo src="photo.jpg"/>|' >beside/cv.xml
photo='\xFF\xD8\xFF\xC0\x00\x0B\x08\x00\x64\x00\x64\x01\x01\x11\x00\xFF\xD9' # 100 by 100 pixels
printf '%b honest' "$photo" >beside/photo.jpg
printf '%b TOPSECRET' "$photo" >outside/secret.tex
ln -s ../outside/secret.tex beside/evil
swap beside/photo.jpg beside/evil
built=0 tries=100
((files_a_build > 1)) || tries=1000
for ((i = 0; i < tries; ++i)); do
  if "${run[@]}" tex beside/cv.xml -o here/tex >log 2>&1; then
    built=$((built + 1))
    ! grep -q TOPSECRET here/tex/photo.jpg || fail 'an exchanged photo was read'
  fi
done
stop_swapping
((built > tries / 30 && built < tries - tries / 30)) ||
  fail "a photo that is exchanged: $built of $tries were built"
for _ in {1..10}; do
  prepare
  write_cv pdflatex >beside/cv.xml
  sed 's|<p>|<p>TOPSECRET</p><tex>TOPSECRET</tex><p>|' beside/cv.xml >beside/evil
  swap beside/cv.xml beside/evil
  "${run[@]}" build beside/cv.xml -o beside/cv.pdf >log 2>&1 || (($? == 1)) || fail 'an exchanged CV'
  stop_swapping
  [[ ! -f beside/cv.pdf ]] || ! pdftotext beside/cv.pdf - | grep TOPSECRET || fail 'an exchanged CV was built'
done

# Honest users: twice, with a copied folder, as another user, and where no home can be written.
prepare
write_cv pdflatex >beside/cv.xml
for _ in 1 2; do "${run[@]}" build beside/cv.xml -o beside/cv.pdf >log 2>&1 || fail 'twice'; done
cp -r beside copied
"${run[@]}" build copied/cv.xml -o copied/cv.pdf >log 2>&1 || fail 'a copied folder'
rm beside/cv-latex/cv.tex
"${run[@]}" build beside/cv.xml -o beside/cv.pdf >log 2>&1 || fail 'a folder that was cleaned in part'
for home in /nonexistent /; do
  env -u XDG_CACHE_HOME HOME=$home TMPDIR="$folder/tmp" "${run[@]}" build beside/cv.xml \
    -o beside/cv.pdf >log 2>&1 || fail "HOME=$home"
done
chmod o+rx "$folder" && mkdir -p theirs && cp beside/cv.xml theirs/ && chmod 777 theirs
as_nobody=()
((EUID != 0)) || as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
# The program may lie below somebody's home, which others cannot enter.
cp "${run[@]}" theirs
env -u XDG_CACHE_HOME HOME=/nonexistent TMPDIR=/tmp "${as_nobody[@]}" "${run[@]/#*\//theirs/}" build \
  theirs/cv.xml -o theirs/cv.pdf >log 2>&1 || fail 'another user without a home'
# A cache of somebody else is not used.
if ((EUID == 0)); then
  mkdir -p foreign/xmlcv && chown -R 65534 foreign
  XDG_CACHE_HOME=$folder/foreign "${run[@]}" build beside/cv.xml -o beside/cv.pdf >log 2>&1 ||
    fail "somebody else's cache"
  [[ $(find foreign/xmlcv -mindepth 1 | wc -l) == 0 ]] || fail "somebody else's cache was used"
fi
echo "$count planted cases $wall Landlock: $refused refused, the others built, and the honest users"
((count == 7 * ${#names[@]} + 10))
