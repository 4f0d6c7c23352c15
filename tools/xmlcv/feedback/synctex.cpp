#include "feedback/synctex.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "text/source.h"
#include "typeset/synctex_records.h"

namespace xmlcv {
namespace {

constexpr long scaled_points_per_point = 65536;

// One setting of a text; what stands in a foot is set on each page.
struct Setting {
  std::vector<std::size_t> lines;  // of the source, of each word; none: nothing of any source
  const Source* source = nullptr;
  std::size_t words = 0;  // as TeX set them
  bool in_word = false;

  // Where TeX and the XML do not count the same words, it is about there.
  std::size_t line_of(std::size_t word) const { return lines[word * lines.size() / words]; }
};

// A part of a word on the page.
struct Ink {
  std::size_t setting;
  std::size_t word;  // of the setting, from 0
  std::size_t box;
  SynctexRecord line;  // the box that it stands in
  long left;
  long right;
};

struct Page {
  long number;
  std::vector<Ink> inks;
};

std::size_t line_of(Location location) { return location.source->position(location.offset).line; }

// Follows TeX over the pages and finds the texts of the XML by their markers.
class Walk {
 public:
  Walk(const Positions& positions, const SourceMap& map, const WordLines& lines)
      : positions_(positions), map_(map), lines_(lines) {}

  void follow(const SynctexSheet& sheet);

  const std::vector<Page>& pages() const { return pages_; }
  const Setting& setting(const Ink& ink) const { return settings_[ink.setting]; }

 private:
  struct Box {
    SynctexRecord begin;
    std::size_t number;
    long filled;  // how far to the right
    bool ends_with_text;
  };
  // A leaf whose end is still to come. Its lines stand in a box, and where that ends with the page,
  // in one at the same place of the next page.
  struct Open {
    std::size_t leaf;
    std::size_t setting;
    std::size_t depth;  // of its lines: the boxes around them
    SynctexRecord around;
    long ended_on;  // the page where its first box ended, or 0
  };
  struct InCall {
    std::size_t call;  // its first line
    std::size_t setting;
    long y;
  };

  void follow(const SynctexRecord& record);
  void begin_box(const SynctexRecord& record);
  void end_box();
  void advance(const SynctexRecord& record);
  void ink(long right);
  void end_word();
  void mark(const SynctexRecord& record);
  void begin_leaf(std::size_t leaf, const SynctexRecord& marker);
  void end_leaf(std::size_t leaf);
  bool is_here(const Open& open) const;
  std::optional<std::size_t> current_setting();
  std::optional<std::size_t> setting_beside();
  long page() const { return pages_.back().number; }

