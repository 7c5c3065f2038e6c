// SPDX-License-Identifier: MIT
#include "engine/readers/cin_census.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/readers/cin_census_child.hpp"
#include "engine/readers/cin_census_events.hpp"
#include "engine/readers/cin_census_layout.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/moment_text.hpp"
#include "engine/readers/xml.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::string_view collection_of_children_in_need = "CIN";

std::string shown(std::string_view text) {
    return "'" + rules::printable(text.substr(0, 80)) + '\'';
}

/// Follows the elements of the file, checks that it is such a census, and hands on each child when it is whole.
class CensusListener final : public XmlListener {
public:
    CensusListener(CensusEvents& events, InputReport& report, Faults& faults)
        : events_(events), report_(report), faults_(faults) {}

    bool start(std::string_view name, XmlPlace at) override {
        if (aside_ > 0) {
            ++aside_;
            return true;
        }
        const CensusElement in = open_.empty() ? CensusElement::file : open_.back();
        const auto element = census_element(in, name);
        if (!element && in == CensusElement::file) return refuse(at, "the root element is " + shown(name));
        if (!element || *element == CensusElement::aside) {
            aside_ = 1;
            if (!element) note_unknown(in, name);
            return true;
        }
        if (*element == CensusElement::child) {
            if (!known_collection_) return refuse(at, "no 'Collection' is named before the first child");
            child_.begin(at.line);
        } else if (in_child()) {
            child_.open(*element, at.line);
            if (child_.too_large()) return refuse_child(at);
        }
        open_.push_back(*element);
        return true;
    }

    bool text(std::string_view text, XmlPlace at) override {
        if (aside_ > 0) return true;
        if (!holds_value(open_.back())) {
            report_.note(Code::xml_stray_text, "text between the elements of '" +
                                                   std::string{census_name(open_.back())} + "'; it is left out");
            return true;
        }
        if (open_.back() == CensusElement::collection) return check_collection(text, at);
        if (open_.back() == CensusElement::reference_date) read_reference_date(text, at);
        if (!in_child()) return true;
        child_.add_text(text);
        return !child_.too_large() || refuse_child(at);
    }

    bool end(std::string_view) override {
        if (aside_ > 0) {
            --aside_;
            return true;
        }
        const CensusElement closed = open_.back();
        open_.pop_back();
        if (closed == CensusElement::child || in_child()) child_.close();
        if (closed != CensusElement::child) return true;
        stopped_ = !events_.tell(child_);
        return !stopped_;
    }

    /// After the last byte of a file that is well formed.
    void finish() {
        if (refused_) return;
        if (!known_collection_)
            refuse({}, "no 'Collection' is named in its header");
        else if (!known_reference_date_)
            faults_.add(Code::xml_element_missing, {}, "the header has no 'ReferenceDate'",
                        "without it no date can be told to lie outside the collection");
    }

    bool stopped() const { return stopped_; }
    bool refused() const { return refused_; }

private:
    bool in_child() const { return open_.size() > 2 && open_[2] == CensusElement::child; }

    bool refuse(XmlPlace at, const std::string& found) {
        faults_.add(Code::xml_root, {.number = at.line, .line = at.line, .last_line = at.line},
                    found + "; a children in need census has the root 'Message' and the collection 'CIN'");
        refused_ = true;
        return false;
    }
    bool refuse_child(XmlPlace at) {
        faults_.add(Code::data_limit, {.number = at.line, .line = at.line, .last_line = at.line},
                    "a child with more than 500,000 elements or 16 MiB of text");
        refused_ = true;
        return false;
    }

    bool check_collection(std::string_view text, XmlPlace at) {
        if (text != collection_of_children_in_need) return refuse(at, "the collection is " + shown(text));
        known_collection_ = true;
        return true;
    }

    void read_reference_date(std::string_view text, XmlPlace at) {
        known_reference_date_ = true;
        if (const auto day = rules::parse_date(text)) return events_.set_reference_date(*day);
        faults_.add(Code::data_date, {.number = at.line, .line = at.line, .last_line = at.line},
                    "'ReferenceDate' is not a date; expected 2025-03-31", std::string{advice_on_moment(text)});
    }

    void note_unknown(CensusElement in, std::string_view name) {
        std::string message = shown(name) + " in '" + std::string{census_name(in)} + "' is not known here";
        if (report_.notes.size() >= InputReport::most_notes) message = "elements that are not known here";
        report_.note(Code::xml_element_unknown, message + "; it is left out");
    }

    CensusEvents& events_;
    InputReport& report_;
    Faults& faults_;
    std::vector<CensusElement> open_;  ///< from the root; none that is set aside
    std::size_t aside_ = 0;            ///< open elements of which nothing is read
    CensusChild child_;
    bool known_collection_ = false, known_reference_date_ = false;
    bool stopped_ = false, refused_ = false;
};

class CinCensusReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.rows_are_lines = true;
        Faults faults(options, report);
        CensusEvents events(schema, options, take, report, faults);
        report.coverage = events.coverage();
        CensusListener listener(events, report, faults);

        const auto broken = read_xml(bytes, listener);
        if (listener.stopped()) return false;
        if (!broken) listener.finish();
        if (!broken && !listener.refused() && report.rows == 0 && !options.allow_empty)
            faults.add(Code::data_no_rows, {}, "the file holds no events",
                       "if that is as it should be, say so with --allow-empty");
        faults.tell();
        if (broken) add(*broken, options, report);
        return true;
    }

private:
    static void add(const XmlFault& broken, const ReadOptions& options, InputReport& report) {
        rules::Diagnostic fault{
            .code = broken.code, .where = {}, .message = broken.message, .label = {}, .help = broken.help};
        fault.address = rules::printable(options.name) + ':' + std::to_string(broken.at.line) + ':' +
                        std::to_string(broken.at.column);
        report.faults.add(std::move(fault));
        report.incomplete = true;
    }
};

}  // namespace

const Reader& cin_census_reader() {
    static const CinCensusReader reader;
    return reader;
}

bool recognises_cin_census(std::string_view, std::string_view first_bytes) {
    std::string text;  // what is written in UTF-16 is plain letters and zeros
    for (const char c : first_bytes)
        if (c != '\0') text += c;
    constexpr std::string_view opening = "<Collection>";
    const std::size_t collection = text.find(opening);
    if (collection == std::string::npos || text.find("<Message") > collection) return false;
    const std::size_t name = text.find_first_not_of(" \t\r\n", collection + opening.size());
    return name != std::string::npos && std::string_view{text}.substr(name).starts_with(collection_of_children_in_need);
}

}  // namespace csapath::engine
