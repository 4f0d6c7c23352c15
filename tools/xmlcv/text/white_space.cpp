#include "text/white_space.h"

namespace xmlcv {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string collapse(std::string_view text) {
  std::string result;
  bool pending = false;
  for (const char c : text) {
    if (is_space(c)) {
      pending = !result.empty();
    } else {
      if (pending) result += ' ';
      pending = false;
      result += c;
    }
  }
  return result;
}

}  // namespace xmlcv
