// SPDX-License-Identifier: MIT
#include "engine/report/markup.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("text stays text, whatever it holds") {
    const auto [text, markup] = GENERATE(table<std::string, std::string>({
        {"W-0143", "W-0143"},
        {"", ""},
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"\" onload='x' & more", "&quot; onload=&#39;x&#39; &amp; more"},
        {"]]>", "]]&gt;"},
        {"&amp;", "&amp;amp;"},
        {"=1+1", "=1+1"},
        {"Zo\xC3\xAB \xE2\x82\xAC", "Zo\xC3\xAB \xE2\x82\xAC"},
        {"two\nlines\tand\r\nmore", "two lines and  more"},
        {"\x1b[31mred", "\\x1b[31mred"},
        {std::string("nul\0", 4), "nul\\x00"},
        {"a\xE2\x80\xAE"
         "b",
         "a\\u202eb"},  // right-to-left override
        {"a\xE2\x80\x8F"
         "b",
         "a\\u200fb"},  // right-to-left mark
        {"a\xE2\x81\xA6"
         "b",
         "a\\u2066b"},  // isolate
        {"zero\xE2\x80\x8Bwidth", "zero\\u200bwidth"},
        {"\xEF\xBB\xBFmark", "\\ufeffmark"},
        {"\xC2\x9B"
         "31m",
         "\\u009b31m"},  // a control sequence of one character
        {"\xFF\xFE", "\\xff\\xfe"},
        {"\xEF\xBF\xBF\xEF\xBF\xBE", "\\uffff\\ufffe"},  // XML knows no such characters
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},
    }));
    CAPTURE(text);
    CHECK(html_text(text) == markup);
}

TEST_CASE("what is put into a pattern is escaped unless it is markup by its type") {
    CHECK(html("<b>{}</b>", "<i>").markup == "<b>&lt;i&gt;</b>");
    CHECK(html("<b>{}</b>", std::string("<i>")).markup == "<b>&lt;i&gt;</b>");
    CHECK(html("<b>{}</b>", html("<i>{}</i>", "&")).markup == "<b><i>&amp;</i></b>");
    CHECK(html("{} {}", 12, std::uint64_t{3}).markup == "12 3");
}

TEST_CASE("a page writes what a pattern makes, and no more") {
    TextOut out;
    Markup page(out);
    page.add("<p>{}</p>", "a<b");
    page.add(html("<hr />"));
    page.add("{}", "{}");
    CHECK(out.text() == "<p>a&lt;b</p><hr />{}");
}

}  // namespace
}  // namespace csapath::engine
