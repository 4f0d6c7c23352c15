#include "xml/schema.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include "machine/failure.h"
#include "machine/resources.h"
#include "text/character_reference.h"
#include "text/utf8.h"
#include "xml/tag_balance.h"

namespace xmlcv {
namespace {

template <auto release>
struct Releaser {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};
using ParserContext = std::unique_ptr<xmlParserCtxt, Releaser<xmlFreeParserCtxt>>;
using Document = std::unique_ptr<xmlDoc, Releaser<xmlFreeDoc>>;
using SchemaParser = std::unique_ptr<xmlSchemaParserCtxt, Releaser<xmlSchemaFreeParserCtxt>>;
using Schema = std::unique_ptr<xmlSchema, Releaser<xmlSchemaFree>>;
using Validator = std::unique_ptr<xmlSchemaValidCtxt, Releaser<xmlSchemaFreeValidCtxt>>;

// No network, no entities, no DTD; XML_PARSE_HUGE is left out, so libxml2's own limits on
// depth (256) and on the size of one comment or CDATA section (10 MB) hold.
constexpr int parse_options = XML_PARSE_NONET;

void keep_silent(void*, const char*, ...) {}

std::string first_line(const char* message) {
  std::string text = message == nullptr ? "unknown reason" : message;
  text.resize(std::min(text.size(), text.find('\n')));
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

std::string_view word(const char* text) { return text == nullptr ? "" : text; }

// The last place of a mark before an offset; the offset itself if there is none.
std::size_t back_to(std::string_view mark, const Source& source, std::size_t offset) {
  const auto found = source.text().rfind(mark, offset);
  return found == std::string_view::npos ? offset : found;
}

// Production Char of XML 1.0.
bool is_of_xml(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// A reference in front of the offset, such as &#11; or &#xZ;, that names no character.
std::optional<SyntaxError> invalid_reference(const Source& source, std::size_t offset) {
  const auto text = source.text();
  const auto begin = back_to("&#", source, offset);
  const auto reference = read_character_reference(text.substr(begin));
  auto end = reference ? begin + reference->length
                       : std::min(text.find_first_of("; <>\"'&\n", begin + 2), text.size());
  if (!reference && text.substr(end).starts_with(';')) ++end;
  if (!text.substr(begin).starts_with("&#") || end + 1 < offset) return std::nullopt;
  if (reference && is_of_xml(reference->code)) return std::nullopt;
  return SyntaxError{begin, fmt::format("{} names no character", text.substr(begin, end - begin)),
                     reference ? "XML has no place for it: remove it"
                               : "write a number, such as &#8364; or &#x20AC;",
                     Edit{begin, end - begin, " "}, true};
}

SyntaxError invalid_character(const Source& source, std::size_t offset) {
  if (auto error = invalid_reference(source, offset)) return *error;
  if (offset == source.text().size())
    return {offset, "this is not UTF-8", "save the file as UTF-8"};
  std::size_t end = offset;
  const char32_t c = next_code_point(source.text(), end);
  const Edit repair{offset, end - offset, " "};
  if (c == nothing_readable) {
    return {offset, "this is not UTF-8", "save the file as UTF-8", repair, true};
  }
  if (c >= U' ') return {offset, "this is not UTF-8", "save the file as UTF-8"};
  return {offset, fmt::format("the control character U+{:04X}", static_cast<std::uint32_t>(c)),
          "XML has no place for it: remove it", repair, true};
}

SyntaxError doubled_attribute(std::string_view name, const Source& source, std::size_t offset) {
  const auto text = source.text();
  const auto begin = back_to(name, source, offset);
  SyntaxError error{begin, fmt::format("the attribute {} occurs twice", name), ""};
  const auto quote = text.find_first_of("\"'", begin);
  const auto end = quote == text.npos ? text.npos : text.find(text[quote], quote + 1);
  if (end != text.npos) error.repair = Edit{begin, end + 1 - begin, ""};
  return error;
}

// libxml2 2.9.14 tells the names in str1 and str2, and in int1 the line of the start tag. Where
// it says nothing better, its own message is taken.
SyntaxError describe(const xmlError& error, const Source& source, std::size_t offset) {
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return {back_to("</", source, offset),
              fmt::format("expected </{}>, found </{}>", word(error.str1), word(error.str2)),
              fmt::format("<{}> on line {} is still open", word(error.str1), error.int1)};
    case XML_ERR_TAG_NOT_FINISHED:
      return {offset, fmt::format("expected </{}>, found the end of the file", word(error.str1)),
              fmt::format("<{}> on line {} is still open", word(error.str1), error.int1),
              Edit{source.text().size(), 0, fmt::format("</{}>", word(error.str1))}};
    case XML_ERR_NAME_REQUIRED:
      if (offset > 0 && (source.text()[offset - 1] == '&' || source.text()[offset - 1] == '<')) {
        return lone_character(source, offset - 1);
      }
      break;
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return lone_character(source, back_to("&", source, offset));
    case XML_ERR_UNDECLARED_ENTITY:
      return {back_to("&", source, offset), fmt::format("unknown entity &{};", word(error.str1)),
              "only &amp; &lt; &gt; &quot; &apos; and numbers such as &#8364; exist; other "
              "characters are typed as they are",
              Edit{back_to("&", source, offset), 1, "&amp;"}, true};
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
      return invalid_character(source, offset);
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return doubled_attribute(word(error.str1), source, offset);
    case XML_ERR_LT_IN_ATTRIBUTE:
      return {offset, "found < in the value of an attribute",
              "the quote at the value's end is missing, or write &lt;"};
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
      return {offset, "expected a quote", "write the value of an attribute in quotes"};
    case XML_ERR_DOCUMENT_EMPTY:
      return {offset, "expected <cv>, found text", "a CV begins with <cv xmlns=\"urn:xmlcv:1\">"};
    case XML_ERR_DOCUMENT_END:
      return {offset, "found something behind </cv>", "a file holds one <cv> and ends with it",
              Edit{offset, source.text().size() - offset, ""}};
    default:
      break;
  }
  const std::string message = first_line(error.message);
  if (message.starts_with("excessive depth")) {
    return {offset, "elements are nested more than 256 deep", ""};
  }
  return {offset, message, ""};
}

// Errors that libxml2 may notice long behind the mistake.
bool concerns_tags(const xmlError& error) {
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_LT_IN_ATTRIBUTE:
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_SPACE_REQUIRED:
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_LTSLASH_REQUIRED:
      return true;
    default:
      return false;
  }
}

#if LIBXML_VERSION >= 21200
using StructuredError = const xmlError*;
#else
using StructuredError = xmlErrorPtr;
#endif

// What the parser's error handler needs. Only the first error is kept: libxml2 goes on, and
// what it says then follows from the first.
struct SyntaxCheck {
  const Source& source;
  std::optional<SyntaxError> error;
  bool has_doctype = false;
};

SyntaxCheck& check_of(void* context) {
  return *static_cast<SyntaxCheck*>(static_cast<xmlParserCtxt*>(context)->_private);
}

// Only errors are of interest: a tree, which libxml2's own handlers make, costs twice the parsing.
void make_no_tree(xmlSAXHandler& handler) {
  handler.startElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*, int,
                              const xmlChar**, int, int, const xmlChar**) {};
  handler.endElementNs = nullptr;
  handler.characters = nullptr;
  handler.ignorableWhitespace = nullptr;
  handler.cdataBlock = nullptr;
  handler.comment = nullptr;
  handler.processingInstruction = nullptr;
}

// Ends there: what a DOCTYPE declares is never looked at.
void stop_at_doctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  check_of(context).has_doctype = true;
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

// libxml2 2.9.14 counts columns in what it decoded, so a place may be the end of the file.
bool is_inside(const Source& source, const std::optional<Edit>& repair) {
  const auto size = source.text().size();
  return !repair || (repair->offset <= size && repair->length <= size - repair->offset);
}

void keep_first_error(void* data, StructuredError error) {
  auto& check = check_of(data);
  if (check.error || error->level < XML_ERR_ERROR) return;
  const auto& source = check.source;
  const auto line = static_cast<std::size_t>(std::max(error->line, 1));
  const auto column = static_cast<std::size_t>(std::max(error->int2, 1));
  const auto offset = source.offset({line, column});
  if (concerns_tags(*error)) check.error = find_tag_error(source, offset);
  if (!check.error) check.error = describe(*error, source, offset);
  if (!is_inside(source, check.error->repair)) check.error->repair.reset();
}

// The file has one, so it is the first that stands in no comment.
std::size_t find_doctype(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    const auto doctype = text.find("<!DOCTYPE", at);
    const auto comment = text.find("<!--", at);
    if (comment >= doctype) return doctype == text.npos ? 0 : doctype;
    at = text.find("-->", comment);
    if (at == text.npos) return 0;
  }
}

