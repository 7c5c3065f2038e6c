// SPDX-License-Identifier: MIT
#include "engine/report/page.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "engine/document/digest.hpp"
#include "engine/readers/xml.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

/// Ids and texts that try to be something else.
const std::string hostile =
    "case,event,at,agency,attended,views,case.area\n"
    "\"<script>alert(1)</script>\",referral,2025-05-12,police,,,North & South\n"
    "\"<script>alert(1)</script>\",screening,2025-05-15,social-care,police,\"</td><b style=\"\"x\"\">told\",\n"
    "\"=HYPERLINK(\"\"http://example.org\"\")\",referral,2025-05-12,police,,,\"East' onload='x\"\n"
    "\"=HYPERLINK(\"\"http://example.org\"\")\",screening,2025-05-16,social-care,,\"javascript:alert(1)\",\n";

/// The whole of a page, element by element.
class Elements final : public XmlListener {
public:
    std::vector<std::string> names;
    bool start(std::string_view name, XmlPlace) override {
        names.emplace_back(name);
        return true;
    }
    bool text(std::string_view, XmlPlace) override { return true; }
    bool end(std::string_view) override { return true; }

    bool any(std::string_view name) const { return std::find(names.begin(), names.end(), name) != names.end(); }
};

/// Reads it as XML, without the line that says it is HTML.
Elements elements(const std::string& page) {
    const std::string_view first = "<!DOCTYPE html>\n";
    REQUIRE(page.starts_with(first));
    Elements found;
    test::TextBytes bytes(std::string_view(page).substr(first.size()));
    const auto fault = read_xml(bytes, found);
    if (fault) FAIL(fault->message << " in line " << fault->at.line);
    return found;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = text.find(to, begin + from.size());
    REQUIRE(end != std::string::npos);
    return text.substr(begin + from.size(), end - begin - from.size());
}

/// Base64 back to hexadecimal digits: another way than the one that wrote it.
std::string hexadecimal_of(const std::string& base64) {
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bits, digits;
    for (const char letter : base64) {
        if (letter == '=') break;
        for (int bit = 5; bit >= 0; --bit) bits += (letters.find(letter) >> bit & 1) != 0 ? '1' : '0';
    }
    for (std::size_t at = 0; at + 4 <= bits.size() && digits.size() < 64; at += 4)
        digits += "0123456789abcdef"[std::stoul(bits.substr(at, 4), nullptr, 2)];
    return digits;
}

TEST_CASE("a page is well-formed XML, whatever its cases are called") {
    const SurveyedRun run(screened_pathway(), hostile, "2025-06-30");
    const Elements found = elements(run.page());
    CHECK(found.names.size() > 200);
    CHECK(found.any("svg"));
    CHECK(found.any("caption"));
}

TEST_CASE("no text of the data becomes markup, and nothing is ever asked for or run") {
    const SurveyedRun run(screened_pathway(), hostile, "2025-06-30");
    const std::string page = run.page();
    const Elements found = elements(page);
    for (const char* element : {"link", "img", "iframe", "object", "embed", "form", "base", "video", "use"}) {
        CAPTURE(element);
        CHECK_FALSE(found.any(element));
    }
    CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(std::count(found.names.begin(), found.names.end(), "script") == 1);
    // Within tags there is neither a style, nor a handler, nor an address of anywhere else.
    const std::regex tag("<[a-zA-Z][^>]*>");
    const std::string markup = page.substr(0, page.find("<script>"));
    for (auto at = std::sregex_iterator(markup.begin(), markup.end(), tag); at != std::sregex_iterator(); ++at) {
        const std::string one = at->str();
        CAPTURE(one);
        CHECK(one.find(" style=") == std::string::npos);
        CHECK(one.find(" on") == std::string::npos);
        CHECK(one.find("src=") == std::string::npos);
        CHECK(one.find("://") == std::string::npos);
        const std::size_t link = one.find("href=\"");
        if (link != std::string::npos) CHECK(one[link + 6] == '#');
    }
}

TEST_CASE("the policy allows nothing but the one stylesheet and the one script, each by its hash") {
    const SurveyedRun run(screened_pathway(), hostile, "2025-06-30");
    const std::string page = run.page();
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    CHECK(policy.starts_with("default-src 'none'; style-src 'sha256-"));
    const std::string style = between(page, "<style>", "</style>");
    const std::string script = between(page, "<script>", "</script>");
    CHECK(hexadecimal_of(between(policy, "style-src 'sha256-", "'")) == sha256(style));
    CHECK(hexadecimal_of(between(policy, "script-src 'sha256-", "'")) == sha256(script));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find('*') == std::string::npos);
    CHECK(style.find("url(") == std::string::npos);
    CHECK(style.find("@import") == std::string::npos);
}

