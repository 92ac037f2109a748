// A file of cases: an array of objects, numbers as they are written.
#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "pack/parse.hpp"
#include "tepei/value/value.hpp"

namespace tepei::catalog {

// One value of a case file.
class Case {
 public:
  Case(const pack::Tree& tree, pack::NodeId id) : tree_(&tree), id_(id) {}

  std::optional<Case> find(std::string_view key) const {
    const auto member = tree_->member(id_, key);
    return member ? std::optional<Case>(Case(*tree_, *member)) : std::nullopt;
  }
  Case at(std::string_view key) const {
    const auto member = find(key);
    BOOST_TEST_REQUIRE(member.has_value(), "a case lacks " << key);
    return *member;
  }
  const std::string& key() const { return tree_->at(id_).key; }
  const std::string& text() const { return tree_->at(id_).text; }
  std::string text(std::string_view key) const { return find(key) ? at(key).text() : std::string(); }
  bool boolean() const { return tree_->at(id_).boolean; }
  bool is_null() const { return tree_->at(id_).kind == pack::NodeKind::null; }
  std::vector<Case> items() const {
    std::vector<Case> items;
    for (const pack::NodeId item : tree_->at(id_).items) items.emplace_back(*tree_, item);
    return items;
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const Case& item : items()) texts.push_back(item.text());
    return texts;
  }
  // Nothing for null.
  std::optional<Decimal> number() const {
    return is_null() ? std::nullopt : std::optional<Decimal>(Decimal::parse(text()).value());
  }
  std::optional<Decimal> number(std::string_view key) const { return find(key) ? at(key).number() : std::nullopt; }
  Date date(std::string_view key) const { return Date::parse(at(key).text()).value(); }
  // Each member as a pair of key and text.
  std::vector<std::pair<std::string, std::string>> pairs(std::string_view key) const {
    std::vector<std::pair<std::string, std::string>> pairs;
    const auto object = find(key);
    if (!object) return pairs;
    for (const Case& member : object->items()) pairs.emplace_back(member.key(), member.text());
    return pairs;
  }

 private:
  const pack::Tree* tree_;
  pack::NodeId id_;
};

// Calls `check` with each case of a file.
template <typename Check>
void each_case(const std::string& file, Check check) {
  std::ostringstream json;
  json << std::ifstream(file, std::ios::binary).rdbuf();
  const std::string text = json.str();
  pack::Problems problems(10);
  const auto tree = pack::parse(text, {}, problems);
  BOOST_TEST_REQUIRE(problems.none(), render(std::move(problems).take()));
  const auto cases = Case(*tree, pack::root_node).items();
  BOOST_TEST_REQUIRE(!cases.empty());
  for (const Case& given : cases) BOOST_TEST_CONTEXT("case " << given.text("name")) check(given);
}

}  // namespace tepei::catalog
