// The result's columns: which were asked for, and how they are filled row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "batch/export_arrow.hpp"
#include "tepei/policy/decision.hpp"
#include "tepei/policy/outcome.hpp"
#include "tepei/value/result.hpp"

namespace tepei::batch {

// What one column of the result shows.
enum class Shown : std::uint8_t { verdict, criterion, missing, missing_documents, reading_sensitive };

struct OutputColumn {
  Shown shown = Shown::verdict;
  std::size_t criterion = 0;  // its place, where a criterion is shown
  std::string name;

  // Whether it takes the whole decision of a row, not its outcomes alone.
  bool needs_decision() const { return shown != Shown::verdict && shown != Shown::criterion; }
};

// The columns called `names`; where there are none, the verdict and every criterion. Errors: `batch.output.unknown`,
// `batch.output.duplicate`, all at once; their path is the name.
Result<std::vector<OutputColumn>> choose_columns(const std::vector<std::string>& names,
                                                 const std::vector<std::string>& criteria);

// The schema of the result.
Owned<ArrowSchema> output_schema(const std::vector<OutputColumn>& columns);

// The answer of one row.
struct RowAnswer {
  policy::Verdict verdict = policy::Verdict::undetermined;
  const policy::Outcome* outcomes = nullptr;
  const policy::Decision* decision = nullptr;  // where a column needs it
};

// One column of codes into a dictionary of four.
struct CodeCells {
  Buffer codes;
  void append(std::uint8_t code) { codes.push_back(code); }
};

// One column of lists of texts.
struct ListCells {
  Buffer ends;
  Buffer text_ends;
  Buffer characters;
  std::size_t texts = 0;
  void append(const std::vector<std::string>& list);
};

// One column of booleans.
struct FlagCells {
  Buffer bits;
  std::int64_t length = 0;
  void append(bool flag);
};

// One column of a batch of the result while it grows.
class OutputBuilder {
 public:
  OutputBuilder(const OutputColumn& column, std::size_t rows);

  void append(const RowAnswer& answer);
  void append_null();
  // The column. Error: `batch.output.too_large` where a list's offsets would pass 32 bits.
  Result<Owned<ArrowArray>> finish();

 private:
  OutputColumn column_;
  std::variant<CodeCells, ListCells, FlagCells> cells_;
  Validity validity_;
  std::int64_t length_ = 0;
};

}  // namespace tepei::batch
