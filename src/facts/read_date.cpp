// Dates as people write them: ISO 8601 and GB/T 7408, with slashes or points, without separators, in Chinese.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "facts/read_kind.hpp"
#include "facts/refusal.hpp"
#include "facts/spelling.hpp"

namespace tepei::facts {
namespace {

// The numbers of a date as written; `day` is empty where only year and month are.
struct WrittenDate {
  std::string_view year;
  std::string_view month;
  std::string_view day;
};

constexpr std::string_view year_mark = "年";
constexpr std::string_view month_mark = "月";

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

unsigned to_number(std::string_view digits) {
  unsigned number = 0;
  for (const char c : digits) number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

std::string_view take_digits(std::string_view& text) {
  const auto* end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

bool take(std::string_view& text, std::string_view wanted) {
  if (text.substr(0, wanted.size()) != wanted) return false;
  text.remove_prefix(wanted.size());
  return true;
}

bool is_month_or_day(std::string_view digits) {
  return digits.size() == 1 || digits.size() == 2;
}

bool take_two_digits_below(std::string_view& text, unsigned limit) {
  const auto digits = take_digits(text);
  return is_month_or_day(digits) && to_number(digits) < limit;
}

// Whether `text` is a time of day as programs write it after a date: 0:00, 00:00:00, 00:00:00.000, with Z or an offset.
bool is_time_of_day(std::string_view text) {
  if (!take_two_digits_below(text, 24) || !take(text, ":") || !take_two_digits_below(text, 60)) return false;
  if (take(text, ":") && !take_two_digits_below(text, 60)) return false;
  if (take(text, ".") && take_digits(text).empty()) return false;
  if (text.empty() || text == "Z") return true;
  if (!take(text, "+") && !take(text, "-")) return false;
  return take_two_digits_below(text, 19) && (take(text, ":"), take_two_digits_below(text, 60)) && text.empty();
}

// `text` without a time of day at its end.
std::string_view date_part(std::string_view text) {
  const auto gap = text.find_first_of(" T");
  if (gap == std::string_view::npos || !is_time_of_day(text.substr(gap + 1))) return text;
  return text.substr(0, gap);
}

std::optional<WrittenDate> split_digits(std::string_view text) {
  if (text.size() == 8) return WrittenDate{text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)};
  // Six digits are a year and a month only where they cannot well be 850612, a day with a year of two digits.
  const auto century = text.substr(0, 2);
  if (text.size() == 6 && (century == "19" || century == "20"))
    return WrittenDate{text.substr(0, 4), text.substr(4), {}};
  return std::nullopt;
}

std::optional<WrittenDate> split_chinese(std::string_view text) {
  WrittenDate date;
  date.year = take_digits(text);
  if (!take(text, year_mark)) return std::nullopt;
  date.month = take_digits(text);
  if (!take(text, month_mark)) return std::nullopt;
  date.day = take_digits(text);
  if (!date.day.empty() && !take(text, "日")) take(text, "号");
  if (date.year.size() != 4 || !is_month_or_day(date.month) || date.day.size() > 2 || !text.empty())
    return std::nullopt;
  return date;
}

std::optional<WrittenDate> split_separated(std::string_view text) {
  WrittenDate date;
  date.year = take_digits(text);
  const auto separator = text.substr(0, 1);
  if (date.year.size() != 4 || (separator != "-" && separator != "/" && separator != ".")) return std::nullopt;
  text.remove_prefix(1);
  date.month = take_digits(text);
  if (!is_month_or_day(date.month)) return std::nullopt;
  if (text.empty()) return date;
  if (!take(text, separator)) return std::nullopt;
  date.day = take_digits(text);
  if (!is_month_or_day(date.day) || !text.empty()) return std::nullopt;
  return date;
}

std::optional<WrittenDate> split(std::string_view text) {
  if (is_digits(text)) return split_digits(text);
  return text.find(year_mark) != std::string_view::npos ? split_chinese(text) : split_separated(text);
}

// 1985.10 kept as a number becomes 1985.1, which is then January or October.
bool lost_a_zero(std::string_view text) {
  return text.size() == 6 && text.substr(4) == ".1";
}

std::string serial_help(std::int64_t serial) {
  const auto epoch = Date::from_civil(1899, 12, 30);  // Excel's day 0, counting from its 1 March 1900
  const auto day = epoch && serial > 60 ? add_days(*epoch, serial) : std::nullopt;
  if (!day || day->year() > 2200) return "write the date as text or in a column of dates";
  return "if this is a serial number of Excel, it is " + quoted(day->to_string()) +
         "; give the column the format of a date";
}

std::string help_for(std::string_view text) {
  auto rest = text;
  const auto first = take_digits(rest);
  const bool year_only = first.size() == 4 && (rest.empty() || rest == year_mark);
  if (year_only)
    return "a year alone does not tell the age; give at least the month, such as `" + std::string(first) + "-06`";
  if (lost_a_zero(text)) {
    const std::string year(text.substr(0, 4));
    return "a table program drops the zero of `" + year + ".10`; write `" + year + "-01` or `" + year + "-10`";
  }
  if (rest.empty() && first.size() == 5) return serial_help(to_number(first));
  if (first.size() == 2 || (rest.empty() && first.size() == 6)) return "write the year first and with four digits";
  if (text.size() > 4 && is_digits(text.substr(text.size() - 4))) return "write the year first, then month and day";
  return blank_help(text, "write the date as `2025-03-21`");
}

Result<CellReading> first_of_month(Date date, const Value& given) {
  const std::string day = date.to_string();
  const std::string written = given.text() != nullptr ? quoted(*given.text()) : day;
  CellReading reading;
  reading.value = date;
  reading.note = written + " 只写到月份，按当月1日（" + day + "）计";
  reading.note_en = written + " names no day and is taken as " + day;
  return reading;
}

std::string impossible_help(const WrittenDate& written) {
  const auto year = static_cast<int>(to_number(written.year));
  const auto month = to_number(written.month);
  if (year == 0) return "years run from 1 to 9999";
  if (month < 1 || month > 12) return "months run from 1 to 12";
  const auto first = Date::from_civil(year, month, 1);
  const auto next = first ? add_months(*first, 1) : std::nullopt;
  const int days = first && next ? next->days() - first->days() : 31;
  return "the month " + std::string(written.year) + (month < 10 ? "-0" : "-") + std::to_string(month) + " has " +
         std::to_string(days) + " days";
}

}  // namespace

Diagnostic number_for_date(const FactDefinition& fact, const Value& given) {
  std::string help = "write the date as text or in a column of dates";
  if (const auto* number = given.get_if<Decimal>()) {
    const auto whole = number->to_int64();
    const std::string text = number->to_plain_string();
    if (whole && is_digits(text) && text.size() == 5) help = serial_help(*whole);
    if (whole && is_digits(text) && text.size() == 4) help = help_for(text);
    if (!whole && text.find('.') == 4) {
      help = "a number loses the zero of `" + text.substr(0, 4) + ".10`; write it as text, such as `" +
             text.substr(0, 4) + "-10`";
    }
  }
  return refusal(fact, "not_a_date", given, expectation(fact), std::move(help));
}

Result<CellReading> read_date(const FactDefinition& fact, std::string_view text, const Value& given) {
  std::string compact;
  auto date_text = date_part(text);
  if (date_text.find(year_mark) != std::string_view::npos) {
    for (const char c : date_text) {
      if (c != ' ') compact += c;
    }
    date_text = compact;
  }
  const auto written = lost_a_zero(date_text) ? std::nullopt : split(date_text);
  if (!written) return refusal(fact, "not_a_date", given, expectation(fact), help_for(date_text));
  const bool whole = !written->day.empty();
  const auto date = Date::from_civil(static_cast<int>(to_number(written->year)), to_number(written->month),
                                     whole ? to_number(written->day) : 1);
  if (!date) return refusal(fact, "impossible_date", given, "a day that exists", impossible_help(*written));
  if (!whole) return first_of_month(*date, given);
  return CellReading{*date, false, {}, {}};
}

}  // namespace tepei::facts
