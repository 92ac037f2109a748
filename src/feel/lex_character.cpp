#include "feel/lex_character.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tepei::feel {

namespace {

using Interval = std::pair<CodePoint, CodePoint>;

template <std::size_t size>
bool within(const std::array<Interval, size>& intervals, CodePoint character) {
  const auto after = std::upper_bound(intervals.begin(), intervals.end(), character,
                                      [](CodePoint value, const Interval& interval) { return value < interval.first; });
  return after != intervals.begin() && character <= std::prev(after)->second;
}

constexpr std::array<Interval, 10> blanks{{{0x09, 0x0D},
                                           {0x20, 0x20},
                                           {0x85, 0x85},
                                           {0xA0, 0xA0},
                                           {0x1680, 0x1680},
                                           {0x180E, 0x180E},
                                           {0x2000, 0x200B},
                                           {0x2028, 0x2029},
                                           {0x202F, 0x202F},
                                           {0x205F, 0x205F}}};

constexpr std::array<Interval, 17> word_starts{{{'?', '?'},
                                                {'A', 'Z'},
                                                {'_', '_'},
                                                {'a', 'z'},
                                                {0xC0, 0xD6},
                                                {0xD8, 0xF6},
                                                {0xF8, 0x2FF},
                                                {0x370, 0x37D},
                                                {0x37F, 0x1FFF},
                                                {0x200C, 0x200D},
                                                {0x2070, 0x218F},
                                                {0x2C00, 0x2FEF},
                                                {0x3001, 0xD7FF},
                                                {0xF900, 0xFDCF},
                                                {0xFDF0, 0xFEFE},
                                                {0xFF00, 0xFFFD},
                                                {0x10000, 0xEFFFF}}};

constexpr std::array<Interval, 4> further_in_words{{{'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

constexpr std::string_view ascii_signs = "\"'()*+,-./:<=>@[]{}!&|";

// What people type in Chinese texts, in the order of code points.
constexpr std::array<std::pair<CodePoint, std::string_view>, 42> typed_signs{{
    {0xD7, "*"},    {0xF7, "/"},    {0x2013, "-"}, {0x2014, "-"},  {0x2018, "'"},  {0x2019, "'"},  {0x201C, "\""},
    {0x201D, "\""}, {0x2026, ".."}, {0x2212, "-"}, {0x2260, "!="}, {0x2264, "<="}, {0x2265, ">="}, {0x2266, "<="},
    {0x2267, ">="}, {0x3001, ","},  {0x3010, "["}, {0x3011, "]"},  {0x301C, ".."}, {0xFF01, "!"},  {0xFF02, "\""},
    {0xFF06, "&"},  {0xFF07, "'"},  {0xFF08, "("}, {0xFF09, ")"},  {0xFF0A, "*"},  {0xFF0B, "+"},  {0xFF0C, ","},
    {0xFF0D, "-"},  {0xFF0E, "."},  {0xFF0F, "/"}, {0xFF1A, ":"},  {0xFF1C, "<"},  {0xFF1D, "="},  {0xFF1E, ">"},
    {0xFF20, "@"},  {0xFF3B, "["},  {0xFF3D, "]"}, {0xFF5B, "{"},  {0xFF5C, "|"},  {0xFF5D, "}"},  {0xFF5E, ".."},
}};

constexpr CodePoint full_width_zero = 0xFF10;

}  // namespace

bool is_blank(CodePoint character) {
  return within(blanks, character) || character == 0x3000 || character == 0xFEFF;
}

bool is_line_break(CodePoint character) {
  return (character >= 0x0A && character <= 0x0D) || character == 0x85 || character == 0x2028 || character == 0x2029;
}

bool starts_word(CodePoint character) {
  return within(word_starts, character) && !is_blank(character) && ascii_sign(character).empty();
}

bool continues_word(CodePoint character) {
  return starts_word(character) || within(further_in_words, character);
}

std::string_view ascii_sign(CodePoint character) {
  if (character < 0x80) {
    const std::size_t place = ascii_signs.find(static_cast<char>(character));
    return place == std::string_view::npos ? std::string_view() : ascii_signs.substr(place, 1);
  }
  const auto found = std::lower_bound(typed_signs.begin(), typed_signs.end(), character,
                                      [](const auto& sign, CodePoint value) { return sign.first < value; });
  return found == typed_signs.end() || found->first != character ? std::string_view() : found->second;
}

int digit_value(CodePoint character) {
  if (character >= '0' && character <= '9') return character - '0';
  if (character >= full_width_zero && character <= full_width_zero + 9) return character - full_width_zero;
  return -1;
}

}  // namespace tepei::feel
