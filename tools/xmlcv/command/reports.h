#pragma once

#include <filesystem>
#include <string>

#include "command/success.h"
#include "text/diagnostics.h"

namespace xmlcv {

// As programs read them. What has no place is said of the file.

// One JSON object on a line for each: file, line and column (from 1; in code points; left out
// where there is no place), severity (error, warning, note), message, hint (left out if empty).
std::string json_lines(const Diagnostics& diagnostics);

// What was made, likewise: outputs, pages, engine, seconds.
std::string json_of(const Success& success);

// Workflow commands of GitHub Actions, which shows them at their lines; notes are notices.
// repository: paths are relative to it.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
std::string github_annotations(const Diagnostics& diagnostics,
                               const std::filesystem::path& repository);

// A Code Quality report of GitLab: a JSON array. Errors are major, warnings minor, notes info.
// file: what has no place belongs to it. https://docs.gitlab.com/ci/testing/code_quality/
std::string gitlab_code_quality(const Diagnostics& diagnostics, const std::string& file,
                                const std::filesystem::path& repository);

}  // namespace xmlcv
