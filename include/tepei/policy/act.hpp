/// What parties do in a programme's procedures: consent, review, approve, file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tepei::policy {

/// The kinds of acts the texts know.
enum class ActKind : std::uint8_t {
  consent,   ///< 同意
  review,    ///< 审核
  approve,   ///< 批准
  file,      ///< 备案: the party is told and keeps it on file
  confirm,   ///< 确认
  decide,    ///< 确定
  copy,      ///< 抄送: the party is sent a copy
  publicize  ///< 公示
};

std::string_view to_string(ActKind kind);
std::optional<ActKind> parse_act_kind(std::string_view text);

/// One act of one party. A list of acts stands in the order of the text, which has no legal meaning of its own.
struct Act {
  ActKind kind = ActKind::approve;
  std::string party;     ///< one of the parties of party.hpp
  bool written = false;  ///< whether the text asks for it in writing
  std::string clause;    ///< id of the clause it comes from; empty where that is the clause of the whole

  friend bool operator==(const Act& l, const Act& r) {
    return l.kind == r.kind && l.party == r.party && l.written == r.written && l.clause == r.clause;
  }
};

}  // namespace tepei::policy