  const Positions& positions_;
  const SourceMap& map_;
  const WordLines& lines_;
  std::size_t next_marker_ = 0;
  std::vector<Page> pages_;
  std::vector<Setting> settings_;
  std::vector<Box> boxes_;
  std::size_t box_count_ = 0;
  std::vector<Open> open_;
  std::optional<InCall> beside_;  // what no leaf followed yet
  std::optional<InCall> last_leaf_;
};

void Walk::follow(const SynctexSheet& sheet) {
  pages_.push_back({sheet.number, {}});
  boxes_.clear();
  beside_.reset();
  for (const auto& record : sheet.records) follow(record);
}

void Walk::follow(const SynctexRecord& record) {
  if (record.kind == '[' || record.kind == '(') return begin_box(record);
  if (boxes_.empty()) return;
  if (record.kind == ']' || record.kind == ')') return end_box();
  if (boxes_.back().begin.kind == '(') advance(record);
}

void Walk::begin_box(const SynctexRecord& record) {
  if (!boxes_.empty() && boxes_.back().begin.kind == '(') ink(record.x);
  boxes_.push_back({record, box_count_++, record.x, false});
}

// Behind the last letters of a box there is no record (pdfTeX 1.40.24).
void Walk::end_box() {
  const auto box = boxes_.back();
  const long right = box.begin.x + box.begin.width;
  if (box.begin.kind == '(' && box.ends_with_text) ink(right);
  for (auto& open : open_) {
    if (open.depth == boxes_.size() && open.ended_on == 0) open.ended_on = page();
  }
  boxes_.pop_back();
  if (boxes_.empty()) return;
  boxes_.back().filled = right;
  boxes_.back().ends_with_text = true;
}

// A record comes where letters end.
void Walk::advance(const SynctexRecord& record) {
  auto& box = boxes_.back();
  const bool is_kern = record.kind == 'k';
  // What protrudes into the margin leaves a kern at a place that is past (pdfTeX 1.40.24).
  if (is_kern && record.width < 0 && record.x - record.width < box.filled) return;
  // A stretched blank is a kern in some lines (pdfTeX 1.40.24).
  const bool is_blank = is_kern || record.kind == 'g';
  const bool is_told_behind = is_kern || record.kind == 'r';
  if (record.kind != 'g') ink(is_told_behind ? record.x - record.width : record.x);
  box.filled = record.kind == 'h' ? record.x + record.width : record.x;
  box.ends_with_text = !is_blank;
  if (record.kind == 'h') mark(record);
  if (is_blank) end_word();
}

void Walk::end_word() {
  if (const auto setting = current_setting()) settings_[*setting].in_word = false;
}

// What stands between the last record and this place.
void Walk::ink(long right) {
  auto& box = boxes_.back();
  const long left = std::exchange(box.filled, right);
  if (left >= right) return;
  const auto number = current_setting();
  if (!number) return;
  auto& setting = settings_[*number];
  if (!setting.in_word) ++setting.words;
  setting.in_word = true;
  pages_.back().inks.push_back({*number, setting.words - 1, box.number, box.begin, left, right});
}

// A marker is an empty box, at the place that cv.pos tells. Where several empty boxes are there
// before the first letters, it is the last: the others belong to what hangs at the left.
void Walk::mark(const SynctexRecord& record) {
  if (boxes_.size() < 2 || record.width != 0 || record.height != 0 || record.depth != 0) return;
  const auto& markers = positions_.markers;
  while (next_marker_ < markers.size() && markers[next_marker_].page < page()) ++next_marker_;
  const auto is_at = [&](std::size_t marker) {
    return marker < markers.size() && markers[marker].page == page() &&
           markers[marker].x == record.x && positions_.paper.height - markers[marker].y == record.y;
  };
  const bool has_just_begun = !open_.empty() && settings_[open_.back().setting].words == 0;
  if (has_just_begun && is_at(next_marker_ - 1) && markers[next_marker_ - 1].begins) {
    open_.back().depth = boxes_.size() - 1;
    open_.back().around = boxes_[boxes_.size() - 2].begin;
  } else if (is_at(next_marker_)) {
    const auto& marker = markers[next_marker_++];
    if (marker.leaf == 0 || marker.leaf > map_.size()) return;
    if (marker.begins) {
      begin_leaf(marker.leaf, record);
    } else {
      end_leaf(marker.leaf);
    }
  }
}

void Walk::begin_leaf(std::size_t leaf, const SynctexRecord& marker) {
  const std::size_t setting = settings_.size();
  open_.push_back({leaf, setting, boxes_.size() - 1, boxes_[boxes_.size() - 2].begin, 0});
  settings_.push_back({lines_.at(leaf - 1), map_.leaf(leaf).location.source});
  const auto call = map_.call_at(marker.line);
  if (!call) return;
  if (beside_ && beside_->call == call->first_line) {
    const bool is_behind = last_leaf_ && last_leaf_->call == call->first_line &&
                           beside_->y != marker.y && !map_.leaves_of(*call).empty();
    const auto& neighbour = settings_[is_behind ? last_leaf_->setting : setting];
    settings_[beside_->setting].lines = {is_behind ? neighbour.lines.back()
                                                   : neighbour.lines.front()};
    settings_[beside_->setting].source = neighbour.source;
  }
  last_leaf_ = {call->first_line, setting, marker.y};
  beside_.reset();
}

void Walk::end_leaf(std::size_t leaf) {
  std::erase_if(open_, [leaf](const Open& open) { return open.leaf == leaf; });
}

bool Walk::is_here(const Open& open) const {
  if (open.ended_on == 0) return true;
  if (open.ended_on == page() || boxes_.size() <= open.depth) return false;
  const auto& around = boxes_[open.depth - 1].begin;
  return around.x == open.around.x && around.y == open.around.y;
}

std::optional<std::size_t> Walk::current_setting() {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (is_here(*open)) return open->setting;
  }
  return setting_beside();
}

// What stands beside the leaves of a call: a comma behind one goes with it; "volume" in front of a
// number and a bullet go with the leaf that follows, if it does so on the same line; raw LaTeX has
// no leaves. A page number comes in the middle of any call, and goes with nothing.
std::optional<std::size_t> Walk::setting_beside() {
  const auto call = map_.call_at(boxes_.back().begin.line);
  if (!call) return std::nullopt;
  const bool is_behind = last_leaf_ && last_leaf_->call == call->first_line;
  if (is_behind && settings_[last_leaf_->setting].in_word) return last_leaf_->setting;
  if (beside_ && beside_->call == call->first_line) return beside_->setting;
  beside_ = {call->first_line, settings_.size(), boxes_.back().begin.y};
  settings_.emplace_back();
  if (map_.leaves_of(*call).empty()) {
    settings_.back() = {{line_of(call->location)}, call->location.source};
  }
  return beside_->setting;
}

// A box of the result: words side by side that are on one line of a source.
struct Piece {
  const Source* source;
  std::size_t line;
  Ink ink;
};

std::vector<Piece> pieces_of(const Page& page, const Walk& walk) {
  std::vector<Piece> pieces;
  for (const auto& ink : page.inks) {
    if (walk.setting(ink).lines.empty()) continue;
    const std::size_t line = walk.setting(ink).line_of(ink.word);
    const auto* source = walk.setting(ink).source;
    const bool goes_on = !pieces.empty() && pieces.back().source == source &&
                         pieces.back().line == line && pieces.back().ink.box == ink.box;
    if (goes_on) {
      pieces.back().ink.right = ink.right;
    } else {
      pieces.push_back({source, line, ink});
    }
  }
  return pieces;
}

// A box, and points in it as close as its lines: most viewers look for the box around a click, and
// LaTeX Workshop for the point next to it.
std::string write(const Piece& piece, std::size_t tag) {
  const auto& [setting, word, box, line, left, right] = piece.ink;
  const long width = right - left;
  std::string result = fmt::format("({},{}:{},{}:{},{},{}\n", tag, piece.line, left, line.y, width,
                                   line.height, line.depth);
  const long steps = 1 + width / std::max(line.height + line.depth, scaled_points_per_point);
  for (long step = 0; step <= steps; ++step) {
    result += fmt::format("x{},{}:{},{}\n", tag, piece.line, left + width * step / steps, line.y);
  }
  return result + ")\n";
}

// The sources by their numbers: the XML, then the .bib files.
class Inputs {
 public:
  Inputs(const SourceMap& map, const Source* xml) : all_{xml} {
    for (std::size_t leaf = 1; leaf <= map.size(); ++leaf) {
      const auto* source = map.leaf(leaf).location.source;
      if (tag(source) > all_.size()) all_.push_back(source);
    }
  }

