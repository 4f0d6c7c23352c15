# What  cmake --install  and  cpack  put on a machine: the program, which has all that it needs
# within, the CMake package, and the schema for editors.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/xmlcv")
if(XMLCV_PORTABLE)
  # An rpath, unlike a runpath, holds for the libraries' own libraries too.
  set_target_properties(xmlcv PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/xmlcv")
  target_link_options(xmlcv PRIVATE LINKER:--disable-new-dtags)
  install(TARGETS xmlcv EXPORT xmlcvTargets RUNTIME_DEPENDENCY_SET xmlcv_libraries)
  install(RUNTIME_DEPENDENCY_SET xmlcv_libraries
    PRE_EXCLUDE_REGEXES "^(ld-linux.*|libc|libm|libdl|libpthread|librt|libresolv)[.]so"
    LIBRARY DESTINATION lib/xmlcv)
else()
  install(TARGETS xmlcv EXPORT xmlcvTargets)
endif()
install(EXPORT xmlcvTargets NAMESPACE xmlcv:: DESTINATION "${package_folder}")
configure_package_config_file(cmake/xmlcvConfig.cmake.in xmlcvConfig.cmake
  INSTALL_DESTINATION "${package_folder}")
# A program for the host, whatever is built for.
write_basic_package_version_file(xmlcvConfigVersion.cmake COMPATIBILITY SameMinorVersion
  ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/xmlcvConfig.cmake"
  "${PROJECT_BINARY_DIR}/xmlcvConfigVersion.cmake" cmake/xmlcv.cmake
  DESTINATION "${package_folder}")
install(FILES xml/cv.rnc xml/cv.xsd xml/xml.xsd xml/schemas.xml xml/catalog.xml
  DESTINATION "${CMAKE_INSTALL_DATADIR}/xmlcv")
install(DIRECTORY xml/editors DESTINATION "${CMAKE_INSTALL_DATADIR}/xmlcv")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)

set(CPACK_PACKAGE_CONTACT "the authors of xmlcv <xmlcv@example.org>")
set(CPACK_PACKAGE_VENDOR "xmlcv")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION tex)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "A CV is an XML file that any editor understands. xmlcv checks it, and makes
a PDF of it by LaTeX, in a style of moderncv: alone, as a chapter of a thesis,
or from CMake. Every error is shown at its line and column of the XML, and no
word is lost.")
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/debian_files.cmake")
set(CPACK_XMLCV_CHANGELOG "${PROJECT_SOURCE_DIR}/CHANGELOG.md")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "latexmk, texlive-latex-extra, texlive-fonts-recommended, \
texlive-luatex, lmodern, biber")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "texlive-fonts-extra, fonts-noto-core, fonts-noto-cjk")
include(CPack)
