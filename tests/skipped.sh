#!/bin/bash
# Why tests were skipped, in whole or in part. ctest runs it in the build folder after all tests.
# Catch2 breaks a long reason into lines.
awk '/^[0-9]+\/[0-9]+ Test: / { sub(/^[^:]*: /, ""); test = $0 }
  /^ *skipped(, in part)?: / { sub(/^ */, ""); printf "%s: %s", test, $0; more = 1; next }
  more && /^  [^ ]/ { sub(/^ /, ""); printf "%s", $0; next }
  { if (more) printf "\n"; more = 0 }' Testing/Temporary/LastTest.log.tmp
