// SPDX-License-Identifier: MIT
/// A definition, understood: every name looked up, every sentence typed.
///
/// A Pathway is plain data and never changes once it is made. Steps, agencies, facts and event types are known by
/// their number; the names are in `words` and `event_types`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/calendar/calendar.hpp"
#include "engine/calendar/zone.hpp"
#include "engine/document/node.hpp"
#include "engine/pathway/grading.hpp"
#include "engine/pathway/in_force.hpp"
#include "rules/language/typed.hpp"
#include "rules/language/vocabulary.hpp"
#include "rules/text/passage.hpp"

namespace csapath::engine {

using EventTypeId = std::uint16_t;

/// In ascending order of strength.
enum class Basis : std::uint8_t { practice, procedure, statutory };
enum class Severity : std::uint8_t { low, medium, high };

std::string_view name(Basis basis);
std::string_view name(Severity severity);

/// An entry of `sources:`: guidance, an audit, a local procedure.
struct Citation {
    std::string id, title = {};
    Basis basis = Basis::practice;
    std::string url = {};  ///< where it can be read; empty if the definition does not say
    rules::Span where = {};
};

/// A node of the pathway. An event of one of its types, for which `where` holds, is an occurrence of it.
struct Step {
    std::string id, title = {}, stage = {};
    std::string track = "main";
    std::vector<EventTypeId> events = {};
    std::optional<rules::typed::Condition> where = {};
    rules::Passage where_text = {};  ///< as written; empty without one
    bool starts = false, ends = false;
    bool working_days_only = false;  ///< one dated on another day is doubtful data
    std::optional<rules::AgencyId> by = {};
    rules::Span span = {};  ///< its id, where the definition declares it
};

/// What an edge says: from one step to another, or to any one of several.
struct Edge {
    rules::StepId from = 0;
    rules::typed::Steps to;
    rules::typed::Edge form;

    bool demands() const { return !std::holds_alternative<rules::typed::May>(form); }
};

/// Leave that a layer takes to ask for less than a statutory rule does.
struct Departure {
    std::string reason;
    rules::Date until;  ///< the last day on which it may be judged by
    rules::Span where;
};

/// One thing the pathway demands (or, for `may`, allows): an entry of `next` or `must`.
struct Rule {
    std::string id;            ///< `step.key`, `step.next.target` or `step.next.word`
    rules::StepId step = 0;    ///< the step it stands under
    rules::Passage text = {};  ///< the sentence as written, and where
    std::string why = {};      ///< empty if the definition does not say
    Severity severity = Severity::medium;
    Basis basis = Basis::practice;
    std::vector<std::uint16_t> sources = {};  ///< numbers of citations
    InForce in_force = {};
    bool unverified = false;  ///< nobody has held the value against its source
    std::optional<Departure> departs = {};
    std::variant<Edge, rules::typed::Sentence> demand = {};
    rules::Span where = {};  ///< all that is said of it; of several layers, by the last that says anything

    const Edge* edge() const { return std::get_if<Edge>(&demand); }
    const rules::typed::Sentence* sentence() const { return std::get_if<rules::typed::Sentence>(&demand); }
};

struct Pathway {
    std::string id, title, version;
    InForce in_force;
    std::shared_ptr<const rules::Sources> texts;  ///< what all spans point into
    std::optional<Zone> zone;                     ///< always set in a pathway that loaded
    std::shared_ptr<const Calendar> calendar;     ///< likewise
    std::string calendar_sha256;
    std::vector<Citation> citations;
    rules::Vocabulary words;
    /// Every event name that this definition knows (those all definitions share and its own), in byte order: the
    /// number of a type is its place here.
    std::vector<std::string> event_types;
    std::vector<EventTypeId> sharing_events;
    std::vector<Step> steps;  ///< by StepId, in the order of the file
    std::vector<Rule> rules;  ///< in the order of the file: within a step, as its keys stand
    std::optional<Grading> grading;

    /// The files this definition was made of, the one named on the command line last.
    struct Layer {
        std::string path, sha256;
    };
    std::vector<Layer> layers;
    /// What the layers together say: one definition, each value of which knows its file.
    std::shared_ptr<const Node> document;

    /// A rule that a layer took away.
    struct Gone {
        std::string id, reason;
        rules::Span where;  ///< of the removal
    };
    std::vector<Gone> gone;

    /// A departure that is made use of, whether its rule asks for less or is gone.
    struct Departed {
        std::string rule;
        Departure departure;
        rules::Span statutory;  ///< the sentence that is departed from
        std::string how;        ///< "the limit is longer: 10 working days, not 3 working days"
    };
    std::vector<Departed> departed;

    std::optional<EventTypeId> event_type(std::string_view name) const;
    /// Whether the innermost layer, the file that was named, writes what stands at `where`.
    bool is_own(const rules::Span& where) const { return layers.size() < 2 || where.source == document->where.source; }
};

}  // namespace csapath::engine
