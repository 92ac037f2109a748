#include "pack/terms.hpp"

#include <optional>

#include "pack/writing.hpp"

namespace tepei::pack {

namespace {

using policy::Act;
using policy::Term;

void read_act_kind(Reader& reader, NodeId id, policy::ActKind& kind) {
  read_choice(reader, id, policy::parse_act_kind,
              {"consent", "review", "approve", "file", "confirm", "decide", "copy", "publicize"}, kind);
}

constexpr Field<Term> term_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&Term::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&Term::label, read_local_text>},
    {"clause", Presence::optional, Bearing::aside, into<&Term::clause, read_id>},
};

void read_term(Reader& reader, NodeId id, Term& term) {
  read_fields(reader, id, term_fields, term);
}

constexpr Field<Act> act_fields[] = {
    {"kind", Presence::required, Bearing::aside, into<&Act::kind, read_act_kind>},
    {"party", Presence::required, Bearing::aside, into<&Act::party, read_id>},
    {"written", Presence::optional, Bearing::aside, into<&Act::written, read_boolean>},
    {"clause", Presence::optional, Bearing::aside, into<&Act::clause, read_id>},
};

void read_act(Reader& reader, NodeId id, Act& act) {
  read_fields(reader, id, act_fields, act);
}

}  // namespace

void read_terms(Reader& reader, NodeId id, std::vector<Term>& terms) {
  read_list<Term, read_term>(reader, id, terms);
}

void read_acts(Reader& reader, NodeId id, std::vector<Act>& acts) {
  read_list<Act, read_act>(reader, id, acts);
}

void read_ids(Reader& reader, NodeId id, std::vector<std::string>& ids) {
  read_list<std::string, read_id>(reader, id, ids);
}

void read_decimal(Reader& reader, NodeId id, Decimal& number) {
  std::optional<Decimal> read;
  read_number(reader, id, read);
  if (read) number = *read;
}

Json term_to_json(const Term& term) {
  JsonObject object;
  put(object, "id", term.id);
  put(object, "label", term.label);
  put(object, "clause", term.clause);
  return {std::move(object)};
}

Json act_to_json(const Act& act) {
  JsonObject object;
  put(object, "kind", policy::to_string(act.kind));
  put(object, "party", act.party);
  put_flag(object, "written", act.written);
  put(object, "clause", act.clause);
  return {std::move(object)};
}

}  // namespace tepei::pack
