/// The types of FEEL expressions, as far as the checker tells them apart.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tepei/value/enumeration.hpp"

namespace tepei::feel {

/// The kinds of FEEL types (DMN 1.5, 10.3.2), with `enumeration` for closed code sets of ours.
enum class TypeKind : std::uint8_t {
  any,
  null_type,
  boolean,
  number,
  string,
  enumeration,
  date,
  time,
  date_and_time,
  days_and_time_duration,
  years_and_months_duration,
  list,
  context,
  range,
  function
};

/// A type: a kind, and for the composed kinds what they are composed of. A plain value; safe to share between threads.
/// A composed type of more than 32 levels or 4,096 parts is kept as its kind alone, so that every type can be walked.
class Type {
 public:
  /// `Any`: nothing is known until the expression runs.
  Type() = default;
  Type(TypeKind kind) : kind_(kind) {}  // NOLINT(google-explicit-constructor)
  static Type enumeration(std::shared_ptr<const EnumDomain> domain);
  static Type list_of(Type element);
  static Type range_of(Type endpoint);
  static Type context_of(std::vector<std::pair<std::string, Type>> entries);
  static Type function_of(std::vector<Type> parameters, Type result);

  TypeKind kind() const noexcept { return kind_; }
  bool is(TypeKind kind) const noexcept { return kind_ == kind; }
  /// The members of an enumeration; null for any other kind.
  const std::shared_ptr<const EnumDomain>& domain() const noexcept { return domain_; }
  /// A list's items, a range's ends, a function's result; `Any` where it is not known or the kind has none.
  Type element() const;
  /// A context's entries; empty where they are not known.
  const std::vector<std::pair<std::string, Type>>& entries() const;
  /// A function's parameters.
  const std::vector<Type>& parameters() const;

  /// As FEEL writes it: `number`, `list<string>`, `enumeration education`.
  std::string to_string() const;

  friend bool operator==(const Type& left, const Type& right);
  friend bool operator!=(const Type& left, const Type& right) { return !(left == right); }

 private:
  struct Composition;
  static Type composed(TypeKind kind, Composition composition);

  TypeKind kind_ = TypeKind::any;
  std::shared_ptr<const EnumDomain> domain_;
  std::shared_ptr<const Composition> composition_;
};

}  // namespace tepei::feel
