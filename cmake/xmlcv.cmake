#[=======================================================================[.rst:
xmlcv
-----

Makes PDF files from CVs that are written as XML.

.. command:: xmlcv_add_pdf

  ::

    xmlcv_add_pdf(<target> SOURCE <cv.xml> [OUTPUT <cv.pdf>] [TIMEOUT <seconds>] [ALL])

  Adds a target that makes a PDF. It is made again when the XML, the photo or xmlcv itself
  changes. Nothing is looked for when the project is configured: a machine without TeX can
  configure and build everything else.

  ``SOURCE``
    The XML file, relative to the current source directory.
  ``OUTPUT``
    The PDF, relative to the current binary directory; the target's name with ``.pdf`` where it
    is left out. The LaTeX goes into a folder beside it: ``cv-latex`` for ``cv.pdf``.
  ``TIMEOUT``
    Seconds that TeX may take; 60 where it is left out.
  ``ALL``
    Makes the PDF part of the default build.
#]=======================================================================]
include_guard(GLOBAL)

function(xmlcv_add_pdf target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALL" "SOURCE;OUTPUT;TIMEOUT" "")
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
  set(depfile "${arg_OUTPUT}.d")
  cmake_path(GET arg_OUTPUT PARENT_PATH folder)
  cmake_path(GET arg_OUTPUT STEM LAST_ONLY stem)
  cmake_path(GET arg_SOURCE FILENAME source_name)
  cmake_path(GET arg_OUTPUT FILENAME output_name)

  add_custom_command(
    OUTPUT "${arg_OUTPUT}"
    COMMAND xmlcv::xmlcv build "${arg_SOURCE}" --output "${arg_OUTPUT}" --depfile "${depfile}"
            --timeout "${arg_TIMEOUT}"
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
    "${folder}/${stem}-latex;${depfile}")
endfunction()
