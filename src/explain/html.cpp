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

// The page's own colours: lines and marks are see-through, and none says what words do not say too.
constexpr std::string_view frame =
    "max-width:60em;line-height:1.5;color:inherit;border:1px solid rgba(127,127,127,.45);border-radius:6px;"
    "padding:.6em .9em;margin:.2em 0";
constexpr std::string_view head_style = "opacity:.72;margin-bottom:.3em";
constexpr std::string_view heading_style = "font-weight:bold;margin-top:.5em";
constexpr std::string_view row_style = "border-top:1px solid rgba(127,127,127,.25)";
constexpr std::string_view indented = "margin-left:1.5em";
constexpr std::string_view faint = "opacity:.72";
constexpr std::string_view gist_style = "opacity:.72;font-size:.92em";
constexpr std::string_view detail_style = "font-size:.92em;margin-bottom:.3em";
constexpr std::string_view summary_tag = "<summary style=\"cursor:pointer\">";

// A bar at the left edge, so that verdicts are told apart before they are read.
std::string_view edge(policy::Verdict verdict) {
  switch (verdict) {
    case policy::Verdict::eligible:
      return ";border-left:4px solid rgba(38,150,94,.8)";
    case policy::Verdict::conditional:
      return ";border-left:4px solid rgba(58,124,200,.8)";
    case policy::Verdict::undetermined:
      return ";border-left:4px solid rgba(214,160,30,.8)";
    case policy::Verdict::ineligible:
      return ";border-left:4px solid rgba(190,60,50,.8)";
  }
  return {};
}

class Fragment {
 public:
  Fragment(Language language, const std::optional<policy::Verdict>& verdict) : language_(language) {
    html_ += "<div class=\"tepei-decision\" lang=\"" + std::string(to_string(language)) + "\" style=\"";
    html_.append(frame).append(verdict ? edge(*verdict) : "").append("\">\n");
  }

  void block(std::string_view style, std::string_view text) {
    html_.append("<div style=\"").append(style).append("\">").append(escaped(text)).append("</div>\n");
  }

  // What the answer is about, in one line that wraps.
  void head(const std::vector<std::string>& lines) {
    std::string joined;
    for (const std::string& line : lines) joined.append(joined.empty() ? "" : " · ").append(line);
    if (!joined.empty()) block(head_style, joined);
  }

  // A criterion in one line; open is what stands in the way, unless it only lacks a fact, which that line names.
  void item(const OutlineItem& item) {
    const bool open = item.outcome == policy::Outcome::not_met || item.outcome == policy::Outcome::discretionary;
    begin_folded(open, row_style);
    html_.append(mark(item.outcome)).append(" ").append(escaped(item.label)).append(words(Phrase::colon, language_));
    html_.append("<b>").append(escaped(item.word)).append("</b>");
    if (!open && !item.gist.empty()) {
      html_.append(" <span style=\"").append(gist_style).append("\">").append(escaped(item.gist)).append("</span>");
    }
    end_summary();
    html_.append("<div style=\"").append(detail_style).append("\">\n");
    lines(item.lines);
    html_ += "</div>\n</details>\n";
  }

  void section(const OutlineSection& section) {
    if (!section.folds) {
      block(heading_style, section.heading);
      lines(section.lines);
      return;
    }
    begin_folded(false, heading_style);
    html_ += escaped(section.heading);
    end_summary();
    html_ += "<div style=\"font-weight:normal\">\n";
    lines(section.lines);
    html_ += "</div>\n</details>\n";
  }

  void lines(const std::vector<OutlineLine>& lines) {
    for (const OutlineLine& line : lines) {
      const bool folds = line.folds && !line.lines.empty();
      if (folds) {
        begin_folded(false, indented);
      } else {
        html_.append("<div style=\"").append(indented).append("\">");
      }
      text_of(line);
      if (folds) end_summary();
      this->lines(line.lines);
      html_ += folds ? "</details>\n" : "</div>\n";
    }
  }

  std::string take() && { return std::move(html_.append("</div>\n")); }

 private:
  void begin_folded(bool open, std::string_view style) {
    html_.append(open ? "<details open style=\"" : "<details style=\"").append(style).append("\">");
    html_.append(summary_tag);
  }

  void end_summary() { html_ += "</summary>\n"; }

  void text_of(const OutlineLine& line) {
    if (!line.label.empty()) {
      html_.append("<span style=\"").append(faint).append("\">").append(escaped(line.label));
      html_.append(words(Phrase::colon, language_)).append("</span>");
    }
    html_ += escaped(line.text);
  }

  Language language_;
  std::string html_;
};

}  // namespace

std::string fragment(const Outline& content, Language language) {
  Fragment fragment(language, content.verdict);
  fragment.block("font-weight:bold;font-size:1.1em", content.headline);
  fragment.head(content.head);
  for (const OutlineItem& item : content.items) fragment.item(item);
  if (!content.legend.empty()) fragment.block(gist_style, content.legend);
  for (const OutlineSection& section : content.closing) fragment.section(section);
  return std::move(fragment).take();
}

std::string html(const policy::Decision& decision, const Basis& basis, Language language) {
  return fragment(outline(decision, basis, language), language);
}

}  // namespace tepei::explain
