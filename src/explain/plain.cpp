#include "explain/plain.hpp"

#include <utf8proc.h>

#include <cstdio>

namespace tepei::explain {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool breaks_line(utf8proc_int32_t point) {
  return (point >= '\t' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

// Controls, and what a reader cannot see but a screen obeys: directions, joiners, tags.
bool is_hidden(utf8proc_int32_t point) {
  const auto category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

std::string named(utf8proc_int32_t point) {
  char text[16];
  const int length = std::snprintf(text, sizeof text, "<U+%04X>", static_cast<unsigned>(point));
  return std::string(text, static_cast<std::size_t>(length));
}

// Collects characters, holding blanks back until something follows them.
class Line {
 public:
  void blank(bool folds) {
    if (result_.empty()) return;
    folds_ = folds_ || folds;
    ++blanks_;
  }
  void add(std::string_view piece) {
    result_.append(folds_ ? 1 : blanks_, ' ');
    folds_ = false;
    blanks_ = 0;
    result_.append(piece);
  }
  std::string take() && { return std::move(result_); }

 private:
  std::string result_;
  std::size_t blanks_ = 0;
  bool folds_ = false;
};

}  // namespace

std::string plain(std::string_view text) {
  Line line;
  while (!text.empty()) {
    utf8proc_int32_t point = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
    const std::string_view piece = text.substr(0, length > 0 ? static_cast<std::size_t>(length) : 1);
    if (length <= 0) {
      line.add(replacement);
    } else if (point == ' ' || breaks_line(point)) {
      line.blank(point != ' ');
    } else if (is_hidden(point)) {
      line.add(named(point));
    } else {
      line.add(piece);
    }
    text.remove_prefix(piece.size());
  }
  return std::move(line).take();
}

}  // namespace tepei::explain
