#include "verdicts.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>

#include "command/pipeline.h"
#include "machine/file.h"
#include "machine/process.h"
#include "xml/combinations.h"
#include "xml/repair.h"
#include "xml/schema.h"
#include "xml/tree.h"

namespace {

namespace fs = std::filesystem;
using namespace xmlcv;

// As the pipeline does it for `xmlcv check --allow-tex`.
Diagnostics diagnose(const Source& source, const fs::path& folder, bool& well_formed) {
  Diagnostics result;
  well_formed = check_syntax(source, result, [](const Source&, Diagnostics&) {});
  if (!well_formed) return result;
  PipelineInputs inputs{{folder, {}}};
  inputs.allow_tex = true;
  const Pipeline pipeline(std::move(inputs));
  const auto whole = parse_tree(source);
  const auto choices = Pipeline::check_vocabulary(source, whole, result);
  for (const auto& selection : combinations(choices)) {
    const auto tree = parse_tree(source);
    const bool whole_is_good = !result.has_errors();
    const Cv cv = pipeline.load(source, tree, find_choices(tree), selection, whole_is_good, result);
    if (!result.has_errors()) pipeline.write(cv, result);
  }
  for (const auto& one : result.sorted()) {
    if (one.location.source == nullptr) throw std::runtime_error("without a place: " + one.message);
  }
  return result;
}

Verdict ask_xmlcv(const Sample& sample, const fs::path& folder) {
  const Source source(sample.file, sample.xml);
  Verdict result;
  const auto diagnostics = diagnose(source, folder, result.well_formed);
  std::set<std::string> messages;
  for (const auto& one : diagnostics.sorted()) {
    if (one.severity == Severity::error) messages.insert(one.message);
  }
  result.messages.assign(messages.begin(), messages.end());
  return result;
}

using Files = std::vector<std::string>;

// Java reads file names by the locale; and for runs this short its second compiler is a loss.
Outcome run_engine(const std::string& program, std::vector<std::string> arguments,
                   const Files& files, const fs::path& folder) {
  const auto path = find_program(program);
  if (!path) throw std::runtime_error(program + " is not installed");
  arguments.insert(arguments.end(), files.begin(), files.end());
  const std::map<std::string, std::string> environment = {
      {"LC_ALL", "C.UTF-8"}, {"JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}};
  auto outcome = run({*path, std::move(arguments), folder, environment, std::chrono::seconds(300)},
                     [](std::string_view) {});
  if (outcome.output.size() >= 1'000'000) throw std::runtime_error(program + " says too much");
  return outcome;
}

// xmllint prints one line for each file: its name, and the verdict.
std::set<std::string> accepted_by_xmllint(const Files& files, const fs::path& folder) {
  const auto said = run_engine("xmllint", {"--noout", "--schema", "cv.xsd"}, files, folder).output;
  std::set<std::string> result;
  for (const auto& file : files) {
    if (("\n" + said).find("\n" + file + " validates\n") != std::string::npos) result.insert(file);
  }
  return result;
}

// jing prints messages alone, each behind the path of its file, but for some that are fatal.
std::set<std::string> accepted_by_jing(std::vector<std::string> schema, const Files& files,
                                       const fs::path& folder) {
  const auto outcome = run_engine("jing", std::move(schema), files, folder);
  const bool all_accepted = outcome.status == 0;
  std::set<std::string> result;
  for (const auto& file : files) {
    const bool named = outcome.output.find("/" + file + ":") != std::string::npos;
    if (files.size() == 1 ? all_accepted : !named) result.insert(file);
  }
  const bool fatal = files.size() > 1 && outcome.output.find("fatal: ") != std::string::npos;
  if (fatal || all_accepted != (result.size() == files.size())) {
    throw std::runtime_error("jing is not understood: " + outcome.output);
  }
  return result;
}

void ask_engines(const Files& files, const fs::path& folder,
                 std::map<std::string, Verdict*>& verdicts) {
  for (const auto& file : accepted_by_xmllint(files, folder)) verdicts[file]->libxml2 = true;
  for (const auto& file : accepted_by_jing({"cv.xsd"}, files, folder))
    verdicts[file]->xerces = true;
  for (const auto& file : accepted_by_jing({"-c", "cv.rnc"}, files, folder)) {
    verdicts[file]->relax_ng = true;
  }
}

// A command line is short of room; and behind a document that is not well-formed jing stops.
std::vector<Files> batches(const Samples& samples, const std::vector<Verdict>& verdicts) {
  constexpr std::size_t largest = 1000;
  std::vector<Files> result(1);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (!verdicts[i].well_formed) {
      result.insert(result.begin(), {samples[i].file});
    } else {
      if (result.back().size() == largest) result.emplace_back();
      result.back().push_back(samples[i].file);
    }
  }
  if (result.back().empty()) result.pop_back();
  return result;
}

}  // namespace

std::vector<Verdict> judge(const Samples& samples, const fs::path& folder) {
  std::map<std::string, Verdict*> by_file;
  std::vector<Verdict> result;
  result.reserve(samples.size());
  for (const auto& sample : samples) {
    write_file(folder / sample.file, sample.xml);
    result.push_back(ask_xmlcv(sample, folder));
    if (!by_file.emplace(sample.file, &result.back()).second) {
      throw std::runtime_error("two documents are named " + sample.file);
    }
  }
  for (const auto& files : batches(samples, result)) ask_engines(files, folder, by_file);
  return result;
}
