#include "batch/random_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace tepei::batch::test {
namespace {

Value draw_text(Dice& dice, const facts::FactDefinition& fact) {
  return Value(random_text(dice, fact));
}
Value draw_date(Dice& dice, const facts::FactDefinition&) {
  return Value(dice.once_in(300) ? *Date::from_days(22'000) : random_date(dice));
}
Value draw_bool(Dice& dice, const facts::FactDefinition&) {
  return Value(dice.once_in(2));
}
Value draw_whole(Dice& dice, const facts::FactDefinition& fact) {
  return Value(random_whole(dice, fact));
}
Value draw_unsigned(Dice& dice, const facts::FactDefinition& fact) {
  return Value(std::abs(random_whole(dice, fact)));
}
// Halves: exact in every binary width.
Value draw_half(Dice& dice, const facts::FactDefinition& fact) {
  if (fact.kind != facts::FactKind::number) return draw_whole(dice, fact);
  return Value(Decimal::scaled(dice.between(0, 30) * 5, -1));
}
// Tenths: no binary number, so the shortest text is what counts.
Value draw_tenth(Dice& dice, const facts::FactDefinition& fact) {
  if (fact.kind != facts::FactKind::number) return draw_whole(dice, fact);
  const std::int64_t tenths = dice.once_in(200) ? -3 : dice.upto(150);
  return tenths % 10 == 0 ? Value(tenths / 10) : Value(Decimal::scaled(tenths, -1));
}
// With one digit after the point, as the columns of decimals here have.
Value draw_decimal(Dice& dice, const facts::FactDefinition& fact) {
  if (fact.kind != facts::FactKind::number) return Value(Decimal::scaled(random_whole(dice, fact) * 10, -1));
  return Value(Decimal::scaled(dice.once_in(200) ? -3 : dice.upto(150), -1));
}

template <typename T>
Model write_whole(const Row& row, Dice& dice, const char* format) {
  const auto cells = cells_of<T>(row, [](const Value& value) { return static_cast<T>(unscaled(value, 0)); });
  return fixed<T>(format, cells, dice.margins());
}

template <typename T>
Model write_float(const Row& row, Dice& dice, const char* format) {
  auto cells =
      cells_of<T>(row, [](const Value& value) { return static_cast<T>(value.get_if<Decimal>()->to_double()); });
  for (auto& cell : cells) {
    if (!cell && dice.once_in(2)) cell = std::numeric_limits<T>::quiet_NaN();
  }
  return fixed<T>(format, cells, dice.margins());
}

// The bits of a non-negative number of few digits as binary16.
std::uint16_t half_bits(double number) {
  if (number == 0) return 0;
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(number), &exponent);  // in [1/2, 1)
  const auto bits = static_cast<unsigned>(std::lround(fraction * 2048.0));
  const unsigned sign = number < 0 ? 0x8000U : 0U;
  return static_cast<std::uint16_t>(sign + (static_cast<unsigned>(exponent + 14) << 10) + (bits - 1024));
}

Model write_half(const Row& row, Dice& dice) {
  const auto cells =
      cells_of<std::uint16_t>(row, [](const Value& value) { return half_bits(value.get_if<Decimal>()->to_double()); });
  return fixed<std::uint16_t>("e", cells, dice.margins());
}

template <std::size_t words>
Model write_decimal(const Row& row, Dice& dice, const char* format) {
  using Wide = std::array<std::int64_t, words>;
  const auto cells = cells_of<Wide>(row, [](const Value& value) {
    Wide wide;
    wide.fill(unscaled(value, 1) < 0 ? -1 : 0);
    wide[0] = unscaled(value, 1);
    return wide;
  });
  return fixed<Wide>(format, cells, dice.margins());
}

Model write_decimal32(const Row& row, Dice& dice) {
  const auto cells =
      cells_of<std::int32_t>(row, [](const Value& value) { return static_cast<std::int32_t>(unscaled(value, 1)); });
  return fixed<std::int32_t>("d:9,1,32", cells, dice.margins());
}

// Times of the day as the zone's clock shows them, so many hours ahead of UTC.
template <std::int64_t per_second>
Model write_times(const Row& row, Dice& dice, const char* format, std::int64_t hours) {
  constexpr std::int64_t day = 86'400;
  const auto cells = cells_of<std::int64_t>(row, [&](const Value& value) {
    const std::int64_t clock = value.get_if<Date>()->days() * day + dice.upto(day - 1);
    return (clock - hours * 3'600) * per_second + dice.upto(per_second - 1);
  });
  return fixed<std::int64_t>(format, cells, dice.margins());
}

std::vector<Writing> text_writings() {
  const auto of = [](const Row& row) {
    return cells_of<std::string>(row, [](const Value& value) { return *value.text(); });
  };
  static const auto cells = of;
  return {{"utf8", draw_text, [](const Row& row, Dice& dice) { return texts("u", cells(row), dice.margins()); }},
          {"large_utf8", draw_text, [](const Row& row, Dice& dice) { return texts("U", cells(row), dice.margins()); }},
          {"utf8_view", draw_text, [](const Row& row, Dice& dice) { return texts("vu", cells(row), dice.margins()); }}};
}

std::vector<Writing> date_writings() {
  return {{"date32", draw_date,
           [](const Row& row, Dice& dice) {
             const auto cells =
                 cells_of<std::int32_t>(row, [](const Value& value) { return value.get_if<Date>()->days(); });
             return fixed<std::int32_t>("tdD", cells, dice.margins());
           }},
          {"date64", draw_date, [](const Row& row, Dice& dice) { return write_times<1'000>(row, dice, "tdm", 0); }},
          {"timestamp[s]", draw_date, [](const Row& row, Dice& dice) { return write_times<1>(row, dice, "tss:", 0); }},
          {"timestamp[ms]", draw_date,
           [](const Row& row, Dice& dice) { return write_times<1'000>(row, dice, "tsm:+08:00", 8); }},
          {"timestamp[us]", draw_date,
           [](const Row& row, Dice& dice) { return write_times<1'000'000>(row, dice, "tsu:UTC", 0); }},
          {"timestamp[ns]", draw_date,
           [](const Row& row, Dice& dice) { return write_times<1'000'000'000>(row, dice, "tsn:-0300", -3); }}};
}

std::vector<Writing> number_writings() {
  return {
      {"int8", draw_whole, [](const Row& row, Dice& dice) { return write_whole<std::int8_t>(row, dice, "c"); }},
      {"uint8", draw_unsigned, [](const Row& row, Dice& dice) { return write_whole<std::uint8_t>(row, dice, "C"); }},
      {"int16", draw_whole, [](const Row& row, Dice& dice) { return write_whole<std::int16_t>(row, dice, "s"); }},
      {"uint16", draw_unsigned, [](const Row& row, Dice& dice) { return write_whole<std::uint16_t>(row, dice, "S"); }},
      {"int32", draw_whole, [](const Row& row, Dice& dice) { return write_whole<std::int32_t>(row, dice, "i"); }},
      {"uint32", draw_unsigned, [](const Row& row, Dice& dice) { return write_whole<std::uint32_t>(row, dice, "I"); }},
      {"int64", draw_whole, [](const Row& row, Dice& dice) { return write_whole<std::int64_t>(row, dice, "l"); }},
      {"uint64", draw_unsigned, [](const Row& row, Dice& dice) { return write_whole<std::uint64_t>(row, dice, "L"); }},
      {"float16", draw_half, write_half},
      {"float32", draw_tenth, [](const Row& row, Dice& dice) { return write_float<float>(row, dice, "f"); }},
      {"float64", draw_tenth, [](const Row& row, Dice& dice) { return write_float<double>(row, dice, "g"); }},
      {"decimal32", draw_decimal, write_decimal32},
      {"decimal64", draw_decimal, [](const Row& row, Dice& dice) { return write_decimal<1>(row, dice, "d:18,1,64"); }},
      {"decimal128", draw_decimal, [](const Row& row, Dice& dice) { return write_decimal<2>(row, dice, "d:38,1"); }},
      {"decimal256", draw_decimal,
       [](const Row& row, Dice& dice) { return write_decimal<4>(row, dice, "d:76,1,256"); }}};
}

// Those wide enough for codes of three to six digits.
std::vector<Writing> code_writings() {
  std::vector<Writing> all;
  for (const Writing& writing : number_writings()) {
    const std::vector<std::string> narrow{"int8", "uint8", "int16", "uint16", "float16"};
    if (std::find(narrow.begin(), narrow.end(), writing.name) == narrow.end()) all.push_back(writing);
  }
  return all;
}

void append(std::vector<Writing>& all, const std::vector<Writing>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

template <typename Index>
Model indexed(const char* format, const std::vector<std::optional<std::size_t>>& places, Model values, Dice& dice) {
  Cells<Index> indexes;
  for (const auto& place : places) {
    indexes.push_back(place ? std::optional<Index>(static_cast<Index>(*place)) : std::nullopt);
  }
  return dictionary<Index>(format, indexes, std::move(values), dice.margins());
}

}  // namespace

std::vector<Writing> writings_of(const facts::FactDefinition& fact) {
  std::vector<Writing> all = text_writings();
  all.push_back({"null", [](Dice&, const facts::FactDefinition&) { return Value(); },
                 [](const Row& row, Dice& dice) { return nulls(row.size(), dice.margins()); }});
  if (fact.kind == facts::FactKind::date) append(all, date_writings());
  if (fact.kind == facts::FactKind::boolean) {
    all.push_back({"bool", draw_bool, [](const Row& row, Dice& dice) {
                     return bits(cells_of<bool>(row, [](const Value& value) { return *value.get_if<bool>(); }),
                                 dice.margins());
                   }});
  }
  const auto codes = usable_spellings(fact, true);
  const bool coded = fact.kind == facts::FactKind::enumeration && !codes.empty();
  const bool long_codes =
      std::any_of(codes.begin(), codes.end(), [](const std::string& code) { return code.size() > 2; });
  if (fact.kind == facts::FactKind::code || (coded && long_codes)) append(all, code_writings());
  if (coded && !long_codes) append(all, number_writings());
  if (fact.kind == facts::FactKind::boolean || fact.kind == facts::FactKind::number) append(all, number_writings());
  return all;
}

Model with_dictionary(const Row& row, const Writing& writing, int index, Dice& dice) {
  Row values{Value()};
  std::vector<std::optional<std::size_t>> places;
  for (const Value& value : row) {
    if (!value.is_known() && dice.once_in(2)) {
      places.push_back(dice.once_in(2) ? std::optional<std::size_t>(0) : std::nullopt);
      continue;
    }
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const Value& other) { return identical(value, other); });
    const bool again = found != values.end() && (values.size() > 100 || !dice.once_in(20));
    places.push_back(again ? static_cast<std::size_t>(found - values.begin()) : values.size());
    if (!again) values.push_back(value);
  }
  return with_indexes(index, places, writing.write(values, dice), dice);
}

Model with_indexes(int index, const std::vector<std::optional<std::size_t>>& places, Model values, Dice& dice) {
  switch (index) {
    case 0:
      return indexed<std::int16_t>("s", places, std::move(values), dice);
    case 1:
      return indexed<std::uint16_t>("S", places, std::move(values), dice);
    case 2:
      return indexed<std::int32_t>("i", places, std::move(values), dice);
    case 3:
      return indexed<std::uint32_t>("I", places, std::move(values), dice);
    case 4:
      return indexed<std::int64_t>("l", places, std::move(values), dice);
    case 5:
      return indexed<std::uint64_t>("L", places, std::move(values), dice);
    case 6:
      return indexed<std::int8_t>("c", places, std::move(values), dice);
    default:
      return indexed<std::uint8_t>("C", places, std::move(values), dice);
  }
}

}  // namespace tepei::batch::test
