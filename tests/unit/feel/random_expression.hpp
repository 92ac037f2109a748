// Random well-typed expressions, as text, over the names of a `World`.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace tepei::feel {

class RandomExpression {
 public:
  explicit RandomExpression(std::uint64_t seed) : random_(seed) {}

  // Any type.
  std::string any(int depth);
  std::string boolean(int depth);
  std::string number(int depth);
  std::string date(int depth);
  std::string text(int depth);
  std::string list(int depth);  // of numbers
  std::string member();         // of education

  // Conditions over booleans and enumerations alone, from connectives and conditions that no completion settles alone;
  // with `names` each read at most once and taken from it.
  std::string plain(int depth);
  std::string read_once(int depth, std::vector<std::string>& names);

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }
  const std::string& one_of(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }

 private:
  std::string comparison(int depth);
  std::string membership(int depth);
  std::string quantifier(int depth);
  std::string boolean_call(int depth);
  std::string number_call(int depth);
  std::string list_call(int depth);
  std::string conditional(const std::string& yes, const std::string& no, int depth);
  std::string plain_atom(const std::string& name);
  std::string local();

  std::mt19937_64 random_;
  std::vector<std::string> number_locals_;
};

}  // namespace tepei::feel
