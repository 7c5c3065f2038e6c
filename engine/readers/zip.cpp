// SPDX-License-Identifier: MIT
#include "engine/readers/zip.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <utility>

namespace csapath::engine {

using rules::Code;

namespace {

const ZipFault damaged{Code::workbook_damaged, "the archive is damaged, or was cut off", "save or fetch it again"};

constexpr std::size_t longest_name = 1024;
constexpr uLong encrypted = 1;  ///< among the flags of a part

char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// An archive in memory, as the package wants to read files.
struct Memory {
    std::string bytes;
    std::size_t at = 0;

    static Memory& of(voidpf opaque) { return *static_cast<Memory*>(opaque); }

    static voidpf open(voidpf opaque, const void*, int) {
        of(opaque).at = 0;
        return opaque;
    }
    static uLong read(voidpf opaque, voidpf, void* room, uLong size) {
        Memory& memory = of(opaque);
        const std::size_t count = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
        std::memcpy(room, memory.bytes.data() + memory.at, count);
        memory.at += count;
        return count;
    }
    static uLong write(voidpf, voidpf, const void*, uLong) { return 0; }
    static ZPOS64_T tell(voidpf opaque, voidpf) { return of(opaque).at; }
    static long seek(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
        Memory& memory = of(opaque);
        const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.at
                                 : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.size()
                                                                    : 0;
        // An offset may be a negative number in disguise: unsigned sums come out right all the same.
        const std::size_t to = from + static_cast<std::size_t>(offset);
        if (to > memory.bytes.size()) return -1;
        memory.at = to;
        return 0;
    }
    static int close(voidpf, voidpf) { return 0; }
    static int no_error(voidpf, voidpf) { return 0; }
};

class UnpackedPart final : public ZipPart {
public:
    UnpackedPart(unzFile archive, std::uint64_t packed) : archive_(archive), packed_(packed) {}
    ~UnpackedPart() override { unzCloseCurrentFile(archive_); }
    UnpackedPart(const UnpackedPart&) = delete;
    UnpackedPart& operator=(const UnpackedPart&) = delete;

    std::size_t read(std::span<char> room) override {
        if (fault_ || ended_) return 0;
        const auto most = static_cast<unsigned>(std::min<std::size_t>(room.size(), 1u << 30));
        const int got = unzReadCurrentFile(archive_, room.data(), most);
        if (got < 0) return fail(damaged);
        unpacked_ += static_cast<std::uint64_t>(got);
        if (unpacked_ > zip_limits::part)
            return fail({Code::data_limit, "a part of the workbook is larger than 1 GiB when it is unpacked"});
        if (unpacked_ > zip_limits::free_of_ratio && unpacked_ / zip_limits::ratio > packed_)
            return fail({Code::data_limit, "a part of the workbook unpacks to more than 200 times its size"});
        ended_ = got == 0;
        // Only now does the package hold the bytes against their checksum.
        if (ended_ && unzCloseCurrentFile(archive_) == UNZ_CRCERROR) return fail(damaged);
        return static_cast<std::size_t>(got);
    }
    bool rewind() override { return false; }
    const std::optional<ZipFault>& fault() const override { return fault_; }

private:
    std::size_t fail(const ZipFault& fault) {
        fault_ = fault;
        return 0;
    }

    unzFile archive_;
    std::uint64_t packed_, unpacked_ = 0;
    bool ended_ = false;
    std::optional<ZipFault> fault_;
};

class MemoryZip final : public Zip {
public:
    explicit MemoryZip(std::string bytes) : memory_{std::move(bytes)} {
        zlib_filefunc64_def functions{Memory::open, Memory::read,  Memory::write,    Memory::tell,
                                      Memory::seek, Memory::close, Memory::no_error, &memory_};
        archive_ = unzOpen2_64("", &functions);
    }
    ~MemoryZip() override {
        if (archive_ != nullptr) unzClose(archive_);
    }
    MemoryZip(const MemoryZip&) = delete;
    MemoryZip& operator=(const MemoryZip&) = delete;

    /// Looks at the list of parts. Whoever packs two of one name shows one program the first, and another the second.
    std::optional<ZipFault> fault() const {
        if (archive_ == nullptr) return damaged;
        std::set<std::string> names;
        int outcome = unzGoToFirstFile(archive_);
        for (; outcome == UNZ_OK; outcome = unzGoToNextFile(archive_)) {
            unz_file_info64 about{};
            std::array<char, longest_name> name{};
            if (unzGetCurrentFileInfo64(archive_, &about, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK)
                return damaged;
            if ((about.flag & encrypted) != 0)
                return ZipFault{Code::workbook_damaged, "the archive is encrypted", "save it without a password"};
            std::string plain{name.data(), std::min<std::size_t>(about.size_filename, name.size())};
            std::ranges::transform(plain, plain.begin(),
                                   small_letter);  // parts of a workbook differ by more than capitals
            if (!names.insert(std::move(plain)).second)
                return ZipFault{Code::workbook_damaged, "two parts of the archive have one name",
                                "open it in a spreadsheet and save it again"};
        }
        return outcome == UNZ_END_OF_LIST_OF_FILE ? std::nullopt : std::optional(damaged);
    }

    std::unique_ptr<ZipPart> part(const std::string& name) override {
        constexpr int case_matters = 1;
        unz_file_info64 about{};
        if (unzLocateFile(archive_, name.c_str(), case_matters) != UNZ_OK) return nullptr;
        if (unzGetCurrentFileInfo64(archive_, &about, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) return nullptr;
        if (unzOpenCurrentFile(archive_) != UNZ_OK) return nullptr;
        return std::make_unique<UnpackedPart>(archive_, about.compressed_size);
    }

private:
    Memory memory_;
    unzFile archive_ = nullptr;
};

}  // namespace

std::unique_ptr<Zip> Zip::open(Bytes& bytes, std::optional<ZipFault>& fault) {
    std::string all;
    std::array<char, 64 * 1024> room{};
    while (const std::size_t got = bytes.read(room)) {
        all.append(room.data(), got);
        if (all.size() <= zip_limits::archive) continue;
        fault = ZipFault{Code::data_limit, "a workbook larger than 256 MiB"};
        return nullptr;
    }
    auto zip = std::make_unique<MemoryZip>(std::move(all));
    fault = zip->fault();
    if (fault) return nullptr;
    return zip;
}

}  // namespace csapath::engine
