// The text survives: the clauses of a built-in pack are the whole of its instrument, word for word.
#include <openssl/evp.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "pack/parse.hpp"
#include "tepei/catalog/catalog.hpp"

namespace tepei::catalog {

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// The instrument's text as it was taken over from ../shared/policies, which a clone of this repository may lack.
std::string source_text(const std::string& id) {
  return read_file(std::filesystem::path(TEPEI_SOURCE_DIR) / "tests/unit/catalog/texts" / (id + ".txt"));
}

std::string sha256(const std::string& text) {
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  BOOST_TEST_REQUIRE(EVP_Digest(text.data(), text.size(), bytes, &size, EVP_sha256(), nullptr) == 1);
  std::ostringstream digits;
  for (unsigned int i = 0; i < size; ++i) digits << std::hex << (bytes[i] >> 4U) << (bytes[i] & 15U);
  return digits.str();
}

// The text without its blanks and line breaks, also those of Chinese typesetting.
std::string without_blanks(const std::string& text) {
  static const std::string wide = "\u3000";
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, wide.size(), wide) == 0) {
      at += wide.size();
    } else {
      if (std::string(" \t\r\n").find(text[at]) == std::string::npos) result += text[at];
      ++at;
    }
  }
  return result;
}

// Clauses to be computed whose policy object is not built yet, by programme: shared with tests/meta/traceability.py.
std::set<std::string> waiting_clauses(const std::string& programme) {
  pack::Problems problems(1);
  const auto tree =
      pack::parse(read_file(std::filesystem::path(TEPEI_SOURCE_DIR) / "tests/meta/waiting_clauses.json"), {}, problems);
  BOOST_TEST_REQUIRE(tree.has_value());
  std::set<std::string> waiting;
  const auto list = tree->member(pack::root_node, programme);
  if (!list) return waiting;
  for (const pack::NodeId id : tree->at(*list).items) waiting.insert(tree->at(id).text);
  return waiting;
}

const policy::Clause* find_clause(const policy::Programme& programme, const std::string& id) {
  const auto& clauses = programme.clauses();
  const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const auto& clause) { return clause.id == id; });
  return found == clauses.end() ? nullptr : &*found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clauses)

BOOST_DATA_TEST_CASE(the_clauses_are_the_whole_text, boost::unit_test::data::make(programmes()), id) {
  const std::string text = without_blanks(source_text(id));
  const policy::Programme found = programme(id).value();
  BOOST_TEST_REQUIRE(!text.empty());
  std::size_t end = 0;
  for (const policy::Clause& clause : found.clauses()) {
    const std::string piece = without_blanks(clause.text);
    BOOST_TEST_REQUIRE(text.compare(end, piece.size(), piece) == 0, "the text goes on "
                                                                        << text.substr(end, piece.size()) << ", not as "
                                                                        << clause.id << " has it: " << clause.text);
    end += piece.size();
  }
  BOOST_TEST(text.substr(end) == "");
}

// Blanks within a sentence are the text's own; only a title is put together from two lines.
BOOST_DATA_TEST_CASE(clauses_stand_in_the_text_as_they_are, boost::unit_test::data::make(programmes()), id) {
  const std::string text = source_text(id);
  const policy::Programme found = programme(id).value();
  for (const policy::Clause& clause : found.clauses()) {
    if (id == "liaoning-2025-draft" && clause.id == "title") continue;
    BOOST_TEST(text.find(clause.text) != std::string::npos, clause.id << " " << clause.text);
  }
}

BOOST_DATA_TEST_CASE(the_text_is_the_one_the_pack_names, boost::unit_test::data::make(programmes()), id) {
  BOOST_TEST(programme(id).value().instrument.source_digest == sha256(source_text(id)));
  const auto shared = std::filesystem::path(TEPEI_SOURCE_DIR) / "../shared/policies" / (id + ".txt");
  if (std::filesystem::exists(shared)) BOOST_TEST((source_text(id) == read_file(shared)));
}

