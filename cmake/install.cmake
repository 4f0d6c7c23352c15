# What  cmake --install  and  cpack  put on a machine: the program, which has all that it needs
# within, the CMake package, and the schema for editors.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/xmlcv")
install(TARGETS xmlcv EXPORT xmlcvTargets)
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
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "latexmk, texlive-latex-extra, texlive-fonts-recommended, \
texlive-luatex, lmodern, biber")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "texlive-fonts-extra, fonts-noto-core, fonts-noto-cjk")
include(CPack)
