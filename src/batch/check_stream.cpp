#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "batch/table_checker.hpp"
#include "tepei/batch/check_table.hpp"

namespace tepei::batch {
namespace {

// What the input said about its last failure.
std::string last_error_of(ArrowArrayStream& stream) {
  const char* text = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
  return text == nullptr ? "it gave no reason" : text;
}

Diagnostic failed(ArrowArrayStream& stream, int error_number) {
  return {"batch.stream.failed",
          "the table's stream failed with error " + std::to_string(error_number) + ": " + last_error_of(stream), ""};
}

// A failure as a reader of the stream sees it.
struct Failure {
  int error_number = 0;
  std::string text;
};

Failure failure_of(const Diagnostics& diagnostics) {
  const bool too_large = diagnostics.front().code == "batch.output.too_large";
  return {too_large ? EOVERFLOW : EINVAL, render(diagnostics)};
}

// The result's stream. After its end, or a failure, it gives the same answer for ever.
class CheckedStream {
 public:
  CheckedStream(Owned<ArrowArrayStream> in, TableChecker checker) : in_(std::move(in)), checker_(std::move(checker)) {}

  int get_schema(ArrowSchema* out) {
    checker_.schema().move_to(out);
    return 0;
  }

  int get_next(ArrowArray* out) {
    if (failure_.error_number != 0) return failure_.error_number;
    if (!in_.holds()) return 0;
    ArrowArray next{};
    if (const int error_number = in_.address()->get_next(in_.address(), &next)) {
      return fail({error_number, render(failed(*in_.address(), error_number))});
    }
    if (next.release == nullptr) {
      in_.reset();
      checker_.finish();
      return 0;
    }
    const Owned<ArrowArray> batch(&next);
    auto checked = checker_.check(*batch);
    if (!checked) return fail(failure_of(checked.diagnostics()));
    checked->move_to(out);
    return 0;
  }

  int fail(Failure failure) {
    failure_ = std::move(failure);
    in_.reset();
    return failure_.error_number;
  }

  const char* last_error() const { return failure_.error_number == 0 ? nullptr : failure_.text.c_str(); }

 private:
  Owned<ArrowArrayStream> in_;
  TableChecker checker_;
  Failure failure_;
};

CheckedStream& state_of(ArrowArrayStream* stream) {
  return *static_cast<CheckedStream*>(stream->private_data);
}

// Runs one callback; what it throws, which the standard library may for want of memory, ends as an error number.
template <typename Callback>
int guarded(CheckedStream& stream, Callback&& callback) {
  try {
    return callback();
  } catch (const std::bad_alloc&) {
    return stream.fail({ENOMEM, "out of memory"});
  } catch (const std::exception& error) {
    return stream.fail({EIO, error.what()});
  }
}

int get_schema(ArrowArrayStream* self, ArrowSchema* out) {
  out->release = nullptr;
  return guarded(state_of(self), [&] { return state_of(self).get_schema(out); });
}

int get_next(ArrowArrayStream* self, ArrowArray* out) {
  out->release = nullptr;
  return guarded(state_of(self), [&] { return state_of(self).get_next(out); });
}

const char* get_last_error(ArrowArrayStream* self) {
  return state_of(self).last_error();
}

void release(ArrowArrayStream* self) {
  delete static_cast<CheckedStream*>(self->private_data);
  self->private_data = nullptr;
  self->release = nullptr;
}

Diagnostic malformed(std::string message) {
  return {"batch.stream.malformed", std::move(message), "a stream is read once; make a new one from the table"};
}

Result<Owned<ArrowSchema>> schema_of(ArrowArrayStream& stream) {
  if (stream.get_schema == nullptr || stream.get_next == nullptr)
    return malformed("the table's stream has no callbacks");
  ArrowSchema schema{};
  if (const int error_number = stream.get_schema(&stream, &schema)) return failed(stream, error_number);
  return Owned<ArrowSchema>(&schema);
}

}  // namespace

Result<TableReport> check_stream(const policy::Query& query, ArrowArrayStream* in, ArrowArrayStream* out,
                                 const TableOptions& options) {
  if (in == nullptr || in->release == nullptr) return malformed("the table's stream was released already");
  Owned<ArrowArrayStream> source(in);
  auto schema = schema_of(*source.address());
  if (!schema) return schema.diagnostics();
  auto checker = TableChecker::build(query, **schema, options);
  if (!checker) return checker.diagnostics();
  TableReport report = checker->report();
  ArrowArrayStream stream{};
  stream.get_schema = &get_schema;
  stream.get_next = &get_next;
  stream.get_last_error = &get_last_error;
  stream.release = &release;
  stream.private_data = new CheckedStream(std::move(source), *std::move(checker));
  *out = stream;
  return report;
}

Result<TableReport> check_batch(const policy::Query& query, ArrowSchema* schema, ArrowArray* array,
                                ArrowSchema* out_schema, ArrowArray* out_array, const TableOptions& options) {
  const Owned<ArrowSchema> table = schema == nullptr ? Owned<ArrowSchema>() : Owned<ArrowSchema>(schema);
  const Owned<ArrowArray> batch = array == nullptr ? Owned<ArrowArray>() : Owned<ArrowArray>(array);
  if (!table.holds() || !batch.holds()) return malformed("the batch or its schema was released already");
  auto checker = TableChecker::build(query, *table, options);
  if (!checker) return checker.diagnostics();
  auto checked = checker->check(*batch);
  if (!checked) return checked.diagnostics();
  checker->finish();
  checker->schema().move_to(out_schema);
  checked->move_to(out_array);
  return checker->report();
}

}  // namespace tepei::batch
