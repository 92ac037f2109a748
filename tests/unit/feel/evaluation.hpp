// A scope of every type with values to match, and short ways to ask what an expression comes to.
#pragma once

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <vector>

#include "tepei/feel/expression.hpp"

namespace tepei::feel {

inline Date date_of(int year, unsigned month, unsigned day) {
  return *Date::from_civil(year, month, day);
}

// Facts by name, unknown until set; `derived` is the one bound value.
class World {
 public:
  World()
      : education(std::make_shared<const EnumDomain>("education", true,
                                                     std::vector<EnumMember>{{"college", "大学专科"},
                                                                             {"bachelor", "大学本科"},
                                                                             {"master", "硕士研究生"},
                                                                             {"doctor", "博士研究生"}})),
        sex(std::make_shared<const EnumDomain>("sex", false,
                                               std::vector<EnumMember>{{"male", "男"}, {"female", "女"}})) {
    const Type number = TypeKind::number;
    for (const char* name : {"a", "b", "c"}) add(name, TypeKind::boolean);
    for (const char* name : {"x", "y", "z"}) add(name, number);
    for (const char* name : {"s", "t"}) add(name, TypeKind::string);
    for (const char* name : {"born", "as of"}) add(name, TypeKind::date);
    add("education", Type::enumeration(education));
    add("sex", Type::enumeration(sex));
    add("numbers", Type::list_of(number));
    add("anything", TypeKind::any);
    add("person", Type::context_of({{"age", number}, {"name", TypeKind::string}}));
    scope
        .add({"limits",
              {},
              Type::context_of({{"step", number}, {"back", number}, {"none", number}}),
              {},
              Value(Context{{"step", 4}, {"back", -2}, {"none", 0}})})
        .value();
    scope.add({"derived", {}, number, {Bank::bound, 0}}).value();
    bound.emplace_back(Unknown{FactSet::of(100)});
  }

  std::uint32_t slot(const std::string& name) const { return scope.find(name)->slot.index; }
  World& set(const std::string& name, Value value) {
    facts[slot(name)] = std::move(value);
    return *this;
  }
  Value member(const char* id) const { return EnumValue{education.get(), *education->find(id)}; }
  FactSet facts_named(const std::vector<std::string>& names) const {
    FactSet set;
    for (const std::string& name : names) set.insert(slot(name));
    return set;
  }

  Inputs inputs() const { return {facts.data(), bound.data()}; }
  Expression compile(const std::string& source, const Limits& limits = {}) const {
    Result<Expression> compiled = Expression::compile(source, scope, limits);
    BOOST_REQUIRE_MESSAGE(compiled.ok(), source << "\n" << render(compiled.diagnostics()));
    return *compiled;
  }
  Value evaluate(const std::string& source, const Limits& limits = {}) {
    return compile(source, limits).evaluate(inputs(), scratch);
  }
  // The code of the first diagnostic of the last evaluation; empty where there was none.
  std::string code() const { return scratch.diagnostics().empty() ? "" : scratch.diagnostics().front().code; }

  std::shared_ptr<const EnumDomain> education;
  std::shared_ptr<const EnumDomain> sex;
  Scope scope;
  std::vector<Value> facts;
  std::vector<Value> bound;
  Scratch scratch;

 private:
  void add(const std::string& name, Type type) {
    const auto index = static_cast<std::uint32_t>(facts.size());
    scope.add({name, {}, std::move(type), {Bank::facts, index}}).value();
    facts.emplace_back(Unknown{FactSet::of(index)});
  }
};

// The value as FEEL text, to compare with one look.
inline std::string shown(World& world, const std::string& source) {
  return to_feel(world.evaluate(source));
}

// Both sides of each pair come to the same value.
struct Case {
  const char* source;
  const char* answer;
};

inline void check_cases(World& world, const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.source) {
      BOOST_TEST(shown(world, each.source) == each.answer);
    }
  }
}

}  // namespace tepei::feel
