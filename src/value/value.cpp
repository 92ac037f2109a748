#include "tepei/value/value.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace tepei {

static_assert(sizeof(Decimal) == 24);
static_assert(sizeof(Value) == 32);

namespace {

/// Identity of two contents of one kind.
struct SameContent {
  bool operator()(const Unknown&, const Unknown&) const { return true; }
  bool operator()(const Null&, const Null&) const { return true; }
  bool operator()(const TimeOfDay& left, const TimeOfDay& right) const {
    return left.nanoseconds == right.nanoseconds && left.offset_seconds == right.offset_seconds;
  }
  bool operator()(const DateTime& left, const DateTime& right) const {
    return left.date == right.date && (*this)(left.time, right.time);
  }
  bool operator()(const Value::Text& left, const Value::Text& right) const { return *left == *right; }
  bool operator()(const std::shared_ptr<const List>& left, const std::shared_ptr<const List>& right) const {
    return std::equal(left->begin(), left->end(), right->begin(), right->end(), identical);
  }
  bool operator()(const std::shared_ptr<const Context>& left, const std::shared_ptr<const Context>& right) const {
    const auto same_entry = [](const auto& l, const auto& r) {
      return l.first == r.first && identical(l.second, r.second);
    };
    return std::equal(left->begin(), left->end(), right->begin(), right->end(), same_entry);
  }
  bool operator()(const std::shared_ptr<const Range>& left, const std::shared_ptr<const Range>& right) const {
    return left->start_included == right->start_included && left->end_included == right->end_included &&
           identical(left->start, right->start) && identical(left->end, right->end);
  }
  /// Booleans, numbers, enumeration members, dates, durations and functions know it themselves.
  template <typename T>
  bool operator()(const T& left, const T& right) const {
    return left == right;
  }
};

constexpr std::size_t kind_count = std::variant_size_v<Value::Storage>;

// In the order of `Value::Storage`.
constexpr std::array<std::string_view, kind_count> kind_names = {"unknown",
                                                                 "null",
                                                                 "boolean",
                                                                 "number",
                                                                 "enumeration",
                                                                 "date",
                                                                 "time",
                                                                 "date and time",
                                                                 "years and months duration",
                                                                 "days and time duration",
                                                                 "string",
                                                                 "list",
                                                                 "context",
                                                                 "range",
                                                                 "function"};

/// `text` as a FEEL string literal (DMN 1.5, 10.3.1.2, rule 35).
std::string string_literal(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string literal = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      literal += {'\\', c};
    } else if (c == '\n') {
      literal += "\\n";
    } else if (c == '\r') {
      literal += "\\r";
    } else if (c == '\t') {
      literal += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      literal += {'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 15U]};
    } else {
      literal += c;
    }
  }
  return literal + '"';
}

std::string at_literal(const std::string& text) {
  return "@\"" + text + "\"";
}

std::string number_literal(const Decimal& number) {
  constexpr int most_zeros = 40;  // more stand in an exponent
  const bool plain = std::abs(number.exponent()) <= most_zeros || number.is_zero();
  return plain ? number.to_plain_string() : number.to_string();
}

std::string range_literal(const Range& range) {
  if (range.start.is_null() && !range.end.is_null()) return (range.end_included ? "<= " : "< ") + to_feel(range.end);
  if (range.end.is_null() && !range.start.is_null()) {
    return (range.start_included ? ">= " : "> ") + to_feel(range.start);
  }
  return (range.start_included ? "[" : "(") + to_feel(range.start) + ".." + to_feel(range.end) +
         (range.end_included ? "]" : ")");
}

/// The FEEL text of each kind.
struct Literal {
  std::string operator()(const Unknown&) const { return "unknown"; }
  std::string operator()(const Null&) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const Decimal& value) const { return number_literal(value); }
  std::string operator()(const EnumValue& value) const { return string_literal(value.id()); }
  std::string operator()(const Date& value) const { return at_literal(value.to_string()); }
  std::string operator()(const Value::Text& value) const { return string_literal(*value); }
  std::string operator()(const std::shared_ptr<const Range>& value) const { return range_literal(*value); }
  std::string operator()(const std::shared_ptr<const feel::Function>&) const { return "function"; }
  std::string operator()(const std::shared_ptr<const List>& value) const {
    std::string text = "[";
    for (const Value& item : *value) text += (text.size() == 1 ? "" : ", ") + to_feel(item);
    return text + "]";
  }
  std::string operator()(const std::shared_ptr<const Context>& value) const {
    std::string text = "{";
    for (const auto& [key, entry] : *value) {
      text += (text.size() == 1 ? "" : ", ") + string_literal(key) + ": " + to_feel(entry);
    }
    return text + "}";
  }
  /// Times, dates with times and durations.
  template <typename T>
  std::string operator()(const T& value) const {
    return at_literal(to_string(value));
  }
};

}  // namespace

Value::Value(Range value) : storage_(std::make_shared<const Range>(std::move(value))) {}

bool identical(const Value& left, const Value& right) {
  if (left.storage().index() != right.storage().index()) return false;
  const auto compare = [&](const auto& content) {
    using Content = std::decay_t<decltype(content)>;
    return SameContent{}(content, *right.get_if<Content>());
  };
  return std::visit(compare, left.storage());
}

std::string to_feel(const Value& value) {
  return std::visit(Literal{}, value.storage());
}

std::string_view kind_name(const Value& value) {
  return kind_names[value.storage().index()];
}

}  // namespace tepei
