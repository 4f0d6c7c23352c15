#!/usr/bin/env bash
# A CV in a project, by each CMake from the oldest that is promised to the newest, and each generator: no
# warning where warnings are errors, the PDF is made, nothing is done twice, and a change of the photo or
# of the XML is followed. In a folder whose name is hard to quote the same, or configuring says what
# cannot be followed. The CMakes come from PyPI and are kept in XMLCV_SLOW_CACHE.
#   cmake_matrix.sh XMLCV SOURCE-OF-XMLCV
set -euo pipefail
program=$(realpath "$1") source=$(realpath "$2")
cache=${XMLCV_SLOW_CACHE:-$HOME/.cache/xmlcv-slow}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_CACHE_HOME=$scratch/cache

. "$source/tests/consumers/package.sh"
package "$program" "$source" "$scratch/config"

project() { # FOLDER
  mkdir -p "$1"
  cp "$source/xml/examples/portrait.jpg" "$1/photo.jpg"
  printf '<cv xmlns="urn:xmlcv:1"><person><name><family>Doe</family></name><photo src="photo.jpg"/></person>
<section kind="work"><p>words</p></section></cv>\n' >"$1/cv.xml"
  printf 'cmake_minimum_required(VERSION 3.21)\nproject(cv NONE)\nfind_package(xmlcv REQUIRED)
xmlcv_add_pdf(cv_pdf SOURCE cv.xml ALL)\n' >"$1/CMakeLists.txt"
}

# What went wrong; nothing if all is good.
error() { # CMAKE GENERATOR FOLDER
  local folder="$scratch/$3" strict=(-Werror=dev -DCMAKE_ERROR_DEPRECATED=ON)
  [[ $("$1" --version) != *' version 4.'[4-9]* ]] || strict=(-Werror=author -Werror=deprecated)
  rm -rf "$folder" && project "$folder"
  "$1" -S "$folder" -B "$folder/build" -G "$2" -Dxmlcv_DIR="$scratch/config" "${strict[@]}" \
    >"$scratch/log" 2>&1 || { is_told && echo refused || echo 'does not configure'; return; }
  ! grep -qi 'deprecation' "$scratch/log" || { echo 'warns' && return; }
  local step made
  for step in first nothing photo nothing xml nothing; do
    sleep 1.1
    [[ $step != photo ]] || printf x >>"$folder/photo.jpg"
    [[ $step != xml ]] || sed -i 's/words/other words/' "$folder/cv.xml"
    "$1" --build "$folder/build" >"$scratch/log" 2>&1 || { echo "$step: does not build" && return; }
    made=$(grep -c Typesetting "$scratch/log" || true)
    [[ $made == $([[ $step == nothing ]] && echo 0 || echo 1) ]] || { echo "$step: made $made times" && return; }
  done
  [[ $(head -c 5 "$folder/build/cv_pdf.pdf") == %PDF- ]] || echo 'no PDF'
}

# CMake's own message is about # with Makefiles.
is_told() { grep -q 'cannot follow a path with\|"#" is not allowed' "$scratch/log"; }

status=0
printf '%-8s %-20s %-16s %s\n' CMake generator folder result
for version in 3.21.4 3.25.2 3.28.4 3.31.6 4.1.2 newest; do
  environment=$cache/cmake-$version
  if [[ ! -x $environment/bin/cmake || $version == newest ]]; then
    python3 -m venv "$environment"
    package=cmake
    [[ $version == newest ]] || package+="==$version"
    "$environment/bin/pip" install -q --upgrade "$package"
  fi
  for generator in Ninja 'Ninja Multi-Config' 'Unix Makefiles'; do
    # shellcheck disable=SC2016
    for folder in 'mein Ordner ü' 'R&D' "d'été" '$x' '#1'; do
      result=$(error "$environment/bin/cmake" "$generator" "$folder")
      printf '%-8s %-20s %-16s %s\n' "$("$environment/bin/cmake" --version | sed -n '1s/.* //p')" "$generator" \
        "$folder" "${result:-good}"
      [[ -z $result || ($result == refused && $folder != mein*) ]] || status=1
    done
  done
done
exit "$status"
