# xmlcv in a project that adds its sources, by add_subdirectory or FetchContent. Nothing of it is in the
# project's default build, but the program where a CV is.

if(XMLCV_EXECUTABLE)
  include(cmake/xmlcv.cmake)
  return()
endif()

set(xmlcv_missing "")
if(CMAKE_CROSSCOMPILING)
  string(CONCAT xmlcv_missing "xmlcv would be compiled for another machine than this one.\n"
    "Configure with -DXMLCV_EXECUTABLE=/path/of/xmlcv")
else()
  include(CheckLanguage)
  check_language(CXX)
  if(CMAKE_CXX_COMPILER)
    enable_language(CXX)
    include(cmake/dependencies.cmake)
  else()
    string(CONCAT xmlcv_missing "xmlcv needs a C++20 compiler.\n"
      "Let ${PROJECT_SOURCE_DIR}/tools/bootstrap cv_pdf install it; then configure again")
  endif()
endif()

if(NOT xmlcv_missing)
  # A tool is fast, whatever the project is built for.
  set(CMAKE_BUILD_TYPE Release)
  add_subdirectory(tools/xmlcv EXCLUDE_FROM_ALL)
else()
  message(STATUS "No CV can be made: ${xmlcv_missing}")
  set(XMLCV_EXECUTABLE "${CMAKE_CURRENT_BINARY_DIR}/xmlcv-is-missing")
  file(WRITE "${XMLCV_EXECUTABLE}" "#!/bin/sh\ncat >&2 <<'END'\n${xmlcv_missing}\nEND\nexit 3\n")
  file(CHMOD "${XMLCV_EXECUTABLE}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
endif()
include(cmake/xmlcv.cmake)