  std::size_t tag(const Source* source) const {
    return static_cast<std::size_t>(std::ranges::find(all_, source) - all_.begin()) + 1;
  }

  std::string write(const std::string& xml) const {
    std::string result = fmt::format("Input:1:{}\n", xml);
    for (std::size_t i = 1; i < all_.size(); ++i) {
      std::error_code ignored;
      const auto path = std::filesystem::weakly_canonical(all_[i]->path(), ignored);
      result += fmt::format("Input:{}:{}\n", i + 1, path.string());
    }
    return result;
  }

 private:
  std::vector<const Source*> all_;
};

}  // namespace

std::string map_synctex(std::string_view of_tex, const Positions& positions, const SourceMap& map,
                        const WordLines& lines, const std::string& xml) {
  // The first text is the owner's name, in the XML.
  const Source* source = map.size() == 0 ? nullptr : map.leaf(1).location.source;
  const Inputs inputs(map, source);
  Walk walk(positions, map, lines);
  for (const auto& sheet : parse_synctex(of_tex, "cv-body.tex")) walk.follow(sheet);
  std::string result = fmt::format(
      "SyncTeX Version:1\n{}Output:pdf\nMagnification:1000\nUnit:1\nX Offset:0\n"
      "Y Offset:0\nContent:\n",
      inputs.write(xml));
  for (const auto& page : walk.pages()) {
    result += fmt::format("{{{}\n[1,1:0,{}:{},{},0\n", page.number, positions.paper.height,
                          positions.paper.width, positions.paper.height);
    for (const auto& piece : pieces_of(page, walk)) {
      result += write(piece, inputs.tag(piece.source));
    }
    result += fmt::format("]\n}}{}\n", page.number);
  }
  return result + "Postamble:\nCount:0\nPost scriptum:\n";
}

}  // namespace xmlcv
