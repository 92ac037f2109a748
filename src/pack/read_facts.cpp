#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "pack/fact_words.hpp"
#include "pack/fields.hpp"
#include "pack/scalars.hpp"
#include "pack/sections.hpp"

namespace tepei::pack {

namespace {

using facts::FactDefinition;
using facts::FactKind;
using facts::Spelling;

constexpr std::size_t max_members = 65'535;
constexpr int max_digits = 64;

// A fact as its object has it, before the parts are put together.
struct FactEntry {
  FactDefinition fact;
  std::vector<EnumMember> values;
  bool ordered = false;
  std::optional<Decimal> digits;
};

void read_fact_kind(Reader& reader, NodeId id, FactKind& kind) {
  read_choice(reader, id, parse_fact_kind, fact_kind_words(), kind);
}

void read_meaning(Reader& reader, NodeId id, facts::SpellingMeaning& meaning) {
  read_choice(reader, id, parse_spelling_meaning, spelling_meaning_words(), meaning);
}

constexpr Field<EnumMember> member_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&EnumMember::id, read_id>},
    {"label", Presence::required, Bearing::bears, into<&EnumMember::label, read_text>},
};

void read_member(Reader& reader, NodeId id, EnumMember& member) {
  read_fields(reader, id, member_fields, member);
}

void read_note(Reader& reader, NodeId id, Spelling& spelling) {
  policy::LocalText note;
  read_local_text(reader, id, note);
  spelling.note = std::move(note.zh);
  spelling.note_en = std::move(note.en);
}

constexpr Field<Spelling> spelling_fields[] = {
    {"text", Presence::required, Bearing::bears, into<&Spelling::text, read_text>},
    {"meaning", Presence::optional, Bearing::bears, into<&Spelling::meaning, read_meaning>},
    {"target", Presence::optional, Bearing::bears, into<&Spelling::target, read_text>},
    {"note", Presence::optional, Bearing::aside, read_note},
};

void read_spelling(Reader& reader, NodeId id, Spelling& spelling) {
  read_fields(reader, id, spelling_fields, spelling);
}

void read_digits(Reader& reader, NodeId id, std::optional<Decimal>& digits) {
  read_number(reader, id, digits);
  if (!digits || (digits->is_integer() && *digits >= Decimal(1) && *digits <= Decimal(max_digits))) return;
  digits.reset();
  reader.refuse(id, "pack.value.out_of_range", "a code has from 1 to " + std::to_string(max_digits) + " digits");
}

// Read once the kind and the values are known.
void skip(Reader& /*reader*/, NodeId /*id*/, FactEntry& /*entry*/) {}

template <auto Member, auto Read>
void in_fact(Reader& reader, NodeId id, FactEntry& entry) {
  Read(reader, id, entry.fact.*Member);
}

constexpr Field<FactEntry> fact_fields[] = {
    {"id", Presence::required, Bearing::bears, in_fact<&FactDefinition::id, read_id>},
    {"label", Presence::required, Bearing::bears, in_fact<&FactDefinition::label, read_text>},
    {"headers", Presence::optional, Bearing::bears,
     in_fact<&FactDefinition::headers, read_list<std::string, read_text>>},
    {"kind", Presence::required, Bearing::bears, in_fact<&FactDefinition::kind, read_fact_kind>},
    {"values", Presence::optional, Bearing::bears, into<&FactEntry::values, read_list<EnumMember, read_member>>},
    {"ordered", Presence::optional, Bearing::bears, into<&FactEntry::ordered, read_boolean>},
    {"spellings", Presence::optional, Bearing::bears,
     in_fact<&FactDefinition::spellings, read_list<Spelling, read_spelling>>},
    {"prefixes", Presence::optional, Bearing::bears,
     in_fact<&FactDefinition::prefixes, read_list<std::string, read_text>>},
    {"digits", Presence::optional, Bearing::bears, into<&FactEntry::digits, read_digits>},
    {"minimum", Presence::optional, Bearing::bears, in_fact<&FactDefinition::minimum, read_number>},
    {"maximum", Presence::optional, Bearing::bears, in_fact<&FactDefinition::maximum, read_number>},
    {"not_after_as_of", Presence::optional, Bearing::bears, in_fact<&FactDefinition::not_after_as_of, read_boolean>},
    {"default", Presence::optional, Bearing::bears, skip},
    {"carried_only", Presence::optional, Bearing::bears, in_fact<&FactDefinition::carried_only, read_boolean>},
};

// The keys that only some kinds of facts have.
struct KindKey {
  std::string_view key;
  FactKind kind;
  std::optional<FactKind> other_kind;
  const char* owner;
};

