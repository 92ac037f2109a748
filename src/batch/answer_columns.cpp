#include "batch/answer_columns.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "tepei/value/diagnostic.hpp"

namespace tepei::batch {
namespace {

// Digits after the point of a sum of money.
constexpr int fen = 2;

Diagnostic too_large(const std::string& column) {
  return {"batch.output.too_large", "the texts of column " + quoted(column) + " pass 2 GiB in one batch",
          "hand the table over in smaller batches"};
}

bool fits(std::int64_t offset) {
  return offset <= std::numeric_limits<std::int32_t>::max();
}

Owned<ArrowSchema> act_schema() {
  SchemaParts act;
  act.format = "+s";
  act.name = "item";
  act.flags = ARROW_FLAG_NULLABLE;
  act.children.push_back(export_field("u", "kind"));
  act.children.push_back(export_field("u", "party"));
  act.children.push_back(export_field("b", "written"));
  return export_schema(std::move(act));
}

Owned<ArrowSchema> column_schema(const AnswerColumn& column) {
  SchemaParts parts;
  parts.name = column.name;
  parts.flags = ARROW_FLAG_NULLABLE;
  switch (column.type) {
    case AnswerType::text:
      parts.format = "u";
      break;
    case AnswerType::count:
      parts.format = "i";
      break;
    case AnswerType::flag:
      parts.format = "b";
      break;
    case AnswerType::money:
      parts.format = "d:38,2";
      break;
    case AnswerType::code:
      parts.format = "i";
      parts.dictionary = export_field("u", "");
      break;
    case AnswerType::texts:
      parts.format = "+l";
      parts.children.push_back(export_field("u", "item"));
      break;
    case AnswerType::acts:
      parts.format = "+l";
      parts.children.push_back(act_schema());
      break;
  }
  return export_schema(std::move(parts));
}

}  // namespace

Result<std::vector<std::size_t>> choose_answers(const std::vector<std::string>& names,
                                                const std::vector<AnswerColumn>& columns) {
  std::vector<std::string> known;
  known.reserve(columns.size());
  for (const AnswerColumn& column : columns) known.push_back(column.name);
  Diagnostics problems;
  std::vector<std::size_t> chosen;
  for (const std::string& name : names.empty() ? known : names) {
    const auto place = static_cast<std::size_t>(std::find(known.begin(), known.end(), name) - known.begin());
    if (place == known.size()) {
      problems.push_back({"batch.output.unknown", "the result has no column " + quoted(name), suggest(name, known)});
      problems.back().path = name;
    } else if (std::find(chosen.begin(), chosen.end(), place) != chosen.end()) {
      problems.push_back(
          {"batch.output.duplicate", "the column " + quoted(name) + " is asked for twice", "leave one out"});
      problems.back().path = name;
    } else {
      chosen.push_back(place);
    }
  }
  if (!problems.empty()) return problems;
  return chosen;
}

Owned<ArrowSchema> answer_schema(const std::vector<AnswerColumn>& columns) {
  SchemaParts table;
  table.format = "+s";
  for (const AnswerColumn& column : columns) table.children.push_back(column_schema(column));
  return export_schema(std::move(table));
}

TextCells::TextCells() : ends_(1) {}

void TextCells::add(std::string_view text) {
  characters_.insert(characters_.end(), text.begin(), text.end());
  ends_.push_back(static_cast<std::int64_t>(characters_.size()));
}

Result<Owned<ArrowArray>> TextCells::finish(const std::string& column, Validity validity) && {
  if (!fits(ends_.back())) return too_large(column);
  ArrayParts parts = parts_of(size(), std::move(validity));
  parts.buffers.push_back(export_ends(ends_));
  parts.buffers.push_back(std::move(characters_));
  return export_array(std::move(parts));
}

void AnswerCells::add(const AnswerCell& cell) {
  if (const auto* flag = std::get_if<bool>(&cell)) {
    flags_.push_back(*flag ? 1 : 0);
  } else if (const auto* count = std::get_if<std::int32_t>(&cell)) {
    append_bytes(fixed_, *count);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    if (column_->type == AnswerType::code) {
      add_code(*text);
    } else {
      texts_.add(*text);
    }
  } else if (const auto* yuan = std::get_if<Decimal>(&cell)) {
    add_money(*yuan);
  } else if (const auto* texts = std::get_if<std::vector<std::string>>(&cell)) {
    add_texts(*texts);
  } else if (const auto* acts = std::get_if<std::vector<policy::Act>>(&cell)) {
    add_acts(*acts);
  } else {
    add_null();
  }
  ++rows_;
}

void AnswerCells::add_null() {
  nulls_.push_back(static_cast<std::int64_t>(rows_));
  switch (column_->type) {
    case AnswerType::flag:
      flags_.push_back(0);
      break;
    case AnswerType::code:
    case AnswerType::count:
      append_bytes(fixed_, std::int32_t{0});
      break;
    case AnswerType::money:
      fixed_.insert(fixed_.end(), 16, 0);
      break;
    case AnswerType::text:
      texts_.add({});
      break;
    case AnswerType::texts:
    case AnswerType::acts:
      end_list();
      break;
  }
}

void AnswerCells::add_code(const std::string& text) {
  const auto place = std::find(column_->members.begin(), column_->members.end(), text) - column_->members.begin();
  append_bytes(fixed_, static_cast<std::int32_t>(place));
}

// As a little-endian integer of 128 bits that counts fen; a sum that has none, or is too large, is not known.
void AnswerCells::add_money(const Decimal& yuan) {
  const auto exact = yuan.round(fen);
  if (!exact || Decimal::compare(*exact, yuan) != 0) {
    add_null();
    return;
  }
  std::uint64_t low = exact->coefficient_low();
  std::uint64_t high = exact->coefficient_high();
  if (exact->is_negative()) {
    low = ~low + 1;
    high = ~high + (low == 0 ? 1 : 0);
  }
  append_bytes(fixed_, low);
  append_bytes(fixed_, high);
}

void AnswerCells::add_texts(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) texts_.add(text);
  end_list();
}

