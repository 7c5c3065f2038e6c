// SPDX-License-Identifier: MIT
#include "engine/readers/workbook_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

namespace csapath::engine {

using rules::Code;

std::string_view local_name(std::string_view name) {
    const std::size_t namespace_end = name.rfind('}');
    return namespace_end == std::string_view::npos ? name : name.substr(namespace_end + 1);
}

std::optional<TableRow::Fault> fault_of_part(const ZipPart& part, const std::optional<XmlFault>& xml) {
    if (part.fault()) return TableRow::Fault{part.fault()->code, part.fault()->message, part.fault()->help};
    if (!xml) return std::nullopt;
    if (xml->code != Code::xml_syntax) return TableRow::Fault{xml->code, xml->message, xml->help};
    return TableRow::Fault{Code::workbook_damaged, "a part of the workbook is not as it should be: " + xml->message,
                           "open it in a spreadsheet and save it again"};
}

bool read_part(Zip& zip, const std::string& name, XmlListener& listener, std::optional<TableRow::Fault>& fault) {
    const auto part = zip.part(name);
    if (!part) {
        fault = {Code::workbook_damaged, "the workbook lacks one of its parts",
                 "open it in a spreadsheet and save it again"};
        return false;
    }
    const auto broken = read_xml(*part, listener);
    fault = fault_of_part(*part, broken);
    return !fault;
}

namespace {

/// The attributes of an element by name, until its start is told.
class Attributes {
public:
    void add(std::string_view name, std::string_view value) { values_[std::string{local_name(name)}] = value; }
    std::string take(const std::string& name) {
        const auto at = values_.find(name);
        return at == values_.end() ? std::string{} : at->second;
    }
    unsigned number(const std::string& name) {
        const std::string text = take(name);
        unsigned number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }
    void forget() { values_.clear(); }

private:
    std::map<std::string, std::string> values_;
};

/// Hears every element with its attributes, and no text.
class ElementListener : public XmlListener {
public:
    void attribute(std::string_view name, std::string_view value) final { attributes_.add(name, value); }
    bool start(std::string_view name, XmlPlace) final {
        element(local_name(name), attributes_);
        attributes_.forget();
        return true;
    }
    bool text(std::string_view, XmlPlace) override { return true; }
    bool end(std::string_view name) override {
        closed(local_name(name));
        return true;
    }

protected:
    virtual void element(std::string_view name, Attributes& attributes) = 0;
    virtual void closed(std::string_view) {}

private:
    Attributes attributes_;
};

class Relations final : public ElementListener {
public:
    struct Relation {
        std::string type, target;
    };
    std::map<std::string, Relation> by_id;

private:
    void element(std::string_view name, Attributes& attributes) override {
        if (name != "Relationship") return;
        std::string target = attributes.take("Target");
        target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
        by_id[attributes.take("Id")] = {attributes.take("Type"), std::move(target)};
    }
};

class WorkbookListener final : public ElementListener {
public:
    struct Sheet {
        std::string name, relation;
    };
    std::vector<Sheet> sheets;
    bool from_1904 = false;

private:
    void element(std::string_view name, Attributes& attributes) override {
        if (name == "sheet") sheets.push_back({attributes.take("name"), attributes.take("id")});
        if (name != "workbookPr") return;
        const std::string written = attributes.take("date1904");
        from_1904 = written == "1" || written == "true";
    }
};

class StringsListener final : public XmlListener {
public:
    SharedStrings strings;
    bool too_large = false;

    bool wants_blanks() const override { return true; }
    bool start(std::string_view name, XmlPlace) override {
        const std::string_view local = local_name(name);
        if (local == "si") text_.clear();
        if (local == "rPh") ++phonetic_;  // how to read the text aloud is no part of it
        in_text_ = local == "t" && phonetic_ == 0;
        return true;
    }
    bool text(std::string_view text, XmlPlace) override {
        if (in_text_) text_ += text;
        return true;
    }
    bool end(std::string_view name) override {
        const std::string_view local = local_name(name);
        in_text_ = false;
        if (local == "rPh") --phonetic_;
        if (local == "si") strings.add(unescaped(text_));
        too_large = strings.bytes() > SharedStrings::most;
        return !too_large;
    }

private:
    std::string text_;
    bool in_text_ = false;
    int phonetic_ = 0;
};

class StylesListener final : public ElementListener {
public:
    CellFormats formats() const {
        CellFormats dates;
        for (const unsigned number : numbers_) {
            const auto own = codes_.find(number);
            dates.push_back(own != codes_.end() ? date_format(own->second) : date_format(number));
        }
        return dates;
    }

private:
    void element(std::string_view name, Attributes& attributes) override {
        if (name == "cellXfs") in_cells_ = true;
        if (name == "numFmt") codes_[attributes.number("numFmtId")] = attributes.take("formatCode");
        if (name == "xf" && in_cells_) numbers_.push_back(attributes.number("numFmtId"));
    }
    void closed(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
    }

