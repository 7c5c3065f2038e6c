// SPDX-License-Identifier: MIT
#include "cli/process.hpp"

#include <fcntl.h>
#include <link.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>
#include <system_error>

namespace csapath::cli {
namespace {

/// Fills a closed descriptor with one that cannot be used the way its place asks for: reading from 0 and writing to 1
/// fail, as they would have without us. Messages to 2 are simply lost.
void fill(int descriptor, int flags) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) return;
    // The lowest free number is taken, and those below are filled by now.
    static_cast<void>(::open("/dev/null", flags));
}

std::string hexadecimal(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4u];
        text += digits[byte & 15u];
    }
    return text;
}

/// The note that ld leaves under --build-id, if this segment holds it.
std::string build_id_in(const unsigned char* notes, std::size_t size) {
    std::size_t at = 0;
    while (at + sizeof(ElfW(Nhdr)) <= size) {
        ElfW(Nhdr) head;
        std::memcpy(&head, notes + at, sizeof head);
        const std::size_t name = at + sizeof head;
        const std::size_t content = name + (head.n_namesz + 3u) / 4u * 4u;
        if (content + head.n_descsz > size) break;
        if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 && std::memcmp(notes + name, "GNU", 4) == 0)
            return hexadecimal({notes + content, head.n_descsz});
        at = content + (head.n_descsz + 3u) / 4u * 4u;
    }
    return {};
}

extern "C" int find_build_id(dl_phdr_info* loaded, std::size_t, void* into) {
    for (const ElfW(Phdr) & segment : std::span(loaded->dlpi_phdr, loaded->dlpi_phnum)) {
        if (segment.p_type != PT_NOTE) continue;
        // The loader tells addresses as numbers; there is no other way to them.
        const auto* notes = reinterpret_cast<const unsigned char*>(loaded->dlpi_addr + segment.p_vaddr);  // NOLINT
        std::string found = build_id_in(notes, segment.p_memsz);
        if (!found.empty()) *static_cast<std::string*>(into) = std::move(found);
    }
    return 1;  // the first object told is the program itself; the libraries do not matter
}

}  // namespace

void make_safe() {
    fill(0, O_WRONLY);
    fill(1, O_RDONLY);
    fill(2, O_WRONLY);
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__)  // its leak checker looks into the process from outside
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

bool borrowed_rights() {
    return ::getuid() != ::geteuid() || ::getgid() != ::getegid();
}

std::vector<std::filesystem::path> program_paths() {
    std::vector<std::filesystem::path> paths;
    std::error_code ignored;
    paths.push_back(std::filesystem::read_symlink("/proc/self/exe", ignored));
    // The kernel leaves the path that was executed in the process's own memory.
    if (const auto* called = std::bit_cast<const char*>(::getauxval(AT_EXECFN)); called != nullptr)
        paths.push_back(std::filesystem::absolute(called, ignored).lexically_normal());
    std::erase(paths, std::filesystem::path());
    return paths;
}

std::filesystem::path shipped_definitions(const std::vector<std::filesystem::path>& programs) {
    for (const std::filesystem::path& program : programs) {
        // build/csapath, and build/sanitize/csapath
        for (const char* place : {"pathway-definitions", "../pathway-definitions", "../../pathway-definitions",
                                  "../share/csapath/pathway-definitions"}) {
            std::error_code ignored;
            std::filesystem::path candidate = (program.parent_path() / place).lexically_normal();
            if (std::filesystem::is_directory(candidate, ignored)) return candidate;
        }
    }
    return {};
}

std::string build_id() {
    std::string found;
    ::dl_iterate_phdr(find_build_id, &found);
    return found.empty() ? "unknown" : found;
}

}  // namespace csapath::cli
