// SPDX-License-Identifier: MIT
/// Keeps copies of short texts at fixed addresses, and forgets them all at once without giving memory back: one store
/// serves case after case.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace csapath::engine {

class TextStore {
public:
    /// A copy that stays where it is until forget().
    std::string_view keep(std::string_view text) {
        if (room_ < text.size()) make_room(text.size());
        if (!text.empty()) std::memcpy(at_, text.data(), text.size());
        const std::string_view kept{at_, text.size()};
        at_ += text.size();
        room_ -= text.size();
        return kept;
    }
    void forget() { begin(0); }

private:
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    void begin(std::size_t block) {
        block_ = block;
        at_ = block_ < blocks_.size() ? blocks_[block_].bytes.get() : nullptr;
        room_ = block_ < blocks_.size() ? blocks_[block_].size : 0;
    }
    void make_room(std::size_t size);

    std::vector<Block> blocks_;
    std::size_t block_ = 0;  ///< the one being filled
    char* at_ = nullptr;     ///< where in it the next text goes
    std::size_t room_ = 0;   ///< behind that
};

}  // namespace csapath::engine
