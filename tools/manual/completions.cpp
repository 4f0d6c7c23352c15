#include "completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace xmlcv {
namespace {

std::vector<std::string> names_of(const std::vector<CommandText>& commands) {
  std::vector<std::string> result;
  for (const auto& command : commands) result.push_back(command.name);
  return result;
}

// In single quotes of a shell.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

// zsh takes brackets and colons for its own.
std::string zsh_text(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

std::string bash_completion(const std::vector<CommandText>& commands) {
  std::string of_commands;
  for (const auto& command : commands) {
    std::vector<std::string> names;
    std::string values;
    for (const auto& option : command.options) {
      names.insert(names.end(), option.names.begin(), option.names.end());
      if (option.names.empty() || option.values.empty()) continue;
      values += fmt::format("        {}) words={} ;;\n", fmt::join(option.names, "|"),
                            quoted(fmt::format("{}", fmt::join(option.values, " "))));
    }
    of_commands += fmt::format("    {})\n      options={}\n", command.name,
                               quoted(fmt::format("{}", fmt::join(names, " "))));
    if (!values.empty()) of_commands += "      case $before in\n" + values + "      esac\n";
    of_commands += "      ;;\n";
  }
  return fmt::format(
      "# bash completion for xmlcv\n"
      "_xmlcv() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}"
      " options='' words=''\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    mapfile -t COMPREPLY < <(compgen -W {} -- \"$current\")\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n{}"
      "  esac\n"
      "  if [[ -n $words ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
      "  elif [[ $current == -* ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")\n"
      "  else\n"
      "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
      "  fi\n"
      "}}\n"
      "complete -o filenames -F _xmlcv xmlcv\n",
      quoted(fmt::format("{} --help --version", fmt::join(names_of(commands), " "))), of_commands);
}

std::string zsh_completion(const std::vector<CommandText>& commands) {
  std::string result = "#compdef xmlcv\n_xmlcv() {\n  local -a commands\n  commands=(\n";
  for (const auto& command : commands) {
    result += fmt::format("    {}\n", quoted(command.name + ":" + zsh_text(command.text)));
  }
  result +=
      "  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n"
      "  case $words[2] in\n";
  for (const auto& command : commands) {
    result +=
        fmt::format("    {})\n      shift words; ((CURRENT--))\n      _arguments", command.name);
    for (const auto& option : command.options) {
      for (const auto& name : option.names) {
        const auto value = option.argument.empty() ? ""
                           : option.values.empty()
                               ? ":value:_files"
                               : fmt::format(":value:({})", fmt::join(option.values, " "));
        result +=
            " \\\n        " + quoted(fmt::format("{}[{}]{}", name, zsh_text(option.text), value));
      }
    }
    result += " \\\n        '*:file:_files'\n      ;;\n";
  }
  return result + "  esac\n}\n_xmlcv \"$@\"\n";
}

std::string fish_completion(const std::vector<CommandText>& commands) {
  const auto none =
      fmt::format("not __fish_seen_subcommand_from {}", fmt::join(names_of(commands), " "));
  std::string result = "# fish completion for xmlcv\n";
  for (const auto& command : commands) {
    result += fmt::format("complete -c xmlcv -n {} -f -a {} -d {}\n", quoted(none), command.name,
                          quoted(command.text));
    for (const auto& option : command.options) {
      if (option.names.empty()) continue;
      result += fmt::format("complete -c xmlcv -n {}",
                            quoted("__fish_seen_subcommand_from " + command.name));
      for (const auto& name : option.names) {
        result += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.values.empty()) {
        result += " -x -a " + quoted(fmt::format("{}", fmt::join(option.values, " ")));
      } else if (!option.argument.empty()) {
        result += " -r";
      }
      result += " -d " + quoted(option.text) + "\n";
    }
  }
  return result;
}

}  // namespace xmlcv
