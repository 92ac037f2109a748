#include "pack/syntax_error.hpp"

#include <algorithm>

namespace tepei::pack {

namespace {

constexpr std::string_view unclosed_string = "invalid string: missing closing quote";

void erase(std::string& text, const std::string& part) {
  const auto at = text.find(part);
  if (at != std::string::npos) text.erase(at, part.size());
}

// The parser's reason without its preamble, which repeats the place, and without the token, which is the user's text.
std::string reason_of(const ParserReport& report) {
  std::string reason(report.message);
  erase(reason, "; last read: '" + std::string(report.token) + "'");
  const auto begin = reason.find(" - ");
  if (begin != std::string::npos) reason.erase(0, begin + 3);
  std::replace(reason.begin(), reason.end(), '\'', '`');
  return reason;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

// Inside a string the guilty byte is the last one read; anything else is wrong from its token's beginning.
std::size_t guilty_offset(std::string_view json, const ParserReport& report, std::string_view reason) {
  const std::size_t read = std::min(report.bytes_read, json.size());
  if (begins_with(reason, "invalid string") && !begins_with(reason, unclosed_string)) return read == 0 ? 0 : read - 1;
  const std::size_t begin = read - std::min(read, report.token.size());
  return std::min(json.find_first_not_of(" \t\r\n", begin), json.size());
}

std::string help_for(std::string_view json, std::size_t offset, std::string_view reason) {
  if (offset >= json.size()) return {};
  switch (json[offset]) {
    case '/':
    case '#': return "JSON has no comments";
    case '\'': return "JSON has its texts in double quotes";
    case '}':
    case ']': return begins_with(reason, "unexpected") ? "is there a comma too many before it?" : std::string();
    default: return {};
  }
}

}  // namespace

SyntaxError describe(std::string_view json, const ParserReport& report) {
  const std::string reason = reason_of(report);
  SyntaxError error;
  error.offset = guilty_offset(json, report, reason);
  error.at_end = error.offset >= json.size() || begins_with(reason, unclosed_string);
  if (report.message.find("number overflow") != std::string_view::npos) {
    error.problem = {"pack.json.number", "the number " + quoted(report.token) + " is too large"};
  } else if (report.complete) {
    error.problem = {"pack.json.trailing_text", "there is more text after the end of the JSON value"};
  } else if (error.at_end) {
    error.problem = {"pack.json.truncated", begins_with(reason, unclosed_string)
                                                ? "the text breaks off inside a string"
                                                : "the text breaks off before the JSON value is complete"};
  } else {
    error.problem = {"pack.json.syntax", "this is not JSON: " + reason, help_for(json, error.offset, reason)};
  }
  return error;
}

}  // namespace tepei::pack
