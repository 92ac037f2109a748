#include "arrow_share.hpp"

#include <cerrno>
#include <utility>

namespace tepei::python {

namespace {

template <typename Node>
std::shared_ptr<Node> take(Node* node) {
  auto owned = std::shared_ptr<Node>(new Node(*node), [](Node* held) {
    if (held->release != nullptr) held->release(held);
    delete held;
  });
  node->release = nullptr;
  return owned;
}

// A consumer may move a child out of its parent, so each view has nodes of its own; all of them hold the owner.
template <typename Node>
struct View {
  std::shared_ptr<Node> owner;
  std::vector<Node> children;
  std::vector<Node*> pointers;
  Node dictionary{};
};

template <typename Node>
void release_view(Node* node) {
  auto* view = static_cast<View<Node>*>(node->private_data);
  for (Node& child : view->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (view->dictionary.release != nullptr) view->dictionary.release(&view->dictionary);
  node->release = nullptr;
  delete view;
}

template <typename Node>
void give_view(const std::shared_ptr<Node>& owner, const Node& source, Node* out) {
  auto view = std::make_unique<View<Node>>();
  view->owner = owner;
  view->children.resize(static_cast<std::size_t>(source.n_children));
  *out = source;
  for (std::size_t i = 0; i < view->children.size(); ++i) {
    give_view(owner, *source.children[i], &view->children[i]);
    view->pointers.push_back(&view->children[i]);
  }
  out->children = view->pointers.data();
  if (source.dictionary != nullptr) {
    give_view(owner, *source.dictionary, &view->dictionary);
    out->dictionary = &view->dictionary;
  }
  out->release = &release_view<Node>;
  out->private_data = view.release();
}

struct Chunks {
  SharedSchema schema;
  std::vector<SharedArray> arrays;
  std::size_t next = 0;
};

// Nothing here can fail but for memory, which the C interface reports as an errno.
template <typename Call>
int guarded(Call call) {
  try {
    call();
    return 0;
  } catch (...) {
    return ENOMEM;
  }
}

}  // namespace

SharedSchema::SharedSchema(ArrowSchema* schema) : schema_(take(schema)) {}

void SharedSchema::give(ArrowSchema* out) const {
  give_view(schema_, *schema_, out);
}

SharedArray::SharedArray(ArrowArray* array) : array_(take(array)) {}

void SharedArray::give(ArrowArray* out) const {
  give_view(array_, *array_, out);
}

void give_stream(SharedSchema schema, std::vector<SharedArray> chunks, ArrowArrayStream* out) {
  auto state = std::make_unique<Chunks>(Chunks{std::move(schema), std::move(chunks), 0});
  out->get_schema = [](ArrowArrayStream* self, ArrowSchema* target) {
    return guarded([&] { static_cast<Chunks*>(self->private_data)->schema.give(target); });
  };
  out->get_next = [](ArrowArrayStream* self, ArrowArray* target) {
    return guarded([&] {
      auto* held = static_cast<Chunks*>(self->private_data);
      *target = ArrowArray{};
      if (held->next < held->arrays.size()) held->arrays[held->next++].give(target);
    });
  };
  out->get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  out->release = [](ArrowArrayStream* self) {
    delete static_cast<Chunks*>(self->private_data);
    self->release = nullptr;
  };
  out->private_data = state.release();
}

}  // namespace tepei::python
