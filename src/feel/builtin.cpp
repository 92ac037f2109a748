#include "feel/builtin.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "feel/builtins/family.hpp"

namespace tepei::feel {
namespace {

// Made once, then only read.
struct Library {
  std::vector<Builtin> all;
  std::vector<std::string> names;
  std::map<std::string, std::vector<const Builtin*>, std::less<>> by_name;

  Library() {
    for (Family (*family)() : {conversion_builtins, boolean_builtins, numeric_builtins, string_builtins, list_builtins,
                               list_edit_builtins, context_builtins, date_builtins, range_builtins}) {
      Family made = family();
      std::move(made.begin(), made.end(), std::back_inserter(all));
    }
    for (const Builtin& builtin : all) by_name[builtin.name].push_back(&builtin);
    for (const auto& entry : by_name) names.push_back(entry.first);
  }
};

const Library& library() {
  static const Library made;
  return made;
}

}  // namespace

std::vector<const Builtin*> builtins_named(std::string_view name) {
  const auto& by_name = library().by_name;
  const auto found = by_name.find(name);
  return found == by_name.end() ? std::vector<const Builtin*>{} : found->second;
}

const std::vector<std::string>& builtin_names() {
  return library().names;
}

std::string_view absent_builtin_help(std::string_view name) {
  if (name == "now" || name == "today") {
    return "a decision must not depend on the clock; name the day among the facts, such as `as_of`";
  }
  return {};
}

std::optional<std::int64_t> whole_number(const Value& value) {
  const Decimal* number = value.get_if<Decimal>();
  return number == nullptr ? std::nullopt : number->to_int64();
}

Value wrong_kind(Caller& caller, std::string_view function, const Value& value, std::string_view expected) {
  return caller.null_because("feel.run.wrong_kind", "`" + std::string(function) + "` takes " + std::string(expected) +
                                                        ", not a " + std::string(kind_name(value)));
}

Value out_of_range(Caller& caller, std::string_view function, std::string_view what) {
  return caller.null_because("feel.run.out_of_range", "`" + std::string(function) + "`: " + std::string(what));
}

}  // namespace tepei::feel
