#include "feel/random_expression.hpp"

namespace tepei::feel {
namespace {

const std::vector<std::string> orders = {"<", "<=", ">", ">=", "=", "!="};
const std::vector<std::string> members = {"college", "bachelor", "master", "doctor"};

std::string quoted(const std::string& text) {
  return '"' + text + '"';
}

}  // namespace

std::string RandomExpression::any(int depth) {
  switch (below(8)) {
    case 0:
      return number(depth);
    case 1:
      return date(depth);
    case 2:
      return text(depth);
    case 3:
      return list(depth);
    case 4:
      return "{k: " + number(depth - 1) + ", m: " + boolean(depth - 1) + "}";
    default:
      return boolean(depth);
  }
}

std::string RandomExpression::member() {
  return below(2) == 0 ? "education" : "(if " + one_of({"a", "b", "x > 1"}) + " then education else education)";
}

std::string RandomExpression::comparison(int depth) {
  const std::string& order = one_of(orders);
  switch (below(6)) {
    case 0:
      return date(depth - 1) + " " + order + " " + date(depth - 1);
    case 1:
      return text(depth - 1) + " " + order + " " + text(depth - 1);
    case 2:
      return member() + " " + order + " " + quoted(one_of(members));
    case 3:
      return list(depth - 1) + one_of({" = ", " != "}) + list(depth - 1);
    case 4:
      return "(" + boolean(depth - 1) + ")" + one_of({" = ", " != "}) + "(" + boolean(depth - 1) + ")";
    default:
      return number(depth - 1) + " " + order + " " + number(depth - 1);
  }
}

std::string RandomExpression::membership(int depth) {
  const std::string n = number(depth - 1);
  switch (below(8)) {
    case 0:
      return n + " in (" + number(depth - 1) + ", " + number(depth - 1) + ")";
    case 1:
      return n + " in [" + number(depth - 1) + ".." + number(depth - 1) + one_of({"]", ")"});
    case 2:
      return n + " in (< " + number(depth - 1) + ", >= " + number(depth - 1) + ")";
    case 3:
      return n + " in " + list(depth - 1);
    case 4:
      return n + " in (null, (" + number(depth - 1) + "..3], -1)";
    case 5:
      return member() + " in (" + quoted(one_of(members)) + ", " + quoted(one_of(members)) + ")";
    case 6:
      return text(depth - 1) + " in (\"a\", " + text(depth - 1) + ")";
    default:
      return n + " between " + number(depth - 1) + " and " + number(depth - 1);
  }
}

std::string RandomExpression::local() {
  return "v" + std::to_string(number_locals_.size());
}

std::string RandomExpression::quantifier(int depth) {
  const std::string name = local();
  const std::string domain = list(depth - 1);
  number_locals_.push_back(name);
  const std::string condition = boolean(depth - 1);
  number_locals_.pop_back();
  return "(" + one_of({"some ", "every "}) + name + " in " + domain + " satisfies " + condition + ")";
}

std::string RandomExpression::boolean_call(int depth) {
  switch (below(7)) {
    case 0:
      return "list contains(" + list(depth - 1) + ", " + number(depth - 1) + ")";
    case 1:
      return one_of({"starts with(", "ends with(", "contains("}) + text(depth - 1) + ", " + text(depth - 1) + ")";
    case 2:
      return one_of({"all(", "any("}) + "[" + boolean(depth - 1) + ", " + boolean(depth - 1) + "])";
    case 3:
      return number(depth - 1) + one_of({" instance of number", " instance of string"});
    case 4:
      return list(depth - 1) + " instance of list<number>";
    case 5:
      return "before(" + number(depth - 1) + ", [" + number(depth - 1) + ".." + number(depth - 1) + "])";
    default:
      return "{k: " + boolean(depth - 1) + "}.k";
  }
}

std::string RandomExpression::conditional(const std::string& yes, const std::string& no, int depth) {
  return "(if " + boolean(depth - 1) + " then " + yes + " else " + no + ")";
}

std::string RandomExpression::boolean(int depth) {
  if (depth <= 0) return one_of({"a", "b", "c", "a", "b", "c", "true", "false", "null"});
  switch (below(10)) {
    case 0:
      return "(" + boolean(depth - 1) + " and " + boolean(depth - 1) + ")";
    case 1:
      return "(" + boolean(depth - 1) + " or " + boolean(depth - 1) + " or " + boolean(depth - 1) + ")";
    case 2:
      return "not(" + boolean(depth - 1) + ")";
    case 3:
      return membership(depth);
    case 4:
      return quantifier(depth);
    case 5:
      return boolean_call(depth);
    case 6:
      return conditional(boolean(depth - 1), boolean(depth - 1), depth);
    case 7:
      return boolean(0);
    default:
      return "(" + comparison(depth) + ")";
  }
}

std::string RandomExpression::number_call(int depth) {
  switch (below(9)) {
    case 0:
      return one_of({"sum(", "min(", "max(", "count(", "mean("}) + list(depth - 1) + ")";
    case 1:
      return one_of({"min(", "max(", "sum("}) + number(depth - 1) + ", " + number(depth - 1) + ")";
    case 2:
      return "abs(" + number(depth - 1) + ")";
    case 3:
      return "floor(" + number(depth - 1) + ")";
    case 4:
      return "full years(" + date(depth - 1) + ", " + date(depth - 1) + ")";
    case 5:
      return "string length(" + text(depth - 1) + ")";
    case 6:
      return date(depth - 1) + one_of({".year", ".month", ".day"});
    case 7:
      return "(function(p, q) p + q * " + number(depth - 1) + ")(" + number(depth - 1) + ", " + number(depth - 1) + ")";
    default:
      // In parentheses, since `[1..a[2]]` reads as the range `[1..a[`.
      return "(" + list(depth - 1) + "[" + number(depth - 1) + "])";
  }
}

std::string RandomExpression::number(int depth) {
  if (depth <= 0) {
    if (!number_locals_.empty() && below(3) == 0) return one_of(number_locals_);
    return one_of({"x", "y", "z", "0", "1", "2", "-1", "1.5", "derived", "null"});
  }
  switch (below(8)) {
    case 0:
      return "(" + number(depth - 1) + one_of({" + ", " - ", " * ", " / "}) + number(depth - 1) + ")";
    case 1:
      return "(" + number(depth - 1) + " ** " + one_of({"2", "-1", "x"}) + ")";
    case 2:
      return "(-" + number(depth - 1) + ")";
    case 3:
      return conditional(number(depth - 1), number(depth - 1), depth);
    case 4:
      return number_call(depth);
    case 5:
      return "{k: " + number(depth - 1) + ", m: k + 1}." + one_of({"k", "m"});
    default:
      return number(0);
  }
}

std::string RandomExpression::date(int depth) {
  if (depth <= 0) return one_of({"born", "as of", "date(\"2000-02-29\")", "@\"2025-03-21\""});
  switch (below(5)) {
    case 0:
      return "(" + date(depth - 1) + one_of({" + ", " - "}) +
             one_of({"@\"P1Y\"", "@\"P45Y\"", "@\"P1M\"", "@\"P3DT5H\""}) + ")";
    case 1:
      return conditional(date(depth - 1), date(depth - 1), depth);
    case 2:
      return one_of({"min(", "max("}) + date(depth - 1) + ", " + date(depth - 1) + ")";
    default:
      return date(0);
  }
}

std::string RandomExpression::text(int depth) {
  if (depth <= 0) return one_of({"s", "t", "\"\"", "\"a\"", "\"ab\"", "\"特培\""});
  switch (below(5)) {
    case 0:
      return "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
    case 1:
      return "substring(" + text(depth - 1) + ", " + number(depth - 1) + ")";
    case 2:
      return conditional(text(depth - 1), text(depth - 1), depth);
    case 3:
      return one_of({"upper case(", "string join([\"a\", s], "}) + text(depth - 1) + ")";
    default:
      return text(0);
  }
}

std::string RandomExpression::list_call(int depth) {
  switch (below(6)) {
    case 0:
      return "append(" + list(depth - 1) + ", " + number(depth - 1) + ")";
    case 1:
      return "concatenate(" + list(depth - 1) + ", " + list(depth - 1) + ")";
    case 2:
      return "reverse(" + list(depth - 1) + ")";
    case 3:
      return "distinct values(" + list(depth - 1) + ")";
    case 4:
      return "sort(" + list(depth - 1) + ", function(l, r) l " + one_of({"<", ">"}) + " r)";
    default:
      return "sublist(" + list(depth - 1) + ", " + number(depth - 1) + ")";
  }
}

std::string RandomExpression::list(int depth) {
  if (depth <= 0) return one_of({"numbers", "[]", "[1, 2, 3]", "[x, 2]", "[y]", "[1, null]"});
  const std::string name = local();
  switch (below(8)) {
    case 0:
      return "[" + number(depth - 1) + ", " + number(depth - 1) + "]";
    case 1: {
      const std::string domain = below(3) == 0 ? one_of({"1..3", "3..1", "x..y", "[1..2]"}) : list(depth - 1);
      number_locals_.push_back(name);
      const std::string second = below(3) == 0 ? ", w" + name + " in " + list(depth - 1) : "";
      const std::string body = number(depth - 1) + (second.empty() || below(2) == 0 ? "" : " + w" + name);
      number_locals_.pop_back();
      return "(for " + name + " in " + domain + second + " return " + body + ")";
    }
    case 2: {
      const std::string domain = list(depth - 1);
      number_locals_.push_back("item");
      const std::string condition = boolean(depth - 1);
      number_locals_.pop_back();
      return domain + "[" + condition + "]";
    }
    case 3:
      return conditional(list(depth - 1), list(depth - 1), depth);
    case 4:
    case 5:
      return list_call(depth);
    case 6:
      return "[{k: " + number(depth - 1) + "}, {k: 1}].k";
    default:
      return list(0);
  }
}

std::string RandomExpression::plain_atom(const std::string& name) {
  if (name == "education") {
    switch (below(4)) {
      case 0:
        return "education >= " + one_of({"\"bachelor\"", "\"master\"", "\"doctor\""});
      case 1:
        return "education in (\"college\", \"doctor\")";
      case 2:
        return "education < \"doctor\"";
      default:
        return "education != " + quoted(one_of(members));
    }
  }
  if (name == "sex") return below(2) == 0 ? "sex = \"male\"" : "sex != \"female\"";
  return below(4) == 0 ? "(" + name + " = false)" : name;
}

std::string RandomExpression::plain(int depth) {
  if (depth <= 0) return plain_atom(one_of({"a", "b", "c", "education", "sex"}));
  switch (below(5)) {
    case 0:
      return "(" + plain(depth - 1) + " and " + plain(depth - 1) + ")";
    case 1:
      return "(" + plain(depth - 1) + " or " + plain(depth - 1) + ")";
    case 2:
      return "not(" + plain(depth - 1) + ")";
    case 3:
      return "(if " + plain(depth - 1) + " then " + plain(depth - 1) + " else " + plain(depth - 1) + ")";
    default:
      return plain(0);
  }
}

std::string RandomExpression::read_once(int depth, std::vector<std::string>& names) {
  if (names.empty()) return one_of({"true", "false"});
  if (depth <= 0) {
    const std::size_t place = below(names.size());
    const std::string name = names[place];
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(place));
    return plain_atom(name);
  }
  const std::string first = read_once(depth - 1, names);
  switch (below(5)) {
    case 0:
      return "(" + first + " and " + read_once(depth - 1, names) + ")";
    case 1:
      return "(" + first + " or " + read_once(depth - 1, names) + ")";
    case 2:
      return "not(" + first + ")";
    case 3: {
      const std::string second = read_once(depth - 1, names);
      return "(if " + first + " then " + second + " else " + read_once(depth - 1, names) + ")";
    }
    default:
      return first;
  }
}

}  // namespace tepei::feel
