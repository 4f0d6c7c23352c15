#include "cv/leaves.h"

#include <algorithm>

#include "cv/dates.h"

namespace xmlcv {
namespace {

constexpr auto rows = std::to_array<UnprintedRow>(
    {{"`keywords` of `<cv>`", "they are in the PDF's properties"},
     {"`updated`", "it is the date in the PDF's properties"},
     {"`<variant>`", "it finds the owner in publications"},
     {"`src` of `<photo>`", "the picture is there"},
     {"`href`", "it is where a link leads"},
     {"`src`, `types`, `keys`, `keywords`, `from`, `to` of `<bibliography>`",
      "they choose publications"},
     {"days and months that `dates` of `<layout>` leaves out", "you said how exact dates are"},
     {"authors beyond the number in `authors`",
      "et al. stands for them, and never for the owner"}});

bool is_empty(const std::vector<Inline>& content) {
  return std::ranges::all_of(content, [](const Inline& piece) {
    return piece.kind == Inline::Kind::text && piece.text.empty();
  });
}

// Goes through the leaves() of the structs down to what a leaf is.
class Visit {
 public:
  Visit(const LeafVisitor& visitor, const DateForm& dates) : visitor_(visitor), dates_(dates) {}

  template <class T>
  void operator()(const T& part) const {
    std::apply([this](const auto&... parts) { ((*this)(parts), ...); }, leaves(part));
  }
  template <class T>
  void operator()(const std::optional<T>& part) const {
    if (part) (*this)(*part);
  }
  template <class T>
  void operator()(const std::vector<T>& parts) const {
    for (const auto& part : parts) (*this)(part);
  }
  template <class T>
  void operator()(const Boxed<T>& part) const {
    (*this)(static_cast<const T&>(part));
  }
  void operator()(const Content& content) const { std::visit(*this, content.value); }
  void operator()(const Contact& contact) const { std::visit(*this, contact.value); }

  void operator()(const Text& text) const {
    if (!is_empty(text.content)) visitor_.printed({text.location});
    links(text.content);
  }
  void operator()(const Words& words) const {
    if (!words.value.empty()) visitor_.printed({words.location});
  }
  void operator()(const Location& location) const { visitor_.printed({location}); }
  void operator()(const RawLatex& tex) const { visitor_.raw(tex); }
  void operator()(const Period& period) const;
  template <class T>
  void operator()(const OnNoPage<T>& unprinted) const {
    this->unprinted(unprinted.why, unprinted.part);
  }

 private:
  void links(const std::vector<Inline>& content) const {
    for (const auto& piece : content) {
      if (piece.kind == Inline::Kind::link) visitor_.unprinted(Unprinted::link);
      links(piece.children);
    }
  }

  void unprinted(Unprinted why, const std::string& text) const {
    if (!text.empty()) visitor_.unprinted(why);
  }
  void unprinted(Unprinted why, const Words& words) const { unprinted(why, words.value); }
  void unprinted(Unprinted why, const std::vector<Words>& all) const {
    for (const auto& words : all) unprinted(why, words);
  }
  void unprinted(Unprinted why, const std::vector<Author>& all) const {
    for (const auto& author : all) unprinted(why, author.name);
  }
  void unprinted(Unprinted why, const std::optional<Date>& date) const {
    if (date) visitor_.unprinted(why);
  }

  const LeafVisitor& visitor_;
  DateForm dates_;
};

void Visit::operator()(const Period& period) const {
  const auto& [from, to, present, date, when] = period;
  const auto place = [](const std::optional<Date>& one) {
    return one ? std::optional(one->location) : std::nullopt;
  };
  if (from || to || present || date) {
    visitor_.printed({place(from), place(to), present, place(date)});
  }
  for (const auto& one : {from, to, date}) {
    if (one && is_shortened(*one, dates_)) visitor_.unprinted(Unprinted::dates);
  }
  (*this)(when);
}

}  // namespace

std::span<const UnprintedRow> unprinted_rows() { return rows; }

void visit_leaves(const Cv& cv, const LeafVisitor& visitor) {
  const Visit visit(visitor, date_form(cv.layout));
  visit(cv);
}

UnprintedCounts count_unprinted(const Cv& cv) {
  static_assert(rows.size() == std::tuple_size_v<UnprintedCounts>);
  UnprintedCounts result{};
  visit_leaves(cv, {[](auto) {}, [](const RawLatex&) {},
                    [&result](Unprinted row) { ++result[static_cast<std::size_t>(row)]; }});
  return result;
}

}  // namespace xmlcv
