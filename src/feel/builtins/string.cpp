// DMN 1.5, 10.3.4.3 (string functions), without those that take regular expressions. Lengths and places count code
// points, as DMN says, never bytes.
#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "feel/builtins/family.hpp"
#include "feel/composite.hpp"
#include "value/text_characters.hpp"

namespace tepei::feel {
namespace {

// Counts the reading of a text; false where the evaluation has ended.
bool read(Caller& caller, std::string_view text) {
  return caller.spend(text.size() / bytes_a_step);
}

// Two texts, read; or null with the reason.
struct Texts {
  const std::string* first = nullptr;
  const std::string* second = nullptr;

  Texts(Caller& caller, std::string_view function, const Arguments& arguments) {
    for (const std::size_t place : {0U, 1U}) {
      const std::string* text = arguments[place].text();
      if (text == nullptr) {
        wrong_kind(caller, function, arguments[place], "strings");
        return;
      }
      if (!read(caller, *text)) return;
      (place == 0 ? first : second) = text;
    }
  }
  explicit operator bool() const { return second != nullptr; }
};

Value call_contains(Caller& caller, const Arguments& arguments) {
  const Texts texts(caller, "contains", arguments);
  return texts ? Value(texts.first->find(*texts.second) != std::string::npos) : Value(Null{});
}

Value call_starts_with(Caller& caller, const Arguments& arguments) {
  const Texts texts(caller, "starts with", arguments);
  return texts ? Value(texts.first->compare(0, texts.second->size(), *texts.second) == 0) : Value(Null{});
}

Value call_ends_with(Caller& caller, const Arguments& arguments) {
  const Texts texts(caller, "ends with", arguments);
  if (!texts) return Null{};
  const std::size_t size = texts.first->size();
  const std::size_t end = texts.second->size();
  return Value(size >= end && texts.first->compare(size - end, end, *texts.second) == 0);
}

// No match gives the empty text, as DMN says.
Value call_before(Caller& caller, const Arguments& arguments) {
  const Texts texts(caller, "substring before", arguments);
  if (!texts) return Null{};
  const std::size_t place = texts.first->find(*texts.second);
  return place == std::string::npos ? Value("") : make_text(caller, texts.first->substr(0, place));
}

Value call_after(Caller& caller, const Arguments& arguments) {
  const Texts texts(caller, "substring after", arguments);
  if (!texts) return Null{};
  const std::size_t place = texts.first->find(*texts.second);
  if (place == std::string::npos) return Value("");
  return make_text(caller, texts.first->substr(place + texts.second->size()));
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += character_at(text, at).bytes.size();
  return count;
}

Value call_length(Caller& caller, const Arguments& arguments) {
  const std::string* text = arguments[0].text();
  if (text == nullptr) return wrong_kind(caller, "string length", arguments[0], "a string");
  if (!read(caller, *text)) return Null{};
  return Value(static_cast<std::int64_t>(length(*text)));
}

// The byte at which character `place` begins; the text's size where it has fewer.
std::size_t byte_of(std::string_view text, std::int64_t place) {
  std::size_t at = 0;
  for (; place > 0 && at < text.size(); --place) at += character_at(text, at).bytes.size();
  return at;
}

Value call_substring(Caller& caller, const Arguments& arguments) {
  const std::string* text = arguments[0].text();
  if (text == nullptr) return wrong_kind(caller, "substring", arguments[0], "a string");
  if (!read(caller, *text)) return Null{};
  const std::optional<std::int64_t> start = whole_number(arguments[1]);
  if (!start) return wrong_kind(caller, "substring", arguments[1], "a whole number as its start position");
  if (*start == 0) return out_of_range(caller, "substring", "the start position counts from 1, or from -1 at the end");
  const auto count = static_cast<std::int64_t>(length(*text));
  const std::int64_t first = *start > 0 ? *start - 1 : std::max<std::int64_t>(count + *start, 0);
  std::int64_t wanted = count;
  if (given(arguments, 2)) {
    const Decimal* number = as<Decimal>(arguments[2]);
    if (number == nullptr) return wrong_kind(caller, "substring", arguments[2], "a number as its length");
    if (*number < Decimal(1)) return out_of_range(caller, "substring", "the length is 1 or more");
    const std::optional<Decimal> whole = number->round(0, Decimal::Rounding::floor);
    wanted = std::min(count, (whole ? whole->to_int64() : std::nullopt).value_or(count));
  }
  const std::size_t begin = byte_of(*text, first);
  const std::string_view rest = std::string_view(*text).substr(begin);
  return make_text(caller, std::string(rest.substr(0, byte_of(rest, wanted))));
}

// Letter by letter, by Unicode's simple mapping: ß becomes ẞ, never SS.
template <utf8proc_int32_t (*change)(utf8proc_int32_t)>
Value call_case(Caller& caller, const Arguments& arguments) {
  const std::string* text = arguments[0].text();
  if (text == nullptr) return wrong_kind(caller, "upper case or lower case", arguments[0], "a string");
  if (!read(caller, *text)) return Null{};
  std::string changed;
  changed.reserve(text->size());
  for (std::size_t at = 0; at < text->size();) {
    const Character character = character_at(*text, at);
    at += character.bytes.size();
    if (!character.code_point) {
      changed += character.bytes;
      continue;
    }
    std::array<utf8proc_uint8_t, 4> bytes{};
    const utf8proc_ssize_t size = utf8proc_encode_char(change(*character.code_point), bytes.data());
    for (utf8proc_ssize_t i = 0; i < size; ++i) changed += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
  }
  return make_text(caller, std::move(changed));
}

// Nulls among the texts are left out, as DMN says; an unknown text makes the whole unknown.
Value call_join(Caller& caller, const Arguments& arguments) {
  const std::string* delimiter = given(arguments, 1) ? arguments[1].text() : nullptr;
  if (given(arguments, 1) && delimiter == nullptr) return wrong_kind(caller, "string join", arguments[1], "a string");
  std::string joined;
  bool first = true;
  Gaps gaps;
  for (const Value& item : Items(arguments[0])) {
    if (item.is_null()) continue;
    if (item.is_unknown()) {
      gaps.add(item);
      continue;
    }
    if (item.text() == nullptr) return wrong_kind(caller, "string join", item, "a list of strings");
    if (!first && delimiter != nullptr) joined += *delimiter;
    joined += *item.text();
    first = false;
    if (!caller.spend(1) || joined.size() > caller.limits().max_text_bytes) break;
  }
  if (gaps.any) return gaps.value();
  return make_text(caller, std::move(joined));
}

}  // namespace

Family string_builtins() {
  const Type string = TypeKind::string;
  const Type number = TypeKind::number;
  const auto two = [&](const char* name, const char* second, const Type& result, auto* call) {
    return Builtin{name, {required("string", string), required(second, string)}, false, result, call};
  };
  Family family;
  family.push_back({"substring",
                    {required("string", string), required("start position", number), optional("length", number)},
                    false,
                    string,
                    call_substring});
  family.push_back({"string length", {required("string", string)}, false, number, call_length});
  family.push_back({"upper case", {required("string", string)}, false, string, call_case<utf8proc_toupper>});
  family.push_back({"lower case", {required("string", string)}, false, string, call_case<utf8proc_tolower>});
  family.push_back(two("substring before", "match", string, call_before));
  family.push_back(two("substring after", "match", string, call_after));
  family.push_back(two("contains", "match", TypeKind::boolean, call_contains));
  family.push_back(two("starts with", "match", TypeKind::boolean, call_starts_with));
  family.push_back(two("ends with", "match", TypeKind::boolean, call_ends_with));
  family.push_back({"string join",
                    {required("list", Type::list_of(string)), optional("delimiter", string)},
                    false,
                    string,
                    call_join});
  return family;
}

}  // namespace tepei::feel
