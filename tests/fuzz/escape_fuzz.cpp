// What escape makes of any bytes holds no order to TeX, and is the text again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "latex/escape.h"
#include "latex_reader.h"
#include "text/utf8.h"

namespace {

// Stray bytes, controls and U+200B left out: the reader of the XML lets none pass.
std::string readable(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    const char32_t c = xmlcv::next_code_point(bytes, i);
    if (c == xmlcv::nothing_readable || c < U' ' || c == U'\x7F' || c == U'\u200B') continue;
    xmlcv::append_code_point(text, c);
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto text = readable(bytes);
  if (text_of_latex(xmlcv::escape_text(text).text()) != text) std::abort();
  address_of_latex(xmlcv::escape_url(bytes).text());
  return 0;
}
