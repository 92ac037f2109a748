// Calls: which signature takes the arguments, and in which order.
#include <algorithm>
#include <utility>

#include "feel/check_relations.hpp"
#include "feel/checker.hpp"

namespace tepei::feel {

namespace {

constexpr std::size_t most_signatures_listed = 4;

std::size_t required_count(const Builtin& builtin) {
  return static_cast<std::size_t>(std::count_if(builtin.parameters.begin(), builtin.parameters.end(),
                                                [](const Parameter& parameter) { return !parameter.optional; }));
}

const Parameter& parameter_at(const Builtin& builtin, std::size_t place) {
  return builtin.parameters[std::min(place, builtin.parameters.size() - 1)];
}

// `substring(string, start position, length?)`
std::string signature_text(const Builtin& builtin) {
  std::string text;
  for (const Parameter& parameter : builtin.parameters) {
    text += (text.empty() ? "" : ", ") + parameter.name + (parameter.optional ? "?" : "");
  }
  return builtin.name + "(" + text + (builtin.variadic ? ", …" : "") + ")";
}

std::string either(const std::vector<std::string>& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) text += i + 1 == choices.size() ? " or " : ", ";
    text += choices[i];
  }
  return text;
}

std::string counted(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " argument" : " arguments");
}

}  // namespace

// How the arguments of a call meet one signature.
struct Checker::Fit {
  enum class Problem { none, type, missing, count, name };

  const Builtin* builtin = nullptr;
  Problem problem = Problem::none;
  std::size_t guilty = 0;               // the argument with the problem, in the order written
  std::vector<NodeId> arguments;        // in the order of the parameters; no_node where one is left out
  std::vector<std::size_t> parameters;  // of each argument in the order written
};

void Checker::check_call(NodeId id) {
  const NodeId callee = node(id).children.front();
  const bool builtin = node(callee).kind == NodeKind::name && node(callee).target == NameTarget::builtin;
  if (!builtin) return check_function_call(id);
  if (node(callee).text == "not" && node(id).children.size() == 2) return check_negation(id);
  check_builtin_call(id);
}

void Checker::check_negation(NodeId id) {
  const NodeId operand = node(id).children[1];
  require_boolean(operand, "`not`");
  node(id).kind = NodeKind::negation;
  node(id).children = {operand};
  node(id).names.clear();
  node(id).type = TypeKind::boolean;
}

void Checker::check_function_call(NodeId id) {
  const NodeId callee = node(id).children.front();
  const Type function = type(callee);
  if (function.is(TypeKind::any)) return;
  if (!function.is(TypeKind::function)) {
    report("feel.check.not_a_function", text(callee) + ", " + with_article(function) + ", cannot be called", "",
           node(callee).span);
    return;
  }
  node(id).type = function.element();
  const auto& parameters = function.parameters();
  const std::size_t given = node(id).children.size() - 1;
  if (parameters.empty() && node(callee).kind != NodeKind::function) return;  // nothing is known of them
  if (parameters.size() != given) {
    report("feel.check.argument_count",
           text(callee) + " takes " + counted(parameters.size()) + ", not " + std::to_string(given), "", node(id).span);
    return;
  }
  if (!node(id).names.empty()) return;  // matched when it runs
  for (std::size_t i = 0; i < given; ++i) {
    const NodeId argument = node(id).children[i + 1];
    if (const auto enumeration = enumeration_within(parameters[i])) make_members(argument, *enumeration);
    if (fits_parameter(type(argument), parameters[i])) continue;
    report("feel.check.argument_type",
           text(callee) + " takes " + with_article(parameters[i]) + ", but " + text(argument) + " is " +
               with_article(type(argument)),
           "", node(argument).span);
  }
}

void Checker::check_builtin_call(NodeId id) {
  std::vector<Fit> fits;
  for (const Builtin* builtin : builtins_named(node(node(id).children.front()).text)) fits.push_back(fit(id, *builtin));
  const auto first =
      std::find_if(fits.begin(), fits.end(), [](const Fit& fit) { return fit.problem == Fit::Problem::none; });
  if (first == fits.end()) return report_misfit(id, fits);
  Type result = first->builtin->result;
  for (const Fit& other : fits) {
    if (other.problem == Fit::Problem::none) result = join(result, other.builtin->result);
  }
  unify_arguments(id, *first);
  apply(id, *first);
  const std::string& name = node(node(id).children.front()).text;
  node(id).type = name == "min" || name == "max" ? extreme_type(id) : std::move(result);
}

// The least or greatest of numbers is a number, of dates a date; of values of several kinds there is none.
Type Checker::extreme_type(NodeId call) const {
  const std::vector<NodeId>& children = node(call).children;
  Type joined = item_of(type(children[1]));
  for (std::size_t i = 2; i < children.size(); ++i) joined = join(joined, item_of(type(children[i])));
  switch (joined.kind()) {
    case TypeKind::number:
    case TypeKind::date:
    case TypeKind::days_and_time_duration:
    case TypeKind::years_and_months_duration:
      return joined;
    default:
      return {};
  }
}

