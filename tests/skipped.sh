#!/bin/bash
# Why tests were skipped, in whole or in part. ctest runs it in the build folder after all tests.
awk '/^[0-9]+\/[0-9]+ Test: / { sub(/^[^:]*: /, ""); test = $0 }
  /^ *skipped(, in part)?: / { sub(/^ */, ""); print test ": " $0 }' Testing/Temporary/LastTest.log.tmp
