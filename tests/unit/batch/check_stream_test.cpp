// The stream's manners: lazy, owned, ended, failed; and what is said before and beside the rows.
#include <boost/test/unit_test.hpp>

#include <cerrno>
#include <cmath>
#include <limits>
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

StreamModel stream_of(std::vector<Model> batches) {
  StreamModel model;
  model.schema = batches.front();
  model.batches = std::move(batches);
  return model;
}

Model years(const Cells<double>& cells) {
  return table({named("profession_years", fixed<double>("g", cells))}, static_cast<std::int64_t>(cells.size()));
}

// The result of a table of one batch.
struct Checked {
  Diagnostics diagnostics;
  test::Outcome outcome;
  TableSummary summary;
};

Checked check_one(Model batch, const TableOptions& options = {}) {
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(stream_of({std::move(batch)}), live);
  ArrowArrayStream out{};
  Checked checked;
  auto report = check_stream(sample_query(), &in, &out, options);
  BOOST_TEST(in.release == nullptr);
  checked.diagnostics = report.diagnostics();
  if (report) {
    checked.outcome = drain(out);
    checked.summary = report->summary();
  } else {
    BOOST_TEST(out.release == nullptr);
  }
  BOOST_TEST(*live == 0);
  return checked;
}

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : diagnostics) all.push_back(diagnostic.code);
  return all;
}

const std::vector<std::optional<std::string>>& cells(const Checked& checked, const std::string& column) {
  for (const TextColumn& candidate : checked.outcome.columns) {
    if (candidate.name == column) return candidate.cells;
  }
  throw std::runtime_error("no column " + column);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_stream_manners)

BOOST_AUTO_TEST_CASE(one_batch_is_taken_for_one_given) {
  int asked = 0;
  StreamModel model = stream_of({years({1, 2}), years({}), years({3})});
  model.asked = &asked;
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(model, live);
  ArrowArrayStream out{};
  const TableReport report = check_stream(sample_query(), &in, &out).value();
  BOOST_TEST(asked == 0);
  ArrowArray batch{};
  const std::vector<std::int64_t> rows{2, 0, 1};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    BOOST_TEST(out.get_next(&out, &batch) == 0);
    BOOST_TEST(asked == static_cast<int>(i) + 1);
    BOOST_TEST(batch.length == rows[i]);
    BOOST_TEST(!report.summary().finished);
    batch.release(&batch);
  }
  BOOST_TEST(report.summary().rows == 3);
  for (int again = 0; again < 3; ++again) {
    BOOST_TEST(out.get_next(&out, &batch) == 0);
    BOOST_TEST((batch.release == nullptr));
    BOOST_TEST(report.summary().finished);
  }
  BOOST_TEST(asked == 4);
  BOOST_TEST(*live == 0);
  out.release(&out);
}

BOOST_AUTO_TEST_CASE(a_batch_outlives_its_stream_and_its_parts_outlive_it) {
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(stream_of({years({1, 2})}), live);
  ArrowArrayStream out{};
  BOOST_REQUIRE(check_stream(sample_query(), &in, &out));
  ArrowSchema schema{};
  ArrowArray batch{};
  BOOST_REQUIRE(out.get_schema(&out, &schema) == 0);
  BOOST_REQUIRE(out.get_next(&out, &batch) == 0);
  out.release(&out);
  BOOST_TEST(*live == 0);
  // As the specification has it: a child is moved out, its parent released first.
  ArrowArray verdict = *batch.children[0];
  batch.children[0]->release = nullptr;
  ArrowSchema verdict_schema = *schema.children[0];
  schema.children[0]->release = nullptr;
  batch.release(&batch);
  schema.release(&schema);
  BOOST_TEST(cell_text(verdict_schema, verdict, 1) == "undetermined");
  ArrowArray dictionary = *verdict.dictionary;
  verdict.dictionary->release = nullptr;
  verdict.release(&verdict);
  BOOST_TEST(utf8(dictionary, 0) == "eligible");
  dictionary.release(&dictionary);
  verdict_schema.release(&verdict_schema);
}

