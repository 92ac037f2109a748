// What a producer may get wrong gives an error, never a crash, and everything is released once.
#include <boost/test/unit_test.hpp>

#include <cerrno>
#include <functional>
#include <string>
#include <vector>

#include "batch/sample_policy.hpp"
#include "batch/table_builder.hpp"
#include "batch/table_reader.hpp"
#include "tepei/batch/check_table.hpp"

namespace {

using namespace tepei;
using namespace tepei::batch;
using namespace tepei::batch::test;

// Three rows: a number, a boolean, texts of every layout, a dictionary, a null column.
Model sound_table() {
  Model values = texts("u", {"master", std::nullopt, "硕士研究生"});
  return table(
      {named("profession_years", fixed<std::int32_t>("i", {1, std::nullopt, 3})),
       named("healthy", bits({true, false, true})), named("sex", texts("u", {"male", "female", std::nullopt})),
       named("division", texts("U", {"150102", "150102", "15"})),
       named("name", texts("vu", {"a name longer than twelve bytes", "short", std::nullopt})),
       named("education", dictionary<std::int16_t>("s", {0, 2, std::nullopt}, values)), named("field", nulls(3))},
      3);
}

enum Column { years, healthy, sex, division, name, education, field };

struct Fault {
  const char* what;
  std::function<void(ArrowArray&)> spoil;
  const char* said;  // part of the message
};

void set_buffer(ArrowArray& array, int buffer, const void* bytes) {
  array.buffers[buffer] = bytes;
}

template <typename T>
void set_value(ArrowArray& array, int buffer, std::int64_t place, T value) {
  // The test's own memory, which it hands out as read-only.
  static_cast<T*>(const_cast<void*>(array.buffers[buffer]))[place] = value;
}

std::vector<Fault> faults() {
  return {
      {"negative length", [](ArrowArray& a) { a.length = -1; }, "negative length"},
      {"length beyond a batch", [](ArrowArray& a) { a.length = INT64_MAX; }, "rows"},
      {"negative offset", [](ArrowArray& a) { a.offset = -1; }, "negative length or offset"},
      {"offset beyond memory", [](ArrowArray& a) { a.offset = INT64_MAX; }, "beyond any memory"},
      {"offset beyond the columns", [](ArrowArray& a) { a.offset = 1; }, "3 cells"},
      {"null count below -1", [](ArrowArray& a) { a.null_count = -2; }, "null count"},
      {"a column too few", [](ArrowArray& a) { a.n_children = 6; }, "6 columns"},
      {"columns are null",
       [](ArrowArray& a) {
         a.children = nullptr;
         a.n_children = 7;
       },
       "list of columns is null"},
      {"column shorter than the table", [](ArrowArray& a) { a.children[years]->length = 2; }, "2 cells"},
      {"column of negative length", [](ArrowArray& a) { a.children[years]->length = -3; }, "length is -3"},
      {"column of negative offset", [](ArrowArray& a) { a.children[years]->offset = -3; }, "offset is -3"},
      {"column's offset overflows", [](ArrowArray& a) { a.children[years]->offset = INT64_MAX; }, "beyond any memory"},
      {"column's null count below -1", [](ArrowArray& a) { a.children[years]->null_count = -5; }, "null count is -5"},
      {"more nulls than cells", [](ArrowArray& a) { a.children[years]->null_count = 4; }, "more nulls"},
      {"nulls without a bitmap", [](ArrowArray& a) { a.children[healthy]->null_count = 1; }, "no validity bitmap"},
      {"buffers are null", [](ArrowArray& a) { a.children[years]->buffers = nullptr; }, "list of buffers is null"},
      {"a buffer too few", [](ArrowArray& a) { a.children[years]->n_buffers = 1; }, "1 buffers, not 2"},
      {"a buffer too many", [](ArrowArray& a) { a.children[sex]->n_buffers = 4; }, "4 buffers, not 3"},
      {"negative count of buffers", [](ArrowArray& a) { a.children[name]->n_buffers = -1; }, "-1 buffers"},
      {"no values", [](ArrowArray& a) { set_buffer(*a.children[years], 1, nullptr); }, "buffer of values is null"},
      {"no offsets", [](ArrowArray& a) { set_buffer(*a.children[sex], 1, nullptr); }, "buffer of values is null"},
      {"no characters", [](ArrowArray& a) { set_buffer(*a.children[sex], 2, nullptr); }, "text buffer is null"},
      {"no characters, of which empty texts lie beyond the first",
       [](ArrowArray& a) {
         for (std::size_t i = 0; i <= 3; ++i) set_value<std::int32_t>(*a.children[sex], 1, i, 86);
         set_buffer(*a.children[sex], 2, nullptr);
       },
       "text buffer is null"},
      {"children where none belong", [](ArrowArray& a) { a.children[years]->n_children = 1; }, "has children"},
      {"negative first offset", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[sex], 1, 0, -4); }, "negative"},
      {"offsets run backwards", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[sex], 1, 1, 1'000); },
       "backwards"},
      {"large offsets run backwards", [](ArrowArray& a) { set_value<std::int64_t>(*a.children[division], 1, 2, 0); },
       "backwards"},
      {"view of negative length", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[name], 1, 0, -1); },
       "negative"},
      {"view longer than its buffer", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[name], 1, 0, 1'000); },
       "outside its buffers"},
      {"view into no buffer", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[name], 1, 2, 2); }, "outside"},
      {"view into a negative buffer", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[name], 1, 2, -1); },
       "outside"},
      {"view from a negative place", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[name], 1, 3, -1); },
       "outside"},
      {"view's end overflows", [](ArrowArray& a) { set_value<std::int32_t>(*a.children[name], 1, 3, INT32_MAX); },
       "outside"},
      {"long texts without sizes", [](ArrowArray& a) { set_buffer(*a.children[name], 4, nullptr); }, "sizes"},
      {"long texts of negative size", [](ArrowArray& a) { set_value<std::int64_t>(*a.children[name], 4, 1, -1); },
       "negative size"},
      {"a long text is null", [](ArrowArray& a) { set_buffer(*a.children[name], 2, nullptr); }, "text buffers is null"},
      {"index beyond its dictionary", [](ArrowArray& a) { set_value<std::int16_t>(*a.children[education], 1, 1, 3); },
       "outside its dictionary of 3"},
      {"negative index", [](ArrowArray& a) { set_value<std::int16_t>(*a.children[education], 1, 1, -1); }, "outside"},
      {"dictionary shorter than its indexes", [](ArrowArray& a) { a.children[education]->dictionary->length = 2; },
       "outside its dictionary of 2"},
      {"dictionary of negative length", [](ArrowArray& a) { a.children[education]->dictionary->length = -1; },
       "of its dictionary"},
      {"dictionary's offsets run backwards",
       [](ArrowArray& a) { set_value<std::int32_t>(*a.children[education]->dictionary, 1, 1, 99); },
       "of its dictionary"},
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(malformed)

