#include "pack/sections.hpp"
#include "pack/terms.hpp"

namespace tepei::pack {

namespace {

using policy::AssessedRole;
using policy::AssessmentDefinition;
using policy::BenefitsAs;
using policy::ConsequenceDefinition;
using policy::GradeDefinition;
using policy::GradeRule;
using policy::ScoreDefinition;

constexpr Field<ScoreDefinition> score_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&ScoreDefinition::id, read_id>},
    {"label", Presence::required, Bearing::bears, into<&ScoreDefinition::label, read_local_text>},
    {"party", Presence::required, Bearing::aside, into<&ScoreDefinition::party, read_id>},
    {"clause", Presence::optional, Bearing::aside, into<&ScoreDefinition::clause, read_id>},
};

void read_score(Reader& reader, NodeId id, ScoreDefinition& score) {
  read_fields(reader, id, score_fields, score);
}

constexpr Field<ConsequenceDefinition> consequence_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&ConsequenceDefinition::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&ConsequenceDefinition::label, read_local_text>},
    {"conditions", Presence::optional, Bearing::aside, into<&ConsequenceDefinition::conditions, read_terms>},
    {"reach", Presence::optional, Bearing::aside, into<&ConsequenceDefinition::reach, read_local_text>},
    {"parties", Presence::optional, Bearing::aside, into<&ConsequenceDefinition::parties, read_ids>},
    {"clause", Presence::optional, Bearing::aside, into<&ConsequenceDefinition::clause, read_id>},
};

void read_consequence(Reader& reader, NodeId id, ConsequenceDefinition& consequence) {
  read_fields(reader, id, consequence_fields, consequence);
}

void read_consequences(Reader& reader, NodeId id, std::vector<ConsequenceDefinition>& consequences) {
  read_list<ConsequenceDefinition, read_consequence>(reader, id, consequences);
}

constexpr Field<GradeDefinition> grade_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&GradeDefinition::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&GradeDefinition::label, read_local_text>},
    {"benefits", Presence::optional, Bearing::aside, into<&GradeDefinition::benefits, read_ids>},
    {"sanctions", Presence::optional, Bearing::aside, into<&GradeDefinition::sanctions, read_ids>},
    {"certificates", Presence::optional, Bearing::aside, into<&GradeDefinition::certificates, read_ids>},
    {"clause", Presence::optional, Bearing::aside, into<&GradeDefinition::clause, read_id>},
};

void read_grade(Reader& reader, NodeId id, GradeDefinition& grade) {
  read_fields(reader, id, grade_fields, grade);
}

constexpr Field<GradeRule> grade_rule_fields[] = {
    {"grade", Presence::required, Bearing::bears, into<&GradeRule::grade, read_id>},
    {"when", Presence::required, Bearing::aside, into<&GradeRule::when, read_text>},
    {"clause", Presence::required, Bearing::aside, into<&GradeRule::clause, read_id>},
};

void read_rule(Reader& reader, NodeId id, GradeRule& rule) {
  read_fields(reader, id, grade_rule_fields, rule);
}

constexpr Field<BenefitsAs> benefits_as_fields[] = {
    {"grade", Presence::required, Bearing::aside, into<&BenefitsAs::grade, read_id>},
    {"as", Presence::required, Bearing::aside, into<&BenefitsAs::as, read_id>},
    {"clause", Presence::required, Bearing::aside, into<&BenefitsAs::clause, read_id>},
};

void read_benefits_as(Reader& reader, NodeId id, BenefitsAs& rule) {
  read_fields(reader, id, benefits_as_fields, rule);
}

constexpr Field<AssessedRole> assessed_role_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&AssessedRole::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&AssessedRole::label, read_local_text>},
    {"scores", Presence::optional, Bearing::bears, into<&AssessedRole::scores, read_ids>},
    {"rules", Presence::optional, Bearing::bears, into<&AssessedRole::rules, read_list<GradeRule, read_rule>>},
    {"otherwise", Presence::optional, Bearing::bears, into<&AssessedRole::otherwise, read_id>},
    {"otherwise_clause", Presence::optional, Bearing::aside, into<&AssessedRole::otherwise_clause, read_id>},
    {"attested", Presence::optional, Bearing::aside, into<&AssessedRole::attested, read_ids>},
    {"acts", Presence::optional, Bearing::aside, into<&AssessedRole::acts, read_acts>},
    {"benefits_as", Presence::optional, Bearing::aside,
     into<&AssessedRole::benefits_as, read_list<BenefitsAs, read_benefits_as>>},
    {"clause", Presence::required, Bearing::aside, into<&AssessedRole::clause, read_id>},
    {"note", Presence::optional, Bearing::aside, into<&AssessedRole::note, read_local_text>},
};

void read_role(Reader& reader, NodeId id, AssessedRole& role) {
  read_fields(reader, id, assessed_role_fields, role);
}

constexpr Field<AssessmentDefinition> assessment_fields[] = {
    {"clause", Presence::required, Bearing::aside, into<&AssessmentDefinition::clause, read_id>},
    {"minimum", Presence::optional, Bearing::aside, into<&AssessmentDefinition::minimum, read_decimal>},
    {"maximum", Presence::optional, Bearing::aside, into<&AssessmentDefinition::maximum, read_decimal>},
    {"scores", Presence::optional, Bearing::bears,
     into<&AssessmentDefinition::scores, read_list<ScoreDefinition, read_score>>},
    {"grades", Presence::optional, Bearing::bears,
     into<&AssessmentDefinition::grades, read_list<GradeDefinition, read_grade>>},
    {"roles", Presence::required, Bearing::bears,
     into<&AssessmentDefinition::roles, read_list<AssessedRole, read_role>>},
    {"violations", Presence::optional, Bearing::aside, into<&AssessmentDefinition::violations, read_terms>},
    {"violation_grade", Presence::optional, Bearing::aside, into<&AssessmentDefinition::violation_grade, read_id>},
    {"violation_clause", Presence::optional, Bearing::aside, into<&AssessmentDefinition::violation_clause, read_id>},
    {"interrupted_grade", Presence::optional, Bearing::aside, into<&AssessmentDefinition::interrupted_grade, read_id>},
    {"interrupted_clause", Presence::optional, Bearing::aside,
     into<&AssessmentDefinition::interrupted_clause, read_id>},
    {"benefits", Presence::optional, Bearing::bears, into<&AssessmentDefinition::benefits, read_consequences>},
    {"sanctions", Presence::optional, Bearing::bears, into<&AssessmentDefinition::sanctions, read_consequences>},
    {"certificates", Presence::optional, Bearing::bears, into<&AssessmentDefinition::certificates, read_consequences>},
    {"documents", Presence::optional, Bearing::aside, into<&AssessmentDefinition::documents, read_ids>},
};

}  // namespace

void read_assessment(Reader& reader, NodeId id, std::optional<AssessmentDefinition>& assessment) {
  read_fields(reader, id, assessment_fields, assessment.emplace());
}

}  // namespace tepei::pack
