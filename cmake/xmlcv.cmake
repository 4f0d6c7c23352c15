#[=======================================================================[.rst:
xmlcv
-----

Makes PDF files from CVs that are written as XML. ``find_package(xmlcv)``, ``add_subdirectory``
and ``FetchContent`` give the same commands, and the program as the target ``xmlcv::xmlcv``.
Nothing is looked for when the project is configured: a machine without TeX can configure and
build everything else.

.. command:: xmlcv_add_pdf

  ::

    xmlcv_add_pdf(<target> SOURCE <cv.xml> [<keyword> <value>...]...)

  Adds a target that makes a PDF, again only when the XML, the photo, a ``.bib`` file, the user's
  package or xmlcv itself has changed; and a target ``<target>_watch`` that makes it whenever one of
  them is saved, until Ctrl-C. The target's properties ``XMLCV_OUTPUT`` and ``XMLCV_SOURCE`` are the
  paths of the PDF and of the XML: ``$<TARGET_PROPERTY:<target>,XMLCV_OUTPUT>``.

  ``SOURCE <cv.xml>``
    The XML file, relative to the current source directory.
  ``OUTPUT <cv.pdf>``
    The PDF, relative to the current binary directory; the target's name with ``.pdf`` where it
    is left out. The LaTeX goes into a folder beside it, ``cv-latex`` for ``cv.pdf``; and
    ``cv.synctex``, by which a viewer finds the place in the XML.
  ``LANGUAGE <tag>``
    Which of the CV's languages it is; the CV's own where it is left out.
  ``AUDIENCE <name>...``
    For which readers it is; all that the CV holds where it is left out.
  ``STYLE <style>``
    classic, casual, banking or oldstyle. This and the other looks have the values of the
    attributes of ``<layout>``, and override them.
  ``COLOR <color>``
    The colour of headings and links.
  ``FONT <font>``
    sans or roman.
  ``FONT_SIZE <size>``
    10pt, 11pt or 12pt.
  ``PAPER <paper>``
    a4, letter and others.
  ``TEXT_AREA <share>``
    The share of the paper for text, such as 0.8.
  ``ALIGN <left|justified>``
    Whether the lines of the text end at the margin. In justified text words are divided, which
    costs programs that read the PDF some of them.
  ``PAGE_NUMBERS <yes|no>``
    Whether pages are numbered.
  ``DATES <day|month|year>``
    How exact dates are.
  ``MONTHS <words|numbers>``
    Whether months are words (Mar 2019) or numbers (03/2019).
  ``SECTIONS <kinds>``
    The order of sections, by their kinds: "work education".
  ``PAGES <number>``
    How many pages there may be; more are an error at the first element beyond them.
  ``ENGINE <pdflatex|lualatex>``
    The program that makes the PDF; where it is left out, pdflatex if that has all characters of
    the CV, else lualatex.
  ``PREAMBLE <file.sty>``
    A LaTeX package of your own, loaded behind all others; it may load packages that TeX has.
  ``BIBLIOGRAPHY <refs.bib>``
    The ``.bib`` file that ``<bibliography>`` reads, in place of its ``src``.
  ``ALLOW_FOLDER <folder>...``
    Folders that the photo and ``.bib`` files may be in, beside that of the XML; relative to the
    current source directory.
  ``ALLOW_TEX``
    Lets raw LaTeX in ``<tex>`` pass.
  ``TIMEOUT <seconds>``
    Seconds of CPU time that TeX may take; 60 where it is left out.
  ``ALL``
    Makes the PDF part of the default build.
  ``INSTALL_DESTINATION <folder>``
    Lets ``cmake --install`` put the PDF there, relative to the prefix; it means ``ALL``.
  ``NO_WATCH``
    Adds no ``<target>_watch``.

  Where the files are, the target says: ``$<TARGET_PROPERTY:cv,XMLCV_OUTPUT>``, and ``XMLCV_SOURCE``.
  A SOURCE, OUTPUT or other file is a path, not a generator expression.

.. command:: xmlcv_add_variants

  ::

    xmlcv_add_variants(<target> SOURCE <cv.xml> [LANGUAGES <tag>...] [AUDIENCES <name>...]
                       [STYLES <style>...] [<keyword> <value>...]...)

  Adds a PDF for each language with each audience in each style, by ``xmlcv_add_pdf`` with the other
  keywords: ``<target>_de_industry_banking`` makes ``<target>-de-industry-banking.pdf``, and
  ``<target>`` makes all. ``a+b`` is an audience of two.

