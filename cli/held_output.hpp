// SPDX-License-Identifier: MIT
/// What is to go to standard output, held until it is whole.
#pragma once

#include <cstddef>

#include "engine/reporters/reporter.hpp"

namespace csapath::cli {

/// A run may find late that it has to read its input in another way, and what was sent down a pipe cannot be called
/// back. So nothing goes out before the end. The first megabytes are kept where they are quickest to keep, whatever
/// does not fit there in a memory file without a name, and nothing on a disk.
class HeldOutput : public engine::Out {
public:
    explicit HeldOutput(engine::Out& target) : target_(target) {}
    ~HeldOutput() override;
    HeldOutput(const HeldOutput&) = delete;
    HeldOutput& operator=(const HeldOutput&) = delete;

    void flush() override;
    void take_back() override;
    /// Sends everything on. Throws OutputError.
    void release();

private:
    static constexpr std::size_t most_at_hand = std::size_t{44} << 20;

    bool keep_at_hand();
    void keep_in_file();

    engine::Out& target_;
    char* at_hand_ = nullptr;  ///< room for `most_at_hand`, once there is something to keep
    std::size_t kept_ = 0;     ///< there
    int memory_ = -1;          ///< the memory file, once there is one
};

}  // namespace csapath::cli
