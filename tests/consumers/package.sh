# shellcheck shell=bash
# A CMake package around a program that is there, as a package manager would have installed it.
package() { # PROGRAM SOURCE-OF-XMLCV FOLDER
  mkdir -p "$3"
  cat >"$3/xmlcv-config.cmake" <<END
add_executable(xmlcv::xmlcv IMPORTED)
set_target_properties(xmlcv::xmlcv PROPERTIES IMPORTED_LOCATION "$1")
include("$2/cmake/xmlcv.cmake")
END
}
