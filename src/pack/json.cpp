#include "pack/json.hpp"

#include <algorithm>
#include <array>

namespace tepei::pack {

namespace {

constexpr std::size_t line_width = 100;  // in characters, without the indent

void append_escape(char character, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef";
  constexpr std::string_view short_escapes = "btn-fr";  // of U+0008 to U+000D; U+000B has none
  const auto code = static_cast<unsigned char>(character);
  if (character == '"' || character == '\\') {
    (out += '\\') += character;
  } else if (code >= 8 && code <= 13 && code != 11) {
    (out += '\\') += short_escapes[code - std::size_t{8}];
  } else {
    ((out += "\\u00") += hex[code / 16]) += hex[code % 16];
  }
}

void append_text(const std::string& text, std::string& out) {
  out += '"';
  for (const char character : text) {
    if (static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\') {
      append_escape(character, out);
    } else {
      out += character;
    }
  }
  out += '"';
}

std::string number_text(const Decimal& number) {
  return number.is_zero() ? "0" : number.to_plain_string();
}

// Appends a value; how containers are spaced is the layout's matter.
template <typename Layout>
void append(const Json& json, const Layout& layout, std::string& out) {
  if (const bool* boolean = std::get_if<bool>(&json.value)) {
    out += *boolean ? "true" : "false";
  } else if (const Decimal* number = std::get_if<Decimal>(&json.value)) {
    out += number_text(*number);
  } else if (const std::string* text = std::get_if<std::string>(&json.value)) {
    append_text(*text, out);
  } else if (const JsonArray* items = std::get_if<JsonArray>(&json.value)) {
    layout.append_array(*items, out);
  } else {
    layout.append_object(std::get<JsonObject>(json.value), out);
  }
}

// One line; with a blank after each comma and colon where it is for people.
struct OneLine {
  bool canonical;

  void append_array(const JsonArray& items, std::string& out) const {
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out += canonical ? "," : ", ";
      append(items[i], *this, out);
    }
    out += ']';
  }

  void append_object(const JsonObject& members, std::string& out) const {
    std::vector<const std::pair<std::string, Json>*> order;
    for (const auto& member : members) order.push_back(&member);
    // The bytes of UTF-8 are in the order of the code points.
    if (canonical) std::sort(order.begin(), order.end(), [](auto l, auto r) { return l->first < r->first; });
    out += '{';
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i > 0) out += canonical ? "," : ", ";
      append_text(order[i]->first, out);
      out += canonical ? ":" : ": ";
      append(order[i]->second, *this, out);
    }
    out += '}';
  }
};

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool is_container(const Json& json) {
  return std::holds_alternative<JsonArray>(json.value) || std::holds_alternative<JsonObject>(json.value);
}

// One line an item, except for what is short and holds nothing nested.
struct Readable {
  std::size_t level = 0;

  void append_array(const JsonArray& items, std::string& out) const {
    if (std::none_of(items.begin(), items.end(), is_container) && append_short({items}, out)) return;
    append_lines(
        '[', ']', items, [&](const Json& item) { append(item, Readable{level + 1}, out); }, out);
  }

  void append_object(const JsonObject& members, std::string& out) const {
    const bool flat =
        std::none_of(members.begin(), members.end(), [](const auto& m) { return is_container(m.second); });
    if (flat && append_short({members}, out)) return;
    const auto append_member = [&](const auto& member) {
      append_text(member.first, out);
      out += ": ";
      append(member.second, Readable{level + 1}, out);
    };
    append_lines('{', '}', members, append_member, out);
  }

 private:
  static bool append_short(const Json& json, std::string& out) {
    std::string line;
    append(json, OneLine{false}, line);
    if (characters(line) > line_width) return false;
    out += line;
    return true;
  }

  template <typename Items, typename AppendItem>
  void append_lines(char open, char close, const Items& items, AppendItem append_item, std::string& out) const {
    out += open;
    for (std::size_t i = 0; i < items.size(); ++i) {
      out += i == 0 ? "\n" : ",\n";
      out.append(2 * (level + 1), ' ');
      append_item(items[i]);
    }
    out += '\n';
    out.append(2 * level, ' ');
    out += close;
  }
};

}  // namespace

std::string to_readable(const Json& json) {
  std::string out;
  append(json, Readable{}, out);
  out += '\n';
  return out;
}

std::string to_canonical(const Json& json) {
  std::string out;
  append(json, OneLine{true}, out);
  return out;
}

}  // namespace tepei::pack