    std::map<unsigned, std::string> codes_;
    std::vector<unsigned> numbers_;
    bool in_cells_ = false;
};

}  // namespace

std::optional<WorkbookPlan> read_workbook_plan(Zip& zip, std::optional<TableRow::Fault>& fault) {
    const std::string workbook = "xl/workbook.xml";
    if (!zip.part(workbook)) {
        const bool open_document = zip.part("content.xml") != nullptr;
        fault = {Code::workbook_none,
                 open_document ? "this is an OpenDocument spreadsheet or text (.ods, .odt), not a workbook (.xlsx)"
                               : "this archive is no workbook (.xlsx)",
                 open_document ? "save it as .xlsx or as CSV" : "unpack it first"};
        return std::nullopt;
    }
    WorkbookListener listener;
    Relations relations;
    if (!read_part(zip, workbook, listener, fault)) return std::nullopt;
    if (!read_part(zip, "xl/_rels/workbook.xml.rels", relations, fault)) return std::nullopt;

    WorkbookPlan plan;
    plan.from_1904 = listener.from_1904;
    for (const auto& [id, relation] : relations.by_id) {
        if (relation.type.ends_with("/sharedStrings")) plan.strings_part = relation.target;
        if (relation.type.ends_with("/styles")) plan.styles_part = relation.target;
    }
    for (const WorkbookListener::Sheet& sheet : listener.sheets) {
        const auto relation = relations.by_id.find(sheet.relation);
        if (relation == relations.by_id.end() || !relation->second.type.ends_with("/worksheet")) continue;
        if (std::ranges::find(plan.sheets, sheet.name, &WorkbookPlan::Sheet::name) != plan.sheets.end()) {
            fault = {Code::workbook_damaged, "two sheets of the workbook have one name",
                     "open it in a spreadsheet and save it again"};
            return std::nullopt;
        }
        plan.sheets.push_back({sheet.name, relation->second.target});
    }
    return plan;
}

std::optional<SharedStrings> read_shared_strings(Zip& zip, const std::string& part,
                                                 std::optional<TableRow::Fault>& fault) {
    StringsListener listener;
    if (part.empty()) return std::move(listener.strings);
    if (!read_part(zip, part, listener, fault)) return std::nullopt;
    if (!listener.too_large) return std::move(listener.strings);
    fault = {Code::data_limit, "the texts of the workbook are larger than 256 MiB", ""};
    return std::nullopt;
}

std::optional<CellFormats> read_cell_formats(Zip& zip, const std::string& part, std::optional<TableRow::Fault>& fault) {
    StylesListener listener;
    if (part.empty()) return CellFormats{};
    if (!read_part(zip, part, listener, fault)) return std::nullopt;
    return listener.formats();
}

bool date_format(unsigned number) {
    // 14 to 17 and 22 are dates everywhere; the others are dates of East Asia. 18 to 21 and 45 to 47 are times alone.
    return (14 <= number && number <= 17) || number == 22 || (27 <= number && number <= 31) || number == 36 ||
           (50 <= number && number <= 54) || number == 57 || number == 58;
}

bool date_format(std::string_view code) {
    constexpr std::string_view elapsed = "hHmMsS";
    bool day_or_year = false, month = false, time = false, figure = false;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        switch (code[at]) {
            case '"':
                at = std::min(code.find('"', at + 1), code.size());
                break;
            case '[':  // a colour, a language, or hours that go on past a day
                time = time || (at + 1 < code.size() && elapsed.find(code[at + 1]) != std::string_view::npos);
                at = std::min(code.find(']', at), code.size());
                break;
            case '\\':  // the next sign stands for itself
            case '_':   // a gap as wide as the next sign
            case '*':   // the next sign fills the cell
                ++at;
                break;
            case 'y':
            case 'Y':
            case 'd':
            case 'D':
                day_or_year = true;
                break;
            case 'm':
            case 'M':
                month = true;
                break;
            case 'h':
            case 'H':
            case 's':
            case 'S':
                time = true;
                break;
            case '0':
            case '#':
            case '?':
                figure = true;
                break;
            default:
                break;
        }
    }
    return day_or_year || (month && !time && !figure);
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t at = text.find("_x"); at != std::string_view::npos; at = text.find("_x")) {
        plain += text.substr(0, at);
        text.remove_prefix(at);
        unsigned code = 0;
        constexpr std::size_t size = 7;  // _x000D_
        const bool whole = text.size() >= size && text[size - 1] == '_';
        const auto [end, error] =
            std::from_chars(text.data() + 2, text.data() + std::min(size - 1, text.size()), code, 16);
        if (whole && error == std::errc{} && end == text.data() + size - 1 && code < 0x80) {
            plain += static_cast<char>(code);
            text.remove_prefix(size);
        } else {
            plain += text.substr(0, 2);
            text.remove_prefix(2);
        }
    }
    return plain += text;
}

}  // namespace csapath::engine
