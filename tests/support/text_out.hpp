// SPDX-License-Identifier: MIT
/// What would have been printed, kept.
#pragma once

#include <string>

#include "engine/reporters/reporter.hpp"

namespace csapath {

class TextOut : public engine::Out {
public:
    void flush() override {
        text_ += buffer;
        buffer.clear();
    }
    void take_back() override {
        text_.clear();
        buffer.clear();
    }
    std::string text() {
        flush();
        return text_;
    }

private:
    std::string text_;
};

}  // namespace csapath
