#include "batch/answered_stream.hpp"

namespace tepei::batch {
namespace {

std::string last_error_of(ArrowArrayStream& stream) {
  const char* text = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
  return text == nullptr ? "it gave no reason" : text;
}

}  // namespace

StreamFailure failure_of(const Diagnostics& diagnostics) {
  const bool too_large = diagnostics.front().code == "batch.output.too_large";
  return {too_large ? EOVERFLOW : EINVAL, render(diagnostics)};
}

Diagnostic stream_failed(ArrowArrayStream& stream, int error_number) {
  return {"batch.stream.failed",
          "the table's stream failed with error " + std::to_string(error_number) + ": " + last_error_of(stream), ""};
}

Diagnostic stream_malformed(std::string message) {
  return {"batch.stream.malformed", std::move(message), "a stream is read once; make a new one from the table"};
}

Result<Owned<ArrowSchema>> schema_of(ArrowArrayStream& stream) {
  if (stream.get_schema == nullptr || stream.get_next == nullptr) {
    return stream_malformed("the table's stream has no callbacks");
  }
  ArrowSchema schema{};
  if (const int error_number = stream.get_schema(&stream, &schema)) return stream_failed(stream, error_number);
  return Owned<ArrowSchema>(&schema);
}

}  // namespace tepei::batch
