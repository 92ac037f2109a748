#include "batch/bind_columns.hpp"

#include <string_view>
#include <utility>

#include "tepei/value/diagnostic.hpp"

namespace tepei::batch {
namespace {

std::string_view text_of(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

Diagnostic malformed_schema(std::string message) {
  return {"batch.schema.malformed", std::move(message), "the table's producer broke the Arrow C Data Interface"};
}

// The first sentence that shows the schema is not one of the C Data Interface; empty where it is.
std::string malformation(const ArrowSchema& table) {
  if (table.n_children < 0) return "the table has " + std::to_string(table.n_children) + " columns";
  if (table.n_children > 0 && table.children == nullptr) return "the table's list of columns is null";
  for (std::int64_t i = 0; i < table.n_children; ++i) {
    const ArrowSchema* column = table.children[i];
    const std::string which = "column " + std::to_string(i) + " of the table";
    if (column == nullptr || column->release == nullptr) return which + " is null or was released already";
    if (column->format == nullptr) return which + " has no format";
    if (column->dictionary != nullptr && column->dictionary->format == nullptr)
      return which + " has a dictionary without format";
  }
  return {};
}

ColumnShape shape_of(const ArrowSchema& column) {
  ColumnShape shape;
  shape.value = parse_format(column.format);
  if (column.dictionary == nullptr) return shape;
  shape.index = std::move(shape.value);
  shape.value = parse_format(column.dictionary->format);
  const bool sound = shape.index->family == Family::integer && column.dictionary->dictionary == nullptr;
  if (!sound) shape.value.family = Family::unsupported;
  shape.value.name = "dictionary<" + shape.value.name + ">";
  return shape;
}

Diagnostic about(const BoundColumn& column, std::string code, std::string message, std::string help) {
  Diagnostic diagnostic{std::move(code), std::move(message), std::move(help)};
  diagnostic.path = column.name;
  return diagnostic;
}

Diagnostic unknown_column(const std::string& name, const Diagnostics& not_found) {
  Diagnostic diagnostic{"batch.column.unknown", "no fact is called " + quoted(name),
                        not_found.empty() ? std::string() : not_found.front().help};
  diagnostic.path = name;
  return diagnostic;
}

void check_type(const BoundColumn& column, const facts::FactDefinition& fact, Diagnostics& problems) {
  const ColumnType& type = column.shape.value;
  if (!accepts(fact.kind, type.family)) {
    problems.push_back(about(
        column, "batch.column.wrong_type",
        "column " + quoted(column.name) + " is of type " + type.name + ", which cannot give the fact `" + fact.id + "`",
        "it may be " + std::string(accepted_types(fact.kind))));
  } else if (!type.named_zone.empty()) {
    problems.push_back(about(column, "batch.column.time_zone",
                             "column " + quoted(column.name) + " has times in the zone " + quoted(type.named_zone) +
                                 ", whose days cannot be told here",
                             "convert it to dates, or to a fixed offset such as `+08:00`"));
  }
}

class Binder {
 public:
  Binder(const facts::FactSchema& facts, ExtraColumns extra_columns)
      : facts_(facts), extra_columns_(extra_columns), given_by_(facts.size(), nullptr) {}

  void bind(const ArrowSchema& source, std::int64_t place) {
    BoundColumn column{place, 0, std::string(text_of(source.name)), {}};
    const auto slot = facts_.find(column.name);
    if (!slot) {
      leave_aside(column.name);
      return;
    }
    column.slot = *slot;
    column.shape = shape_of(source);
    check_type(column, facts_.at(*slot), problems);
    check_duplicate(column, source);
    bound.columns.push_back(std::move(column));
  }

  BoundColumns bound;
  Diagnostics problems;

 private:
  void leave_aside(const std::string& name) {
    if (extra_columns_ == ExtraColumns::ignore) {
      bound.ignored.push_back(name);
    } else {
      problems.push_back(unknown_column(name, facts_.slot(name).diagnostics()));
    }
  }

  void check_duplicate(const BoundColumn& column, const ArrowSchema& source) {
    const ArrowSchema*& earlier = given_by_[column.slot];
    if (earlier != nullptr) {
      problems.push_back(about(column, "batch.column.duplicate",
                               "columns " + quoted(text_of(earlier->name)) + " and " + quoted(column.name) +
                                   " both give the fact `" + facts_.at(column.slot).id + "`",
                               "leave one of them out"));
    }
    earlier = &source;
  }

  const facts::FactSchema& facts_;
  ExtraColumns extra_columns_;
  std::vector<const ArrowSchema*> given_by_;
};

}  // namespace

Result<BoundColumns> bind_columns(const ArrowSchema& table, const facts::FactSchema& facts,
                                  ExtraColumns extra_columns) {
  if (table.release == nullptr || table.format == nullptr) {
    return malformed_schema("the table's schema was released already or has no format");
  }
  if (std::string_view(table.format) != "+s" || table.dictionary != nullptr) {
    return Diagnostic{"batch.schema.not_a_table",
                      "what was given is of type " + parse_format(table.format).name + ", not a table",
                      "give a struct array (record batch) with one column for each fact"};
  }
  if (std::string problem = malformation(table); !problem.empty()) return malformed_schema(std::move(problem));
  Binder binder(facts, extra_columns);
  binder.bound.n_columns = table.n_children;
  for (std::int64_t i = 0; i < table.n_children; ++i) binder.bind(*table.children[i], i);
  if (!binder.problems.empty()) return std::move(binder.problems);
  return std::move(binder.bound);
}

Result<std::vector<ColumnView>> view_columns(const BoundColumns& bound, const ArrowArray& batch) {
  if (auto sound = check_batch_array(batch, bound.n_columns); !sound) return sound.diagnostics();
  Diagnostics problems;
  std::vector<ColumnView> views;
  for (const BoundColumn& column : bound.columns) {
    const auto view = view_column(column.shape, *batch.children[column.place], batch.offset, batch.length, column.name);
    append(problems, view.diagnostics());
    if (view) views.push_back(*view);
  }
  if (!problems.empty()) return problems;
  return views;
}

}  // namespace tepei::batch
