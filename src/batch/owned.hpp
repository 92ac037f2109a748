// An Arrow structure that is released exactly once.
#pragma once

namespace tepei::batch {

// Owns an ArrowSchema, ArrowArray or ArrowArrayStream.
template <typename Struct>
class Owned {
 public:
  Owned() = default;
  // Takes over what `source` holds and marks it as moved from.
  explicit Owned(Struct* source) : held_(*source) { source->release = nullptr; }
  Owned(Owned&& other) noexcept : held_(other.held_) { other.held_.release = nullptr; }
  Owned& operator=(Owned&& other) noexcept {
    if (this != &other) {
      reset();
      held_ = other.held_;
      other.held_.release = nullptr;
    }
    return *this;
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { reset(); }

  bool holds() const noexcept { return held_.release != nullptr; }
  Struct* address() noexcept { return &held_; }
  const Struct& operator*() const noexcept { return held_; }
  const Struct* operator->() const noexcept { return &held_; }

  void reset() noexcept {
    if (held_.release != nullptr) held_.release(&held_);
    held_.release = nullptr;
  }
  // Gives it to `target`, who releases it from now on.
  void move_to(Struct* target) noexcept {
    *target = held_;
    held_.release = nullptr;
  }

 private:
  Struct held_{};
};

}  // namespace tepei::batch