Checker::Fit Checker::fit(NodeId call, const Builtin& builtin) const {
  Fit result;
  result.builtin = &builtin;
  const auto& children = node(call).children;
  const auto& names = node(call).names;
  const auto fail = [&result](Fit::Problem problem, std::size_t guilty) {
    result.problem = problem;
    result.guilty = guilty;
    return result;
  };
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    std::size_t place = i;
    if (!names.empty()) {
      const auto found = std::find_if(builtin.parameters.begin(), builtin.parameters.end(),
                                      [&](const Parameter& parameter) { return parameter.name == names[i]; });
      if (found == builtin.parameters.end()) return fail(Fit::Problem::name, i);
      place = static_cast<std::size_t>(found - builtin.parameters.begin());
    } else if (builtin.parameters.empty() || (!builtin.variadic && i >= builtin.parameters.size())) {
      return fail(Fit::Problem::count, i);
    }
    if (result.arguments.size() <= place) result.arguments.resize(place + 1, no_node);
    if (result.arguments[place] != no_node) return fail(Fit::Problem::name, i);
    result.arguments[place] = children[i + 1];
    result.parameters.push_back(place);
  }
  result.arguments.resize(std::max(result.arguments.size(), required_count(builtin)), no_node);
  for (std::size_t place = 0; place < result.arguments.size(); ++place) {
    const bool left_out = result.arguments[place] == no_node;
    if (left_out && !parameter_at(builtin, place).optional)
      return fail(names.empty() ? Fit::Problem::count : Fit::Problem::missing, place);
  }
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    if (!fits_parameter(type(children[i + 1]), parameter_at(builtin, result.parameters[i]).type))
      return fail(Fit::Problem::type, i);
  }
  return result;
}

// The arguments in the order of the parameters, null for those left out.
void Checker::apply(NodeId call, const Fit& fit) {
  std::vector<NodeId> children{node(call).children.front()};
  for (const NodeId argument : fit.arguments) {
    if (argument != no_node) {
      children.push_back(argument);
      continue;
    }
    Node left_out;
    left_out.value = Null{};
    left_out.type = TypeKind::null_type;
    left_out.span = {node(call).span.end, node(call).span.end};
    children.push_back(add(std::move(left_out)));
  }
  node(call).children = std::move(children);
  node(call).names.clear();
}

// `list contains(degrees, "master")`: among arguments of any type, text literals mean members of the others'
// enumeration.
void Checker::unify_arguments(NodeId call, const Fit& fit) {
  const auto takes_any = [&](std::size_t i) {
    const Type& wanted = parameter_at(*fit.builtin, fit.parameters[i]).type;
    return item_of(wanted).is(TypeKind::any);
  };
  const std::vector<NodeId> children = node(call).children;
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    const auto enumeration = takes_any(i) ? enumeration_within(type(children[i + 1])) : std::nullopt;
    if (!enumeration) continue;
    for (std::size_t k = 0; k + 1 < children.size(); ++k) {
      if (k != i && takes_any(k)) make_members(children[k + 1], *enumeration);
    }
    return;
  }
}

// Of the signatures that come nearest, what is wrong.
void Checker::report_misfit(NodeId call, const std::vector<Fit>& fits) {
  const std::string name = node(node(call).children.front()).text;
  const auto nearest_fit =
      std::min_element(fits.begin(), fits.end(), [](const Fit& l, const Fit& r) { return l.problem < r.problem; });
  std::string signatures;
  for (std::size_t i = 0; i < std::min(fits.size(), most_signatures_listed); ++i) {
    const std::string text = "`" + signature_text(*fits[i].builtin) + "`";
    if (signatures.find(text) == std::string::npos) signatures += (i == 0 ? "" : " or ") + text;
  }
  switch (nearest_fit->problem) {
    case Fit::Problem::type:
      return report_argument_type(call, fits, nearest_fit->guilty);
    case Fit::Problem::missing:
      return report("feel.check.missing_argument",
                    "`" + name + "` needs " + quoted(nearest_fit->builtin->parameters[nearest_fit->guilty].name),
                    "it is " + signatures, node(call).span);
    case Fit::Problem::name:
      return report_argument_name(call, fits, nearest_fit->guilty, "it is " + signatures);
    default:
      return report("feel.check.argument_count",
                    "`" + name + "` does not take " + counted(node(call).children.size() - 1), "it is " + signatures,
                    node(call).span);
  }
}

void Checker::report_argument_name(NodeId call, const std::vector<Fit>& fits, std::size_t argument, std::string help) {
  const std::string function = "`" + node(node(call).children.front()).text + "`";
  const auto& names = node(call).names;
  const std::string& given = names[argument];
  std::vector<std::string> known;
  for (const Fit& fit : fits) {
    for (const Parameter& parameter : fit.builtin->parameters) known.push_back(parameter.name);
  }
  std::string message = function + " does not take these arguments together";
  if (std::find(known.begin(), known.end(), given) == known.end()) {
    message = function + " has no parameter " + quoted(given);
    help = suggest(given, known);
  } else if (std::count(names.begin(), names.end(), given) > 1) {
    message = function + " is given " + quoted(given) + " twice";
  }
  report("feel.check.unknown_argument", std::move(message), std::move(help), node(call).span);
}

void Checker::report_argument_type(NodeId call, const std::vector<Fit>& fits, std::size_t argument) {
  const NodeId guilty = node(call).children[argument + 1];
  std::vector<std::string> wanted;
  std::string parameter_name;
  for (const Fit& fit : fits) {
    if (fit.problem != Fit::Problem::type || fit.guilty != argument) continue;
    const Parameter& parameter = parameter_at(*fit.builtin, fit.parameters[argument]);
    parameter_name = parameter.name;
    std::string text = with_article(parameter.type);
    if (std::find(wanted.begin(), wanted.end(), text) == wanted.end()) wanted.push_back(std::move(text));
  }
  report("feel.check.argument_type",
         "`" + node(node(call).children.front()).text + "` takes " + either(wanted) + " as " + quoted(parameter_name) +
             ", but " + text(guilty) + " is " + with_article(type(guilty)),
         "", node(guilty).span);
}

}  // namespace tepei::feel
