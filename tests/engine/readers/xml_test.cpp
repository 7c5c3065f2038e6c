// SPDX-License-Identifier: MIT
#include "engine/readers/xml.hpp"

#include <stdexcept>

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine;
using rules::Code;

namespace {

std::string spelled(XmlPlace at) {
    return std::to_string(at.line) + ':' + std::to_string(at.column);
}

/// Writes down what it is told: "<name 1:1", "text 1:4", ">name".
class Notebook final : public XmlListener {
public:
    std::string told;
    std::size_t patience = SIZE_MAX;  ///< wants no more after so many
    bool attributes = false, blanks = false;

    void attribute(std::string_view name, std::string_view value) override {
        if (attributes) write("@" + std::string{name} + '=' + std::string{value});
    }
    bool wants_blanks() const override { return blanks; }

    bool start(std::string_view name, XmlPlace at) override {
        return write("<" + std::string{name} + ' ' + spelled(at));
    }
    bool text(std::string_view text, XmlPlace at) override { return write(std::string{text} + ' ' + spelled(at)); }
    bool end(std::string_view name) override { return write(">" + std::string{name}); }

private:
    bool write(const std::string& line) {
        told += (told.empty() ? "" : " | ") + line;
        return --patience > 0;
    }
};

struct Read {
    std::string told;
    std::optional<XmlFault> fault;
};

Read read(const std::string& xml, std::size_t piece = 4096) {
    Notebook notebook;
    test::TextBytes bytes(xml, piece);
    auto fault = read_xml(bytes, notebook);
    return {notebook.told, std::move(fault)};
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// UTF-16 with its mark, of an ASCII text.
std::string utf_16(std::string_view ascii) {
    std::string wide = "\xFF\xFE";
    for (const char c : ascii) wide.append({c, '\0'});
    return wide;
}

}  // namespace

TEST_CASE("attributes come before the element that they stand in, named as elements are") {
    Notebook notebook;
    notebook.attributes = true;
    const std::string xml = "<a xmlns:x='there' one='1' x:two='&amp;'><b/></a>";
    test::TextBytes bytes(xml);
    CHECK_FALSE(read_xml(bytes, notebook));
    CHECK(notebook.told == "@one=1 | @{there}two=& | <a 1:1 | <b 1:42 | >b | >a");
}

TEST_CASE("blanks are part of a text for those who want them") {
    Notebook notebook;
    notebook.blanks = true;
    const std::string xml = "<a> <b> x </b></a>";
    test::TextBytes bytes(xml);
    CHECK_FALSE(read_xml(bytes, notebook));
    CHECK(notebook.told == "<a 1:1 |   1:4 | <b 1:5 |  x  1:8 | >b | >a");
}

TEST_CASE("elements and texts come in the order of the file, each with its place") {
    const Read done = read(
        "<?xml version=\"1.0\"?>\n"
        "<Message>\n"
        "  <Year kind='x'>2026</Year><Empty/>\n"
        "  stray\n"
        "</Message>\n");

    CHECK_FALSE(done.fault);
    CHECK(done.told == "<Message 2:1 | <Year 3:3 | 2026 3:18 | >Year | <Empty 3:29 | >Empty | stray 4:3 | >Message");
}

TEST_CASE("CDATA, comments and processing instructions leave a value in one piece") {
    const Read done = read("<a> 20<!-- of -->2<![CDATA[5]]><?note?>-04&#45;30 </a>");

    CHECK_FALSE(done.fault);
    CHECK(done.told == "<a 1:1 | 2025-04-30 1:5 | >a");
}

TEST_CASE("a file may be cut into pieces anywhere") {
    const std::string xml =
        "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\r\n<a>\r\n <b>caf\xC3\xA9 &amp; "
        "<![CDATA[<tea>]]></b>\r\n</a>";
    const std::string whole = read(xml, xml.size()).told;
    REQUIRE(whole == "<a 2:1 | <b 3:2 | caf\xC3\xA9 & <tea> 3:5 | >b | >a");

    const std::size_t piece = GENERATE(range(std::size_t{1}, std::size_t{20}));
    CAPTURE(piece);
    CHECK(read(xml, piece).told == whole);
}

TEST_CASE("texts are UTF-8 whatever the file was written in") {
    auto [xml, told] = GENERATE(table<std::string, std::string>({
        // The euro sign, a curly quote and a c with a cedilla, from the table of windows-1252.
        {"<?xml version='1.0' encoding='windows-1252'?><a>\x80\x92\xE7</a>", "\xE2\x82\xAC\xE2\x80\x99\xC3\xA7"},
        {"<?xml version='1.0' encoding='CP1252'?><a>\x9F</a>", "\xC5\xB8"},
        {"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE7</a>", "\xC3\xA7"},
        {utf_16("<a>x</a>"), "x"},
        {"\xEF\xBB\xBF<a>\xC3\xA7</a>", "\xC3\xA7"},
    }));
    const Read done = read(xml);

    CHECK_FALSE(done.fault);
    CHECK(done.told.find("| " + told + ' ') != std::string::npos);
}

TEST_CASE("an element in a namespace is named with it") {
    CHECK(read("<a xmlns='urn:x'><p:b xmlns:p='urn:y'/></a>").told ==
          "<{urn:x}a 1:1 | <{urn:y}b 1:18 | >{urn:y}b | >{urn:x}a");
}

TEST_CASE("what is no XML is told in our own words, with its place") {
    auto [xml, code, place, words] = GENERATE(table<std::string, Code, std::string, std::string>({
        // A document type: external, internal, a bomb.
        {"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", Code::xml_document_type, "1:40", "not accepted"},
        {"<?xml version='1.0'?>\n<!DOCTYPE a><a/>", Code::xml_document_type, "2:12", "not accepted"},
        {"<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>", Code::xml_document_type, "1:13",
         "not accepted"},
        // Cut off.
        {"", Code::xml_syntax, "1:1", "cut off"},
        {"<a><b>SECRET", Code::xml_syntax, "1:13", "cut off"},
        {"<a><b SECRET", Code::xml_syntax, "1:4", "cut off"},
        {"<a><![CDATA[SECRET", Code::xml_syntax, "1:19", "cut off"},
        {"SECRET", Code::xml_syntax, "1:1", "not XML"},
        // Too much.
        {"<a/>SECRET", Code::xml_syntax, "1:5", "after the end of the root"},
        {"<a/>\n<SECRET/>", Code::xml_syntax, "2:1", "after the end of the root"},
        {" <?xml version='1.0'?><a/>", Code::xml_syntax, "1:2", "very beginning"},
        // Not well formed.
        {"<a><SECRET></a>", Code::xml_syntax, "1:14", "does not belong"},
        {"<a b='SECRET' b='2'/>", Code::xml_syntax, "1:15", "twice in one tag"},
        {"<a>SECRET & co</a>", Code::xml_syntax, "1:12", "&amp;"},
        {"<a>AT&T SECRET</a>", Code::xml_syntax, "1:8", "&amp;"},
        {"<a>1 < SECRET</a>", Code::xml_syntax, "1:7", "&lt;"},
        {"<a>\n\x01SECRET</a>", Code::xml_syntax, "2:1", "control character"},
        {"<a>&#0;</a>", Code::xml_syntax, "1:4", "as a number"},
        {"<a>&SECRET;</a>", Code::xml_syntax, "1:4", "not declared"},
        {"<SECRET:a/>", Code::xml_syntax, "1:1", "prefix"},
        // Not in the encoding it says.
        {"<a>caf\xE9 SECRET</a>", Code::xml_syntax, "1:7", "not in the encoding"},
        {"<?xml version='1.0' encoding='windows-1252'?><a>\x81</a>", Code::xml_syntax, "1:49", "not in the encoding"},
        {"<?xml version='1.0' encoding='EBCDIC-UK'?><a/>", Code::xml_syntax, "1:31", "'EBCDIC-UK' is not known"},
        {"<?xml version='1.0' encoding='UTF-16'?><a/>", Code::xml_syntax, "1:31", "first line names"},
    }));
    CAPTURE(xml);
    const auto fault = read(xml).fault;

    REQUIRE(fault);
    CHECK(fault->code == code);
    CHECK(spelled(fault->at) == place);
    CHECK_THAT(fault->message + "; " + fault->help, Catch::Contains(words));
    CHECK_THAT(fault->message + "; " + fault->help, !Catch::Contains("SECRET"));
}

TEST_CASE("what came before a fault has been told") {
    const Read done = read("<a><b>1</b><b>2</b><c");

    CHECK(done.fault);
    CHECK(done.told == "<a 1:1 | <b 1:4 | 1 1:7 | >b | <b 1:12 | 2 1:15 | >b");
}

TEST_CASE("XML at its limits is read, and beyond them refused") {
    const std::size_t mebibyte = std::size_t{1} << 20;
    const auto attributes = [](std::size_t count) {
        std::string all = "<a";
        for (std::size_t i = 0; i < count; ++i) all += " a" + std::to_string(i) + "='1'";
        return all + "/>";
    };
    auto [at_limit, beyond, words] = GENERATE_COPY(table<std::string, std::string, std::string>({
        {repeated("<a>", 64) + repeated("</a>", 64), repeated("<a>", 65) + repeated("</a>", 65), "64 deep"},
        {attributes(256), attributes(257), "256 attributes"},
        {"<a b='" + repeated("x", mebibyte) + "'/>", "<a b='" + repeated("x", mebibyte + 1) + "'/>", "an attribute of"},
        {"<a>" + repeated("x", mebibyte) + "</a>", "<a>" + repeated("x", mebibyte + 1) + "</a>", "a text of"},
        {"<" + repeated("n", 1024) + "/>", "<" + repeated("n", 1025) + "/>", "a name of"},
        {"<a " + repeated("n", 1024) + "='1'/>", "<a " + repeated("n", 1025) + "='1'/>", "a name of"},
        {"<a><!--" + repeated("x", mebibyte) + "--></a>", "<a><!--" + repeated("x", 5 * mebibyte) + "--></a>",
         "a tag or comment"},
    }));

    CHECK_FALSE(read(at_limit, 65536).fault);
    const auto fault = read(beyond, 65536).fault;
    REQUIRE(fault);
    CHECK(fault->code == Code::xml_limit);
    CHECK_THAT(fault->message, Catch::Contains(words));
}

TEST_CASE("a listener that wants no more is told no more") {
    Notebook notebook;
    notebook.patience = 2;
    test::TextBytes bytes("<a><b/></a> and what follows is not even looked at <");

    CHECK_FALSE(read_xml(bytes, notebook));
    CHECK(notebook.told == "<a 1:1 | <b 1:4");
}

TEST_CASE("what a listener throws comes out again") {
    class Thrower final : public XmlListener {
        bool start(std::string_view, XmlPlace) override { throw std::runtime_error("mine"); }
        bool text(std::string_view, XmlPlace) override { return true; }
        bool end(std::string_view) override { return true; }
    };
    Thrower thrower;
    test::TextBytes bytes("<a/>");

    CHECK_THROWS_WITH(read_xml(bytes, thrower), "mine");
}
