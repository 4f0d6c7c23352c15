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
extern const std::string_view starter_bib;
extern const std::string_view xmlcv_sty;       // begins either of:
extern const std::string_view standalone_sty;  // the CV as a document of its own
extern const std::string_view chapter_letters_sty;
extern const std::string_view chapter_sty;  // behind it, the CV in a document of somebody
extern const std::string_view latexmkrc;
extern const std::string_view thesis_latexmkrc;
extern const std::string_view biber_conf;
extern const std::string_view tex_symbols;

}  // namespace xmlcv
