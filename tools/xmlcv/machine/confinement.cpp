#include "machine/confinement.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "machine/descriptor.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// linux/landlock.h of Debian 12 (Linux 6.1) lacks what came later.
struct Ruleset {
  std::uint64_t files;
  std::uint64_t network;
};
constexpr std::uint64_t truncate = 1U << 14U;       // since version 3
constexpr std::uint64_t bind_or_connect = 1U | 2U;  // since version 4

constexpr std::uint64_t read_file = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t read_any = read_file | LANDLOCK_ACCESS_FS_READ_DIR;
// All of version 1: from executing a file, bit 0, to making a symbolic link, bit 12.
constexpr std::uint64_t all = (1U << 13U) - 1;

void allow(const Descriptor& ruleset, const fs::path& path, std::uint64_t of_folder,
           std::uint64_t of_file) {
  const Descriptor place(::open(path.c_str(), O_PATH | O_CLOEXEC));
  if (place.number() < 0) return;
  std::error_code error;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = fs::is_directory(path, error) ? of_folder : of_file;
  rule.parent_fd = place.number();
  ::syscall(SYS_landlock_add_rule, ruleset.number(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

}  // namespace

bool confine(const Confinement& confinement) {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  const std::uint64_t handled = version < 3 ? all : all | truncate;
  const std::uint64_t write_file = read_file | LANDLOCK_ACCESS_FS_WRITE_FILE | (handled & truncate);
  const Ruleset attributes{handled, bind_or_connect};
  const std::size_t size = version < 4 ? sizeof attributes.files : sizeof attributes;
  const Descriptor ruleset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0)));
  if (ruleset.number() < 0) return false;
  for (const auto& path : confinement.readable) allow(ruleset, path, read_any, read_file);
  for (const auto& path : confinement.writable) allow(ruleset, path, handled, write_file);
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::syscall(SYS_landlock_restrict_self, ruleset.number(), 0) == 0;
}

}  // namespace xmlcv