constexpr std::array<KindKey, 8> kind_keys{{
    {"values", FactKind::enumeration, std::nullopt, "an enumeration"},
    {"ordered", FactKind::enumeration, std::nullopt, "an enumeration"},
    {"spellings", FactKind::enumeration, FactKind::code, "an enumeration or a code"},
    {"prefixes", FactKind::code, std::nullopt, "a code"},
    {"digits", FactKind::code, std::nullopt, "a code"},
    {"minimum", FactKind::number, std::nullopt, "a number"},
    {"maximum", FactKind::number, std::nullopt, "a number"},
    {"not_after_as_of", FactKind::date, std::nullopt, "a date"},
}};

void check_kind_keys(Reader& reader, NodeId id, FactKind kind) {
  for (const KindKey& entry : kind_keys) {
    const auto value = reader.tree().member(id, entry.key);
    if (!value || kind == entry.kind || kind == entry.other_kind) continue;
    reader.refuse_key(*value, "pack.key.out_of_place",
                      "`" + std::string(entry.key) + "` belongs to " + entry.owner + " only");
  }
  const auto& tree = reader.tree();
  if (kind == FactKind::enumeration && !tree.member(id, "values")) reader.refuse_lack(id, "values");
  if (kind == FactKind::code && !tree.member(id, "digits")) reader.refuse_lack(id, "digits");
}

void check_members(Reader& reader, NodeId values, const std::vector<EnumMember>& members) {
  if (reader.at(values).kind != NodeKind::array) return;
  if (members.empty() || members.size() > max_members) {
    reader.refuse(values, "pack.value.out_of_range",
                  "an enumeration has from 1 to " + std::to_string(max_members) + " values");
  }
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const EnumMember& member = members[i];
    const bool new_id = member.id.empty() || seen.insert(member.id).second;
    const bool new_label = member.label.empty() || member.label == member.id || seen.insert(member.label).second;
    if (new_id && new_label) continue;
    reader.refuse(reader.at(values).items[i], "pack.value.duplicate",
                  tepei::quoted(new_id ? member.label : member.id) + " names two values of this fact");
  }
}

std::optional<Value> read_default(Reader& reader, NodeId id, const FactDefinition& fact) {
  switch (fact.kind) {
    case FactKind::boolean: {
      bool value = false;
      if (!reader.is(id, NodeKind::boolean, "true or false")) return std::nullopt;
      read_boolean(reader, id, value);
      return Value(value);
    }
    case FactKind::number: {
      std::optional<Decimal> number;
      read_number(reader, id, number);
      return number ? std::optional<Value>(*number) : std::nullopt;
    }
    case FactKind::date: {
      std::optional<Date> date;
      read_date(reader, id, date);
      return date ? std::optional<Value>(*date) : std::nullopt;
    }
    case FactKind::enumeration: {
      if (!reader.is(id, NodeKind::string, "the id of one of the values") || fact.domain == nullptr)
        return std::nullopt;
      const std::string& text = reader.at(id).text;
      if (const auto ordinal = fact.domain->find(text)) return Value(EnumValue{fact.domain.get(), *ordinal});
      reader.refuse(id, "pack.value.unlisted", tepei::quoted(text) + " is not one of the values of this fact",
                    tepei::suggest(text, fact.domain->ids()));
      return std::nullopt;
    }
    case FactKind::text:
    case FactKind::code:
      break;
  }
  std::string text;
  read_text(reader, id, text);
  return text.empty() ? std::nullopt : std::optional<Value>(std::move(text));
}

// Bounds that no number lies between are a slip.
void check_range(Reader& reader, NodeId id, const FactDefinition& fact) {
  if (!fact.minimum || !fact.maximum || *fact.minimum <= *fact.maximum) return;
  reader.refuse(
      *reader.tree().member(id, "maximum"), "pack.value.out_of_range",
      "`maximum` " + fact.maximum->to_plain_string() + " lies below `minimum` " + fact.minimum->to_plain_string());
}

void read_fact(Reader& reader, NodeId id, FactDefinition& fact) {
  FactEntry entry;
  read_fields(reader, id, fact_fields, entry);
  if (reader.at(id).kind != NodeKind::object) return;
  fact = std::move(entry.fact);
  const auto& tree = reader.tree();
  const auto kind = tree.member(id, "kind");
  if (!kind || reader.refused(tree.pointer(*kind))) return;
  check_kind_keys(reader, id, fact.kind);
  check_range(reader, id, fact);
  if (entry.digits) fact.digits = static_cast<std::size_t>(*entry.digits->to_int64());
  if (fact.kind == FactKind::enumeration) {
    if (const auto values = tree.member(id, "values")) check_members(reader, *values, entry.values);
    fact.domain = std::make_shared<const EnumDomain>(fact.id, entry.ordered, std::move(entry.values));
  }
  if (const auto value = tree.member(id, "default")) fact.default_value = read_default(reader, *value, fact);
}

}  // namespace

void read_facts(Reader& reader, NodeId id, std::vector<FactDefinition>& facts) {
  read_list<FactDefinition, read_fact>(reader, id, facts);
}

}  // namespace tepei::pack
