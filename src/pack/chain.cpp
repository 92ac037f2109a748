#include "pack/chain.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "pack/file.hpp"
#include "pack/format.hpp"
#include "pack/merge.hpp"
#include "pack/parse.hpp"

namespace tepei::pack {

namespace {

namespace fs = std::filesystem;

struct Base {
  Origin origin;
  std::string text;
};

class ChainReader {
 public:
  ChainReader(const Surroundings& around, Tree& tree, Reader& reader, Problems& problems, Chain& chain)
      : around_(around), tree_(tree), reader_(reader), problems_(problems), chain_(chain) {}

  bool run(std::string_view json) {
    Origin origin = around_.origin;
    chain_.views.push_back(json);
    seen_.push_back(origin.file ? identity(*origin.file) : std::string());
    while (take_in(chain_.views.back(), origin.name)) {
      const auto extends = tree_.member(roots_.back(), "extends");
      if (!extends) return merge_all();
      auto base = find(*extends, origin);
      if (!base) return false;
      origin = std::move(base->origin);
      chain_.views.emplace_back(chain_.texts.emplace_back(std::move(base->text)));
    }
    return false;
  }

 private:
  // What is the same for two paths to one file, and for no id.
  static std::string identity(const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(path, error);
    return "file " + (error ? path : whole).string();
  }

  bool take_in(std::string_view json, const std::string& name) {
    Problems own(around_.limits.max_problems);
    auto parsed = parse(json, around_.limits, own);
    for (Diagnostic& problem : std::move(own).take()) {
      problem.file = name;
      problems_.add(std::move(problem));
    }
    if (!parsed) return false;
    const NodeId root = tree_.take_in(*std::move(parsed), name);
    roots_.push_back(root);
    if (tree_.at(root).kind == NodeKind::object) return has_known_format(reader_, root);
    reader_.refuse(root, "pack.json.not_an_object",
                   "a pack is a JSON object, not " + std::string(to_string(tree_.at(root).kind)));
    return false;
  }

  bool merge_all() {
    for (std::size_t i = roots_.size() - 1; i > 0; --i) {
      merge(tree_, roots_[i - 1], roots_[i], tree_.files[i], reader_);
    }
    return true;
  }

  std::optional<Base> find(NodeId extends, const Origin& from) {
    if (!reader_.is(extends, NodeKind::string, "the id or the file of a pack")) return std::nullopt;
    if (roots_.size() > around_.limits.max_bases) {
      reader_.refuse(extends, "pack.extends.too_many",
                     "a pack stands on at most " + std::to_string(around_.limits.max_bases) + " others");
      return std::nullopt;
    }
    const std::string& wanted = tree_.at(extends).text;
    const std::string_view ending = ".json";
    const bool is_file =
        wanted.size() > ending.size() && wanted.compare(wanted.size() - ending.size(), std::string::npos, ending) == 0;
    return is_file ? find_file(extends, wanted, from) : find_by_id(extends, wanted);
  }

  bool is_new(NodeId extends, std::string identity) {
    if (std::find(seen_.begin(), seen_.end(), identity) == seen_.end()) {
      seen_.push_back(std::move(identity));
      return true;
    }
    reader_.refuse(extends, "pack.extends.cycle",
                   tepei::quoted(tree_.at(extends).text) + " stands on this pack itself: they extend each other");
    return false;
  }

  std::optional<Base> find_by_id(NodeId extends, const std::string& id) {
    if (!is_new(extends, "id " + id)) return std::nullopt;
    if (around_.bases.text) {
      if (auto text = around_.bases.text(id)) return Base{{id, {}}, *std::move(text)};
    }
    std::string help = tepei::suggest(id, around_.bases.ids);
    if (id.find('/') != std::string::npos) help = "the name of a pack's file ends with `.json`";
    reader_.refuse(extends, "pack.extends.unknown", "there is no pack " + tepei::quoted(id) + " to extend",
                   std::move(help));
    return std::nullopt;
  }

  std::optional<Base> find_file(NodeId extends, const std::string& wanted, const Origin& from) {
    const fs::path relative(wanted);
    if (!from.file) {
      reader_.refuse(extends, "pack.extends.no_folder",
                     "this pack was not read from a file, and cannot extend the file " + tepei::quoted(wanted),
                     "save it beside that file and load it from there, or extend a pack by its id");
      return std::nullopt;
    }
    if (relative.is_absolute() || wanted.find('\0') != std::string::npos) {
      reader_.refuse(extends, "pack.extends.not_relative", tepei::quoted(wanted) + " is not a path from this folder",
                     "give the path from the folder of this pack, as in `../base.json`");
      return std::nullopt;
    }
    const fs::path path = (from.file->parent_path() / relative).lexically_normal();
    if (!is_new(extends, identity(path))) return std::nullopt;
    return read(extends, path);
  }

  // A device or a pipe may never end; only plain files are opened.
  std::optional<Base> read(NodeId extends, const fs::path& path) {
    std::error_code error;
    const bool odd = fs::exists(path, error) && !fs::is_directory(path, error) && !fs::is_regular_file(path, error);
    auto text =
        odd ? Result<std::string>(Diagnostic{"pack.file.unreadable", "the file " + tepei::quoted(path.string()) +
                                                                         " cannot be read: it is no plain file"})
            : read_file(path, around_.limits.max_bytes);
    if (text) return Base{{path.string(), path}, *std::move(text)};
    Diagnostic problem = text.diagnostics().front();
    reader_.refuse(extends, std::move(problem.code), std::move(problem.message), std::move(problem.help));
    return std::nullopt;
  }

  const Surroundings& around_;
  Tree& tree_;
  Reader& reader_;
  Problems& problems_;
  Chain& chain_;
  std::vector<NodeId> roots_;      // of the packs, each that the one before extends
  std::vector<std::string> seen_;  // what would close a circle
};

}  // namespace

bool read_chain(std::string_view json, const Surroundings& around, Tree& tree, Reader& reader, Problems& problems,
                Chain& chain) {
  return ChainReader(around, tree, reader, problems, chain).run(json);
}

}  // namespace tepei::pack