BOOST_AUTO_TEST_CASE(a_stream_may_be_released_unread) {
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(stream_of({years({1})}), live);
  ArrowArrayStream out{};
  BOOST_REQUIRE(check_stream(sample_query(), &in, &out));
  out.release(&out);
  BOOST_TEST((out.release == nullptr));
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(what_the_input_says_of_its_failure_is_passed_on) {
  StreamModel model = stream_of({years({1}), years({2})});
  model.fail_at = 1;
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(model, live);
  ArrowArrayStream out{};
  const TableReport report = check_stream(sample_query(), &in, &out).value();
  ArrowArray batch{};
  BOOST_TEST(out.get_next(&out, &batch) == 0);
  batch.release(&batch);
  BOOST_TEST((out.get_last_error(&out) == nullptr));
  for (int again = 0; again < 2; ++again) {
    BOOST_TEST(out.get_next(&out, &batch) == 5);
    BOOST_TEST((batch.release == nullptr));
    const std::string text = out.get_last_error(&out);
    BOOST_TEST(text.find("batch.stream.failed") != std::string::npos);
    BOOST_TEST(text.find("the disk is gone") != std::string::npos);
  }
  BOOST_TEST(report.summary().rows == 1);
  BOOST_TEST(!report.summary().finished);
  out.release(&out);
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(a_stream_without_schema_is_an_error) {
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(stream_of({years({1})}), live);
  in.get_schema = [](ArrowArrayStream*, ArrowSchema*) { return EIO; };
  in.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  ArrowArrayStream out{};
  const auto report = check_stream(sample_query(), &in, &out);
  BOOST_REQUIRE(!report.ok());
  BOOST_TEST(report.diagnostics().front().code == "batch.stream.failed");
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(a_released_stream_or_batch_is_an_error) {
  ArrowArrayStream in{};
  ArrowArrayStream out{};
  BOOST_TEST(check_stream(sample_query(), &in, &out).diagnostics().front().code == "batch.stream.malformed");
  BOOST_TEST(check_stream(sample_query(), nullptr, &out).diagnostics().front().code == "batch.stream.malformed");
  const Live live = no_structures();
  ArrowSchema schema = export_schema(years({1}), live);
  ArrowArray array{};
  ArrowSchema out_schema{};
  ArrowArray out_array{};
  BOOST_TEST(check_batch(sample_query(), &schema, &array, &out_schema, &out_array).diagnostics().front().code ==
             "batch.stream.malformed");
  BOOST_TEST((schema.release == nullptr));
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(no_batches_give_no_batches) {
  StreamModel model;
  model.schema = years({});
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(model, live);
  ArrowArrayStream out{};
  const TableReport report = check_stream(sample_query(), &in, &out).value();
  BOOST_TEST(drain(out).batch_rows.empty());
  BOOST_TEST(report.summary().finished);
  BOOST_TEST(report.summary().criteria.size() == 7U);
}

BOOST_AUTO_TEST_CASE(a_table_without_columns_knows_nothing_of_anybody) {
  const Checked checked = check_one(table({}, 3));
  BOOST_TEST(cells(checked, "verdict").size() == 3U);
  BOOST_TEST(cells(checked, "verdict")[2].value() == "undetermined");
  BOOST_TEST(cells(checked, "not_worker")[0].value() == "met");  // the one default
}

BOOST_AUTO_TEST_CASE(dictionaries_are_complete_and_in_the_order_of_the_contract) {
  const Live live = no_structures();
  ArrowSchema schema = export_schema(years({1}), live);
  ArrowArray array = export_array(years({1}), live);
  ArrowSchema out_schema{};
  ArrowArray out{};
  BOOST_REQUIRE(check_batch(sample_query(), &schema, &array, &out_schema, &out));
  const std::vector<std::vector<std::string>> wanted{{"eligible", "conditional", "undetermined", "ineligible"},
                                                     {"met", "discretionary", "undetermined", "not_met"}};
  for (std::size_t i = 0; i < 2; ++i) {
    const ArrowArray& dictionary = *out.children[i]->dictionary;
    BOOST_REQUIRE_EQUAL(dictionary.length, 4);
    for (std::int64_t text = 0; text < 4; ++text)
      BOOST_TEST(utf8(dictionary, text) == wanted[i][static_cast<std::size_t>(text)]);
    BOOST_TEST((out_schema.children[i]->flags & ARROW_FLAG_DICTIONARY_ORDERED) != 0);
    BOOST_TEST((out_schema.children[i]->flags & ARROW_FLAG_NULLABLE) != 0);
  }
  out.release(&out);
  out_schema.release(&out_schema);
}

BOOST_AUTO_TEST_CASE(all_that_is_wrong_with_a_schema_is_told_at_once) {
  Model batch =
      table({named("eduction", texts("u", {"master"})), named("学历", texts("u", {"master"})),
             named("education", texts("u", {"master"})), named("birth_date", fixed<std::int64_t>("l", {19'850'101})),
             named("work_start_date", fixed<std::int64_t>("tss:Asia/Shanghai", {0})),
             named("profession_years", bits({true})), named("", nulls(1))},
            1);
  TableOptions options;
  options.columns = {"verdict", "territry", "verdict"};
  const Checked checked = check_one(batch, options);
  const std::vector<std::string> wanted{"batch.column.unknown",   "batch.column.duplicate",  "batch.column.wrong_type",
                                        "batch.column.time_zone", "batch.column.wrong_type", "batch.column.unknown",
                                        "batch.output.unknown",   "batch.output.duplicate"};
  const auto got = codes(checked.diagnostics);
  BOOST_TEST(got == wanted, boost::test_tools::per_element());
  BOOST_TEST(checked.diagnostics[0].help.find("education") != std::string::npos);
  BOOST_TEST(checked.diagnostics[1].message == "columns `学历` and `education` both give the fact `education`");
  BOOST_TEST(checked.diagnostics[2].message ==
             "column `birth_date` is of type int64, which cannot give the fact `birth_date`");
  BOOST_TEST(checked.diagnostics[2].help == "it may be date32, date64, timestamp or text such as `2025-03-21`");
  BOOST_TEST(checked.diagnostics[3].message.find("`Asia/Shanghai`") != std::string::npos);
  BOOST_TEST(checked.diagnostics[6].help == "did you mean `territory`?");
}

BOOST_AUTO_TEST_CASE(composed_columns_are_refused_by_name) {
  Model list = table({named("education", nulls(1))}, 1);
  for (const auto& [format, name] : std::vector<std::pair<std::string, std::string>>{{"+l", "list"},
                                                                                     {"+s", "struct"},
                                                                                     {"+m", "map"},
                                                                                     {"z", "binary"},
                                                                                     {"+r", "run_end_encoded"},
                                                                                     {"ttu", "time"}}) {
    list.children[0].format = format;
    const Checked checked = check_one(list);
    BOOST_REQUIRE_EQUAL(checked.diagnostics.size(), 1U);
    BOOST_TEST(checked.diagnostics[0].code == "batch.column.wrong_type");
    BOOST_TEST(checked.diagnostics[0].message.find("of type " + name + ",") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(extra_columns_are_left_aside_when_asked) {
  Model batch = table({named("remark", texts("z", {"x"})), named("备注", nulls(1)),
                       named("学历", texts("u", {"master"})), named("", fixed<std::int32_t>("+l", {1}))},
                      1);
  TableOptions options;
  options.extra_columns = ExtraColumns::ignore;
  const Checked checked = check_one(batch, options);
  BOOST_TEST(checked.diagnostics.empty());
  const std::vector<std::string> ignored{"remark", "备注", ""};
  BOOST_TEST(checked.summary.ignored_columns == ignored, boost::test_tools::per_element());
  BOOST_TEST(checked.summary.rows == 1);
}

BOOST_AUTO_TEST_CASE(bad_cells_are_listed_and_their_rows_left_open) {
  Model batch = table({named("学历", texts("u", {"mastre", "master", "master", std::nullopt})),
                       named("birth_date", fixed<std::int32_t>("tdD", {0, 20'169, 20'168, 3'000'000})),
                       named("worker_post", fixed<float>("f", {0, 1, NAN, 2}))},
                      4);
  const Checked checked = check_one(batch);
  BOOST_REQUIRE_EQUAL(checked.summary.listed_errors.size(), 4U);
  const auto& errors = checked.summary.listed_errors;
  BOOST_TEST(errors[0].row == 0);
  BOOST_TEST(errors[0].column == "学历");
  BOOST_TEST(errors[0].fact == "education");
  BOOST_TEST(errors[0].diagnostic.code == "facts.value.unlisted");
  BOOST_TEST(errors[0].diagnostic.help.find("master") != std::string::npos);
  BOOST_TEST(errors[1].row == 1);
  BOOST_TEST(errors[1].diagnostic.code == "facts.value.after_as_of");
  BOOST_TEST(errors[2].row == 3);
  BOOST_TEST(errors[2].diagnostic.code == "batch.cell.date_out_of_range");
  BOOST_TEST(errors[3].diagnostic.code == "facts.value.not_yes_or_no");
  BOOST_TEST(checked.summary.rows_with_errors == 3);
  BOOST_TEST(checked.summary.rows == 4);
  for (const TextColumn& column : checked.outcome.columns) {
    BOOST_TEST(!column.cells[0]);
    BOOST_TEST(!column.cells[1]);
    BOOST_TEST(column.cells[2].has_value());
    BOOST_TEST(!column.cells[3]);
  }
  BOOST_TEST(cells(checked, "not_worker")[2].value() == "met");  // NaN is unknown, and so the default
}

BOOST_AUTO_TEST_CASE(the_list_of_bad_cells_ends_and_the_count_goes_on) {
  TableOptions options;
  options.max_errors = 3;
  const double infinite = std::numeric_limits<double>::infinity();
  StreamModel model = stream_of({years({infinite, 1, infinite}), years({infinite, infinite, -1})});
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(model, live);
  ArrowArrayStream out{};
  const TableReport report = check_stream(sample_query(), &in, &out, options).value();
  drain(out);
  const TableSummary summary = report.summary();
  BOOST_TEST(summary.errors == 5);
  BOOST_TEST(summary.rows_with_errors == 5);
  BOOST_REQUIRE_EQUAL(summary.listed_errors.size(), 3U);
  BOOST_TEST(summary.listed_errors[2].row == 3);
  BOOST_TEST(summary.listed_errors[0].diagnostic.code == "batch.cell.infinite");
}

BOOST_AUTO_TEST_CASE(bad_cells_that_are_taken_make_room_for_others) {
  TableOptions options;
  options.max_errors = 1;
  const double infinite = std::numeric_limits<double>::infinity();
  StreamModel model = stream_of({years({infinite, 1}), years({2, infinite}), years({3})});
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(model, live);
  ArrowArrayStream out{};
  TableReport report = check_stream(sample_query(), &in, &out, options).value();
  BOOST_TEST(report.take_errors().empty());
  std::vector<std::int64_t> rows;
  for (int batch = 0; batch < 3; ++batch) {
    ArrowArray array{};
    BOOST_REQUIRE_EQUAL(out.get_next(&out, &array), 0);
    array.release(&array);
    for (const CellError& error : report.take_errors()) rows.push_back(error.row);
    BOOST_TEST(report.summary().listed_errors.empty());
  }
  out.release(&out);
  const std::vector<std::int64_t> expected{0, 3};
  BOOST_TEST(rows == expected, boost::test_tools::per_element());
  BOOST_TEST(report.summary().errors == 2);
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_CASE(notes_say_how_a_cell_was_read) {
  TableOptions options;
  options.columns = {"notes"};
  const auto batch = [] {
    return table({named("birth_date", texts("u", {"1985-06", "1985-06-15", std::nullopt, "x"}))}, 4);
  };
  const auto chinese = check_one(batch(), options);
  BOOST_TEST(cells(chinese, "notes")[0]->find("只写到月份") != std::string::npos);
  BOOST_TEST(cells(chinese, "notes")[1].value() == "");
  BOOST_TEST(cells(chinese, "notes")[2].value() == "");
  BOOST_TEST(!cells(chinese, "notes")[3].has_value());
  options.language = explain::Language::english;
  const auto english = check_one(batch(), options);
  BOOST_TEST(cells(english, "notes")[0]->find("is taken as 1985-06-01") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(counts_are_those_of_the_cells) {
  const Checked checked =
      check_one(table({named("民族", texts("vu", {"汉族", "01", "蒙古族", "97", std::nullopt, "火星族"}))}, 6));
  std::array<std::int64_t, 4> verdicts{};
  for (const auto& cell : cells(checked, "verdict")) {
    if (!cell) continue;
    for (std::size_t i = 0; i < 4; ++i) {
      if (to_string(static_cast<policy::Verdict>(i)) == *cell) ++verdicts[i];
    }
  }
  BOOST_TEST(checked.summary.verdicts == verdicts, boost::test_tools::per_element());
  BOOST_TEST(checked.summary.criteria[2].criterion == "ethnic_minority");
  const std::array<std::int64_t, 4> ethnic{1, 0, 2, 2};
  BOOST_TEST(checked.summary.criteria[2].outcomes == ethnic, boost::test_tools::per_element());
  BOOST_TEST(checked.summary.rows_with_errors == 1);
}

BOOST_AUTO_TEST_CASE(columns_come_as_asked_for) {
  TableOptions options;
  options.columns = {"missing", "age", "reading_sensitive", "missing_documents"};
  const Checked checked = check_one(years({5}), options);
  BOOST_REQUIRE_EQUAL(checked.outcome.columns.size(), 4U);
  BOOST_TEST(checked.outcome.columns[0].format == "+l");
  BOOST_TEST(checked.outcome.columns[1].format == "c");
  BOOST_TEST(checked.outcome.columns[2].format == "b");
  BOOST_TEST(checked.outcome.columns[0].cells[0]->find("birth_date") != std::string::npos);
  BOOST_TEST(checked.outcome.columns[1].cells[0].value() == "undetermined");
  BOOST_TEST(checked.outcome.columns[3].cells[0].value() == "东北地区项目管理办法");
}

BOOST_AUTO_TEST_CASE(digits_in_text_are_numbers_only_as_written) {
  const Model batch = table({named("profession_years", texts("u", {"5", "five"}))}, 2);
  BOOST_TEST(check_one(batch).summary.errors == 2);
  TableOptions options;
  options.strictness = facts::Strictness::as_written;
  BOOST_TEST(check_one(batch, options).summary.errors == 1);
}

BOOST_AUTO_TEST_CASE(an_endless_cell_is_told_briefly) {
  const Checked checked =
      check_one(table({named("education", texts("U", {std::string(3'000'000, 'x'), "master"}))}, 2));
  BOOST_REQUIRE_EQUAL(checked.summary.listed_errors.size(), 1U);
  BOOST_TEST(checked.summary.listed_errors[0].diagnostic.message.size() < 500U);
  BOOST_TEST(cells(checked, "verdict")[1].has_value());
}

BOOST_AUTO_TEST_SUITE_END()
