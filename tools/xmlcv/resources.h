#pragma once

#include <string_view>

namespace xmlcv {

// Files of the source tree that are part of the program, so that it finds them wherever it is
// installed. UTF-8.
extern const std::string_view cv_xsd;
extern const std::string_view xml_xsd;
extern const std::string_view cv_rnc;
extern const std::string_view schemas_xml;
extern const std::string_view starter_xml;
extern const std::string_view xmlcv_sty;
extern const std::string_view latexmkrc;
extern const std::string_view biber_conf;

}  // namespace xmlcv
