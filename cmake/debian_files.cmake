# What Debian's policy asks of a package beyond what is installed: its changelogs, and a manual page that is
# compressed. cpack runs it over the folder that it packs.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
set(usr "${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}")
set(documents "${usr}/share/doc/${CPACK_PACKAGE_NAME}")
set(revision "${CPACK_DEBIAN_PACKAGE_RELEASE}")
if(NOT revision)
  set(revision 1)
endif()
# SOURCE_DATE_EPOCH, or now.
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file("${CPACK_XMLCV_CHANGELOG}" "${documents}/changelog" COPYONLY)
file(WRITE "${documents}/changelog.Debian" "${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}-${revision}) stable; urgency=medium

  * Packaged by xmlcv itself. What is new is in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
file(GLOB manual "${usr}/share/man/man1/*.1")
execute_process(COMMAND gzip -9nf "${documents}/changelog" "${documents}/changelog.Debian" ${manual}
  COMMAND_ERROR_IS_FATAL ANY)
