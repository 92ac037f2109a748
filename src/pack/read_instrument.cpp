#include <tuple>

#include "pack/fields.hpp"
#include "pack/scalars.hpp"
#include "pack/sections.hpp"

namespace tepei::pack {

namespace {

using policy::Clause;
using policy::Document;
using policy::Instrument;

void read_status(Reader& reader, NodeId id, policy::Status& status) {
  read_choice(reader, id, policy::parse_status, {"draft", "in_force", "repealed"}, status);
}

void read_clause_kind(Reader& reader, NodeId id, policy::ClauseKind& kind) {
  read_choice(reader, id, policy::parse_clause_kind,
              {"computed", "duty", "procedure", "definition", "preference", "delegated", "statement"}, kind);
}

constexpr Field<Instrument> instrument_fields[] = {
    {"title", Presence::required, Bearing::aside, into<&Instrument::title, read_text>},
    {"number", Presence::optional, Bearing::aside, into<&Instrument::number, read_text>},
    {"issuer", Presence::required, Bearing::aside, into<&Instrument::issuer, read_text>},
    {"issued", Presence::optional, Bearing::aside, into<&Instrument::issued, read_date>},
    {"effective_from", Presence::optional, Bearing::aside, into<&Instrument::effective_from, read_date>},
    {"effective_to", Presence::optional, Bearing::aside, into<&Instrument::effective_to, read_date>},
    {"status", Presence::required, Bearing::aside, into<&Instrument::status, read_status>},
    {"applies_to", Presence::optional, Bearing::aside, into<&Instrument::applies_to, read_local_text>},
    {"source_digest", Presence::optional, Bearing::aside, into<&Instrument::source_digest, read_digest>},
};

constexpr Field<Document> document_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&Document::id, read_id>},
    {"title", Presence::required, Bearing::aside, into<&Document::title, read_text>},
    {"clause", Presence::required, Bearing::aside, into<&Document::clause, read_id>},
};

constexpr Field<Clause> clause_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&Clause::id, read_id>},
    {"cite", Presence::required, Bearing::aside, into<&Clause::cite, read_text>},
    {"text", Presence::required, Bearing::aside, into<&Clause::text, read_text>},
    {"kind", Presence::required, Bearing::aside, into<&Clause::kind, read_clause_kind>},
    {"rules", Presence::optional, Bearing::aside, into<&Clause::rules, read_list<std::string, read_text>>},
};

void read_document(Reader& reader, NodeId id, Document& document) {
  read_fields(reader, id, document_fields, document);
}

void read_clause(Reader& reader, NodeId id, Clause& clause) {
  read_fields(reader, id, clause_fields, clause);
}

}  // namespace

void read_instrument(Reader& reader, NodeId id, Instrument& instrument) {
  read_fields(reader, id, instrument_fields, instrument);
  const auto& [from, to] = std::tie(instrument.effective_from, instrument.effective_to);
  if (!from || !to || *from <= *to) return;
  reader.refuse(*reader.tree().member(id, "effective_to"), "pack.value.out_of_range",
                "`effective_to` " + to->to_string() + " lies before `effective_from` " + from->to_string());
}

void read_documents(Reader& reader, NodeId id, std::vector<Document>& documents) {
  read_list<Document, read_document>(reader, id, documents);
}

void read_clauses(Reader& reader, NodeId id, std::vector<Clause>& clauses) {
  read_list<Clause, read_clause>(reader, id, clauses);
}

}  // namespace tepei::pack
