#!/bin/bash
# Real clicks in a real viewer: zathura on a screen that nobody sees. Ctrl and a left click on a word opens
# the XML at the word's line, by both commands of latex/README.md.
#   zathura.sh PROGRAM SCRATCH-FOLDER
# zathura 0.5.2 (Debian 12) and 0.5.11 (Debian 13) need no session bus for it, and hand over a path with
# blanks as one argument; Ctrl with a click is their default.
set -euo pipefail
for command in zathura Xvfb xdotool pdftotext; do
  command -v "$command" >/dev/null || {
    echo "skipped: $command is missing"
    exit 77
  }
done
xmlcv=$(realpath "$1")
source=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
mkdir -p "$2"
folder=$(mktemp -d "$(realpath "$2")/zathura-XXXXXX")
server='' viewer='' patience=60

end() { # PROCESS, or nothing
  [[ -z $1 ]] || { kill "$1" && wait "$1"; } 2>/dev/null || true
}
trap 'end "$viewer"; end "$server"; rm -rf "$folder"' EXIT
fail() {
  echo "failed: $*"
  tail -n 5 "$folder"/*.log
  exit 1
}
wait_for() { # WHAT COMMAND...
  local last=$((SECONDS + patience))
  until "${@:2}"; do
    ((SECONDS < last)) || fail "no $1 within $patience s"
    sleep 0.1
  done
}

mkdir -p "$folder/mein Ordner ü" "$folder/bin" "$folder/home/.config/zathura"
cd "$folder/mein Ordner ü"
xml=$PWD/cv.xml
answer=$folder/answer
cp "$source/xml/examples/hanafy.xml" cv.xml
"$xmlcv" build cv.xml -o cv.pdf >"$folder/build.log" 2>&1 || fail 'the example cannot be built'
pdftotext -bbox cv.pdf "$folder/words"
pages=$(grep -c '<page ' "$folder/words")

# The editors of the README write what they are called with, each argument in brackets.
cat >"$folder/bin/emacsclient" <<END_OF_EDITOR
#!/bin/bash
printf '[%s]' "\${0##*/}" "\$@" >${answer@Q}.new && mv ${answer@Q}.new ${answer@Q}
END_OF_EDITOR
chmod +x "$folder/bin/emacsclient"
ln -s emacsclient "$folder/bin/code"

in_readme() { # HOW A COMMAND BEGINS
  local command
  command=$(grep -o "\`$1[^\`]*" "$source/latex/README.md") || fail "latex/README.md has no command $1" >&2
  echo "${command#?}"
}
by_setting=$(in_readme 'set synctex-editor-command ')
by_option=$(in_readme 'zathura -x ')

# A window of the paper's shape, at 2 pixels for a point, with nothing in it but one whole page.
width=1191 height=1684
cat >"$folder/home/.config/zathura/zathurarc" <<END_OF_SETTINGS
set window-width $width
set window-height $height
set adjust-open best-fit
set guioptions ""
set page-padding 0
set window-title-page true
set database null
$by_setting
END_OF_SETTINGS

# Without -noreset the server begins anew whenever its last client goes, such as xdotool.
: >"$folder/display"
Xvfb -displayfd 3 -noreset -screen 0 "$((width + 9))x$((height + 9))x24" 3>"$folder/display" \
  >"$folder/server.log" 2>&1 &
server=$!
number=''
is_served() { read -r number <"$folder/display" || ! kill -0 "$server" 2>/dev/null; }
wait_for 'display of Xvfb' is_served
[[ -n $number ]] || fail 'Xvfb did not start'
export DISPLAY=:$number
unset XAUTHORITY

# No window manager: xdotool sees the window as soon as there is one, and it is at the upper left.
shows() { # PAGE
  kill -0 "$viewer" 2>/dev/null || fail 'zathura has ended'
  xdotool search --onlyvisible --name "/cv\.pdf \[.*\b$1/$pages\b" >/dev/null 2>&1
}
# Without the variables of whoever runs this: a Wayland display, a session bus, settings of GTK.
view() { # PAGE COMMAND
  end "$viewer"
  env -i "HOME=$folder/home" "PATH=$folder/bin:$PATH" LANG=C.UTF-8 "DISPLAY=$DISPLAY" NO_AT_BRIDGE=1 \
    DBUS_SESSION_BUS_ADDRESS=disabled: bash -c "exec $2 --page=$1" >"$folder/viewer.log" 2>&1 &
  viewer=$!
  wait_for "page $1 in the title of zathura's window" shows "$1"
}

# The page of a word that is in the PDF once, and its middle in pixels.
place_of() { # WORD
  awk -F '"' -v word="$1" -v width="$width" -v height="$height" '
    /<page / { ++page; x = width / $2 / 2; y = height / $4 / 2 }
    index($0, ">" word "</word>") { ++found; place = page " " int(($2 + $6) * x) " " int(($4 + $8) * y) }
    END { if (found == 1) print place }' "$folder/words"
}
# One more click where the answer was another: the first may come before the page has its size.
check() { # PAGE WORD, and the answer before and behind the line's number
  local place line wanted got='' last=$((SECONDS + patience))
  place=$(place_of "$2")
  line=$(grep -nwF "$2" cv.xml | cut -d : -f 1) || true
  [[ $place == "$1 "* && $line =~ ^[0-9]+$ ]] ||
    fail "$2 is not once on page $1 ($place) and in the XML ($line)"
  wanted=$3$line$4
  until [[ $got == "$wanted" ]]; do
    ((SECONDS < last)) || fail "a click on $2 is to call: $wanted" $'\nbut it called:' "${got:-nothing}"
    kill -0 "$viewer" 2>/dev/null || fail 'zathura has ended'
    [[ -z $got ]] || sleep 1
    rm -f "$answer"
    # shellcheck disable=SC2086
    xdotool mousemove ${place#* } keydown ctrl click 1 keyup ctrl
    for ((i = 0; i < 50; ++i)); do [[ -e $answer ]] || sleep 0.1; done
    got=$(cat "$answer" 2>/dev/null) || got=''
  done
  echo "$2: $got"
}

view 1 'zathura cv.pdf'
for word in Candidate shrinking Masters Valedictorian; do check 1 "$word" '[emacsclient][+' "][$xml]"; done
view 4 "$by_option"
for word in Visiting recurrent PyTorch; do check 4 "$word" "[code][--goto][$xml:" ']'; done
echo 'a click on a word in zathura opens the XML at its line'
