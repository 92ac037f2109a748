// How two types stand to each other, as far as can be told before anything runs. What is `Any` or null fits everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/feel/type.hpp"

namespace tepei::feel {

// Whether nothing definite is known: `Any`, or null, which every type has.
bool is_open(const Type& type);

// Whether values of the two may be equal or stand in an order.
bool comparable(const Type& left, const Type& right);

// Whether values of the type have an order among themselves.
bool has_order(const Type& type);

// Whether a value of `actual` is one of `wanted`, or may be.
bool conforms(const Type& actual, const Type& wanted);

// Whether it may be an argument for it: also an item for a list, a list of one item for the item, and a date for an
// instant (DMN 1.5, 10.3.2.9.4).
bool fits_parameter(const Type& actual, const Type& wanted);

// The narrowest type that holds both.
Type join(const Type& left, const Type& right);

// What iterating over a value of the type gives, one by one; a value that is no list is its own one item.
Type item_of(const Type& type);

// The type of a member; nothing where there is surely none.
std::optional<Type> member_type(const Type& target, std::string_view name);
// The members that are known, for messages.
std::vector<std::string> member_names(const Type& target);

// The type with its article: `a number`, `an enumeration education`.
std::string with_article(const Type& type);

}  // namespace tepei::feel
