// SPDX-License-Identifier: MIT
/// Standard output and standard error as the engine writes them.
#pragma once

#include <string>
#include <string_view>

#include "engine/reporters/reporter.hpp"

namespace csapath::cli {

/// Throws OutputError where a byte could not be written; nothing is lost without a word. What is still in the buffer
/// when it is destroyed is not written: the owner flushes, and hears of it.
class StandardStream : public engine::Out {
public:
    StandardStream(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
    void flush() override;
    /// Forgets what has not gone out yet; the rest cannot be called back (see HeldOutput).
    void take_back() override { buffer.clear(); }
    void pass_on(std::string_view bytes) override;

private:
    int descriptor_;
    std::string name_;
};

/// Messages: where they cannot be written there is nobody to tell, and the run goes on.
class MessageStream : public engine::Out {
public:
    explicit MessageStream(int descriptor) : stream_(descriptor, "messages") {}
    void flush() override;
    void take_back() override { buffer.clear(); }

private:
    StandardStream stream_;
};

/// Writes all of `bytes`, however often the system takes only a part. Returns 0 or the error.
int write_all(int descriptor, std::string_view bytes);

}  // namespace csapath::cli
