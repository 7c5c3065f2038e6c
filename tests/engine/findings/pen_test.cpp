// SPDX-License-Identifier: MIT
#include "engine/findings/pen.hpp"

#include <string>

#include "tests/support/catch.hpp"

using csapath::engine::Pen;

TEST_CASE("what a pen writes stands behind what was there, and nothing stands behind it") {
    std::string text = "case ";
    {
        Pen pen(text);
        pen.put("W-0143");
        pen.put(':');
        pen.put(std::string_view{" late"});
        pen.put_at_most(10, [](char* at) {
            *at++ = ' ';
            *at++ = '2';
            return at;
        });
    }
    CHECK(text == "case W-0143: late 2");
}

TEST_CASE("a pen that writes nothing leaves the text as it was") {
    auto [before] = GENERATE(table<std::string>({{""}, {"as it was"}}));
    std::string text = before;
    { const Pen idle(text); }
    CHECK(text == before);
    {
        Pen pen(text);
        pen.put(std::string_view{});
        pen.put("");
        pen.put_at_most(100, [](char* at) { return at; });
    }
    CHECK(text == before);
}

TEST_CASE("a pen finds room for more than it was given, in one piece and in many") {
    const std::string message(100'000, 'm');
    std::string text = "<";
    {
        Pen pen(text);
        pen.put(message);
        for (int each = 0; each < 10'000; ++each) pen.put("0123456789");
        pen.put_at_most(5'000, [](char* at) {
            for (int each = 0; each < 5'000; ++each) *at++ = 'x';
            return at;
        });
        pen.put('>');
    }
    REQUIRE(text.size() == 1 + 100'000 + 100'000 + 5'000 + 1);
    CHECK(text.substr(1, message.size()) == message);
    CHECK(text.substr(100'001, 20) == "01234567890123456789");
    CHECK(text.substr(199'991, 10) == "0123456789");
    CHECK(text.substr(200'001, 5'000) == std::string(5'000, 'x'));
    CHECK(text.back() == '>');
}

TEST_CASE("a zero byte is a letter as any other") {
    std::string text;
    {
        Pen pen(text);
        pen.put(std::string_view{"a\0b", 3});
        pen.put('\0');
    }
    CHECK(text == std::string("a\0b\0", 4));
}
