#include "pack/scalars.hpp"

#include <cstdint>
#include <utility>

#include "pack/fields.hpp"
#include "value/text_characters.hpp"

namespace tepei::pack {

namespace {

constexpr std::size_t max_id_characters = 100;

// Unicode's White_Space above ASCII.
bool is_wide_blank(std::int32_t point) {
  return point == 0x85 || point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
         point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

bool fits_id(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const Character character = character_at(text, at);
    const std::int32_t point = character.code_point.value_or(0);
    if (point <= 0x20 || point == 0x7F || is_wide_blank(point)) return false;
    if (point < 0x80 && std::string_view("/~\"\\").find(static_cast<char>(point)) != std::string_view::npos)
      return false;
    if (characters >= max_id_characters) return false;
    at += character.bytes.size();
  }
  return characters > 0;
}

}  // namespace

void read_text(Reader& reader, NodeId id, std::string& text) {
  if (!reader.is(id, NodeKind::string, "a string")) return;
  text = reader.at(id).text;
  if (text.empty()) reader.refuse(id, "pack.value.empty", "this text is empty", "leave the key out or fill it in");
}

void read_local_text(Reader& reader, NodeId id, policy::LocalText& text) {
  if (reader.at(id).kind != NodeKind::object) {
    if (reader.is(id, NodeKind::string, "a text, or an object with `zh` and `en`,")) read_text(reader, id, text.zh);
    return;
  }
  static constexpr Field<policy::LocalText> fields[] = {
      {"zh", Presence::optional, Bearing::bears, into<&policy::LocalText::zh, read_text>},
      {"en", Presence::optional, Bearing::bears, into<&policy::LocalText::en, read_text>},
  };
  read_fields(reader, id, fields, text);
  if (reader.at(id).items.empty()) {
    reader.refuse(id, "pack.value.empty", "this text is in no language", "give `zh`, `en` or both");
  }
}

void read_id(Reader& reader, NodeId id, std::string& text) {
  if (!reader.is(id, NodeKind::string, "an id as text")) return;
  text = reader.at(id).text;
  if (fits_id(text)) return;
  reader.refuse(id, "pack.value.not_an_id", tepei::quoted(text) + " cannot be an id",
                "1 to 100 characters without blanks, `/`, `~`, quotes and backslashes");
}

void read_boolean(Reader& reader, NodeId id, bool& value) {
  if (reader.is(id, NodeKind::boolean, "true or false")) value = reader.at(id).boolean;
}

void read_date(Reader& reader, NodeId id, std::optional<Date>& date) {
  if (!reader.is(id, NodeKind::string, "a date as text")) return;
  const std::string& text = reader.at(id).text;
  if (const auto parsed = Date::parse(text)) {
    date = *parsed;
  } else {
    reader.refuse(id, "pack.value.not_a_date", tepei::quoted(text) + " is not a date",
                  "a day that exists, written as in `2025-03-21`");
  }
}

void read_number(Reader& reader, NodeId id, std::optional<Decimal>& number) {
  if (!reader.is(id, NodeKind::number, "a number")) return;
  if (const auto parsed = Decimal::parse(reader.at(id).text)) {
    number = *parsed;
  } else {
    reader.refuse(id, "pack.value.out_of_range", tepei::quoted(reader.at(id).text) + " is beyond exact decimals",
                  "34 digits, exponents from -6176 to 6111");
  }
}

void read_digest(Reader& reader, NodeId id, std::string& digest) {
  if (!reader.is(id, NodeKind::string, "a digest as text")) return;
  digest = reader.at(id).text;
  if (digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos) return;
  reader.refuse(id, "pack.value.not_a_digest", tepei::quoted(digest) + " is not a SHA-256 digest",
                "64 digits from `0` to `9` and `a` to `f`");
}

}  // namespace tepei::pack
