#include "tepei/feel/type.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

using tepei::EnumDomain;
using tepei::feel::Type;
using tepei::feel::TypeKind;

namespace {

Type education() {
  return Type::enumeration(
      std::make_shared<const EnumDomain>("education", true, std::vector<tepei::EnumMember>{{"master", "硕士研究生"}}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(type)

BOOST_AUTO_TEST_CASE(prints_as_feel_writes_it) {
  BOOST_CHECK_EQUAL(Type().to_string(), "Any");
  BOOST_CHECK_EQUAL(Type(TypeKind::years_and_months_duration).to_string(), "years and months duration");
  BOOST_CHECK_EQUAL(Type::list_of(TypeKind::string).to_string(), "list<string>");
  BOOST_CHECK_EQUAL(Type(TypeKind::list).to_string(), "list");
  BOOST_CHECK_EQUAL(Type::range_of(TypeKind::date).to_string(), "range<date>");
  BOOST_CHECK_EQUAL(Type::context_of({{"a", TypeKind::number}, {"b", Type::list_of({})}}).to_string(),
                    "context<a: number, b: list<Any>>");
  BOOST_CHECK_EQUAL(Type::function_of({TypeKind::number, TypeKind::string}, TypeKind::boolean).to_string(),
                    "function<number, string> -> boolean");
  BOOST_CHECK_EQUAL(education().to_string(), "enumeration education");
}

BOOST_AUTO_TEST_CASE(parts_of_a_kind_without_any_are_open) {
  BOOST_CHECK(Type(TypeKind::list).element() == Type());
  BOOST_CHECK(Type(TypeKind::context).entries().empty());
  BOOST_CHECK(Type(TypeKind::function).parameters().empty());
  BOOST_CHECK(Type(TypeKind::number).domain() == nullptr);
}

BOOST_AUTO_TEST_CASE(equality_is_by_structure_and_by_the_name_of_a_domain) {
  BOOST_CHECK(Type::list_of(TypeKind::number) == Type::list_of(TypeKind::number));
  BOOST_CHECK(Type::list_of(TypeKind::number) != Type::list_of(TypeKind::string));
  BOOST_CHECK(Type::list_of(TypeKind::number) != Type::range_of(TypeKind::number));
  BOOST_CHECK(Type::context_of({{"a", TypeKind::number}}) != Type::context_of({{"b", TypeKind::number}}));
  BOOST_CHECK(education() == education());
  BOOST_CHECK(education() != Type(TypeKind::enumeration));
  BOOST_CHECK(education() !=
              Type::enumeration(std::make_shared<const EnumDomain>("sex", false, education().domain()->members())));
}

// A type whose parts are shared would be walked 2^60 times.
BOOST_AUTO_TEST_CASE(large_types_are_cut) {
  Type doubled = TypeKind::number;
  for (int i = 0; i < 60; ++i) doubled = Type::context_of({{"l", doubled}, {"r", doubled}});
  BOOST_CHECK_LT(doubled.to_string().size(), 100'000U);
  BOOST_CHECK(doubled == doubled);

  Type nested = TypeKind::number;
  for (int i = 0; i < 100'000; ++i) nested = Type::list_of(nested);
  BOOST_CHECK_LT(nested.to_string().size(), 1'000U);
}

BOOST_AUTO_TEST_SUITE_END()
