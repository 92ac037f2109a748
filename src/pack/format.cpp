#include "pack/format.hpp"

#include "tepei/value/decimal.hpp"

namespace tepei::pack {

namespace {

bool is_known(Reader& reader, NodeId id) {
  const auto format = Decimal::parse(reader.at(id).text);
  return format && *format == Decimal(1);
}

}  // namespace

void read_format(Reader& reader, NodeId id) {
  if (!reader.is(id, NodeKind::number, "the number 1") || is_known(reader, id)) return;
  reader.refuse(id, "pack.format.unsupported", "format " + tepei::quoted(reader.at(id).text) + " is not known here",
                "this version reads format 1");
}

bool has_known_format(Reader& reader, NodeId root) {
  const auto format = reader.tree().member(root, "format");
  if (!format || reader.at(*format).kind != NodeKind::number || is_known(reader, *format)) return true;
  read_format(reader, *format);
  return false;
}

}  // namespace tepei::pack
