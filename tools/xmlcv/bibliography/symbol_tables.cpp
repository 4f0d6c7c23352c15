#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "bibliography/latex_commands.h"
#include "machine/resources.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

struct Pair {
  std::string_view name;
  std::string_view text;
};

template <class Table>
std::string_view find(const Table& table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &Pair::name);
  return found == table.end() ? std::string_view() : found->text;
}

// The journals of AASTeX 6.3 and of ADS (aas_macros.sty), by their full names.
constexpr auto journals = std::to_array<Pair>({
    {"aap", "Astronomy and Astrophysics"},
    {"aapr", "Astronomy and Astrophysics Reviews"},
    {"aaps", "Astronomy and Astrophysics Supplement"},
    {"actaa", "Acta Astronomica"},
    {"aj", "Astronomical Journal"},
    {"ao", "Applied Optics"},
    {"apj", "Astrophysical Journal"},
    {"apjl", "Astrophysical Journal Letters"},
    {"apjlett", "Astrophysical Journal Letters"},
    {"apjs", "Astrophysical Journal Supplement Series"},
    {"apjsupp", "Astrophysical Journal Supplement Series"},
    {"aplett", "Astrophysics Letters"},
    {"applopt", "Applied Optics"},
    {"apspr", "Astrophysics Space Physics Research"},
    {"apss", "Astrophysics and Space Science"},
    {"araa", "Annual Review of Astronomy and Astrophysics"},
    {"astap", "Astronomy and Astrophysics"},
    {"azh", "Astronomicheskii Zhurnal"},
    {"baas", "Bulletin of the American Astronomical Society"},
    {"bac", "Bulletin of the Astronomical Institutes of Czechoslovakia"},
    {"bain", "Bulletin Astronomical Institute of the Netherlands"},
    {"caa", "Chinese Astronomy and Astrophysics"},
    {"cjaa", "Chinese Journal of Astronomy and Astrophysics"},
    {"fcp", "Fundamentals of Cosmic Physics"},
    {"gca", "Geochimica et Cosmochimica Acta"},
    {"grl", "Geophysical Research Letters"},
    {"iaucirc", "IAU Circulars"},
    {"icarus", "Icarus"},
    {"jaavso", "Journal of the American Association of Variable Star Observers"},
    {"jcap", "Journal of Cosmology and Astroparticle Physics"},
    {"jcp", "Journal of Chemical Physics"},
    {"jgr", "Journal of Geophysical Research"},
    {"jqsrt", "Journal of Quantitative Spectroscopy and Radiative Transfer"},
    {"jrasc", "Journal of the Royal Astronomical Society of Canada"},
    {"lrr", "Living Reviews in Relativity"},
    {"maps", "Meteoritics and Planetary Science"},
    {"memras", "Memoirs of the Royal Astronomical Society"},
    {"memsai", "Memorie della Società Astronomica Italiana"},
    {"mnras", "Monthly Notices of the Royal Astronomical Society"},
    {"na", "New Astronomy"},
    {"nar", "New Astronomy Reviews"},
    {"nat", "Nature"},
    {"nphysa", "Nuclear Physics A"},
    {"pasa", "Publications of the Astronomical Society of Australia"},
    {"pasj", "Publications of the Astronomical Society of Japan"},
    {"pasp", "Publications of the Astronomical Society of the Pacific"},
    {"physrep", "Physics Reports"},
    {"physscr", "Physica Scripta"},
    {"planss", "Planetary and Space Science"},
    {"pos", "Proceedings of Science"},
    {"pra", "Physical Review A"},
    {"prb", "Physical Review B"},
    {"prc", "Physical Review C"},
    {"prd", "Physical Review D"},
    {"pre", "Physical Review E"},
    {"prl", "Physical Review Letters"},
    {"procspie", "Proceedings of the SPIE"},
    {"psj", "Planetary Science Journal"},
    {"qjras", "Quarterly Journal of the Royal Astronomical Society"},
    {"rmxaa", "Revista Mexicana de Astronomía y Astrofísica"},
    {"rnaas", "Research Notes of the American Astronomical Society"},
    {"skytel", "Sky and Telescope"},
    {"solphys", "Solar Physics"},
    {"sovast", "Soviet Astronomy"},
    {"ssr", "Space Science Reviews"},
    {"ssrv", "Space Science Reviews"},
    {"zap", "Zeitschrift für Astrophysik"},
});

constexpr auto spacing = std::to_array<Pair>(
    {{"\u0300", "`"}, {"\u0301", "´"}, {"\u0302", "^"}, {"\u0303", "~"}, {"\u0308", "¨"}});

constexpr auto entities = std::to_array<Pair>(
    {{"amp", "&"}, {"apos", "'"}, {"gt", ">"}, {"lt", "<"}, {"nbsp", "\u00A0"}, {"quot", "\""}});

struct Row {
  std::string_view kind;
  std::string_view text;
};

// Lines of command, kind and character, with tabs between.
const std::unordered_map<std::string_view, Row>& rows() {
  static const auto all = [] {
    std::unordered_map<std::string_view, Row> result;
    for (auto lines = tex_symbols; !lines.empty();) {
      const auto line = lines.substr(0, lines.find('\n'));
      lines.remove_prefix(std::min(line.size() + 1, lines.size()));
      const auto first = line.find('\t');
      const auto second = line.find('\t', first + 1);
      if (second == std::string_view::npos) continue;
      result.emplace(line.substr(0, first),
                     Row{line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return result;
  }();
  return all;
}

}  // namespace

std::string_view journal_name(std::string_view command) { return find(journals, command); }
std::string_view spacing_accent(std::string_view mark) { return find(spacing, mark); }

TexSymbol symbol_of_tables(std::string_view command) {
  const auto found = rows().find(command);
  if (found == rows().end() || found->second.kind == "accent") return {};
  return {found->second.text, found->second.kind == "relation"};
}

std::string_view accent_of(std::string_view command) {
  const auto found = rows().find(command);
  const bool is_accent = found != rows().end() && found->second.kind == "accent";
  return is_accent ? found->second.text : std::string_view();
}

std::string html_character(std::string_view name) {
  if (!name.starts_with('#')) return std::string(find(entities, name));
  const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), number, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != name.data() + name.size() || number == 0 || number > 0x10FFFF)
    return "";
  std::string result;
  append_code_point(result, number);
  return result;
}

}  // namespace xmlcv
