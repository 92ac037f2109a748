// Objects read by a table of their keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "pack/reader.hpp"

namespace tepei::pack {

enum class Presence : std::uint8_t { required, optional };

// Whether other parts of the pack build on a field. Where a field that bears nothing is wrong, the policy is compiled
// all the same, so that its problems are told in the same go.
enum class Bearing : std::uint8_t { bears, aside };

// One key of an object that becomes an `Owner`.
template <typename Owner>
struct Field {
  std::string_view key;
  Presence presence{};
  Bearing bearing{};
  void (*read)(Reader& reader, NodeId value, Owner& owner) = nullptr;
};

// The reader of a field that is a member of its owner: `into<&Instrument::title, read_text>`.
template <auto Member, auto Read, typename Owner>
void into(Reader& reader, NodeId value, Owner& owner) {
  Read(reader, value, owner.*Member);
}

// The reader of a field that is checked but not kept.
template <auto Read, typename Owner>
void checked(Reader& reader, NodeId value, Owner& /*owner*/) {
  Read(reader, value);
}

// Refuses every member of `object` whose key is not `known`, with the nearest that is.
void refuse_unknown_keys(Reader& reader, NodeId object, const std::vector<std::string>& known);

template <typename Owner, std::size_t Count>
void read_fields(Reader& reader, NodeId object, const Field<Owner> (&fields)[Count], Owner& owner) {
  if (!reader.is(object, NodeKind::object, "an object")) return;
  for (const Field<Owner>& field : fields) {
    const bool sound = reader.sound();
    const auto value = reader.tree().member(object, field.key);
    if (value) {
      field.read(reader, *value, owner);
    } else if (field.presence == Presence::required) {
      reader.refuse_lack(object, field.key);
    }
    if (field.bearing == Bearing::aside) reader.set_sound(sound);
  }
  std::vector<std::string> known;
  for (const Field<Owner>& field : fields) known.emplace_back(field.key);
  refuse_unknown_keys(reader, object, known);
}

// An array, item by item; an item that is refused still takes its place.
template <typename Item, void (*Read)(Reader&, NodeId, Item&)>
void read_list(Reader& reader, NodeId array, std::vector<Item>& items) {
  if (!reader.is(array, NodeKind::array, "an array")) return;
  for (const NodeId id : reader.at(array).items) Read(reader, id, items.emplace_back());
}

}  // namespace tepei::pack
