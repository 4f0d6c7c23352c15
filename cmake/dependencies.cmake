# The libraries of xmlcv. xmlcv_missing names all that are missing at once, with their Debian packages.

# CMake 3.30 drops its own FindBoost; Boost's file is there from 1.70 on.
if(POLICY CMP0167)
  cmake_policy(SET CMP0167 NEW)
endif()

set(xmlcv_missing "")

macro(xmlcv_require library debian_package)
  find_package(${library} QUIET ${ARGN})
  if(NOT ${library}_FOUND)
    string(APPEND xmlcv_missing "\n  ${library} (${debian_package})")
    list(APPEND xmlcv_missing_packages ${debian_package})
  endif()
endmacro()

xmlcv_require(pugixml libpugixml-dev)
xmlcv_require(fmt libfmt-dev)
xmlcv_require(Boost libboost-filesystem-dev 1.74 COMPONENTS filesystem)
xmlcv_require(LibXml2 libxml2-dev)
xmlcv_require(CLI11 libcli11-dev)
xmlcv_require(ICU libicu-dev COMPONENTS uc i18n)
xmlcv_require(Fontconfig libfontconfig-dev)
xmlcv_require(nlohmann_json nlohmann-json3-dev)
xmlcv_require(Threads libc6-dev)
xmlcv_require(ZLIB zlib1g-dev)
# Debian's xxHash 0.8 has no package file of CMake; its header is all that is needed.
find_path(XMLCV_XXHASH_FOLDER xxhash.h)
mark_as_advanced(XMLCV_XXHASH_FOLDER)
if(NOT XMLCV_XXHASH_FOLDER)
  string(APPEND xmlcv_missing "\n  xxHash (libxxhash-dev)")
  list(APPEND xmlcv_missing_packages libxxhash-dev)
endif()
if(XMLCV_BUILD_TESTS)
  xmlcv_require(Catch2 catch2)
endif()

if(xmlcv_missing)
  list(JOIN xmlcv_missing_packages " " xmlcv_missing_packages)
  string(CONCAT xmlcv_missing "xmlcv needs:${xmlcv_missing}\n"
    "On Debian and Ubuntu: apt-get install ${xmlcv_missing_packages}\n"
    "or let ${PROJECT_SOURCE_DIR}/tools/bootstrap cv_pdf do it; then configure again")
endif()
