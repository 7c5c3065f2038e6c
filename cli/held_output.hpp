// SPDX-License-Identifier: MIT
/// What is to go to standard output, held until it is whole.
#pragma once

#include <cstddef>

#include "engine/reporters/reporter.hpp"

namespace csapath::cli {

/// A run may find late that it has to read its input in another way, and what was sent down a pipe cannot be called
/// back. So nothing goes out before the end. What does not fit a megabyte is kept in a memory file without a name,
/// never on a disk.
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
    static constexpr std::size_t most_held = std::size_t{1} << 20;

    engine::Out& target_;
    std::string held_;
    int memory_ = -1;  ///< the memory file, once there is one
};

}  // namespace csapath::cli