.. command:: xmlcv_add_chapter

  ::

    xmlcv_add_chapter(<target> SOURCE <cv.xml> [OUTPUT <cv.ltx>] [LANGUAGE <tag>]
                      [AUDIENCE <name>...] [ENGINE <pdflatex|lualatex|xelatex>] [BIBLIOGRAPHY <refs.bib>]
                      [ALLOW_FOLDER <folder>...] [ALLOW_TEX] [ALL] [INSTALL_DESTINATION <folder>])

  Adds a target that makes the CV as a chapter, which ``\usepackage{xmlcv}`` and
  ``\inputcv[level=section]{cv}`` set in a LaTeX document. ``xmlcv.sty`` goes beside it: the
  document's ``TEXINPUTS`` must name the folder.

  ``OUTPUT``
    The chapter, relative to the current binary directory; the target's name with ``.ltx`` where
    it is left out.
  ``ENGINE``
    The program that sets the document, pdflatex where it is left out. It decides which
    characters the CV may hold.

  The others are as for ``xmlcv_add_pdf``.

.. variable:: XMLCV_EXECUTABLE

  A program xmlcv that is there already, and runs on this machine. Then nothing is compiled, whether the
  project finds a package, adds xmlcv's sources or fetches them. A project that is compiled for another
  machine and adds the sources needs it.
#]=======================================================================]
include_guard(GLOBAL)

if(XMLCV_EXECUTABLE AND NOT TARGET xmlcv::xmlcv)
  if(NOT IS_ABSOLUTE "${XMLCV_EXECUTABLE}" OR NOT EXISTS "${XMLCV_EXECUTABLE}")
    message(FATAL_ERROR "XMLCV_EXECUTABLE is no absolute path of a program: ${XMLCV_EXECUTABLE}")
  endif()
  add_executable(xmlcv::xmlcv IMPORTED GLOBAL)
  set_target_properties(xmlcv::xmlcv PROPERTIES IMPORTED_LOCATION "${XMLCV_EXECUTABLE}")
endif()

