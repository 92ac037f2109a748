#include "batch/output_columns.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

namespace tepei::batch {
namespace {

constexpr std::size_t max_reserved_rows = std::size_t{1} << 20;

constexpr std::array<std::pair<std::string_view, Shown>, 4> named_columns{{
    {"verdict", Shown::verdict},
    {"missing", Shown::missing},
    {"missing_documents", Shown::missing_documents},
    {"reading_sensitive", Shown::reading_sensitive},
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
  for (std::uint8_t i = 0; i < 4; ++i) {
    texts.push_back(shown == Shown::verdict ? to_string(static_cast<policy::Verdict>(i))
                                            : to_string(static_cast<policy::Outcome>(i)));
  }
  return texts;
}

std::variant<CodeCells, ListCells, FlagCells> cells_for(Shown shown, std::size_t rows) {
  if (shown == Shown::reading_sensitive) return FlagCells{};
  if (shown == Shown::missing || shown == Shown::missing_documents) {
    ListCells cells;
    append_bytes<std::int32_t>(cells.ends, 0);
    append_bytes<std::int32_t>(cells.text_ends, 0);
    return cells;
  }
  CodeCells cells;
  // A producer may claim more rows than there is memory for.
  cells.codes.reserve(std::min(rows, max_reserved_rows));
  return cells;
}

Owned<ArrowSchema> text_schema(std::string name) {
  SchemaParts parts;
  parts.format = "u";
  parts.name = std::move(name);
  parts.flags = ARROW_FLAG_NULLABLE;
  return export_schema(std::move(parts));
}

Owned<ArrowSchema> column_schema(const OutputColumn& column) {
  SchemaParts parts;
  parts.name = column.name;
  parts.flags = ARROW_FLAG_NULLABLE;
  if (column.shown == Shown::reading_sensitive) {
    parts.format = "b";
  } else if (column.needs_decision()) {
    parts.format = "+l";
    parts.children.push_back(text_schema("item"));
  } else {
    parts.format = "c";
    parts.flags |= ARROW_FLAG_DICTIONARY_ORDERED;
    parts.dictionary = text_schema("");
  }
  return export_schema(std::move(parts));
}

bool fits_offsets(std::size_t count) {
  return count <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
}

Owned<ArrowArray> export_items(ListCells& cells) {
  ArrayParts parts;
  parts.length = static_cast<std::int64_t>(cells.texts);
  parts.buffers = {Buffer(), std::move(cells.text_ends), std::move(cells.characters)};
  return export_array(std::move(parts));
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

void ListCells::append(const std::vector<std::string>& list) {
  for (const std::string& text : list) {
    characters.insert(characters.end(), text.begin(), text.end());
    append_bytes(text_ends, static_cast<std::int32_t>(characters.size()));
    ++texts;
  }
  append_bytes(ends, static_cast<std::int32_t>(texts));
}

void FlagCells::append(bool flag) {
  if (length % 8 == 0) bits.push_back(0);
  if (flag) bits.back() = static_cast<std::uint8_t>(bits.back() | (1U << (length % 8)));
  ++length;
}

OutputBuilder::OutputBuilder(const OutputColumn& column, std::size_t rows)
    : column_(column), cells_(cells_for(column.shown, rows)) {}

void OutputBuilder::append(const RowAnswer& answer) {
  validity_.append(true);
  ++length_;
  switch (column_.shown) {
    case Shown::verdict:
      std::get<CodeCells>(cells_).append(static_cast<std::uint8_t>(answer.verdict));
      break;
    case Shown::criterion:
      std::get<CodeCells>(cells_).append(static_cast<std::uint8_t>(answer.outcomes[column_.criterion]));
      break;
    case Shown::missing:
      std::get<ListCells>(cells_).append(answer.decision->missing);
      break;
    case Shown::missing_documents:
      std::get<ListCells>(cells_).append(answer.decision->missing_documents);
      break;
    case Shown::reading_sensitive:
      std::get<FlagCells>(cells_).append(answer.decision->reading_sensitive);
      break;
  }
}

void OutputBuilder::append_null() {
  validity_.append(false);
  ++length_;
  if (auto* codes = std::get_if<CodeCells>(&cells_)) codes->append(0);
  if (auto* lists = std::get_if<ListCells>(&cells_)) lists->append({});
  if (auto* flags = std::get_if<FlagCells>(&cells_)) flags->append(false);
}

Result<Owned<ArrowArray>> OutputBuilder::finish() {
  ArrayParts parts;
  parts.length = length_;
  parts.null_count = validity_.null_count();
  parts.buffers.push_back(validity_.take());
  if (auto* codes = std::get_if<CodeCells>(&cells_)) {
    parts.buffers.push_back(std::move(codes->codes));
    parts.dictionary = export_texts(dictionary_of(column_.shown));
  } else if (auto* flags = std::get_if<FlagCells>(&cells_)) {
    parts.buffers.push_back(std::move(flags->bits));
  } else {
    auto& lists = std::get<ListCells>(cells_);
    if (!fits_offsets(lists.characters.size()) || !fits_offsets(lists.texts)) {
      return Diagnostic{"batch.output.too_large",
                        "the lists of column " + quoted(column_.name) + " pass 2 GiB in one batch",
                        "hand the table over in smaller batches"};
    }
    parts.buffers.push_back(std::move(lists.ends));
    parts.children.push_back(export_items(lists));
  }
  return export_array(std::move(parts));
}

}  // namespace tepei::batch
