#!/usr/bin/env bash
# xmlcv as a tool of this machine, whatever the project is compiled for and with: a program that is there
# already, another machine, no compiler, a library that is missing. Nothing of xmlcv is compiled here.
#   host_tool_test.sh SOURCE-OF-XMLCV BUILD-OF-XMLCV PROGRAM
source=$1
built=$2
program=$3
. "$source/tests/consumers/helpers.sh"
repository="$scratch/meine Thesis (ü)"
cp -r "$source/tests/consumers/project" "$repository"
cmake --install "$built" --prefix "$scratch/prefix" >/dev/null
(cd "$source" && tar -cf "$scratch/xmlcv.tar" --exclude=./build* --exclude=./.git .)
"$program" build "$repository/plain.xml" -o "$scratch/by-hand.pdf" 2>/dev/null

cat >"$scratch/other-machine.cmake" <<'END'
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR armv7)
set(CMAKE_SIZEOF_VOID_P 4)
set(CMAKE_FIND_ROOT_PATH /nowhere)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
END
other_machine="-DCMAKE_TOOLCHAIN_FILE=$scratch/other-machine.cmake"
this_program="-DXMLCV_EXECUTABLE=$program"

configure() { # WAY OPTION...
  local way=$1 from=$source
  shift
  [[ $way != FetchContent ]] || from=$scratch/xmlcv.tar
  binary=$scratch/$way
  rm -rf "$binary"
  cmake -S "$repository" -B "$binary" -G Ninja -DWAY="$way" -DXMLCV_SOURCE_DIR="$from" "$@" \
    >"$scratch/log" 2>&1
}
build() { cmake --build "$binary" "$@" >"$scratch/log" 2>&1; }
expect_pdf() { # WHY
  build --target plain_pdf || fail "$1: it does not build"
  ! grep 'CXX' "$scratch/log" || fail "$1: something was compiled"
  cmp "$scratch/by-hand.pdf" "$binary/plain_pdf.pdf" || fail "$1: not the same PDF as by hand"
}
expect_message() { # WHY WORDS
  if build --target plain_pdf; then fail "$1: it builds"; fi
  grep -qF "$2" "$scratch/log" || fail "$1: not said: $2"
}
count=0
good() { count=$((count + 1)); }

for way in find_package add_subdirectory FetchContent; do
  options=("$this_program")
  [[ $way != find_package ]] || options+=("-DCMAKE_PREFIX_PATH=$scratch/prefix")
  configure $way "${options[@]}" || fail "$way: it does not configure"
  expect_pdf "a program that is there, by $way" && good
done
configure add_subdirectory -DXMLCV_EXECUTABLE=/nowhere/xmlcv && fail 'a program that is not there is taken'
grep -q 'XMLCV_EXECUTABLE is no absolute path of a program' "$scratch/log" || fail 'not said that it is not there'

configure find_package "$other_machine" "-Dxmlcv_DIR=$scratch/prefix/lib/cmake/xmlcv" ||
  fail 'for another machine: the package is not found'
expect_pdf 'for another machine, by its package' && good
configure add_subdirectory "$other_machine" "$this_program" || fail 'for another machine: it does not configure'
expect_pdf 'for another machine, by the program' && good
configure add_subdirectory "$other_machine" || fail 'for another machine, without a program: it does not configure'
expect_message 'for another machine, without a program' 'Configure with -DXMLCV_EXECUTABLE=' && good

configure add_subdirectory -DCMAKE_DISABLE_FIND_PACKAGE_pugixml=ON || fail 'without pugixml: it does not configure'
expect_message 'without pugixml' 'apt-get install libpugixml-dev' && good
build --target told || fail 'without pugixml: the rest does not build'

CXX=/nowhere/c++ configure add_subdirectory || fail 'without a compiler: it does not configure'
expect_message 'without a compiler' 'xmlcv needs a C++20 compiler' && good

# What is added is not built unless a CV wants it.
configure add_subdirectory || fail 'the sources do not configure'
[[ $(ninja -C "$binary" -n | grep -c CXX) == 0 ]] || fail 'xmlcv is in the default build'
[[ $(ninja -C "$binary" -n plain_pdf | grep -c CXX) -gt 100 ]] || fail 'a CV wants no xmlcv'
good
echo "a tool of this machine: $count ways are good"