# Macros, because projects call the commands below from scopes in which no variable of this file is
# seen. values: keywords with one value; lists: with several.
macro(xmlcv_parse command values lists)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALL;ALLOW_TEX;NO_WATCH" "SOURCE;OUTPUT;BIBLIOGRAPHY;INSTALL_DESTINATION;${values}"
    "ALLOW_FOLDER;${lists}")
  if(DEFINED arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${command}(${target}): unknown keyword: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(DEFINED arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "${command}(${target}): no value for: ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if(NOT DEFINED arg_SOURCE)
    message(FATAL_ERROR "${command}(${target}): SOURCE is missing")
  endif()
  foreach(keyword IN ITEMS SOURCE OUTPUT BIBLIOGRAPHY PREAMBLE ALLOW_FOLDER INSTALL_DESTINATION)
    if("${arg_${keyword}}" MATCHES "\\$<")
      message(FATAL_ERROR
        "${command}(${target}): ${keyword} is a path, not a generator expression: ${arg_${keyword}}")
    endif()
  endforeach()
  if(DEFINED arg_INSTALL_DESTINATION)
    set(arg_ALL TRUE)
  endif()
endmacro()

# The program's options for the keywords that were parsed.
macro(xmlcv_make_options values)
  set(options "")
  foreach(keyword IN ITEMS ${values})
    if(DEFINED arg_${keyword})
      string(TOLOWER "${keyword}" option)
      string(REPLACE "_" "-" option "${option}")
      string(REPLACE "language" "lang" option "${option}")
      list(APPEND options "--${option}" "${arg_${keyword}}")
    endif()
  endforeach()
  foreach(audience IN LISTS arg_AUDIENCE)
    list(APPEND options --audience "${audience}")
  endforeach()
  foreach(allowed IN LISTS arg_ALLOW_FOLDER)
    cmake_path(ABSOLUTE_PATH allowed BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    list(APPEND options --allow-folder "${allowed}")
  endforeach()
  if(arg_ALLOW_TEX)
    list(APPEND options --allow-tex)
  endif()
endmacro()

# Ends configuring if a file is not there, unless the build makes it.
function(xmlcv_require_file keyword file)
  get_source_file_property(is_made "${file}" GENERATED)
  cmake_path(IS_PREFIX CMAKE_BINARY_DIR "${file}" is_below)
  if(EXISTS "${file}" OR is_made OR is_below)
    return()
  endif()
  cmake_path(GET file PARENT_PATH folder)
  cmake_path(GET file EXTENSION LAST_ONLY extension)
  file(GLOB others RELATIVE "${folder}" "${folder}/*${extension}")
  list(JOIN others ", " others)
  if(others)
    set(others "; did you mean ${others}?")
  endif()
  message(FATAL_ERROR "${keyword} is not there: ${file}${others}")
endfunction()

# The characters of paths that get lost on the way to Ninja, which then would make the PDF anew in each
# build: in all paths of a depfile, and in those of outputs too.
function(xmlcv_find_lost_characters in_depfile in_output)
  get_property(lost GLOBAL PROPERTY xmlcv_lost_characters)
  if(NOT lost)
    set(lost "" "")
    if(CMAKE_GENERATOR MATCHES "Ninja")
      execute_process(COMMAND "${CMAKE_MAKE_PROGRAM}" --version OUTPUT_VARIABLE version
        OUTPUT_STRIP_TRAILING_WHITESPACE)
      set(by_ninja "")
      if(version VERSION_LESS 1.13)
        set(by_ninja "&'")
      endif()
      # CMake reads the depfile and writes another one (CMP0116), below 4.4 without quoting these.
      set(by_cmake "")
      if(CMAKE_VERSION VERSION_GREATER_EQUAL 3.28 AND CMAKE_VERSION VERSION_LESS 4.4)
        set(by_cmake "$#")
      endif()
      set(by_old_cmake "")
      if(CMAKE_VERSION VERSION_LESS 3.28)
        set(by_old_cmake "$#")
      endif()
      set(lost "${by_ninja}${by_cmake}" "${by_ninja}${by_cmake}${by_old_cmake}")
    endif()
    set_property(GLOBAL PROPERTY xmlcv_lost_characters "${lost}")
  endif()
  list(GET lost 0 of_depfile)
  list(GET lost 1 of_output)
  set(${in_depfile} "${of_depfile}" PARENT_SCOPE)
  set(${in_output} "${of_output}" PARENT_SCOPE)
endfunction()

# Ends configuring where a path has such a character.
function(xmlcv_require_paths characters)
  if(characters STREQUAL "")
    return()
  endif()
  foreach(path IN LISTS ARGN)
    if(path MATCHES "[${characters}]")
      message(FATAL_ERROR "This CMake (${CMAKE_VERSION}) and Ninja cannot follow a path with one of "
        "${characters}: ${path}\nGive it another name, or take -G \"Unix Makefiles\".")
    endif()
  endforeach()
endfunction()

# What every command makes of a CV: a file, by one run of the program, and a target for it.
macro(xmlcv_add_output verb extension comment)
  if(NOT DEFINED arg_OUTPUT)
    set(arg_OUTPUT "${target}.${extension}")
  endif()
  cmake_path(ABSOLUTE_PATH arg_OUTPUT BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)
  foreach(input IN ITEMS SOURCE PREAMBLE BIBLIOGRAPHY)
    if(DEFINED arg_${input})
      cmake_path(ABSOLUTE_PATH arg_${input} BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
      xmlcv_require_file(${input} "${arg_${input}}")
    endif()
  endforeach()
  xmlcv_find_lost_characters(lost_in_depfile lost_in_output)
  xmlcv_require_paths("${lost_in_output}" "${arg_OUTPUT}")
  xmlcv_require_paths("${lost_in_depfile}" "${arg_SOURCE}" "${arg_PREAMBLE}" "${arg_BIBLIOGRAPHY}")
  xmlcv_make_options("${ARGN}")
  set(command "${verb}" "${arg_SOURCE}" --output "${arg_OUTPUT}" ${options})
  set(depfile "${arg_OUTPUT}.d")
  cmake_path(GET arg_OUTPUT PARENT_PATH folder)
  cmake_path(GET arg_OUTPUT STEM LAST_ONLY stem)
  cmake_path(GET arg_SOURCE FILENAME source_name)
  cmake_path(GET arg_OUTPUT FILENAME output_name)
  set(depfile_target "${arg_OUTPUT}")
  set(depfile_options "")
  if(NOT lost_in_depfile STREQUAL "")
    set(depfile_options --depfile-refuse "${lost_in_depfile}")
  endif()
  cmake_policy(PUSH)
  # CMake 3.25 would parse the depfile and write it anew for Ninja, without quoting # and $; from 3.28 on
  # it warns of OLD. Ninja knows outputs below the build folder by their relative paths.
  if(CMAKE_GENERATOR MATCHES "Ninja" AND CMAKE_VERSION VERSION_GREATER_EQUAL 3.28)
    cmake_policy(SET CMP0116 NEW)
  elseif(CMAKE_GENERATOR MATCHES "Ninja")
    cmake_policy(SET CMP0116 OLD)
    cmake_path(IS_PREFIX CMAKE_BINARY_DIR "${arg_OUTPUT}" is_below)
    if(is_below)
      cmake_path(RELATIVE_PATH depfile_target BASE_DIRECTORY "${CMAKE_BINARY_DIR}")
    endif()
  endif()
  add_custom_command(
    OUTPUT "${arg_OUTPUT}"
    COMMAND xmlcv::xmlcv ${command} --depfile "${depfile}" --depfile-target "${depfile_target}"
            ${depfile_options}
    DEPENDS "${arg_SOURCE}" "$<TARGET_FILE:xmlcv::xmlcv>"
    DEPFILE "${depfile}"
    COMMENT "${comment} ${source_name} to ${output_name}"
    VERBATIM)
  cmake_policy(POP)
  set(all "")
  if(arg_ALL)
    set(all ALL)
  endif()
  add_custom_target(${target} ${all} DEPENDS "${arg_OUTPUT}")
  set_target_properties(${target} PROPERTIES ADDITIONAL_CLEAN_FILES "${depfile}"
    XMLCV_OUTPUT "${arg_OUTPUT}" XMLCV_SOURCE "${arg_SOURCE}")
  if(DEFINED arg_INSTALL_DESTINATION)
    install(FILES "${arg_OUTPUT}" DESTINATION "${arg_INSTALL_DESTINATION}")
  endif()
endmacro()

function(xmlcv_add_pdf target)
  set(values LANGUAGE STYLE COLOR FONT FONT_SIZE PAPER TEXT_AREA ALIGN PAGE_NUMBERS DATES MONTHS
    SECTIONS PAGES ENGINE PREAMBLE TIMEOUT)
  xmlcv_parse(xmlcv_add_pdf "${values}" AUDIENCE)
  xmlcv_add_output(build pdf Typesetting BIBLIOGRAPHY ${values})
  set_property(TARGET ${target} APPEND PROPERTY ADDITIONAL_CLEAN_FILES
    "${folder}/${stem}-latex" "${folder}/${stem}.synctex")

  if(arg_NO_WATCH)
    return()
  endif()
  list(REMOVE_AT command 0)
  add_custom_target(${target}_watch
    COMMAND xmlcv::xmlcv watch ${command}
    USES_TERMINAL
    VERBATIM)
endfunction()

function(xmlcv_add_variants target)
  set(values COLOR FONT FONT_SIZE PAPER TEXT_AREA ALIGN PAGE_NUMBERS DATES MONTHS SECTIONS PAGES ENGINE PREAMBLE TIMEOUT)
  xmlcv_parse(xmlcv_add_variants "${values}" "LANGUAGES;AUDIENCES;STYLES")
  if(DEFINED arg_OUTPUT)
    message(FATAL_ERROR "xmlcv_add_variants(${target}): OUTPUT is for xmlcv_add_pdf alone")
  endif()
  set(passed_on "")
  foreach(keyword IN ITEMS SOURCE BIBLIOGRAPHY INSTALL_DESTINATION ALLOW_FOLDER ${values})
    if(DEFINED arg_${keyword})
      list(APPEND passed_on ${keyword} ${arg_${keyword}})
    endif()
  endforeach()
  foreach(option IN ITEMS ALLOW_TEX NO_WATCH)
    if(arg_${option})
      list(APPEND passed_on ${option})
    endif()
  endforeach()
  foreach(dimension IN ITEMS LANGUAGES AUDIENCES STYLES)
    if(NOT DEFINED arg_${dimension})
      set(arg_${dimension} -)
    endif()
  endforeach()
  set(variants "")
  foreach(language IN LISTS arg_LANGUAGES)
    foreach(audience IN LISTS arg_AUDIENCES)
      foreach(style IN LISTS arg_STYLES)
        string(REPLACE "+" ";" names "${audience}")
        set(chosen LANGUAGE ${language} AUDIENCE ${names} STYLE ${style})
        string(REGEX REPLACE "(^|;)[A-Z]+;-" "" chosen "${chosen}")
        set(parts ${language} ${audience} ${style})
        list(REMOVE_ITEM parts -)
        if(parts STREQUAL "")
          message(FATAL_ERROR "xmlcv_add_variants(${target}): no LANGUAGES, AUDIENCES or STYLES")
        endif()
        list(JOIN parts "_" name)
        list(JOIN parts "-" file)
        xmlcv_add_pdf(${target}_${name} OUTPUT "${target}-${file}.pdf" ${chosen} ${passed_on})
        list(APPEND variants ${target}_${name})
      endforeach()
    endforeach()
  endforeach()
  set(all "")
  if(arg_ALL)
    set(all ALL)
  endif()
  add_custom_target(${target} ${all} DEPENDS ${variants})
endfunction()

function(xmlcv_add_chapter target)
  xmlcv_parse(xmlcv_add_chapter "LANGUAGE;ENGINE" AUDIENCE)
  xmlcv_add_output(chapter ltx Writing BIBLIOGRAPHY LANGUAGE ENGINE)
  set_property(TARGET ${target} APPEND PROPERTY ADDITIONAL_CLEAN_FILES "${folder}/xmlcv.sty")
endfunction()
