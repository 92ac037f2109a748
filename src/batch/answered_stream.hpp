// A stream of tables answered batch by batch while its answers are read.
#pragma once

#include <cerrno>
#include <exception>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

#include "batch/owned.hpp"
#include "tepei/batch/arrow.hpp"
#include "tepei/batch/table_report.hpp"
#include "tepei/value/result.hpp"

namespace tepei::batch {

// A failure as a reader of the stream sees it.
struct StreamFailure {
  int error_number = 0;
  std::string text;
};

// What refused a batch.
StreamFailure failure_of(const Diagnostics& diagnostics);
// What the input said about its last failure. Code `batch.stream.failed`.
Diagnostic stream_failed(ArrowArrayStream& stream, int error_number);
// Code `batch.stream.malformed`.
Diagnostic stream_malformed(std::string message);
// The schema of a stream that nobody has read from yet. Errors: the two above.
Result<Owned<ArrowSchema>> schema_of(ArrowArrayStream& stream);

// The result's stream. After its end, or a failure, it gives the same answer for ever. `Answerer` has `schema()`,
// `check(batch)`, `finish()` and `report()`.
template <typename Answerer>
class AnsweredStream {
 public:
  AnsweredStream(Owned<ArrowArrayStream> in, Answerer answerer) : in_(std::move(in)), answerer_(std::move(answerer)) {}

  // Fills `out` with a stream that owns `answered`.
  static void give(AnsweredStream answered, ArrowArrayStream* out) {
    ArrowArrayStream stream{};
    stream.get_schema = &schema_callback;
    stream.get_next = &next_callback;
    stream.get_last_error = &error_callback;
    stream.release = &release_callback;
    stream.private_data = new AnsweredStream(std::move(answered));
    *out = stream;
  }

 private:
  int get_schema(ArrowSchema* out) {
    answerer_.schema().move_to(out);
    return 0;
  }

  int get_next(ArrowArray* out) {
    if (failure_.error_number != 0) return failure_.error_number;
    if (!in_.holds()) return 0;
    ArrowArray next{};
    if (const int error_number = in_.address()->get_next(in_.address(), &next)) {
      return fail({error_number, render({stream_failed(*in_.address(), error_number)})});
    }
    if (next.release == nullptr) {
      in_.reset();
      answerer_.finish();
      return 0;
    }
    const Owned<ArrowArray> batch(&next);
    auto checked = answerer_.check(*batch);
    if (!checked) return fail(failure_of(checked.diagnostics()));
    checked->move_to(out);
    return 0;
  }

  int fail(StreamFailure failure) {
    failure_ = std::move(failure);
    in_.reset();
    return failure_.error_number;
  }

  // Runs one callback; what it throws, which the standard library may for want of memory, ends as an error number.
  template <typename Callback>
  int guarded(Callback&& callback) {
    try {
      return callback();
    } catch (const std::bad_alloc&) {
      return fail({ENOMEM, "out of memory"});
    } catch (const std::exception& error) {
      return fail({EIO, error.what()});
    }
  }

  static AnsweredStream& state_of(ArrowArrayStream* stream) {
    return *static_cast<AnsweredStream*>(stream->private_data);
  }

  static int schema_callback(ArrowArrayStream* self, ArrowSchema* out) {
    out->release = nullptr;
    return state_of(self).guarded([&] { return state_of(self).get_schema(out); });
  }

  static int next_callback(ArrowArrayStream* self, ArrowArray* out) {
    out->release = nullptr;
    return state_of(self).guarded([&] { return state_of(self).get_next(out); });
  }

  static const char* error_callback(ArrowArrayStream* self) {
    const StreamFailure& failure = state_of(self).failure_;
    return failure.error_number == 0 ? nullptr : failure.text.c_str();
  }

  static void release_callback(ArrowArrayStream* self) {
    delete static_cast<AnsweredStream*>(self->private_data);
    self->private_data = nullptr;
    self->release = nullptr;
  }

  Owned<ArrowArrayStream> in_;
  Answerer answerer_;
  StreamFailure failure_;
};

// Moves from `in` in every case and fills `out` on success; `build` makes the answerer from the table's schema.
template <typename Build>
Result<TableReport> answer_stream(ArrowArrayStream* in, ArrowArrayStream* out, Build build) {
  if (in == nullptr || in->release == nullptr) return stream_malformed("the table's stream was released already");
  Owned<ArrowArrayStream> source(in);
  auto schema = schema_of(*source.address());
  if (!schema) return schema.diagnostics();
  auto answerer = build(**schema);
  if (!answerer) return answerer.diagnostics();
  TableReport report = answerer->report();
  using Answerer = std::decay_t<decltype(*answerer)>;
  AnsweredStream<Answerer>::give({std::move(source), *std::move(answerer)}, out);
  return report;
}

}  // namespace tepei::batch
