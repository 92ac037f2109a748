#include "batch/column_reader.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "batch/sample_policy.hpp"
#include "batch/table_builder.hpp"

namespace {

using namespace tepei;
using namespace tepei::batch;
using namespace tepei::batch::test;

ColumnShape shape(const char* value, const char* index = nullptr) {
  ColumnShape result{parse_format(value), std::nullopt};
  if (index != nullptr) result.index = parse_format(index);
  return result;
}

// A reader of one batch, with the array it reads.
struct Reading {
  Reading(const char* fact, ColumnShape column_shape, const Model& model, const ReadingLimits& limits = {})
      : array(export_array(model, live)),
        judge(std::make_shared<const policy::Query>(sample_query()), facts::Strictness::typed),
        reader(column_shape, *sample_query().facts().find(fact), limits) {
    reader.start(view_column(column_shape, array, 0, model.length, fact).value());
  }
  ~Reading() { array.release(&array); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  std::vector<ReadingId> encode(std::int64_t first, std::size_t count) {
    std::vector<ReadingId> ids(count);
    forgot = reader.forget_if_full();
    reader.encode(first, count, judge, ids.data());
    return ids;
  }

  Live live = no_structures();
  ArrowArray array;
  CellJudge judge;
  ColumnReader reader;
  bool forgot = false;
};

Cells<std::string> counted(int from, int to) {
  Cells<std::string> cells;
  for (int i = from; i < to; ++i) cells.emplace_back(std::to_string(i) + " 号，一个比十二个字节长的名字");
  return cells;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(column_reader)

BOOST_AUTO_TEST_CASE(equal_cells_share_a_reading) {
  Reading reading("education", shape("u"), texts("u", {"master", std::nullopt, "硕士研究生", "master", "?"}));
  const auto ids = reading.encode(0, 5);
  BOOST_TEST(ids[0] == ids[3]);
  BOOST_TEST(ids[0] != ids[2]);
  BOOST_TEST(ids[1] == ColumnReader::unknown);
  BOOST_TEST(identical(reading.reader.entry(ids[0]).value, reading.reader.entry(ids[2]).value));
  BOOST_TEST(reading.reader.has_errors());
  BOOST_TEST(reading.reader.entry(ids[4]).error != nullptr);
  BOOST_TEST(reading.reader.entry(ids[4]).error->path == "education");
}

BOOST_AUTO_TEST_CASE(a_dictionary_is_read_as_far_as_it_is_used) {
  const Model model =
      dictionary<std::uint8_t>("C", {1, 1, std::nullopt, 2}, texts("u", {"nonsense", "master", std::nullopt}));
  Reading reading("education", shape("u", "C"), model);
  const auto ids = reading.encode(0, 4);
  BOOST_TEST(ids[0] == ids[1]);
  BOOST_TEST(ids[2] == ColumnReader::unknown);
  BOOST_TEST(ids[3] == ColumnReader::unknown);
  BOOST_TEST(!reading.reader.has_errors());
}

BOOST_AUTO_TEST_CASE(readings_are_forgotten_between_blocks_only) {
  ReadingLimits limits;
  limits.max_readings = 10;
  Reading reading("name", shape("u"), texts("u", counted(0, 60)), limits);
  const auto first = reading.encode(0, 30);
  BOOST_TEST(!reading.forgot);
  BOOST_TEST(std::set<ReadingId>(first.begin(), first.end()).size() == 30U);
  for (std::size_t i = 0; i < first.size(); ++i) {
    BOOST_TEST(*reading.reader.entry(first[i]).value.text() == *counted(0, 30)[i]);
  }
  const auto second = reading.encode(30, 30);
  BOOST_TEST(reading.forgot);
  for (std::size_t i = 0; i < second.size(); ++i) {
    BOOST_TEST(*reading.reader.entry(second[i]).value.text() == *counted(30, 60)[i]);
  }
}

BOOST_AUTO_TEST_CASE(long_texts_count_against_the_memory) {
  ReadingLimits limits;
  limits.max_text_bytes = 100;
  Reading reading("name", shape("u"), texts("u", counted(0, 10)), limits);
  (void)reading.encode(0, 5);
  BOOST_TEST(!reading.forgot);
  (void)reading.encode(5, 5);
  BOOST_TEST(reading.forgot);
}

BOOST_AUTO_TEST_CASE(a_dictionary_is_read_anew_after_forgetting) {
  ReadingLimits limits;
  limits.max_readings = 1;
  const Model model = dictionary<std::int8_t>("c", {0, 1, 1, 0}, texts("u", {"master", "doctor"}));
  Reading reading("education", shape("u", "c"), model, limits);
  (void)reading.encode(0, 2);
  const auto ids = reading.encode(2, 2);
  BOOST_TEST(reading.forgot);
  BOOST_TEST(reading.reader.entry(ids[0]).value.get_if<EnumValue>()->id() == "doctor");
  BOOST_TEST(reading.reader.entry(ids[1]).value.get_if<EnumValue>()->id() == "master");
}

BOOST_AUTO_TEST_CASE(a_date_after_the_question_is_an_error_of_its_cell) {
  Reading reading("birth_date", shape("tdD"), fixed<std::int32_t>("tdD", {20'168, 20'169}));
  const auto ids = reading.encode(0, 2);
  BOOST_TEST(!reading.reader.entry(ids[0]).error);
  BOOST_TEST(reading.reader.entry(ids[1]).error->code == "facts.value.after_as_of");
}

BOOST_AUTO_TEST_SUITE_END()
