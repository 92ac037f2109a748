/// The legal text a programme carries, and how its answers cite it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tepei/policy/text.hpp"
#include "tepei/value/date.hpp"

namespace tepei::policy {

/// Whether a text binds.
enum class Status { draft, in_force, repealed };

std::string_view to_string(Status status);
std::optional<Status> parse_status(std::string_view text);

/// The document that is the policy.
struct Instrument {
  std::string title;                   ///< as printed
  std::string number;                  ///< 文号; empty where it has none
  std::string issuer;                  ///< who issued it
  std::optional<Date> issued;          ///< date on the text
  std::optional<Date> effective_from;  ///< nothing where the text leaves it open
  std::optional<Date> effective_to;
  Status status = Status::in_force;
  LocalText applies_to;       ///< the intake or period it is for
  std::string source_digest;  ///< SHA-256 of the text the clauses were taken from, lower-case hex; may be empty
};

/// The programme's name and status, for the head of its answers.
struct Heading {
  std::string programme;
  Status status = Status::in_force;
  std::string title = {};  ///< of the instrument, with its number
};

/// What kind of sentence a clause is.
enum class ClauseKind { computed, duty, procedure, definition, preference, delegated, statement };

std::string_view to_string(ClauseKind kind);
std::optional<ClauseKind> parse_clause_kind(std::string_view text);

/// A piece of the text, word for word.
struct Clause {
  std::string id;    ///< unique in the programme: `4.2.1`
  std::string cite;  ///< as people cite it: 四（二）1
  std::string text;  ///< verbatim
  ClauseKind kind = ClauseKind::statement;
  std::vector<std::string> rules;  ///< ids of what carries it: `eligibility.outside.age`
};

/// A document the text refers to and that is not at hand; what depends on it stays undetermined.
struct Document {
  std::string id;
  std::string title;
  std::string clause;  ///< id of the clause that refers to it
};

/// A way to read an open passage.
struct ReadingOption {
  std::string id;
  LocalText text;  ///< what it means
};

/// An open passage with its readings; the first is the default.
struct Reading {
  std::string id;
  std::vector<ReadingOption> options;
  LocalText reason;    ///< why the default is the default
  std::string clause;  ///< id of the clause that is open
};

/// A track (培养方式) people apply for.
struct Track {
  std::string id;
  LocalText label;
};

/// A name a policy object uses in its answers (a kind of leave, an effect, a payer), with what people call it.
struct Term {
  std::string id;
  LocalText label;
  std::string clause;  ///< id of the clause it comes from; may be empty
};

/// What every object of a programme builds on: its name and its text. By hand any part may be empty.
struct ProgrammeText {
  Heading heading;
  std::vector<Clause> clauses;
  std::vector<Document> documents;
  std::vector<Reading> readings;
  std::vector<Track> tracks;
};

/// A clause as an answer cites it; both empty where a rule names none.
struct Citation {
  std::string cite;  ///< 第十九条
  std::string text;  ///< word for word
};

/// Readings by option: what a question asks for, and what an answer took.
using ReadingChoices = std::vector<std::pair<std::string, std::string>>;

}  // namespace tepei::policy
