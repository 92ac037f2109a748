/// Diagnostics as text for a terminal.
#include <algorithm>

#include "tepei/value/diagnostic.hpp"
#include "value/text_characters.hpp"

namespace tepei {

namespace {

constexpr std::size_t window_columns = 120;  // of the source's line, round the caret
constexpr std::string_view margin = "   | ";

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

/// What stands for a character in the source's line: itself, a blank for a tab, `�` for what cannot be shown.
struct Shown {
  std::string_view text;
  std::size_t columns;
};

Shown shown(const Character& character) {
  if (is_visible(character)) return {character.bytes, columns_of(character)};
  if (character.code_point == '\t') return {" ", 1};
  return {"\uFFFD", 1};
}

/// What a character takes of the window: at least one column, lest a million combining marks fit.
std::size_t share_of(const Character& character) {
  return std::max<std::size_t>(1, shown(character).columns);
}

/// The line of `source` that byte `offset` stands in, without its end.
Span line_around(std::string_view source, std::size_t offset) {
  const std::size_t newline = source.substr(0, offset).rfind('\n');
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  std::size_t end = std::min(source.find('\n', offset), source.size());
  if (end > std::max(begin, offset) && source[end - 1] == '\r') --end;
  return {begin, end};
}

/// The part of `line` that fits in the window, the place of the caret in its middle where the line is longer.
Span window_of(std::string_view source, Span line, std::size_t caret) {
  Span window{caret, caret};
  std::size_t columns = 0;
  const auto grow_back = [&](std::size_t limit) {
    while (window.begin > line.begin) {
      const Character character = character_before(source, window.begin);
      if (columns + share_of(character) > limit) return;
      columns += share_of(character);
      window.begin -= character.bytes.size();
    }
  };
  grow_back(window_columns / 2);
  while (window.end < line.end) {
    const Character character = character_at(source, window.end);
    columns += share_of(character);
    if (columns > window_columns) return window;
    window.end += character.bytes.size();
  }
  grow_back(window_columns);
  return window;
}

/// The text and the columns of some characters, and where the last of them ends.
struct Rendered {
  std::string text;
  std::size_t columns = 0;
  std::size_t end = 0;
};

/// The characters that begin from `begin` up to `end`.
Rendered rendered(std::string_view source, std::size_t begin, std::size_t end) {
  Rendered result;
  result.end = begin;
  while (result.end < end) {
    const Character character = character_at(source, result.end);
    const Shown as = shown(character);
    result.text += as.text;
    result.columns += as.columns;
    result.end += character.bytes.size();
  }
  return result;
}

/// `offset` moved back to where its character begins.
std::size_t character_start(std::string_view source, std::size_t offset) {
  if (offset == 0 || offset >= source.size()) return std::min(offset, source.size());
  const std::size_t first = offset - std::min<std::size_t>(offset, 3);
  for (std::size_t at = first; at < offset; ++at) {
    const Character character = character_at(source, at);
    if (character.code_point && at + character.bytes.size() > offset) return at;
  }
  return offset;
}

/// The source's line and, below it, carets under the span; the span's further lines are left out.
std::string excerpt(std::string_view source, Span span) {
  const std::size_t caret = character_start(source, span.begin);
  const Span line = line_around(source, caret);
  const Span window = window_of(source, line, caret);
  const Rendered before = rendered(source, window.begin, caret);
  const Rendered marked = rendered(source, caret, std::clamp(span.end, caret, window.end));
  const Rendered after = rendered(source, marked.end, window.end);
  const bool cut_before = window.begin > line.begin;
  const std::string source_line =
      (cut_before ? "…" : "") + before.text + marked.text + after.text + (window.end < line.end ? "…" : "");
  const std::string blanks(before.columns + (cut_before ? 1 : 0), ' ');
  const std::string carets(std::max<std::size_t>(1, marked.columns), '^');
  return std::string(margin) + source_line + "\n" + std::string(margin) + blanks + carets;
}

std::string place_in_file(const Diagnostic& diagnostic) {
  if (!diagnostic.position) return diagnostic.path;
  const std::string position =
      "line " + std::to_string(diagnostic.position->line) + ", column " + std::to_string(diagnostic.position->column);
  return diagnostic.path.empty() ? position : diagnostic.path + " (" + position + ")";
}

std::string place_of(const Diagnostic& diagnostic) {
  std::string place = place_in_file(diagnostic);
  if (diagnostic.file.empty()) return place;
  return place.empty() ? diagnostic.file : diagnostic.file + ": " + place;
}

}  // namespace

std::string render(const Diagnostic& diagnostic) {
  std::string text = std::string(name_of(diagnostic.severity)) + "[" + diagnostic.code + "]: " + diagnostic.message;
  const std::string place = place_of(diagnostic);
  if (!place.empty()) text += "\n  --> " + place;
  if (diagnostic.span && !diagnostic.source.empty()) text += "\n" + excerpt(diagnostic.source, *diagnostic.span);
  if (!diagnostic.help.empty()) text += "\n  help: " + diagnostic.help;
  return text;
}

std::string render(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += (text.empty() ? "" : "\n") + render(diagnostic);
  return text;
}

}  // namespace tepei
