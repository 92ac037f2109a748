#include "pack/syntax_error.hpp"

#include <algorithm>

namespace tepei::pack {

namespace {

void erase(std::string& text, const std::string& part) {
  const auto at = text.find(part);
  if (at != std::string::npos) text.erase(at, part.size());
}

// The parser's reason without its preamble, which repeats the place, and without what it read last, which is the
// user's text.
std::string reason_of(const ParserReport& report) {
  std::string reason(report.message);
  erase(reason, "; last read: '" + std::string(report.last_read) + "'");
  const auto begin = reason.find(" - ");
  if (begin != std::string::npos) reason.erase(0, begin + 3);
  std::replace(reason.begin(), reason.end(), '\'', '`');
  return reason;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

// Where the guilty token begins: after the blanks and the separators that the parser has accepted.
std::size_t guilty_token(std::string_view json, const ParserReport& report) {
  std::size_t at = report.last_token_end;
  while (at < json.size()) {
    const bool blank = std::string_view(" \t\r\n").find(json[at]) != std::string_view::npos;
    const bool accepted = (json[at] == ',' || json[at] == ':') && at + 1 < report.bytes_read;
    if (!blank && !accepted) break;
    ++at;
  }
  return at;
}

std::string help_for(std::string_view json, std::size_t offset, std::string_view reason) {
  if (offset >= json.size()) return {};
  switch (json[offset]) {
    case '/':
    case '#':
      return "JSON has no comments";
    case '\'':
      return "JSON has its texts in double quotes";
    case '}':
    case ']':
      return begins_with(reason, "unexpected") ? "is there a comma too many before it?" : std::string();
    default:
      return {};
  }
}

}  // namespace

SyntaxError describe(std::string_view json, const ParserReport& report) {
  const std::string reason = reason_of(report);
  SyntaxError error;
  error.offset = guilty_token(json, report);
  error.at_end = report.bytes_read > json.size();
  const bool in_string = error.offset < json.size() && json[error.offset] == '"';
  if (report.message.find("number overflow") != std::string_view::npos) {
    error.problem = {"pack.json.number", "this number is too large"};
  } else if (report.complete) {
    error.problem = {"pack.json.trailing_text", "there is more text after the end of the JSON value"};
  } else if (error.at_end) {
    error.problem = {"pack.json.truncated", in_string ? "the text breaks off inside a string"
                                                      : "the text breaks off before the JSON value is complete"};
  } else {
    // In a string that is not in order the last byte read is the guilty one.
    if (begins_with(reason, "invalid string")) error.offset = report.bytes_read - 1;
    error.problem = {"pack.json.syntax", "this is not JSON: " + reason, help_for(json, error.offset, reason)};
  }
  return error;
}

}  // namespace tepei::pack