BOOST_DATA_TEST_CASE(clauses_and_rules_name_each_other, boost::unit_test::data::make(programmes()), id) {
  const policy::Programme found = programme(id).value();
  std::set<std::string> by_rules;
  for (const policy::TrackCriteria& entry : found.eligibility.definition().eligibility) {
    for (const policy::Criterion& criterion : entry.criteria) {
      by_rules.insert(criterion.clause + " eligibility." + entry.track + "." + criterion.id);
    }
  }
  for (const policy::DerivedFact& fact : found.eligibility.definition().derived) {
    if (!fact.clause.empty()) by_rules.insert(fact.clause + " derived." + fact.id);
  }
  for (const policy::Table& table : found.eligibility.definition().tables) {
    if (!table.clause.empty()) by_rules.insert(table.clause + " tables." + table.id);
  }
  const auto add = [&by_rules](const auto& object) {
    if (!object) return;
    for (const auto& [rule, clause] : policy::rules_of(object->definition())) by_rules.insert(clause + " " + rule);
  };
  add(found.leave);
  add(found.assessment);
  add(found.funding);
  std::set<std::string> by_clauses;
  const std::set<std::string> waiting = waiting_clauses(id);
  for (const policy::Clause& clause : found.clauses()) {
    for (const std::string& rule : clause.rules) by_clauses.insert(clause.id + " " + rule);
    const bool idle = clause.kind == policy::ClauseKind::computed && clause.rules.empty();
    BOOST_TEST(idle == (waiting.count(clause.id) != 0),
               clause.id << (idle ? ": nothing computes it" : ": it waits no more, take it off the list"));
  }
  BOOST_TEST(by_clauses == by_rules, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_sentence_of_liaoning_can_be_cited) {
  const policy::Programme found = programme("liaoning-2025-draft").value();
  const auto text = [&](const char* id) { return find_clause(found, id)->text; };
  BOOST_TEST(text("19.s2") == "因病（事）请假3天以内的，由培养单位批准。");
  BOOST_TEST(text("19.s5") == "因病（事）请假30天以上的，经省人力资源社会保障厅书面批准可中断培养，不进行结业考核。");
  BOOST_TEST(text("26.p2") == "内部管理小组负责人结业考核等次确定为合格等次的，享受优秀等次特培学员同等优惠政策。");
  BOOST_TEST(text("9.s2") == "学员和每个小组每季度要以书面形式向选送单位及省人力资源社会保障厅报告学习和工作情况。");
  BOOST_TEST(find_clause(found, "32.7")->cite == "第三十二条（七）");
  BOOST_TEST(find_clause(found, "27.8")->text == "（八）其他违反特培纪律的情形。");
}

BOOST_AUTO_TEST_CASE(every_sentence_of_inner_mongolia_2025_can_be_cited) {
  const policy::Programme found = programme("inner-mongolia-2025").value();
  const auto text = [&](const char* id) {
    const policy::Clause* clause = find_clause(found, id);
    return clause == nullptr ? std::string("(no clause)") : clause->text;
  };
  BOOST_TEST(text("4.2.1") == "1.少数民族，身心健康，年龄在45周岁以下；");
  BOOST_TEST(text("4.2.2") == "2.硕士研究生及以上学历且从事本专业工作5年以上，或具备副高级及以上职称。");
  BOOST_TEST(text("4.3.1") == "1.在旗县（区）及以下单位工作，身心健康，年龄在35周岁以下；");
  BOOST_TEST(text("4.3.2") == "2.大学本科及以上学历且从事本专业工作4年以上，或具备中级及以上职称。");
  BOOST_TEST(text("5.s2") == "同等条件下，基层和非公领域专业技术人才优先选拔（具体推荐名额见附件1）。");
  BOOST_TEST(text("6.2") == "（二）时间要求。各盟市、各厅局（高校）于2025年3月21日前同步完成系统申报和线下报送。");
  BOOST_TEST((find_clause(found, "4.1")->kind == policy::ClauseKind::delegated));
  BOOST_TEST((find_clause(found, "5.s2")->kind == policy::ClauseKind::preference));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
