#include "tepei/explain/text.hpp"

#include "explain/outline.hpp"
#include "explain/plain.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

class Page {
 public:
  explicit Page(Language language) : language_(language) {}

  void line(std::size_t depth, std::string_view text) {
    text_.append(4 * depth, ' ').append(plain(text)).push_back('\n');
  }
  void gap() { text_.push_back('\n'); }

  void lines(std::size_t depth, const std::vector<OutlineLine>& lines) {
    for (const OutlineLine& each : lines) {
      const std::string_view colon = each.label.empty() ? std::string_view() : words(Phrase::colon, language_);
      line(depth, each.label + std::string(colon) + each.text);
      this->lines(depth + 1, each.lines);
    }
  }

  void item(const OutlineItem& item) {
    line(0,
         std::string(mark(item.outcome)) + " " + item.label + std::string(words(Phrase::colon, language_)) + item.word);
    lines(1, item.lines);
  }

  std::string take() && { return std::move(text_); }

 private:
  Language language_;
  std::string text_;
};

}  // namespace

std::string page(const Outline& content, Language language) {
  Page page(language);
  page.line(0, content.headline);
  for (const std::string& line : content.head) page.line(0, line);
  if (!content.items.empty()) {
    page.gap();
    page.line(0, content.items_heading);
  }
  for (const OutlineItem& item : content.items) page.item(item);
  if (!content.legend.empty()) page.line(0, content.legend);
  for (const OutlineSection& section : content.closing) {
    page.gap();
    page.line(0, section.heading);
    page.lines(1, section.lines);
  }
  return std::move(page).take();
}

std::string text(const policy::Decision& decision, const Basis& basis, Language language) {
  return page(outline(decision, basis, language), language);
}

}  // namespace tepei::explain