BOOST_AUTO_TEST_CASE(the_sound_table_is_answered) {
  const Live live = no_structures();
  ArrowSchema schema = export_schema(sound_table(), live);
  ArrowArray array = export_array(sound_table(), live);
  ArrowSchema out_schema{};
  ArrowArray out{};
  const auto report = check_batch(sample_query(), &schema, &array, &out_schema, &out);
  BOOST_REQUIRE(report.ok());
  BOOST_TEST(report->summary().rows == 3);
  BOOST_TEST(report->summary().errors == 1);  // the division `15`
  out.release(&out);
  out_schema.release(&out_schema);
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(every_fault_of_a_batch_is_an_error) {
  for (const Fault& fault : faults()) {
    BOOST_TEST_CONTEXT(fault.what) {
      const Live live = no_structures();
      StreamModel model;
      model.schema = sound_table();
      model.batches = {sound_table()};
      model.spoil = fault.spoil;
      ArrowArrayStream in = export_stream(model, live);
      ArrowArrayStream out{};
      const auto report = check_stream(sample_query(), &in, &out);
      BOOST_REQUIRE(report.ok());
      const test::Outcome outcome = drain(out);
      BOOST_TEST(outcome.error_number == EINVAL);
      BOOST_TEST(outcome.error.find("batch.array.malformed") != std::string::npos);
      BOOST_TEST(outcome.error.find(fault.said) != std::string::npos, outcome.error);
      BOOST_TEST(report->summary().rows == 0);
      BOOST_TEST(!report->summary().finished);
      BOOST_TEST(*live == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_missing_or_needless_dictionary_is_an_error) {
  for (const bool missing : {true, false}) {
    const Live live = no_structures();
    Model batch = sound_table();
    if (missing) {
      batch.children[education].dictionary = nullptr;
    } else {
      batch.children[years].dictionary = std::make_shared<Model>(nulls(1));
    }
    ArrowSchema schema = export_schema(sound_table(), live);
    ArrowArray array = export_array(batch, live);
    ArrowSchema out_schema{};
    ArrowArray out{};
    const auto report = check_batch(sample_query(), &schema, &array, &out_schema, &out);
    BOOST_REQUIRE(!report.ok());
    BOOST_TEST(report.diagnostics().front().code == "batch.array.malformed");
    BOOST_TEST(*live == 0);
  }
}

BOOST_AUTO_TEST_CASE(all_malformed_columns_are_told_at_once) {
  const Live live = no_structures();
  ArrowSchema schema = export_schema(sound_table(), live);
  ArrowArray array = export_array(sound_table(), live);
  array.children[years]->length = 0;
  array.children[sex]->offset = -1;
  ArrowSchema out_schema{};
  ArrowArray out{};
  const auto report = check_batch(sample_query(), &schema, &array, &out_schema, &out);
  BOOST_REQUIRE_EQUAL(report.diagnostics().size(), 2U);
  BOOST_TEST(report.diagnostics()[0].path == "profession_years");
  BOOST_TEST(report.diagnostics()[1].path == "sex");
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(a_null_row_of_the_batch_is_an_error) {
  Model batch = sound_table();
  batch.null_count = 1;
  batch.buffers = {Bytes{0x05}};
  const Live live = no_structures();
  ArrowSchema schema = export_schema(sound_table(), live);
  ArrowArray array = export_array(batch, live);
  ArrowSchema out_schema{};
  ArrowArray out{};
  const auto report = check_batch(sample_query(), &schema, &array, &out_schema, &out);
  BOOST_REQUIRE(!report.ok());
  BOOST_TEST(report.diagnostics().front().message == "row 1 of the batch is null");
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(what_null_cells_hold_is_never_read) {
  Model batch = sound_table();
  batch.children[education] =
      named("education", dictionary<std::int16_t>("s", {std::nullopt, 0, 0}, texts("u", {"master"})));
  const Live live = no_structures();
  ArrowSchema schema = export_schema(sound_table(), live);
  ArrowArray array = export_array(batch, live);
  set_value<std::int16_t>(*array.children[education], 1, 0, 99);
  set_value<std::int32_t>(*array.children[name], 1, 2 * 4, -1);  // the length of the view of a null name
  ArrowSchema out_schema{};
  ArrowArray out{};
  BOOST_REQUIRE(check_batch(sample_query(), &schema, &array, &out_schema, &out));
  out.release(&out);
  out_schema.release(&out_schema);
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(every_fault_of_a_schema_is_an_error) {
  struct SchemaFault {
    std::function<void(ArrowSchema&)> spoil;
    const char* code;
  };
  const std::vector<SchemaFault> schema_faults{
      {[](ArrowSchema& s) { s.format = nullptr; }, "batch.schema.malformed"},
      {[](ArrowSchema& s) { s.n_children = -1; }, "batch.schema.malformed"},
      {[](ArrowSchema& s) { s.children = nullptr; }, "batch.schema.malformed"},
      {[](ArrowSchema& s) { s.children[0]->format = nullptr; }, "batch.schema.malformed"},
      {[](ArrowSchema& s) { s.children[education]->dictionary->format = nullptr; }, "batch.schema.malformed"},
      {[](ArrowSchema& s) { s.format = "u"; }, "batch.schema.not_a_table"},
      {[](ArrowSchema& s) { s.format = "+l"; }, "batch.schema.not_a_table"},
      {[](ArrowSchema& s) { s.children[education]->format = "u"; }, "batch.column.wrong_type"},
      {[](ArrowSchema& s) { s.children[0]->name = nullptr; }, "batch.column.unknown"},
  };
  for (const SchemaFault& fault : schema_faults) {
    const Live live = no_structures();
    ArrowSchema schema = export_schema(sound_table(), live);
    ArrowArray array = export_array(sound_table(), live);
    fault.spoil(schema);
    ArrowSchema out_schema{};
    ArrowArray out{};
    const auto report = check_batch(sample_query(), &schema, &array, &out_schema, &out);
    BOOST_REQUIRE(!report.ok());
    BOOST_TEST(report.diagnostics().front().code == fault.code);
    BOOST_TEST(*live == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
