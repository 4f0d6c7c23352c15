# Targets for those who work on xmlcv itself. Each looks for its tools when it runs.

# xml/cv.xsd and xml/xml.xsd from xml/cv.rnc. The abstract elements that trang would make are
# offered by editors as if somebody could write them. trang writes in a folder of its own, so that
# xml/cv.xsd is never one that xml/one-root.xsl has not seen.
set(schema_folder "${CMAKE_CURRENT_BINARY_DIR}/schema")
add_custom_target(schema
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${schema_folder}"
  COMMAND trang -o disable-abstract-elements xml/cv.rnc "${schema_folder}/cv.xsd"
  COMMAND xsltproc -o xml/cv.xsd xml/one-root.xsl "${schema_folder}/cv.xsd"
  COMMAND "${CMAKE_COMMAND}" -E copy "${schema_folder}/xml.xsd" xml/xml.xsd
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Making xml/cv.xsd from xml/cv.rnc"
  VERBATIM)

# What LaTeX's commands print, from unicode-math's table and biber's, which Debian has there.
set(XMLCV_RECODE_DATA /usr/share/perl5/Biber/LaTeX/recode_data.xml CACHE FILEPATH
  "biber's table of LaTeX commands")
mark_as_advanced(XMLCV_RECODE_DATA)
add_custom_target(symbols
  COMMAND tools/symbols/make "${XMLCV_RECODE_DATA}" tools/xmlcv/bibliography/tex_symbols.tsv
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Writing tools/xmlcv/bibliography/tex_symbols.tsv"
  VERBATIM)

# The README's table of keywords.
add_custom_target(readme
  COMMAND "${CMAKE_COMMAND}" -DFROM=README.md -DTO=README.md -P cmake/readme_table.cmake
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Writing the table of keywords into the README"
  VERBATIM)

file(GLOB_RECURSE xmlcv_own_sources CONFIGURE_DEPENDS
  tools/*.cpp tools/*.h tests/*.cpp tests/*.h)
file(GLOB xmlcv_shell_tests CONFIGURE_DEPENDS tests/*.sh tests/*/*.sh tests/unit/logs/record)
set(xmlcv_own_units ${xmlcv_own_sources})
list(FILTER xmlcv_own_units INCLUDE REGEX "tools/xmlcv/.*\\.cpp$")

add_custom_target(format
  COMMAND clang-format -i ${xmlcv_own_sources}
  COMMENT "Formatting the C++ sources"
  VERBATIM)

add_custom_target(lint
  COMMAND clang-format --dry-run -Werror ${xmlcv_own_sources}
  COMMAND shellcheck -x tools/bootstrap tools/bench/run .ci/run .ci/slow ${xmlcv_shell_tests}
  COMMAND run-clang-tidy -quiet "-checks=-clang-analyzer-*" -p "${PROJECT_BINARY_DIR}"
          ${xmlcv_own_units}
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Looking at format, shell scripts and C++ with clang-tidy"
  VERBATIM)

# The checks of clang-tidy that follow each path through a function: half of its time.
add_custom_target(analyze
  COMMAND run-clang-tidy -quiet "-checks=-*,clang-analyzer-*" -p "${PROJECT_BINARY_DIR}"
          ${xmlcv_own_units}
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Looking at C++ with the static analyzer"
  VERBATIM)

# The picture in the README.
add_custom_target(picture
  COMMAND pdftoppm -png -r 80 -f 1 -l 1 -singlefile "${PROJECT_BINARY_DIR}/cv.pdf"
          xml/examples/hanafy
  DEPENDS cv_pdf
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Drawing page 1 of the reference CV"
  VERBATIM)
add_dependencies(picture cv_pdf)
