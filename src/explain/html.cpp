#include "tepei/explain/html.hpp"

#include "explain/outline.hpp"
#include "explain/plain.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char byte : plain(text)) {
    switch (byte) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += byte;
    }
  }
  return result;
}

constexpr std::string_view frame =
    "max-width:60em;line-height:1.5;color:inherit;border:1px solid currentColor;border-radius:4px;padding:.6em 1em";
constexpr std::string_view indented = "margin-left:1.5em";
constexpr std::string_view faint = "opacity:.75";

class Fragment {
 public:
  explicit Fragment(Language language) : language_(language) {
    html_ += "<div class=\"tepei-decision\" lang=\"" + std::string(to_string(language)) + "\" style=\"";
    html_.append(frame).append("\">\n");
  }

  void block(std::string_view style, std::string_view text) {
    html_.append("<div style=\"").append(style).append("\">").append(escaped(text)).append("</div>\n");
  }

  void block(std::string_view text) { html_.append("<div>").append(escaped(text)).append("</div>\n"); }

  void heading(std::string_view text) { block("font-weight:bold;margin-top:.6em", text); }

  void item(const OutlineItem& item) {
    html_ += item.outcome == policy::Outcome::met ? "<details>" : "<details open>";
    html_.append("<summary>").append(mark(item.outcome)).append(" ").append(escaped(item.label));
    html_.append(words(Phrase::colon, language_)).append("<b>").append(escaped(item.word)).append("</b></summary>\n");
    lines(item.lines);
    html_ += "</details>\n";
  }

  void lines(const std::vector<OutlineLine>& lines) {
    for (const OutlineLine& line : lines) {
      html_.append("<div style=\"").append(indented).append("\">");
      if (!line.label.empty()) {
        html_.append("<span style=\"").append(faint).append("\">").append(escaped(line.label));
        html_.append(words(Phrase::colon, language_)).append("</span>");
      }
      html_ += escaped(line.text);
      this->lines(line.lines);
      html_ += "</div>\n";
    }
  }

  std::string take() && { return std::move(html_.append("</div>\n")); }

 private:
  Language language_;
  std::string html_;
};

}  // namespace

std::string fragment(const Outline& content, Language language) {
  Fragment fragment(language);
  fragment.block("font-weight:bold;font-size:1.1em", content.headline);
  for (const std::string& line : content.head) fragment.block(line);
  if (!content.items.empty()) fragment.heading(content.items_heading);
  for (const OutlineItem& item : content.items) fragment.item(item);
  if (!content.legend.empty()) fragment.block(faint, content.legend);
  for (const OutlineSection& section : content.closing) {
    fragment.heading(section.heading);
    fragment.lines(section.lines);
  }
  return std::move(fragment).take();
}

std::string html(const policy::Decision& decision, const Basis& basis, Language language) {
  return fragment(outline(decision, basis, language), language);
}

}  // namespace tepei::explain
