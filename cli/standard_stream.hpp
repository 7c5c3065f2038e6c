// SPDX-License-Identifier: MIT
/// Standard output and standard error as the engine writes them.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include "engine/reporters/reporter.hpp"

namespace csapath::cli {

/// Results on their way to somebody who cannot be asked to forget them: kept until they are whole.
class ResultStream : public engine::Out {
public:
    void flush() override;
    void take_back() override;
    /// Hands on all that was written. Throws OutputError where a byte of it could not be; nothing is lost without a
    /// word. What was never delivered goes nowhere.
    void deliver();

private:
    virtual void hand_on(std::string_view text) = 0;

    std::deque<std::string> kept_;
};

class StandardStream : public ResultStream {
public:
    StandardStream(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

private:
    void hand_on(std::string_view text) override;

    int descriptor_;
    std::string name_;
};

/// Messages, said at once. Where they cannot be written there is nobody to tell, and the run goes on.
class MessageStream : public engine::Out {
public:
    explicit MessageStream(int descriptor) : descriptor_(descriptor) {}
    void flush() override;
    void take_back() override { buffer.clear(); }

private:
    int descriptor_;
};

/// Writes all of `bytes`, however often the system takes only a part. Returns 0 or the error.
int write_all(int descriptor, std::string_view bytes);

}  // namespace csapath::cli