void AnswerCells::add_acts(const std::vector<policy::Act>& acts) {
  for (const policy::Act& act : acts) {
    texts_.add(to_string(act.kind));
    parties_.add(act.party);
    flags_.push_back(act.written ? 1 : 0);
  }
  end_list();
}

Result<Owned<ArrowArray>> AnswerCells::finish() && {
  Validity validity = validity_of(rows_, nulls_);
  switch (column_->type) {
    case AnswerType::flag:
      return export_flags(flags_, std::move(validity));
    case AnswerType::text:
      return std::move(texts_).finish(column_->name, std::move(validity));
    case AnswerType::texts:
    case AnswerType::acts:
      return finish_list(std::move(validity));
    case AnswerType::code:
    case AnswerType::count:
    case AnswerType::money:
      break;
  }
  ArrayParts parts = parts_of(rows_, std::move(validity));
  parts.buffers.push_back(std::move(fixed_));
  if (column_->type == AnswerType::code) {
    parts.dictionary = export_texts({column_->members.begin(), column_->members.end()});
  }
  return export_array(std::move(parts));
}

Result<Owned<ArrowArray>> AnswerCells::finish_list(Validity validity) {
  if (!fits(list_ends_.back())) return too_large(column_->name);
  ArrayParts parts = parts_of(rows_, std::move(validity));
  parts.buffers.push_back(export_ends(list_ends_));
  auto items = column_->type == AnswerType::acts ? finish_acts() : std::move(texts_).finish(column_->name, {});
  if (!items) return items.diagnostics();
  parts.children.push_back(*std::move(items));
  return export_array(std::move(parts));
}

Result<Owned<ArrowArray>> AnswerCells::finish_acts() {
  ArrayParts parts = parts_of(texts_.size(), {});
  auto kinds = std::move(texts_).finish(column_->name, {});
  auto parties = std::move(parties_).finish(column_->name, {});
  if (!kinds) return kinds.diagnostics();
  if (!parties) return parties.diagnostics();
  parts.children.push_back(*std::move(kinds));
  parts.children.push_back(*std::move(parties));
  parts.children.push_back(export_flags(flags_, {}));
  return export_array(std::move(parts));
}

}  // namespace tepei::batch