SyntaxError doctype_in(const Source& source) {
  const auto begin = find_doctype(source.text());
  SyntaxError error{begin, "a DOCTYPE is not allowed",
                    "remove it: the CV's schema is known by its namespace, urn:xmlcv:1"};
  // One that declares entities between brackets is more than a line to skip.
  const auto end = source.text().find_first_of("[>", begin);
  if (end != std::string_view::npos && source.text()[end] == '>') {
    error.repair = Edit{begin, end + 1 - begin, ""};
  }
  return error;
}

// libxml2 trusts the declared encoding, so a file that is declared as something else is
// refused by what it declares.
std::optional<SyntaxError> other_encoding_in(const xmlDoc& document) {
  if (document.encoding == nullptr) return std::nullopt;
  const auto* encoding = reinterpret_cast<const char*>(document.encoding);
  if (xmlParseCharEncoding(encoding) == XML_CHAR_ENCODING_UTF8 ||
      xmlParseCharEncoding(encoding) == XML_CHAR_ENCODING_ASCII) {
    return std::nullopt;
  }
  return SyntaxError{0, fmt::format("expected UTF-8, found the encoding {}", encoding),
                     "save the file as UTF-8 and write encoding=\"UTF-8\""};
}

xmlParserInputBufferPtr bytes(std::string_view text) {
  return xmlParserInputBufferCreateMem(text.data(), static_cast<int>(text.size()),
                                       XML_CHAR_ENCODING_UTF8);
}

