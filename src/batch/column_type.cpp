#include "batch/column_type.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "tepei/value/diagnostic.hpp"

namespace tepei::batch {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;

struct PlainFormat {
  std::string_view format;
  std::string_view name;
  Family family;
  Layout layout;
  std::size_t width;
  bool is_signed;
};

constexpr std::array<PlainFormat, 19> plain_formats{{
    {"n", "null", Family::nothing, Layout::none, 0, false},
    {"b", "bool", Family::boolean, Layout::bits, 0, false},
    {"c", "int8", Family::integer, Layout::fixed, 1, true},
    {"C", "uint8", Family::integer, Layout::fixed, 1, false},
    {"s", "int16", Family::integer, Layout::fixed, 2, true},
    {"S", "uint16", Family::integer, Layout::fixed, 2, false},
    {"i", "int32", Family::integer, Layout::fixed, 4, true},
    {"I", "uint32", Family::integer, Layout::fixed, 4, false},
    {"l", "int64", Family::integer, Layout::fixed, 8, true},
    {"L", "uint64", Family::integer, Layout::fixed, 8, false},
    {"e", "float16", Family::floating, Layout::fixed, 2, false},
    {"f", "float32", Family::floating, Layout::fixed, 4, false},
    {"g", "float64", Family::floating, Layout::fixed, 8, false},
    {"u", "utf8", Family::text, Layout::offsets32, 0, false},
    {"U", "large_utf8", Family::text, Layout::offsets64, 0, false},
    {"vu", "utf8_view", Family::text, Layout::views, 16, false},
    {"z", "binary", Family::unsupported, Layout::none, 0, false},
    {"Z", "large_binary", Family::unsupported, Layout::none, 0, false},
    {"vz", "binary_view", Family::unsupported, Layout::none, 0, false},
}};

struct RefusedFormat {
  std::string_view prefix;
  std::string_view name;
};

constexpr std::array<RefusedFormat, 13> refused_formats{{
    {"w:", "fixed_size_binary"},
    {"tt", "time"},
    {"tD", "duration"},
    {"ti", "interval"},
    {"+l", "list"},
    {"+L", "large_list"},
    {"+vl", "list_view"},
    {"+vL", "large_list_view"},
    {"+w:", "fixed_size_list"},
    {"+s", "struct"},
    {"+m", "map"},
    {"+u", "union"},
    {"+r", "run_end_encoded"},
}};

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

ColumnType unsupported(std::string name) {
  ColumnType result;
  result.name = std::move(name);
  return result;
}

ColumnType unknown_format(std::string_view format) {
  return unsupported("Arrow format " + quoted(format));
}

// Two digits, at most `limit`.
std::optional<int> two_digits(std::string_view text, int limit) {
  if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return std::nullopt;
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  if (value > limit) return std::nullopt;
  return value;
}

// `Etc/GMT-8` is eight hours ahead of UTC, with the sign of POSIX: how Polars writes +08:00.
std::optional<std::int64_t> posix_offset_seconds(std::string_view zone) {
  constexpr std::string_view prefix = "Etc/GMT";
  if (!starts_with(zone, prefix) || zone.size() <= prefix.size() + 1 || zone.size() > prefix.size() + 3)
    return std::nullopt;
  const char sign = zone[prefix.size()];
  int hours = 0;
  const char* end = zone.data() + zone.size();
  const auto read = std::from_chars(zone.data() + prefix.size() + 1, end, hours);
  const bool sound = read.ec == std::errc() && read.ptr == end && hours >= 0;
  const bool within = sign == '-' ? hours <= 14 : sign == '+' && hours <= 12;
  if (!sound || !within) return std::nullopt;
  return (sign == '-' ? hours : -hours) * std::int64_t{3'600};
}

// The seconds from UTC that a zone stands for without a database: UTC under its names, +HH:MM, +HHMM, +HH, Etc/GMT-8.
std::optional<std::int64_t> fixed_offset_seconds(std::string_view zone) {
  for (const std::string_view utc : {"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Z"}) {
    if (zone == utc) return 0;
  }
  if (const auto seconds = posix_offset_seconds(zone)) return seconds;
  if (zone.empty() || (zone[0] != '+' && zone[0] != '-')) return std::nullopt;
  std::string_view minutes_text = zone.substr(zone.size() < 3 ? zone.size() : 3);
  if (!minutes_text.empty() && minutes_text[0] == ':') {
    minutes_text.remove_prefix(1);
    if (minutes_text.empty()) return std::nullopt;
  }
  const auto hours = two_digits(zone.substr(1, 2), 23);
  const auto minutes = minutes_text.empty() ? std::optional<int>(0) : two_digits(minutes_text, 59);
  if (!hours || !minutes) return std::nullopt;
  const std::int64_t seconds = (*hours * 60 + *minutes) * 60;
  return zone[0] == '-' ? -seconds : seconds;
}

ColumnType day_type(std::string name, std::size_t width, std::int64_t ticks_per_day) {
  ColumnType result;
  result.family = Family::date;
  result.layout = Layout::fixed;
  result.width = width;
  result.ticks_per_day = ticks_per_day;
  result.name = std::move(name);
  return result;
}

struct TimeUnit {
  char letter;
  std::string_view name;
  std::int64_t per_second;
};

constexpr std::array<TimeUnit, 4> time_units{
    {{'s', "s", 1}, {'m', "ms", 1'000}, {'u', "us", 1'000'000}, {'n', "ns", 1'000'000'000}}};

// `tss:`, `tsm:`, `tsu:`, `tsn:`, then the zone, which is empty for civil times.
ColumnType timestamp_type(std::string_view format) {
  if (format.size() < 4 || format[3] != ':') return unknown_format(format);
  const auto unit =
      std::find_if(time_units.begin(), time_units.end(), [&](const TimeUnit& u) { return u.letter == format[2]; });
  if (unit == time_units.end()) return unknown_format(format);
  const std::string_view zone = format.substr(4);
  std::string name =
      "timestamp[" + std::string(unit->name) + (zone.empty() ? std::string() : ", tz=" + std::string(zone)) + "]";
  ColumnType result = day_type(std::move(name), 8, seconds_per_day * unit->per_second);
  if (zone.empty()) return result;
  if (const auto seconds = fixed_offset_seconds(zone)) {
    result.offset_ticks = *seconds * unit->per_second;
  } else {
    result.named_zone = std::string(zone);
  }
  return result;
}

// A whole number at the front of `text`, which it is taken off.
std::optional<int> take_int(std::string_view& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take_comma(std::string_view& text) {
  if (text.empty() || text[0] != ',') return false;
  text.remove_prefix(1);
  return true;
}

// `d:precision,scale` with the width in bits where it is not 128.
ColumnType decimal_type(std::string_view format) {
  constexpr int max_scale = 1'000;  // far beyond any producer's, and within the exponents of a Decimal
  std::string_view rest = format.substr(2);
  const auto precision = take_int(rest);
  const bool has_scale = take_comma(rest);
  const auto scale = take_int(rest);
  std::optional<int> bits = 128;
  if (take_comma(rest)) bits = take_int(rest);
  const bool read = precision && has_scale && scale && bits && rest.empty();
  if (!read || *precision < 1 || *scale > max_scale || *scale < -max_scale) return unknown_format(format);
  if (*bits != 32 && *bits != 64 && *bits != 128 && *bits != 256) return unknown_format(format);
  ColumnType result;
  result.family = Family::decimal;
  result.layout = Layout::fixed;
  result.width = static_cast<std::size_t>(*bits) / 8;
  result.scale = *scale;
  result.name =
      "decimal" + std::to_string(*bits) + "(" + std::to_string(*precision) + ", " + std::to_string(*scale) + ")";
  return result;
}

}  // namespace

ColumnType parse_format(std::string_view format) {
  for (const PlainFormat& plain : plain_formats) {
    if (format != plain.format) continue;
    ColumnType result;
    result.family = plain.family;
    result.layout = plain.layout;
    result.width = plain.width;
    result.is_signed = plain.is_signed;
    result.name = std::string(plain.name);
    return result;
  }
  if (format == "tdD") return day_type("date32", 4, 1);
  if (format == "tdm") return day_type("date64", 8, seconds_per_day * 1'000);
  if (starts_with(format, "ts")) return timestamp_type(format);
  if (starts_with(format, "d:")) return decimal_type(format);
  for (const RefusedFormat& refused : refused_formats) {
    if (starts_with(format, refused.prefix)) return unsupported(std::string(refused.name));
  }
  return unknown_format(format);
}

bool accepts(facts::FactKind kind, Family family) {
  using facts::FactKind;
  switch (family) {
    case Family::nothing:
    case Family::text:
    case Family::floating:
      return true;
    case Family::boolean:
      return kind == FactKind::boolean;
    case Family::date:
      return kind == FactKind::date;
    case Family::integer:
    case Family::decimal:
      return kind != FactKind::date && kind != FactKind::text;
    case Family::unsupported:
      return false;
  }
  return false;
}

std::string_view accepted_types(facts::FactKind kind) {
  using facts::FactKind;
  switch (kind) {
    case FactKind::text:
      return "text";
    case FactKind::boolean:
      return "bool, integers 0 and 1, or text such as `是` and `否`";
    case FactKind::number:
      return "integers, floating point or decimals";
    case FactKind::date:
      return "date32, date64, timestamp or text such as `2025-03-21`";
    case FactKind::enumeration:
      return "text, or codes as integers";
    case FactKind::code:
      return "text of digits, or integers";
  }
  return "text";
}

}  // namespace tepei::batch
