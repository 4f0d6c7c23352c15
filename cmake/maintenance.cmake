# Targets for those who work on xmlcv itself. Each looks for its tools when it runs.

# Each file that is generated and committed, in the order in which they need each other:
# xml/cv.xsd and xml/xml.xsd from xml/cv.rnc; the tables of the vocabulary and xml/REFERENCE.md from that,
# xml/cv.rules and xml/cv.synonyms; what LaTeX's commands print, from unicode-math's table and biber's; the
# table of keywords in cmake/README.md. A test compares all but the symbols, which follow the TeX Live they
# are of.
#
# The abstract elements that trang would make are offered by editors as if somebody could write them.
# trang writes in a folder of its own, so that xml/cv.xsd is never one that xml/one-root.xsl has not seen.
set(XMLCV_RECODE_DATA /usr/share/perl5/Biber/LaTeX/recode_data.xml CACHE FILEPATH
  "biber's table of LaTeX commands, at Debian's place")
mark_as_advanced(XMLCV_RECODE_DATA)
set(schema_folder "${CMAKE_CURRENT_BINARY_DIR}/schema")
add_custom_target(regenerate
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${schema_folder}"
  COMMAND trang -o disable-abstract-elements xml/cv.rnc "${schema_folder}/cv.xsd"
  COMMAND xsltproc -o xml/cv.xsd xml/one-root.xsl "${schema_folder}/cv.xsd"
  COMMAND "${CMAKE_COMMAND}" -E copy "${schema_folder}/xml.xsd" xml/xml.xsd
  COMMAND xmlcv_vocabulary . .
  COMMAND tools/symbols/make "${XMLCV_RECODE_DATA}" tools/xmlcv/bibliography/tex_symbols.tsv
  COMMAND "${CMAKE_COMMAND}" -DFROM=cmake/README.md -DTO=cmake/README.md
          -P cmake/readme_table.cmake
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Writing what is generated: the XSD, the vocabulary, its pages, the symbols"
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

# clang-tidy does not read GCC's precompiled header: a copy of the commands goes without it.
set(lint_folder "${PROJECT_BINARY_DIR}/lint")
file(MAKE_DIRECTORY "${lint_folder}")
add_custom_command(OUTPUT "${lint_folder}/compile_commands.json"
  COMMAND sed -nE "s/-Winvalid-pch -include .*cmake_pch[.]hxx[\\\"]*//;w compile_commands.json"
          "${PROJECT_BINARY_DIR}/compile_commands.json"
  DEPENDS "${PROJECT_BINARY_DIR}/compile_commands.json"
  WORKING_DIRECTORY "${lint_folder}"
  VERBATIM)
add_custom_target(lint_commands DEPENDS "${lint_folder}/compile_commands.json")

add_custom_target(lint
  COMMAND clang-format --dry-run -Werror ${xmlcv_own_sources}
  COMMAND shellcheck -x tools/bootstrap tools/bench/run .ci/run .ci/slow ${xmlcv_shell_tests}
  COMMAND run-clang-tidy -quiet "-checks=-clang-analyzer-*" -p "${lint_folder}"
          ${xmlcv_own_units}
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Looking at format, shell scripts and C++ with clang-tidy"
  VERBATIM)

# The checks of clang-tidy that follow each path through a function: half of its time.
add_custom_target(analyze
  COMMAND run-clang-tidy -quiet "-checks=-*,clang-analyzer-*" -p "${lint_folder}"
          ${xmlcv_own_units}
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Looking at C++ with the static analyzer"
  VERBATIM)

# clang-tidy reads the header that is made.
add_dependencies(lint xmlcv_languages lint_commands)
add_dependencies(analyze xmlcv_languages lint_commands)

# The picture in the README: page 1 of the reference CV in each style, side by side.
set(picture_folder "${CMAKE_CURRENT_BINARY_DIR}/picture")
set(picture_builds)
set(picture_pages)
foreach(style IN ITEMS classic casual banking oldstyle)
  list(APPEND picture_builds COMMAND xmlcv build xml/examples/hanafy.xml --style ${style} --quiet
       -o "${picture_folder}/${style}.pdf")
  string(APPEND picture_pages "\\fbox{\\includegraphics[width=70mm]{${style}}}\\kern3mm")
endforeach()
file(WRITE "${picture_folder}/styles.tex" "\\documentclass{minimal}\\usepackage{graphicx}
\\begin{document}\\fboxsep0pt\\setbox0\\hbox{${picture_pages}}\\hoffset-1in\\voffset-1in
\\pdfpagewidth\\wd0\\pdfpageheight\\ht0\\advance\\pdfpageheight\\dp0\\shipout\\box0\\end{document}\n")
add_custom_target(picture
  ${picture_builds}
  COMMAND "${CMAKE_COMMAND}" -E chdir "${picture_folder}" pdflatex -interaction=batchmode styles
  COMMAND pdftoppm -png -r 120 -singlefile "${picture_folder}/styles.pdf" xml/examples/styles
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  COMMENT "Drawing page 1 of the reference CV in each style"
  VERBATIM)