// cv.xsd imports xml.xsd for xml:lang; both come from memory, nothing from the disk.
xmlParserInputPtr load_resource(const char* url, const char*, xmlParserCtxtPtr context) {
  if (std::strcmp(url, "xml.xsd") != 0) return nullptr;
  return xmlNewIOInputStream(context, bytes(xml_xsd), XML_CHAR_ENCODING_UTF8);
}

// libxml2 2.9.14 ends by a signal where memory ends in xmlSchemaParse, so it is asked for before:
// twice the 1.5 MB that all of a small CV takes.
void ask_for_memory() {
  constexpr std::size_t bytes = 4U << 20U;
  void* memory = ::operator new(bytes, std::nothrow);
  if (memory == nullptr) throw Failure(ExitStatus::machine_failed, "there is too little memory");
  ::operator delete(memory);
}

Schema load_schema() {
  ask_for_memory();
  const auto previous = xmlGetExternalEntityLoader();
  xmlSetExternalEntityLoader(load_resource);
  const SchemaParser parser(
      xmlSchemaNewMemParserCtxt(cv_xsd.data(), static_cast<int>(cv_xsd.size())));
  Schema schema(xmlSchemaParse(parser.get()));
  xmlSetExternalEntityLoader(previous);
  if (!schema) throw Failure(ExitStatus::machine_failed, "libxml2 cannot read the built-in schema");
  return schema;
}

struct Gate {
  const Source& source;
  Diagnostics& diagnostics;
};

void report_hole(void* data, StructuredError error) {
  auto& gate = *static_cast<Gate*>(data);
  const auto line = static_cast<std::size_t>(std::max(error->line, 1));
  gate.diagnostics.error(gate.source.at(gate.source.offset({line, 1})),
                         fmt::format("the schema refuses this: {}", first_line(error->message)),
                         "this message should have been clearer: please report it as a bug of "
                         "xmlcv");
}

// They are 50,000 short entries: 0.3 s and 110 MB. TeX Live 2022 takes 16 s for 10,000.
constexpr std::size_t most_elements = 200000;
// libxml2 2.9.14 has the same limit, but only where it makes a tree.
constexpr std::size_t most_bytes_in_text = 10'000'000;

std::optional<SyntaxError> too_large(std::string_view text) {
  std::size_t elements = 0;
  for (auto tag = text.find('<'); tag != text.npos; tag = text.find('<', tag + 1)) {
    if (std::min(text.find('<', tag + 1), text.size()) - tag > most_bytes_in_text) {
      return SyntaxError{tag, "a text has more than 10 MB", "divide it"};
    }
    const char next = tag + 1 < text.size() ? text[tag + 1] : '\0';
    const bool starts_element = next != '/' && next != '!' && next != '?';
    if (!starts_element || ++elements <= most_elements) continue;
    return SyntaxError{tag, fmt::format("there are more than {} elements", most_elements),
                       "no CV is that long: divide it"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<SyntaxError> find_syntax_error(const Source& source) {
  xmlSetGenericErrorFunc(nullptr, keep_silent);
  const auto text = source.text();
  if (text.empty()) {
    return SyntaxError{0, "the file is empty", "a CV begins with <cv xmlns=\"urn:xmlcv:1\">"};
  }
  // libxml2 2.9.14 ends at a NUL byte as if the file did; UTF-16 is full of them.
  if (const auto zero = text.find('\0'); zero != text.npos) {
    if (zero < 2 || text.starts_with("\xFF\xFE")) {
      return SyntaxError{0, "expected UTF-8, found the encoding UTF-16", "save the file as UTF-8"};
    }
    return SyntaxError{zero, "found a NUL byte", "remove it: XML has no place for it",
                       Edit{zero, 1, " "}};
  }
  if (auto error = too_large(text)) return error;
  const ParserContext context(xmlNewParserCtxt());
  SyntaxCheck check{source, std::nullopt};
  context->_private = &check;
  context->sax->serror = keep_first_error;
  context->sax->internalSubset = stop_at_doctype;
  make_no_tree(*context->sax);
  const Document document(xmlCtxtReadMemory(
      context.get(), text.data(), static_cast<int>(text.size()), nullptr, nullptr, parse_options));
  if (check.has_doctype) return doctype_in(source);
  if (check.error) return check.error;
  if (!document) throw Failure(ExitStatus::machine_failed, "libxml2 cannot parse");
  return other_encoding_in(*document);
}

void check_schema(const Source& source, Diagnostics& diagnostics) {
  xmlSetGenericErrorFunc(nullptr, keep_silent);
  const Schema schema = load_schema();
  const Validator validator(xmlSchemaNewValidCtxt(schema.get()));
  Gate gate{source, diagnostics};
  xmlSchemaSetValidStructuredErrors(validator.get(), report_hole, &gate);
  xmlSchemaValidateStream(validator.get(), bytes(source.text()), XML_CHAR_ENCODING_UTF8, nullptr,
                          nullptr);
}

}  // namespace xmlcv
