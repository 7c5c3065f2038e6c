// SPDX-License-Identifier: MIT
/// Keeps copies of short texts at fixed addresses, and forgets them all at once without giving memory back: one store
/// serves case after case.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace csapath::engine {

class TextStore {
public:
    /// A copy that stays where it is until forget().
    std::string_view keep(std::string_view text);
    void forget() {
        block_ = 0;
        used_ = 0;
    }

private:
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    std::vector<Block> blocks_;
    std::size_t block_ = 0;  ///< the one being filled
    std::size_t used_ = 0;   ///< of it
};

}  // namespace csapath::engine
