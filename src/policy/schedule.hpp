// A funding schedule that has been checked.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "policy/asking.hpp"
#include "tepei/policy/funding.hpp"

namespace tepei::policy {

class CompiledFunding {
 public:
  FundingDefinition definition;
  std::shared_ptr<const ProgrammeText> text;
  std::vector<Track> tracks;  // those of the schedule, with the programme's labels
};

// How long somebody trained: whole months with the decimals given, and days beyond them.
struct Trained {
  Decimal months;
  std::int64_t days = 0;
};

// The months of a question: those given, those of the period, or the whole term. Problems are added.
Trained trained(const FundingDefinition& definition, const std::optional<Decimal>& months,
                const std::optional<TrainingPeriod>& period, Diagnostics& problems);

// A monthly rate over these months, exact.
std::optional<Decimal> by_months(const Decimal& rate, const Trained& time, MonthCount count);

void check_funding(const FundingDefinition& definition, const ProgrammeText& text, Problems& problems);

// A payer or payee by its label: a fund of the definition, or a party.
LocalText payer_label(const FundingDefinition& definition, const std::string& id);

// `amount` and `more` added where there is one: what is not stated adds nothing, and nothing is stated by zero.
void add_stated(std::optional<Decimal>& amount, const std::optional<Decimal>& more);

}  // namespace tepei::policy
