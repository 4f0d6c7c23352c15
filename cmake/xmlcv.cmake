#[=======================================================================[.rst:
xmlcv
-----

Makes PDF files from CVs that are written as XML.

.. command:: xmlcv_add_pdf

  ::

    xmlcv_add_pdf(<target> SOURCE <cv.xml> [OUTPUT <cv.pdf>]
                  [LANGUAGE <tag>] [AUDIENCE <name>...]
                  [STYLE <style>] [COLOR <color>] [FONT <font>] [FONT_SIZE <size>]
                  [PAPER <paper>] [TEXT_AREA <share>] [PAGE_NUMBERS <yes|no>]
                  [PAGES <number>] [ENGINE <pdflatex|lualatex>] [TIMEOUT <seconds>] [ALLOW_TEX]
                  [ALLOW_FOLDER <folder>...] [ALL])

  Adds a target that makes a PDF. It is made again when the XML, the photo, a ``.bib`` file or xmlcv
  itself changes. Nothing is looked for when the project is configured: a machine without TeX can
  configure and build everything else.

  ``SOURCE``
    The XML file, relative to the current source directory.
  ``OUTPUT``
    The PDF, relative to the current binary directory; the target's name with ``.pdf`` where it
    is left out. The LaTeX goes into a folder beside it: ``cv-latex`` for ``cv.pdf``; and
    ``cv.synctex``, by which a viewer finds the place in the XML.
  ``LANGUAGE``, ``AUDIENCE``
    Which of the CV's languages it is, and for which readers; the CV's own language and all that
    it holds where they are left out.
  ``STYLE``, ``COLOR``, ``FONT``, ``FONT_SIZE``, ``PAPER``, ``TEXT_AREA``, ``PAGE_NUMBERS``
    The look, with the values of the attributes of ``<layout>``, before which they go.
  ``PAGES``
    How many pages there may be; more are an error at the first element beyond them.
  ``ENGINE``
    The program that makes the PDF; where it is left out, pdflatex if that has all characters of
    the CV, else lualatex.
  ``ALLOW_TEX``
    Lets raw LaTeX in ``<tex>`` pass.
  ``ALLOW_FOLDER``
    Folders that the photo and ``.bib`` files may be in, beside that of the XML; relative to the
    current source directory.
  ``TIMEOUT``
    Seconds that TeX may take; 60 where it is left out.
  ``ALL``
    Makes the PDF part of the default build.

.. command:: xmlcv_add_chapter

  ::

    xmlcv_add_chapter(<target> SOURCE <cv.xml> [OUTPUT <cv.ltx>]
                      [LANGUAGE <tag>] [AUDIENCE <name>...] [ENGINE <pdflatex|lualatex>]
                      [ALLOW_TEX] [ALLOW_FOLDER <folder>...] [ALL])

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
#]=======================================================================]
include_guard(GLOBAL)

function(xmlcv_add_pdf target)
  set(looks STYLE COLOR FONT FONT_SIZE PAPER TEXT_AREA PAGE_NUMBERS PAGES ENGINE)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALL;ALLOW_TEX" "SOURCE;OUTPUT;TIMEOUT;LANGUAGE;${looks}"
    "AUDIENCE;ALLOW_FOLDER")
  if(DEFINED arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "xmlcv_add_pdf(${target}): unknown keyword: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(DEFINED arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "xmlcv_add_pdf(${target}): no value for: ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if(NOT DEFINED arg_SOURCE)
    message(FATAL_ERROR "xmlcv_add_pdf(${target}): SOURCE is missing")
  endif()
  if(NOT DEFINED arg_OUTPUT)
    set(arg_OUTPUT "${target}.pdf")
  endif()
  if(NOT DEFINED arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  cmake_path(ABSOLUTE_PATH arg_SOURCE BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  cmake_path(ABSOLUTE_PATH arg_OUTPUT BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)
  set(options "")
  foreach(look IN LISTS looks)
    if(DEFINED arg_${look})
      string(TOLOWER "${look}" option)
      string(REPLACE "_" "-" option "${option}")
      list(APPEND options "--${option}" "${arg_${look}}")
    endif()
  endforeach()
  if(DEFINED arg_LANGUAGE)
    list(APPEND options --lang "${arg_LANGUAGE}")
  endif()
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
  set(depfile "${arg_OUTPUT}.d")
  cmake_path(GET arg_OUTPUT PARENT_PATH folder)
  cmake_path(GET arg_OUTPUT STEM LAST_ONLY stem)
  cmake_path(GET arg_SOURCE FILENAME source_name)
  cmake_path(GET arg_OUTPUT FILENAME output_name)

  add_custom_command(
    OUTPUT "${arg_OUTPUT}"
    COMMAND xmlcv::xmlcv build "${arg_SOURCE}" --output "${arg_OUTPUT}" --depfile "${depfile}"
            --timeout "${arg_TIMEOUT}" ${options}
    DEPENDS "${arg_SOURCE}" xmlcv::xmlcv
    DEPFILE "${depfile}"
    COMMENT "Typesetting ${source_name} to ${output_name}"
    VERBATIM)
  set(all "")
  if(arg_ALL)
    set(all ALL)
  endif()
  add_custom_target(${target} ${all} DEPENDS "${arg_OUTPUT}")
  set_target_properties(${target} PROPERTIES ADDITIONAL_CLEAN_FILES
    "${folder}/${stem}-latex;${folder}/${stem}.synctex;${depfile}")
endfunction()

function(xmlcv_add_chapter target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALL;ALLOW_TEX" "SOURCE;OUTPUT;LANGUAGE;ENGINE"
    "AUDIENCE;ALLOW_FOLDER")
  if(DEFINED arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "xmlcv_add_chapter(${target}): unknown keyword: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT DEFINED arg_SOURCE)
    message(FATAL_ERROR "xmlcv_add_chapter(${target}): SOURCE is missing")
  endif()
  if(NOT DEFINED arg_OUTPUT)
    set(arg_OUTPUT "${target}.ltx")
  endif()
  cmake_path(ABSOLUTE_PATH arg_SOURCE BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  cmake_path(ABSOLUTE_PATH arg_OUTPUT BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)
  set(options "")
  if(DEFINED arg_LANGUAGE)
    list(APPEND options --lang "${arg_LANGUAGE}")
  endif()
  if(DEFINED arg_ENGINE)
    list(APPEND options --engine "${arg_ENGINE}")
  endif()
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
  set(depfile "${arg_OUTPUT}.d")
  cmake_path(GET arg_SOURCE FILENAME source_name)
  cmake_path(GET arg_OUTPUT FILENAME output_name)

  add_custom_command(
    OUTPUT "${arg_OUTPUT}"
    COMMAND xmlcv::xmlcv chapter "${arg_SOURCE}" --output "${arg_OUTPUT}" --depfile "${depfile}"
            ${options}
    DEPENDS "${arg_SOURCE}" xmlcv::xmlcv
    DEPFILE "${depfile}"
    COMMENT "Writing ${source_name} as the chapter ${output_name}"
    VERBATIM)
  set(all "")
  if(arg_ALL)
    set(all ALL)
  endif()
  add_custom_target(${target} ${all} DEPENDS "${arg_OUTPUT}")
  cmake_path(GET arg_OUTPUT PARENT_PATH folder)
  set_target_properties(${target} PROPERTIES ADDITIONAL_CLEAN_FILES
    "${folder}/xmlcv.sty;${depfile}")
endfunction()
