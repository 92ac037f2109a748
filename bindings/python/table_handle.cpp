#include "table_handle.hpp"

#include <optional>
#include <utility>

#include "convert.hpp"
#include "programme_handle.hpp"

namespace tepei::python {

namespace {

template <typename Node>
Node* capsule_content(const py::capsule& capsule, const char* name) {
  if (std::string(capsule.name() == nullptr ? "" : capsule.name()) != name) {
    throw py::type_error(std::string("a capsule `") + name + "` was expected");
  }
  return capsule.get_pointer<Node>();
}

[[noreturn]] void throw_stream_error(ArrowArrayStream& stream) {
  const char* said = stream.get_last_error(&stream);
  Diagnostic problem;
  problem.code = "batch.stream.failed";
  problem.message = said == nullptr ? "the table's stream failed without saying why" : said;
  throw_error({problem});
}

std::vector<std::string> column_names(const ArrowSchema& schema) {
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(schema.n_children));
  for (std::int64_t i = 0; i < schema.n_children; ++i) names.emplace_back(schema.children[i]->name);
  return names;
}

// Takes everything the stream gives into `table`.
void drain(ArrowArrayStream& stream, TableHandle& table) {
  for (;;) {
    ArrowArray array{};
    if (stream.get_next(&stream, &array) != 0) throw_stream_error(stream);
    if (array.release == nullptr) return;
    table.chunks.emplace_back(&array);
  }
}

}  // namespace

void take_run(const py::handle& run, Stream& in) {
  if (py::isinstance<py::tuple>(run)) {
    const auto pair = py::reinterpret_borrow<py::tuple>(run);
    SharedSchema schema(capsule_content<ArrowSchema>(pair[0].cast<py::capsule>(), "arrow_schema"));
    SharedArray array(capsule_content<ArrowArray>(pair[1].cast<py::capsule>(), "arrow_array"));
    give_stream(std::move(schema), {std::move(array)}, &in.stream);
    return;
  }
  auto* given = capsule_content<ArrowArrayStream>(run.cast<py::capsule>(), "arrow_array_stream");
  in.stream = *given;
  given->release = nullptr;
}

TableHandle collect(const py::typing::List<py::object>& runs, std::size_t max_errors, const AnswerRun& answer) {
  std::vector<Stream> inputs(runs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) take_run(runs[i], inputs[i]);
  const py::gil_scoped_release released;  // a stream made of Python's objects takes it back by itself
  std::optional<TableHandle> table;
  for (Stream& in : inputs) {
    Stream out;
    const auto report = answer(&in.stream, &out.stream).value();
    if (!table.has_value()) {
      ArrowSchema schema{};
      if (out.stream.get_schema(&out.stream, &schema) != 0) throw_stream_error(out.stream);
      auto names = column_names(schema);
      table.emplace(TableHandle{SharedSchema(&schema), std::move(names), {}, {}});
      drain(out.stream, *table);
      table->summary = report.summary();
    } else {
      drain(out.stream, *table);
      batch::add_rows(table->summary, report.summary(), table->summary.rows, max_errors);
    }
  }
  return *std::move(table);
}

py::capsule stream_capsule(std::unique_ptr<ArrowArrayStream> stream) {
  return py::capsule(stream.release(), "arrow_array_stream", [](PyObject* capsule) {
    auto* held = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
}

py::capsule export_stream(const TableHandle& self, const py::object& /*requested_schema*/) {
  auto stream = std::make_unique<ArrowArrayStream>();
  give_stream(self.schema, self.chunks, stream.get());
  return stream_capsule(std::move(stream));
}

}  // namespace tepei::python
