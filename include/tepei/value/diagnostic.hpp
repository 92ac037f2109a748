/// What went wrong, where, what was expected and how to mend it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tepei {

/// How grave a diagnostic is. Only `error` makes a `Result` fail.
enum class Severity { error, warning, note };

/// A half-open range of bytes, `[begin, end)`, in the text a diagnostic speaks of.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(Span left, Span right) { return left.begin == right.begin && left.end == right.end; }
};

/// A place in a text for people: both count from 1, columns in Unicode code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;

  friend bool operator==(Position left, Position right) {
    return left.line == right.line && left.column == right.column;
  }
};

/// One problem found in what a user gave: an expression, a pack, a fact, a cell.
///
/// A plain value; safe to copy between threads. `Diagnostic{code, message, help}` makes one without a place.
struct Diagnostic {
  /// Dotted and stable, such as `facts.value.unlisted`; listed in docs/diagnostics.md.
  std::string code{};
  /// One line, lower case, with back-ticks round the user's own words.
  std::string message{};
  /// What to do about it, such as the nearest known name; empty where there is nothing to say.
  std::string help{};
  /// Where: a JSON pointer, a fact's name, or `row 3, column birth_date`; empty where unknown.
  std::string path{};
  /// The text that `span` points into (a FEEL expression); empty where there is none.
  std::string source{};
  /// The guilty bytes of `source`.
  std::optional<Span> span{};
  /// Line and column in the file the problem was read from.
  std::optional<Position> position{};
  Severity severity = Severity::error;
  /// The file `path` and `position` speak of where it is another than the one given: a pack that the given one extends.
  std::string file{};
};

/// All problems of one call, in the order they were found; never only the first.
using Diagnostics = std::vector<Diagnostic>;

/// Adds `more` after what is in `all`.
void append(Diagnostics& all, Diagnostics more);

/// `user_text` in back-ticks, fit for a message: one line, cut after `max_characters` code points with `…`, control and
/// invisible characters as `\n` or `<U+200B>`, bytes that are not UTF-8 as `<0xFF>`.
std::string quoted(std::string_view user_text, std::size_t max_characters = 60);

/// The diagnostic as text for a person: a line with code and message, one with the place, the source's line with carets
/// under the span (at most 120 columns of it; wide characters count two), and the help. No newline at the end.
std::string render(const Diagnostic& diagnostic);

/// Every diagnostic rendered, parted by a newline.
std::string render(const Diagnostics& diagnostics);

/// The line and column of byte `offset` in `text`; the end of the text where `offset` lies past it. A line ends with
/// `\n`; a byte that is not UTF-8 counts as one code point.
Position position_of(std::string_view text, std::size_t offset);

/// The candidate nearest to `word` by edit distance over code points, ASCII case apart, the first of several; or
/// nothing where none is near enough to be meant: at least two edits and more than a third of the word away, or without
/// a character in common. Words above 256 code points are near nothing, so that the cost stays small for any input.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

/// A help text that names the nearest candidate (``did you mean `x`?``), else lists up to `max_listed` of
/// them (``one of `a`, `b` and 3 more``); empty where there are none.
std::string suggest(std::string_view word, const std::vector<std::string>& candidates, std::size_t max_listed = 12);

}  // namespace tepei
