# Writes a C++ file with the texts of files in it: cmake -DOUTPUT=resources.cpp
# "-DRESOURCES=name=path;name=path" -P embed.cmake
set(code "// Made by cmake/embed.cmake.\n#include \"machine/resources.h\"\n\nnamespace xmlcv {\n")
foreach(resource IN LISTS RESOURCES)
  string(REGEX MATCH "^([^=]+)=(.+)$" matched "${resource}")
  file(READ "${CMAKE_MATCH_2}" text)
  string(APPEND code "\nconst std::string_view ${CMAKE_MATCH_1} = R\"resource(${text})resource\";\n")
endforeach()
file(WRITE "${OUTPUT}" "${code}\n}  // namespace xmlcv\n")
