#include "tepei/feel/type.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tepei::feel {

struct Type::Composition {
  Type element;
  std::vector<std::pair<std::string, Type>> entries;
  std::vector<Type> parameters;
  std::size_t height = 1;  // of nested types
  std::size_t size = 1;    // of all of them, counted as a tree although parts are shared
};

namespace {

// A type made from an expression may share its parts (`{a: 1, b: [a, a], c: [b, b], …}`), so that a short text has a
// type too large to walk as a tree. Parts beyond these bounds are `Any`.
constexpr std::size_t max_height = 32;
constexpr std::size_t max_size = 4096;

std::string_view simple_name(TypeKind kind) {
  switch (kind) {
    case TypeKind::any:
      return "Any";
    case TypeKind::null_type:
      return "null";
    case TypeKind::boolean:
      return "boolean";
    case TypeKind::number:
      return "number";
    case TypeKind::string:
      return "string";
    case TypeKind::enumeration:
      return "enumeration";
    case TypeKind::date:
      return "date";
    case TypeKind::time:
      return "time";
    case TypeKind::date_and_time:
      return "date and time";
    case TypeKind::days_and_time_duration:
      return "days and time duration";
    case TypeKind::years_and_months_duration:
      return "years and months duration";
    case TypeKind::list:
      return "list";
    case TypeKind::context:
      return "context";
    case TypeKind::range:
      return "range";
    case TypeKind::function:
      return "function";
  }
  return "Any";
}

bool same_domain(const std::shared_ptr<const EnumDomain>& left, const std::shared_ptr<const EnumDomain>& right) {
  if (left == right) return true;
  return left != nullptr && right != nullptr && left->name() == right->name();
}

}  // namespace

Type Type::enumeration(std::shared_ptr<const EnumDomain> domain) {
  Type type(TypeKind::enumeration);
  type.domain_ = std::move(domain);
  return type;
}

Type Type::composed(TypeKind kind, Composition composition) {
  const auto grow = [&composition](const Type& part) {
    if (part.composition_ == nullptr) {
      ++composition.size;
      return;
    }
    composition.height = std::max(composition.height, part.composition_->height + 1);
    composition.size += part.composition_->size;
  };
  grow(composition.element);
  for (const auto& entry : composition.entries) grow(entry.second);
  for (const Type& parameter : composition.parameters) grow(parameter);
  Type type(kind);
  if (composition.height > max_height || composition.size > max_size) return type;
  type.composition_ = std::make_shared<const Composition>(std::move(composition));
  return type;
}

Type Type::list_of(Type element) {
  Composition composition;
  composition.element = std::move(element);
  return composed(TypeKind::list, std::move(composition));
}

Type Type::range_of(Type endpoint) {
  Composition composition;
  composition.element = std::move(endpoint);
  return composed(TypeKind::range, std::move(composition));
}

Type Type::context_of(std::vector<std::pair<std::string, Type>> entries) {
  Composition composition;
  composition.entries = std::move(entries);
  return composed(TypeKind::context, std::move(composition));
}

Type Type::function_of(std::vector<Type> parameters, Type result) {
  Composition composition;
  composition.parameters = std::move(parameters);
  composition.element = std::move(result);
  return composed(TypeKind::function, std::move(composition));
}

Type Type::element() const {
  return composition_ == nullptr ? Type() : composition_->element;
}

const std::vector<std::pair<std::string, Type>>& Type::entries() const {
  static const std::vector<std::pair<std::string, Type>> none;
  return composition_ == nullptr ? none : composition_->entries;
}

const std::vector<Type>& Type::parameters() const {
  static const std::vector<Type> none;
  return composition_ == nullptr ? none : composition_->parameters;
}

std::string Type::to_string() const {
  std::string text(simple_name(kind_));
  if (kind_ == TypeKind::enumeration) return domain_ == nullptr ? text : text + " " + domain_->name();
  if (composition_ == nullptr) return text;
  if (kind_ == TypeKind::list || kind_ == TypeKind::range) return text + "<" + element().to_string() + ">";
  std::string inner;
  for (const auto& [name, type] : entries()) {
    if (!inner.empty()) inner += ", ";
    inner.append(name).append(": ").append(type.to_string());
  }
  for (const Type& parameter : parameters()) {
    if (!inner.empty()) inner += ", ";
    inner += parameter.to_string();
  }
  if (kind_ == TypeKind::function) return text + "<" + inner + "> -> " + element().to_string();
  return inner.empty() ? text : text + "<" + inner + ">";
}

bool operator==(const Type& left, const Type& right) {
  if (left.kind_ != right.kind_ || !same_domain(left.domain_, right.domain_)) return false;
  if (left.composition_ == right.composition_) return true;
  return left.element() == right.element() && left.entries() == right.entries() &&
         left.parameters() == right.parameters();
}

}  // namespace tepei::feel
