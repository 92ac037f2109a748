/// Words shown to people, in both languages.
#pragma once

#include <string>

namespace tepei::policy {

/// A text in Chinese and in English; one of the two may be empty where only the other was given.
struct LocalText {
  std::string zh;
  std::string en;

  /// The text in a language, `zh` or `en`; the other one where it is empty.
  const std::string& in(bool chinese) const { return (chinese ? !zh.empty() : en.empty()) ? zh : en; }
};

}  // namespace tepei::policy
