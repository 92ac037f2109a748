#include "batch/column_type.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <string>

using namespace tepei::batch;
using tepei::facts::FactKind;

BOOST_AUTO_TEST_SUITE(column_type)

BOOST_AUTO_TEST_CASE(every_format_of_the_interface_has_a_name) {
  const std::pair<const char*, const char*> named[] = {{"n", "null"},
                                                       {"b", "bool"},
                                                       {"c", "int8"},
                                                       {"C", "uint8"},
                                                       {"s", "int16"},
                                                       {"S", "uint16"},
                                                       {"i", "int32"},
                                                       {"I", "uint32"},
                                                       {"l", "int64"},
                                                       {"L", "uint64"},
                                                       {"e", "float16"},
                                                       {"f", "float32"},
                                                       {"g", "float64"},
                                                       {"z", "binary"},
                                                       {"Z", "large_binary"},
                                                       {"vz", "binary_view"},
                                                       {"u", "utf8"},
                                                       {"U", "large_utf8"},
                                                       {"vu", "utf8_view"},
                                                       {"d:19,10", "decimal128(19, 10)"},
                                                       {"d:9,2,32", "decimal32(9, 2)"},
                                                       {"d:76,-3,256", "decimal256(76, -3)"},
                                                       {"w:42", "fixed_size_binary"},
                                                       {"tdD", "date32"},
                                                       {"tdm", "date64"},
                                                       {"tts", "time"},
                                                       {"ttn", "time"},
                                                       {"tss:", "timestamp[s]"},
                                                       {"tsu:UTC", "timestamp[us, tz=UTC]"},
                                                       {"tDs", "duration"},
                                                       {"tiM", "interval"},
                                                       {"+l", "list"},
                                                       {"+L", "large_list"},
                                                       {"+vl", "list_view"},
                                                       {"+w:3", "fixed_size_list"},
                                                       {"+s", "struct"},
                                                       {"+m", "map"},
                                                       {"+ud:0,1", "union"},
                                                       {"+r", "run_end_encoded"}};
  for (const auto& [format, name] : named) BOOST_TEST(parse_format(format).name == name);
}

BOOST_AUTO_TEST_CASE(broken_formats_are_unsupported) {
  for (const char* format : {"", "x", "nn", "d:", "d:5", "d:5,", "d:0,0", "d:5,2,", "d:5,2,99", "d:5,2,128,1",
                             "d:5,99999", "d:99999999999999999999,2", "ts", "tss", "tsx:", "tsq:UTC", "td", "tdX"}) {
    const ColumnType type = parse_format(format);
    BOOST_TEST((type.family == Family::unsupported), format);
    BOOST_TEST(!type.name.empty());
  }
}

BOOST_AUTO_TEST_CASE(offsets_from_utc_are_read_without_a_database) {
  const std::pair<const char*, std::int64_t> fixed[] = {{"UTC", 0},
                                                        {"Etc/UTC", 0},
                                                        {"GMT", 0},
                                                        {"Z", 0},
                                                        {"+00:00", 0},
                                                        {"+08:00", 28'800},
                                                        {"-0330", -12'600},
                                                        {"+05", 18'000},
                                                        {"+23:59", 86'340},
                                                        {"Etc/GMT-8", 28'800},
                                                        {"Etc/GMT+12", -43'200},
                                                        {"Etc/GMT-14", 50'400}};
  for (const auto& [zone, seconds] : fixed) {
    const ColumnType type = parse_format("tsm:" + std::string(zone));
    BOOST_TEST(type.named_zone.empty(), zone);
    BOOST_TEST(type.offset_ticks == seconds * 1'000, zone);
  }
  for (const char* zone : {"Asia/Shanghai", "+8", "+", "+08:", "+24:00", "+08:60", "08:00", "+08:0", "+08:000", "utc",
                           "Etc/GMT-15", "Etc/GMT+13", "Etc/GMT8", "Etc/GMT--8", "Etc/GMT-", "Etc/GMT-8x"}) {
    BOOST_TEST(parse_format("tsm:" + std::string(zone)).named_zone == zone);
  }
}

BOOST_AUTO_TEST_CASE(what_a_fact_may_be_written_in) {
  BOOST_TEST(accepts(FactKind::date, Family::date));
  BOOST_TEST(!accepts(FactKind::date, Family::integer));
  BOOST_TEST(!accepts(FactKind::date, Family::boolean));
  BOOST_TEST(accepts(FactKind::date, Family::floating));  // pandas writes an empty column as NaN
  BOOST_TEST(accepts(FactKind::boolean, Family::integer));
  BOOST_TEST(!accepts(FactKind::number, Family::boolean));
  BOOST_TEST(!accepts(FactKind::number, Family::date));
  BOOST_TEST(accepts(FactKind::code, Family::decimal));
  BOOST_TEST(!accepts(FactKind::text, Family::integer));
  for (const FactKind kind :
       {FactKind::text, FactKind::boolean, FactKind::number, FactKind::date, FactKind::enumeration, FactKind::code}) {
    BOOST_TEST(accepts(kind, Family::text));
    BOOST_TEST(accepts(kind, Family::nothing));
    BOOST_TEST(!accepts(kind, Family::unsupported));
    BOOST_TEST(!accepted_types(kind).empty());
  }
}

RC_BOOST_PROP(no_format_crashes, (const std::string& format)) {
  RC_ASSERT(!parse_format(format).name.empty());
  RC_ASSERT(!parse_format("d:" + format).name.empty());
  RC_ASSERT(!parse_format("tss:" + format).name.empty());
}

BOOST_AUTO_TEST_SUITE_END()
