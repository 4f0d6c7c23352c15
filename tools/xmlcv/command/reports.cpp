#include "command/reports.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "machine/hash.h"
#include "text/source.h"

namespace xmlcv {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string with_hint(const Diagnostic& diagnostic) {
  if (diagnostic.hint.empty()) return diagnostic.message;
  return fmt::format("{} (hint: {})", diagnostic.message, diagnostic.hint);
}

std::string in_repository(const std::string& file, const std::filesystem::path& repository) {
  const auto relative = std::filesystem::absolute(file).lexically_normal().lexically_relative(
      std::filesystem::absolute(repository).lexically_normal());
  return relative.empty() || *relative.begin() == ".." ? file : relative.string();
}

// Workflow commands escape what would end the value.
std::string escaped(std::string_view value, std::string_view special) {
  std::string result;
  for (const char c : value) {
    if (special.find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned>(c));
    }
  }
  return result;
}
std::string github_property(std::string_view value) { return escaped(value, "%\r\n:,"); }
std::string github_data(std::string_view value) { return escaped(value, "%\r\n"); }

std::string_view github_command(Severity severity) {
  return severity == Severity::note ? "notice" : word(severity);
}

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::note:
      break;
  }
  return "info";
}

// GitLab tells old findings from new ones by it, so it holds no line number.
std::string fingerprint(std::string_view text) { return fmt::format("{:016x}", hash_of(text)); }

}  // namespace

std::string json_of(const Success& success) {
  Json json;
  json["outputs"] = Json::array();
  for (const auto& output : success.outputs) json["outputs"].push_back(output.string());
  if (success.pages) json["pages"] = *success.pages;
  if (success.engine) json["engine"] = name_of(*success.engine);
  json["seconds"] = std::round(success.time.count() * 1000) / 1000;
  return dump(json) + "\n";
}

std::string json_lines(const Diagnostics& diagnostics) {
  std::string result;
  for (const auto& diagnostic : diagnostics.sorted()) {
    Json json;
    if (const auto* source = diagnostic.location.source) {
      const auto [line, column] = source->position(diagnostic.location.offset);
      json["file"] = source->path();
      json["line"] = line;
      json["column"] = column;
    }
    json["severity"] = word(diagnostic.severity);
    json["message"] = diagnostic.message;
    if (!diagnostic.hint.empty()) json["hint"] = diagnostic.hint;
    result += dump(json) + "\n";
  }
  return result;
}

std::string github_annotations(const Diagnostics& diagnostics,
                               const std::filesystem::path& repository) {
  std::string result;
  for (const auto& diagnostic : diagnostics.sorted()) {
    std::string place;
    if (const auto* source = diagnostic.location.source) {
      const auto [line, column] = source->position(diagnostic.location.offset);
      place = fmt::format(" file={},line={},col={}",
                          github_property(in_repository(source->path(), repository)), line, column);
    }
    result += fmt::format("::{}{}::{}\n", github_command(diagnostic.severity), place,
                          github_data(with_hint(diagnostic)));
  }
  return result;
}

std::string gitlab_code_quality(const Diagnostics& diagnostics, const std::string& file,
                                const std::filesystem::path& repository) {
  Json report = Json::array();
  std::map<std::string, int> times;  // that the same was said of the same file
  for (const auto& diagnostic : diagnostics.sorted()) {
    const auto* source = diagnostic.location.source;
    const auto path = in_repository(source != nullptr ? source->path() : file, repository);
    const auto line =
        source != nullptr ? source->position(diagnostic.location.offset).line : std::size_t{1};
    const auto what = fmt::format("{}\n{}", path, diagnostic.message);
    report.push_back({{"description", with_hint(diagnostic)},
                      {"check_name", "xmlcv"},
                      {"fingerprint", fingerprint(fmt::format("{}\n{}", what, times[what]++))},
                      {"severity", gitlab_severity(diagnostic.severity)},
                      {"location", {{"path", path}, {"lines", {{"begin", line}}}}}});
  }
  return dump(report) + "\n";
}

}  // namespace xmlcv
