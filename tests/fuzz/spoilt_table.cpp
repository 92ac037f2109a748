#include "fuzz/spoilt_table.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "fuzz/spoilt_buffers.hpp"

namespace tepei::fuzz {
namespace {

using batch::test::Model;

struct Format {
  std::string text;
  Cells cells;
};

// Formats that facts may have, with what lies in their buffers.
const std::vector<Format>& sound_formats() {
  static const std::vector<Format> all{{"n", {Shape::none, 0}},           {"b", {Shape::bits, 0}},
                                       {"c", {Shape::fixed, 1}},          {"C", {Shape::fixed, 1}},
                                       {"s", {Shape::fixed, 2}},          {"S", {Shape::fixed, 2}},
                                       {"i", {Shape::fixed, 4}},          {"I", {Shape::fixed, 4}},
                                       {"l", {Shape::fixed, 8}},          {"L", {Shape::fixed, 8}},
                                       {"e", {Shape::fixed, 2}},          {"f", {Shape::fixed, 4}},
                                       {"g", {Shape::fixed, 8}},          {"u", {Shape::offsets32, 4}},
                                       {"U", {Shape::offsets64, 8}},      {"vu", {Shape::views, 16}},
                                       {"tdD", {Shape::fixed, 4}},        {"tdm", {Shape::fixed, 8}},
                                       {"tss:", {Shape::fixed, 8}},       {"tsm:+08:00", {Shape::fixed, 8}},
                                       {"tsu:UTC", {Shape::fixed, 8}},    {"tsn:-0300", {Shape::fixed, 8}},
                                       {"tss:+23:59", {Shape::fixed, 8}}, {"tsn:Etc/GMT-8", {Shape::fixed, 8}},
                                       {"d:9,1,32", {Shape::fixed, 4}},   {"d:18,-3,64", {Shape::fixed, 8}},
                                       {"d:38,10", {Shape::fixed, 16}},   {"d:76,70,256", {Shape::fixed, 32}}};
  return all;
}

// Formats that no column of a fact may have; what their buffers hold is never read.
const std::vector<std::string>& refused_formats() {
  static const std::vector<std::string> all{"",
                                            "z",
                                            "Z",
                                            "vz",
                                            "w:3",
                                            "w:",
                                            "ttu",
                                            "tDs",
                                            "tiM",
                                            "+l",
                                            "+s",
                                            "+m",
                                            "+r",
                                            "+ud:0,1",
                                            "+vl",
                                            "d:",
                                            "d:0,0",
                                            "d:1",
                                            "d:9,",
                                            "d:9,1,",
                                            "d:9,1,33",
                                            "d:99999999999,1",
                                            "d:9,99999",
                                            "ts",
                                            "tss",
                                            "tsx:",
                                            "tss:Asia/Shanghai",
                                            "tss:+",
                                            "tss:+8",
                                            "tss:+24:00",
                                            "tss:+08:",
                                            "tss:Etc/GMT-15",
                                            "tss:\xFF\xFE",
                                            "x",
                                            "\xFF",
                                            "uu"};
  return all;
}

Format draw_format(ByteSource& source, const facts::FactDefinition* fact) {
  if (source.rarely()) return {source.of(refused_formats()), {Shape::none, 0}};
  static const std::vector<Format> dates(sound_formats().begin() + 16, sound_formats().begin() + 24);
  static const std::vector<Format> numbers(sound_formats().begin() + 2, sound_formats().begin() + 13);
  // Any format for any fact at times; mostly one that the fact takes, so that tables get beyond their schema.
  const std::size_t choice = source.below(8);
  if (choice == 0) return source.of(sound_formats());
  if (choice < 4 || fact == nullptr || fact->kind == facts::FactKind::text) return sound_formats()[13 + choice % 3];
  if (fact->kind == facts::FactKind::date) return source.of(dates);
  if (fact->kind == facts::FactKind::boolean && choice < 6) return sound_formats()[1];
  return choice == 7 ? sound_formats()[24 + source.below(4)] : source.of(numbers);
}

struct ColumnPlan {
  const facts::FactDefinition* fact = nullptr;
  std::string name;
  Format values;
  std::optional<Format> indexes;
};

ColumnPlan draw_column(ByteSource& source, const facts::FactSchema& facts) {
  ColumnPlan plan;
  const std::size_t slot = source.below(facts.size() + 2);
  if (slot < facts.size()) plan.fact = &facts.at(slot);
  plan.name = plan.fact == nullptr ? "remark" : source.below(2) == 0 ? plan.fact->id : plan.fact->label;
  plan.values = draw_format(source, plan.fact);
  if (source.below(3) == 0) {
    plan.indexes = sound_formats()[2 + source.below(8)];
    if (source.rarely()) plan.indexes = draw_format(source, plan.fact);
  }
  return plan;
}

Model schema_of(const ColumnPlan& plan) {
  Model model;
  model.name = plan.name;
  model.format = plan.indexes ? plan.indexes->text : plan.values.text;
  if (!plan.indexes) return model;
  model.dictionary = std::make_shared<Model>();
  model.dictionary->format = plan.values.text;
  return model;
}

// Counts that are sound, too short or too long, negative or beyond memory; never such that a correct reader would have
// to trust them for more cells than the buffers hold.
void draw_counts(ByteSource& source, Model& model, std::int64_t length) {
  model.length = length;
  model.offset = source.below(4) == 0 ? static_cast<std::int64_t>(source.below(20)) : 0;
  model.null_count = -1;
  if (source.rarely()) model.length = source.wrong_number();
  if (source.rarely()) model.offset = source.wrong_number();
  if (source.rarely()) model.null_count = source.wrong_number();
  const bool refused = model.length < 0 || model.offset < 0 || model.length > INT64_MAX / 64 - model.offset;
  if (refused) return;
  model.offset = std::min(model.offset, max_slots);
  model.length = std::min(model.length, max_slots - model.offset);
}

Model draw_array(ByteSource& source, const ColumnPlan& plan, std::int64_t length) {
  Model model;
  draw_counts(source, model, length);
  if (!plan.indexes) {
    draw_buffers(source, plan.values.cells, plan.fact, model);
    return model;
  }
  model.dictionary = std::make_shared<Model>();
  draw_counts(source, *model.dictionary, 1 + static_cast<std::int64_t>(source.below(12)));
  draw_buffers(source, plan.values.cells, plan.fact, *model.dictionary);
  draw_buffers(source, plan.indexes->cells, nullptr, model);
  if (!source.rarely()) bring_into(source, model, plan.indexes->cells, model.dictionary->length);
  return model;
}

// Rows and offset of a batch, where a bitmap over it may stand too.
void draw_batch_counts(ByteSource& source, Model& batch, std::int64_t rows) {
  draw_counts(source, batch, rows);
  if (batch.null_count != -1 && !source.rarely()) batch.null_count = 0;
  batch.buffers = {std::nullopt};
  const bool backed = batch.length >= 0 && batch.offset >= 0 && batch.length <= max_slots && batch.offset <= max_slots;
  if (backed && source.rarely()) batch.buffers[0] = draw_bitmap(source, batch.offset + batch.length);
}

Model draw_batch(ByteSource& source, const std::vector<ColumnPlan>& plans) {
  constexpr std::int64_t many[] = {255, 256, 257, 300, 1'000, 2'049};
  const std::int64_t rows = source.rarely() ? many[source.below(6)] : static_cast<std::int64_t>(source.below(20));
  Model batch;
  draw_batch_counts(source, batch, rows);
  const bool slice = batch.offset > 0 && batch.offset < max_slots;
  for (const ColumnPlan& plan : plans) {
    const std::int64_t length = rows + (slice ? batch.offset : 0);
    batch.children.push_back(draw_array(source, plan, std::min(length, max_slots)));
  }
  return batch;
}

}  // namespace

SpoiltTable draw_table(ByteSource& source, const facts::FactSchema& facts) {
  std::vector<ColumnPlan> plans;
  for (std::size_t i = source.below(7); i > 0; --i) plans.push_back(draw_column(source, facts));
  SpoiltTable table;
  table.schema.format = source.rarely() ? source.of(refused_formats()) : "+s";
  for (const ColumnPlan& plan : plans) table.schema.children.push_back(schema_of(plan));
  for (std::size_t i = source.below(4); i > 0; --i) table.batches.push_back(draw_batch(source, plans));
  return table;
}

}  // namespace tepei::fuzz
