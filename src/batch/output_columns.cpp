#include "batch/output_columns.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

namespace tepei::batch {
namespace {

constexpr std::array<std::pair<std::string_view, Shown>, 6> named_columns{{
    {"verdict", Shown::verdict},
    {"missing", Shown::missing},
    {"missing_documents", Shown::missing_documents},
    {"reading_sensitive", Shown::reading_sensitive},
    {"reasons", Shown::reasons},
    {"notes", Shown::notes},
}};

std::optional<OutputColumn> column_called(const std::string& name, const std::vector<std::string>& criteria) {
  for (const auto& [known, shown] : named_columns) {
    if (name == known) return OutputColumn{shown, 0, name};
  }
  const auto found = std::find(criteria.begin(), criteria.end(), name);
  if (found == criteria.end()) return std::nullopt;
  return OutputColumn{Shown::criterion, static_cast<std::size_t>(found - criteria.begin()), name};
}

Diagnostic unknown_output(const std::string& name, const std::vector<std::string>& criteria) {
  std::vector<std::string> known{"verdict"};
  known.insert(known.end(), criteria.begin(), criteria.end());
  for (std::size_t i = 1; i < named_columns.size(); ++i) known.emplace_back(named_columns[i].first);
  Diagnostic diagnostic{"batch.output.unknown", "the result has no column " + quoted(name), suggest(name, known)};
  diagnostic.path = name;
  return diagnostic;
}

Diagnostic duplicate_output(const std::string& name) {
  Diagnostic diagnostic{"batch.output.duplicate", "the column " + quoted(name) + " is asked for twice",
                        "leave one out"};
  diagnostic.path = name;
  return diagnostic;
}

std::vector<std::string_view> dictionary_of(Shown shown) {
  std::vector<std::string_view> texts;
  texts.reserve(4);
  for (std::uint8_t i = 0; i < 4; ++i) {
    texts.push_back(shown == Shown::verdict ? to_string(static_cast<policy::Verdict>(i))
                                            : to_string(static_cast<policy::Outcome>(i)));
  }
  return texts;
}

Owned<ArrowSchema> column_schema(const OutputColumn& column) {
  SchemaParts parts;
  parts.name = column.name;
  parts.flags = ARROW_FLAG_NULLABLE;
  if (column.shown == Shown::reading_sensitive) {
    parts.format = "b";
  } else if (!column.has_codes()) {
    parts.format = "+l";
    parts.children.push_back(export_field("u", "item"));
  } else {
    parts.format = "c";
    parts.flags |= ARROW_FLAG_DICTIONARY_ORDERED;
    parts.dictionary = export_field("u", "");
  }
  return export_schema(std::move(parts));
}

}  // namespace

Result<std::vector<OutputColumn>> choose_columns(const std::vector<std::string>& names,
                                                 const std::vector<std::string>& criteria) {
  std::vector<OutputColumn> columns;
  if (names.empty()) {
    columns.push_back({Shown::verdict, 0, "verdict"});
    for (std::size_t i = 0; i < criteria.size(); ++i) columns.push_back({Shown::criterion, i, criteria[i]});
    return columns;
  }
  Diagnostics problems;
  for (auto name = names.begin(); name != names.end(); ++name) {
    auto column = column_called(*name, criteria);
    if (!column) {
      problems.push_back(unknown_output(*name, criteria));
    } else if (std::find(names.begin(), name, *name) != name) {
      problems.push_back(duplicate_output(*name));
    } else {
      columns.push_back(*std::move(column));
    }
  }
  if (!problems.empty()) return problems;
  return columns;
}

Owned<ArrowSchema> output_schema(const std::vector<OutputColumn>& columns) {
  SchemaParts table;
  table.format = "+s";
  for (const OutputColumn& column : columns) table.children.push_back(column_schema(column));
  return export_schema(std::move(table));
}

ListCells::ListCells() : ends_(1), text_ends_(1) {}

void ListCells::add(std::string_view text) {
  characters_.insert(characters_.end(), text.begin(), text.end());
  text_ends_.push_back(static_cast<std::int64_t>(characters_.size()));
}

void ListCells::end_list() {
  ends_.push_back(static_cast<std::int64_t>(text_ends_.size() - 1));
}

void ListCells::append(const ListCells& more) {
  const std::int64_t texts = ends_.back();
  const std::int64_t characters = text_ends_.back();
  for (std::size_t i = 1; i < more.ends_.size(); ++i) ends_.push_back(texts + more.ends_[i]);
  for (std::size_t i = 1; i < more.text_ends_.size(); ++i) text_ends_.push_back(characters + more.text_ends_[i]);
  characters_.insert(characters_.end(), more.characters_.begin(), more.characters_.end());
}

Result<Owned<ArrowArray>> ListCells::export_lists(const std::string& column, Validity validity) && {
  constexpr std::int64_t greatest = std::numeric_limits<std::int32_t>::max();
  if (ends_.back() > greatest || text_ends_.back() > greatest) {
    return Diagnostic{"batch.output.too_large", "the lists of column " + quoted(column) + " pass 2 GiB in one batch",
                      "hand the table over in smaller batches"};
  }
  ArrayParts texts;
  texts.length = ends_.back();
  texts.buffers = {Buffer(), export_ends(text_ends_), std::move(characters_)};
  ArrayParts parts = parts_of(lists(), std::move(validity));
  parts.buffers.push_back(export_ends(ends_));
  parts.children.push_back(export_array(std::move(texts)));
  return export_array(std::move(parts));
}

void FlagCells::add(bool flag) {
  flags_.push_back(flag ? 1 : 0);
}

void FlagCells::append(const FlagCells& more) {
  flags_.insert(flags_.end(), more.flags_.begin(), more.flags_.end());
}

Owned<ArrowArray> FlagCells::export_flags(Validity validity) && {
  return batch::export_flags(flags_, std::move(validity));
}

OutputCells cells_for(const OutputColumn& column) {
  if (column.has_codes()) return std::monostate();
  if (column.shown == Shown::reading_sensitive) return FlagCells();
  return ListCells();
}

void append(OutputCells& cells, const OutputCells& more) {
  if (auto* lists = std::get_if<ListCells>(&cells)) lists->append(std::get<ListCells>(more));
  if (auto* flags = std::get_if<FlagCells>(&cells)) flags->append(std::get<FlagCells>(more));
}

Result<Owned<ArrowArray>> export_column(const OutputColumn& column, Buffer codes, OutputCells cells,
                                        const Validity& validity) {
  if (auto* lists = std::get_if<ListCells>(&cells)) return std::move(*lists).export_lists(column.name, validity);
  if (auto* flags = std::get_if<FlagCells>(&cells)) return std::move(*flags).export_flags(validity);
  ArrayParts parts = parts_of(codes.size(), validity);
  parts.buffers.push_back(std::move(codes));
  parts.dictionary = export_texts(dictionary_of(column.shown));
  return export_array(std::move(parts));
}

}  // namespace tepei::batch
