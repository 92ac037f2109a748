/// What a FEEL expression reads and gives: a value, null, or unknown.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "tepei/value/date.hpp"
#include "tepei/value/decimal.hpp"
#include "tepei/value/enumeration.hpp"
#include "tepei/value/fact_set.hpp"
#include "tepei/value/truth.hpp"

namespace tepei {

namespace feel {
struct Function;
}

class Value;

/// A value that is not known, with the facts some completion of which would change it. It is not null, not false and
/// not zero; every operator passes it on unless the known operands decide.
struct Unknown {
  FactSet facts;
};

/// FEEL's null: the answer of an operation that has none.
struct Null {};

/// FEEL's list; items may be unknown.
using List = std::vector<Value>;

/// FEEL's context: entries in the order written, keys unique.
using Context = std::vector<std::pair<std::string, Value>>;

struct Range;

/// One FEEL value. Simple kinds are held in place; text, lists, contexts, ranges and functions are shared and
/// immutable. A plain value of 32 bytes; safe to share between threads.
class Value {
 public:
  using Text = std::shared_ptr<const std::string>;
  using Storage = std::variant<Unknown, Null, bool, Decimal, EnumValue, Date, TimeOfDay, DateTime, MonthsDuration,
                               TimeDuration, Text, std::shared_ptr<const List>, std::shared_ptr<const Context>,
                               std::shared_ptr<const Range>, std::shared_ptr<const feel::Function>>;

  /// Unknown, depending on nothing named.
  Value() = default;
  // NOLINTBEGIN(google-explicit-constructor): every kind of content is a value
  Value(Unknown value) : storage_(value) {}
  Value(Null value) : storage_(value) {}
  Value(bool value) : storage_(value) {}
  Value(Decimal value) : storage_(value) {}
  Value(int value) : storage_(Decimal(value)) {}
  Value(std::int64_t value) : storage_(Decimal(value)) {}
  Value(EnumValue value) : storage_(value) {}
  Value(Date value) : storage_(value) {}
  Value(TimeOfDay value) : storage_(value) {}
  Value(DateTime value) : storage_(value) {}
  Value(MonthsDuration value) : storage_(value) {}
  Value(TimeDuration value) : storage_(value) {}
  Value(std::string value) : storage_(std::make_shared<const std::string>(std::move(value))) {}
  Value(std::string_view value) : Value(std::string(value)) {}
  Value(const char* value) : Value(std::string(value)) {}
  Value(List value) : storage_(std::make_shared<const List>(std::move(value))) {}
  Value(Context value) : storage_(std::make_shared<const Context>(std::move(value))) {}
  Value(Range value);
  Value(std::shared_ptr<const feel::Function> value) : storage_(std::move(value)) {}
  // NOLINTEND(google-explicit-constructor)

  bool is_unknown() const noexcept { return std::holds_alternative<Unknown>(storage_); }
  bool is_null() const noexcept { return std::holds_alternative<Null>(storage_); }
  /// Neither unknown nor null.
  bool is_known() const noexcept { return storage_.index() > 1; }

  /// The content where it is of kind `T` (`bool`, `Decimal`, `Date`, …), else null.
  template <typename T>
  const T* get_if() const noexcept {
    return std::get_if<T>(&storage_);
  }
  const std::string* text() const noexcept {
    const auto* held = std::get_if<Text>(&storage_);
    return held == nullptr ? nullptr : held->get();
  }
  const List* list() const noexcept {
    const auto* held = std::get_if<std::shared_ptr<const List>>(&storage_);
    return held == nullptr ? nullptr : held->get();
  }
  const Context* context() const noexcept {
    const auto* held = std::get_if<std::shared_ptr<const Context>>(&storage_);
    return held == nullptr ? nullptr : held->get();
  }
  const Range* range() const noexcept {
    const auto* held = std::get_if<std::shared_ptr<const Range>>(&storage_);
    return held == nullptr ? nullptr : held->get();
  }

  /// The facts an unknown depends on; empty for any other value.
  FactSet unknown_facts() const noexcept {
    const auto* unknown = std::get_if<Unknown>(&storage_);
    return unknown == nullptr ? FactSet{} : unknown->facts;
  }

  const Storage& storage() const noexcept { return storage_; }

 private:
  Storage storage_;
};

/// FEEL's range; an end that is null is open to infinity.
struct Range {
  Value start;
  Value end;
  bool start_included = true;
  bool end_included = true;
};

/// Structural identity for tests and tables: same kind, same content, unknown equal to unknown whatever its facts;
/// numbers by value, functions by place. Not FEEL's `=`, which knows no answer for an unknown.
bool identical(const Value& left, const Value& right);

/// The value as FEEL source text that reads back as itself (strings quoted, dates as @-literals); `unknown` for an
/// unknown, its id in quotes for a member of an enumeration, `function` for a function. Numbers stand without an
/// exponent and without needless zeros where their exponent is within 40 either way. For messages and explanations.
std::string to_feel(const Value& value);

/// The kind's name as FEEL calls it (`number`, `days and time duration`, …), `unknown` for an unknown,
/// `enumeration` for a member of one.
std::string_view kind_name(const Value& value);

}  // namespace tepei
