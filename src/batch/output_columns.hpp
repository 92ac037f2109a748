// The result's columns: which were asked for, and what fills them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "batch/export_arrow.hpp"
#include "tepei/policy/outcome.hpp"
#include "tepei/value/result.hpp"

namespace tepei::batch {

// What one column of the result shows.
enum class Shown : std::uint8_t { verdict, criterion, missing, missing_documents, reading_sensitive, reasons, notes };

struct OutputColumn {
  Shown shown = Shown::verdict;
  std::size_t criterion = 0;  // its place, where a criterion is shown
  std::string name;

  // Whether its cells are codes: verdicts and outcomes.
  bool has_codes() const { return shown == Shown::verdict || shown == Shown::criterion; }
};

// The columns called `names`; where there are none, the verdict and every criterion. Errors: `batch.output.unknown`,
// `batch.output.duplicate`, all at once; their path is the name.
Result<std::vector<OutputColumn>> choose_columns(const std::vector<std::string>& names,
                                                 const std::vector<std::string>& criteria);

// The schema of the result.
Owned<ArrowSchema> output_schema(const std::vector<OutputColumn>& columns);

// One column of lists of texts.
class ListCells {
 public:
  ListCells();
  // Adds a text to the list that is being made.
  void add(std::string_view text);
  void end_list();
  void append(const ListCells& more);

  std::size_t lists() const noexcept { return ends_.size() - 1; }
  // The lists and their texts as buffers. Error: `batch.output.too_large` where an offset would pass 32 bits.
  Result<Owned<ArrowArray>> export_lists(const std::string& column, Validity validity) &&;

 private:
  std::vector<std::int64_t> ends_;       // of each list, in texts
  std::vector<std::int64_t> text_ends_;  // of each text, in characters
  Buffer characters_;
};

// One column of booleans.
class FlagCells {
 public:
  void add(bool flag);
  void append(const FlagCells& more);
  Owned<ArrowArray> export_flags(Validity validity) &&;

 private:
  std::vector<std::uint8_t> flags_;  // one a byte
};

// What a run of rows adds to one output column; a column of codes is written in place.
using OutputCells = std::variant<std::monostate, ListCells, FlagCells>;

// Empty cells for a column.
OutputCells cells_for(const OutputColumn& column);
// Adds `more` of the same kind.
void append(OutputCells& cells, const OutputCells& more);
// A whole column: `codes` of one that shows a verdict or criterion, `cells` of any other. Error:
// `batch.output.too_large`.
Result<Owned<ArrowArray>> export_column(const OutputColumn& column, Buffer codes, OutputCells cells,
                                        const Validity& validity);

}  // namespace tepei::batch
