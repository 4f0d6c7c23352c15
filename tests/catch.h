#pragma once

// Debian 12 has Catch2 2, Debian 13 has Catch2 3.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;  // as in Catch2 2
#else
#include <catch2/catch.hpp>
#endif

// Ends a test that cannot be done here. tests/CMakeLists.txt makes it "Skipped", and ctest prints
// the reason at its end. Catch2 2 has no SKIP of its own.
#define SKIP_TEST(why)        \
  do {                        \
    WARN("skipped: " << why); \
    return;                   \
  } while (false)
