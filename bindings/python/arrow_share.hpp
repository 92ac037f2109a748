// One Arrow array given out any number of times.
#pragma once

#include <memory>
#include <vector>

#include "tepei/batch/arrow.hpp"

namespace tepei::python {

// A schema that is released when the last copy given out is.
class SharedSchema {
 public:
  // Moves from `schema`.
  explicit SharedSchema(ArrowSchema* schema);
  // Fills `out` with a view that keeps this schema alive.
  void give(ArrowSchema* out) const;
  const ArrowSchema& operator*() const { return *schema_; }

 private:
  std::shared_ptr<ArrowSchema> schema_;
};

// The same for an array.
class SharedArray {
 public:
  explicit SharedArray(ArrowArray* array);
  void give(ArrowArray* out) const;
  const ArrowArray& operator*() const { return *array_; }

 private:
  std::shared_ptr<ArrowArray> array_;
};

// A stream over chunks of one schema, for a consumer to release.
void give_stream(SharedSchema schema, std::vector<SharedArray> chunks, ArrowArrayStream* out);

}  // namespace tepei::python
