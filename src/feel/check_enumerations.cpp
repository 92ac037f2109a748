// Text literals that mean members of an enumeration: `education >= "master"` compares ranks, not texts.
#include <utility>

#include "feel/check_relations.hpp"
#include "feel/checker.hpp"
#include "value/text_characters.hpp"

namespace tepei::feel {

namespace {

std::vector<std::string> ids_and_labels(const EnumDomain& domain) {
  std::vector<std::string> texts = domain.ids();
  for (const EnumMember& member : domain.members()) texts.push_back(member.label);
  return texts;
}

// The values as ids, or as labels where that is how the literal is written.
std::vector<std::string> values_like(const std::string& literal, const EnumDomain& domain) {
  const bool ascii = is_ascii(literal);
  std::vector<std::string> values = domain.ids();
  for (std::size_t i = 0; !ascii && i < values.size(); ++i) {
    if (!domain.members()[i].label.empty()) values[i] = domain.members()[i].label;
  }
  return values;
}

}  // namespace

// The enumeration that the type is, or that its items or ends are.
std::optional<Type> Checker::enumeration_within(const Type& type) {
  Type inner = type;
  while (inner.is(TypeKind::list) || inner.is(TypeKind::range)) inner = inner.element();
  if (!inner.is(TypeKind::enumeration) || inner.domain() == nullptr) return std::nullopt;
  return inner;
}

void Checker::unify(NodeId left, NodeId right) {
  if (const auto enumeration = enumeration_within(type(left))) make_members(right, *enumeration);
  if (const auto enumeration = enumeration_within(type(right))) make_members(left, *enumeration);
}

// Every text literal that the value of the node may be or hold. Nested no deeper than the text is.
void Checker::make_members(NodeId id, const Type& enumeration) {
  const std::vector<NodeId> children = node(id).children;
  switch (node(id).kind) {
    case NodeKind::literal:
      return make_member_literal(id, enumeration);
    case NodeKind::list:
    case NodeKind::range: {
      Type element;
      for (std::size_t i = 0; i < children.size(); ++i) {
        make_members(children[i], enumeration);
        element = i == 0 ? type(children[i]) : join(element, type(children[i]));
      }
      node(id).type = node(id).kind == NodeKind::list ? Type::list_of(element) : Type::range_of(element);
      return;
    }
    case NodeKind::conditional:
      make_members(children[1], enumeration);
      make_members(children[2], enumeration);
      node(id).type = join(type(children[1]), type(children[2]));
      return;
    default:
      return;
  }
}

void Checker::make_member_literal(NodeId id, const Type& enumeration) {
  const std::string* literal = node(id).value.text();
  if (literal == nullptr) return;
  const EnumDomain& domain = *enumeration.domain();
  const auto ordinal = domain.find(*literal);
  if (!ordinal) {
    const auto meant = nearest(*literal, ids_and_labels(domain));
    report("feel.check.unlisted_literal", quoted(*literal) + " is no value of " + quoted(domain.name()),
           meant ? "did you mean " + quoted(*meant) + "?" : suggest(*literal, values_like(*literal, domain)),
           node(id).span);
    node(id).type = Type();  // said once is enough
    return;
  }
  node(id).value = EnumValue{&domain, *ordinal};
  node(id).type = enumeration;
}

}  // namespace tepei::feel
