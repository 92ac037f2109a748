/// A value or the diagnostics that say why there is none.
#pragma once

#include <stdexcept>
#include <utility>
#include <variant>

#include "tepei/value/diagnostic.hpp"

namespace tepei {

/// The one exception of the C++ convenience face, thrown by `Result::value()` alone.
class Error : public std::runtime_error {
 public:
  /// `diagnostics` holds at least one error; `what()` is all of them rendered.
  explicit Error(Diagnostics diagnostics);

  /// Everything that was found wrong.
  const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

  /// The first error; its code, message, help and path are those of the whole.
  const Diagnostic& first() const noexcept;

 private:
  struct Checked {};
  Error(Diagnostics diagnostics, Checked);

  Diagnostics diagnostics_;
};

/// Throws `Error`; kept out of line so that headers stay small.
[[noreturn]] void throw_error(Diagnostics diagnostics);

/// Either a `T` or at least one diagnostic. Errors are values inside the library; whoever likes exceptions
/// calls `value()`.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}                                  // NOLINT(google-explicit-constructor)
  Result(Diagnostic diagnostic) : state_(Diagnostics{std::move(diagnostic)}) {}  // NOLINT(google-explicit-constructor)
  Result(Diagnostics diagnostics) : state_(std::move(diagnostics)) {}            // NOLINT(google-explicit-constructor)

  /// Whether there is a value.
  bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  /// The value; throws `Error` with all diagnostics where there is none.
  const T& value() const& {
    if (!ok()) throw_error(std::get<1>(state_));
    return std::get<0>(state_);
  }
  T&& value() && {
    if (!ok()) throw_error(std::get<1>(std::move(state_)));
    return std::get<0>(std::move(state_));
  }

  /// The value of a result that is known to be `ok()`; undefined otherwise.
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T& operator*() & { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }

  /// The diagnostics of a failed result; empty for one that is `ok()`.
  Diagnostics diagnostics() const { return ok() ? Diagnostics{} : std::get<1>(state_); }

 private:
  std::variant<T, Diagnostics> state_;
};

/// A result that carries no value: done, or the reasons why not.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Diagnostic diagnostic) : diagnostics_{std::move(diagnostic)} {}     // NOLINT(google-explicit-constructor)
  Result(Diagnostics diagnostics) : diagnostics_(std::move(diagnostics)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const noexcept { return diagnostics_.empty(); }
  explicit operator bool() const noexcept { return ok(); }
  /// Throws `Error` where there are diagnostics.
  void value() const {
    if (!ok()) throw_error(diagnostics_);
  }
  const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

}  // namespace tepei