TEST_CASE("every id stands once, and every link and label has its target") {
    const SurveyedRun run(screened_pathway(), hostile, "2025-06-30");
    const std::string page = run.page();
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\""), reference("(?:href=\"#|aria-labelledby=\"|url\\(#)([^\")]*)");
    for (auto at = std::sregex_iterator(page.begin(), page.end(), id); at != std::sregex_iterator(); ++at) {
        INFO((*at)[1]);
        CHECK(ids.insert((*at)[1]).second);
    }
    for (auto at = std::sregex_iterator(page.begin(), page.end(), reference); at != std::sregex_iterator(); ++at) {
        std::istringstream names((*at)[1]);
        for (std::string name; names >> name;) {
            CAPTURE(name);
            CHECK(ids.contains(name));
        }
    }
}

TEST_CASE("every table has a caption and headings, and every picture a title and a description") {
    const SurveyedRun run(screened_pathway(), hostile, "2025-06-30");
    const Elements found = elements(run.page());
    const auto times = [&](std::string_view name) { return std::count(found.names.begin(), found.names.end(), name); };
    CHECK(times("table") > 5);
    CHECK(times("caption") == times("table"));
    CHECK(times("thead") == times("table"));
    const std::string page = run.page();
    const std::regex picture("<svg role=\"img\"[^>]*>\\s*<title id=\"[^\"]+\">[^<]+</title>\\s*<desc id=");
    const auto pictures =
        std::distance(std::sregex_iterator(page.begin(), page.end(), picture), std::sregex_iterator());
    const std::regex hidden("<svg class=\"defs\" aria-hidden=\"true\"");
    const auto unseen = std::distance(std::sregex_iterator(page.begin(), page.end(), hidden), std::sregex_iterator());
    CHECK(pictures > 0);
    CHECK(pictures + unseen == times("svg"));
    for (const std::string row : {"<td><td", "<tr><td"}) CHECK(page.find(row) == std::string::npos);
}

TEST_CASE("the same run gives the same bytes, by one judge or by four") {
    const SurveyedRun run(screened_pathway(), hostile, "2025-06-30");
    const std::string page = run.page();
    CHECK(run.page() == page);
    CHECK(run.page(4) == page);
}

TEST_CASE("figures stand in the page with what they are of") {
    const std::string rows =
        "case,event,at,agency,attended,case.area\n"
        "A1,referral,2025-05-12,police,,North\n"
        "A1,screening,2025-05-13,social-care,police;health,\n"
        "A2,referral,2025-05-12,social-care,,\n"
        "A2,screening,2025-05-15,social-care,police;health,\n"
        "A3,referral,2025-06-30,social-care,,North\n";
    const std::string page = SurveyedRun(screened_pathway(), rows, "2025-06-30").page();
    // Screening: one in time, one late, one not yet due; with two quorums kept, and one way through the steps: none.
    CHECK(page.find("1 of 3 cases (33%) have at least one finding") != std::string::npos);
    CHECK(page.find("<b>Referral</b>, then <b>Screening</b>: must within 1 working day") != std::string::npos);
    CHECK(page.find("1 of 2 times decided (50%)") != std::string::npos);
    CHECK(page.find("area not recorded") != std::string::npos);
    CHECK(page.find("Screening 2 working days late: due Tue 13 May 2025") != std::string::npos);
    CHECK(page.find("There is no chart") != std::string::npos);
}

TEST_CASE("a run without a case says so, and claims nothing") {
    const std::string page = SurveyedRun(screened_pathway(), "case,event,at\n", "2025-06-30").page();
    CHECK(page.find("No case was read, so nothing can be said.") != std::string::npos);
    CHECK(page.find("<tbody>\n<tr><td colspan=\"14\">None.</td></tr>\n</tbody>") != std::string::npos);
    CHECK(page.find("<tbody>\n</tbody>") == std::string::npos);
    CHECK(page.find("(100%)") == std::string::npos);
    CHECK(page.find("(0%)") == std::string::npos);
    elements(page);
}

TEST_CASE("rows that were refused make the page say that it is incomplete") {
    const std::string rows = "case,event,at,agency\nA1,referral,2025-05-12,police\nA1,screening,2025-13-45,police\n";
    const std::string page = SurveyedRun(screened_pathway(), rows, "2025-06-30").page();
    CHECK(page.find("<strong>INCOMPLETE.</strong>") != std::string::npos);
    CHECK(page.find("1 refused") != std::string::npos);
    CHECK(page.find("2025-13-45") == std::string::npos);
}

}  // namespace
}  // namespace csapath::engine
