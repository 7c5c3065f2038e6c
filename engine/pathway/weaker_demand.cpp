// SPDX-License-Identifier: MIT
#include "engine/pathway/weaker_demand.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "rules/language/implication.hpp"

namespace csapath::engine {

namespace typed = rules::typed;
using rules::Truth;

namespace {

std::string where_not(const rules::Implication& found) {
    return found.where_not.empty() ? std::string{} : fmt::format(" where {}", fmt::join(found.where_not, " and "));
}

typed::Condition or_always(const std::optional<typed::Condition>& condition) {
    return condition ? *condition : rules::always();
}
typed::Condition or_never(const std::optional<typed::Condition>& condition) {
    return condition ? *condition : rules::never();
}

/// Whether all of `some` stand in `others`; both in ascending order.
bool among(const typed::Steps& some, const typed::Steps& others) {
    return std::ranges::includes(others, some);
}

class Comparison {
public:
    explicit Comparison(const rules::Vocabulary& words) : words_{words} {}

    std::vector<std::string> found;

    template <class Was, class Is>
    void operator()(const Was&, const Is&) {
        say("it is another form of sentence, which cannot be held against the one it was");
    }

    // ---------------------------------------------------------------------------------------------------- edges

    void operator()(const Edge& was, const Edge& is) {
        if (!was.demands()) return;
        steps_that_will_do(was.to, is.to);
        std::visit(*this, was.form, is.form);
    }
    void operator()(const typed::Must& was, const typed::Must& is) {
        limit(was.limit, is.limit);
        matching(was.matching, is.matching);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Must&, const typed::May&) { say("it is no longer demanded"); }
    void operator()(const typed::Otherwise&, const typed::May&) { say("it is no longer demanded"); }
    void operator()(const typed::Otherwise& was, const typed::Otherwise& is) {
        limit(was.limit, is.limit);
        unless(was.unless, is.unless);
    }
    void operator()(const typed::Otherwise& was, const typed::Must& is) {
        limit(was.limit, is.limit);
        matching({}, is.matching);
        when({}, is.provisos.when);
        unless(was.unless, is.provisos.unless);
    }

    // ---------------------------------------------------------------------------------------- sentences: when

    void operator()(const typed::HappenWithin& was, const typed::HappenWithin& is) {
        limit(was.limit, is.limit);
        anchor(was.anchor, is.anchor, is.which == typed::HappenWithin::Which::each);
        if (was.which != is.which && is.which != typed::HappenWithin::Which::each)
            say("it counts from fewer, or from others, of the events that it follows");
        matching(was.matching, is.matching);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::HappenBy& was, const typed::HappenBy& is) {
        if (was.by != is.by) say("it must happen by another date, which cannot be held against the one it was");
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::HappenBefore& was, const typed::HappenBefore& is) {
        period(is.at_least, was.at_least, "the time before is shorter", is.at_least, was.at_least);
        anchor(was.anchor, is.anchor, false);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::HappenTimes& was, const typed::HappenTimes& is) {
        const auto [least_was, most_was] = range(was);
        const auto [least_is, most_is] = range(is);
        if (least_is < least_was) say(fmt::format("it need happen only {} times, not {}", least_is, least_was));
        if (most_is > most_was) say("it may happen more often");
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Follow& was, const typed::Follow& is) {
        steps_that_will_do(was.steps, is.steps);
        if (was.within && !is.within) say(fmt::format("it no longer has a limit of {}", in_words(*was.within)));
        if (was.within && is.within) period(*was.within, *is.within, "the limit is longer", *is.within, *was.within);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Lead& was, const typed::Lead& is) {
        steps_that_will_do(was.steps, is.steps);
        limit(was.limit, is.limit);
        matching(was.matching, is.matching);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Repeat& was, const typed::Repeat& is) {
        period(was.every, is.every, "it repeats less often", is.every, was.every);
        if (was.from != is.from) say("its clock runs from other steps");
        if (!among(is.until, was.until)) say("its clock ends at further steps");
        if (auto less = wider("its `where`", or_always(was.where), or_always(is.where), words_)) say(*less);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Never& was, const typed::Never& is) {
        using How = typed::Never::How;
        const bool same = was.how == is.how && was.steps == is.steps && was.from == is.from && was.to == is.to;
        const bool more = was.how == How::after && is.how == How::after && among(was.steps, is.steps);
        if (!same && !more && is.how != How::ever) say("it forbids less, or other things");
        provisos(was.provisos, is.provisos);
    }

    // -------------------------------------------------------------------------------- sentences: about the step

    void operator()(const typed::Involve& was, const typed::Involve& is) {
        if (was.how != is.how) say("it asks for another way of taking part");
        parties(was.parties, is.parties);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Share& was, const typed::Share& is) {
        if (was.as && was.as != is.as) say("it asks for another thing to be shared");
        if (was.with != is.with)
            say("it is to be shared with others, who cannot be held against those it was");
        else if (was.with == typed::Share::With::parties)
            parties(was.parties, is.parties);
        limit(was.limit, is.limit);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Record& was, const typed::Record& is) {
        for (const typed::Path& attribute : was.attributes)
            if (std::ranges::find(is.attributes, attribute) == is.attributes.end())
                say(fmt::format("it no longer asks for {}", words_.facts()[attribute.fact].name));
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::RecordedWithin& was, const typed::RecordedWithin& is) {
        limit(was.limit, is.limit);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::RecordedIn& was, const typed::RecordedIn& is) {
        for (const std::string& system : was.systems)
            if (std::ranges::find(is.systems, system) == is.systems.end())
                say(fmt::format("it need no longer be recorded in {}", system));
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::RecordedEverywhere& was, const typed::RecordedEverywhere& is) {
        if (!was.within && is.within)
            say("the systems need no longer say the same day");
        else if (was.within && is.within)
            period(*was.within, *is.within, "the systems may lie further apart", *is.within, *was.within);
        provisos(was.provisos, is.provisos);
    }
    void operator()(const typed::Ensure& was, const typed::Ensure& is) {
        if (auto less = wider("what it ensures", was.condition, is.condition, words_)) say(*less);
        provisos(was.provisos, is.provisos);
    }

private:
    void say(std::string clause) { found.push_back(std::move(clause)); }

    void provisos(const typed::Provisos& was, const typed::Provisos& is) {
        when(was.when, is.when);
        unless(was.unless, is.unless);
    }
    void when(const std::optional<typed::Condition>& was, const std::optional<typed::Condition>& is) {
        if (auto less = narrower("its `when`", or_always(was), or_always(is), words_)) say(*less);
    }
    void unless(const std::optional<typed::Condition>& was, const std::optional<typed::Condition>& is) {
        if (auto less = wider("its `unless`", or_never(was), or_never(is), words_)) say(*less);
    }

    /// `shorter` must be the same unit as `longer` and no more.
    void period(rules::Period longer, rules::Period shorter, std::string_view otherwise, rules::Period is,
                rules::Period was) {
        if (longer.unit != shorter.unit)
            say(fmt::format("the limit is in another unit: {}, not {}", in_words(is), in_words(was)));
        else if (shorter.count > longer.count)
            say(fmt::format("{}: {}, not {}", otherwise, in_words(is), in_words(was)));
    }

    void limit(const typed::Limit& was, const typed::Limit& is) {
        using Kind = typed::Limit::Kind;
        if (was.kind == Kind::none) return;
        pausing(was.pausing, is.pausing);
        if (is.kind == Kind::none) return say("it no longer has a limit");
        if (was.kind == Kind::within && is.kind == Kind::within)
            return period(was.within, is.within, "the limit is longer", is.within, was.within);
        if (was.kind == Kind::within && is.kind == Kind::same_day && was.within.unit != rules::Unit::hours) return;
        if (was.kind == Kind::by && is.kind == Kind::by && was.by == is.by) return;
        if (was.kind == Kind::same_day && is.kind == Kind::same_day) return;
        if (was.kind == Kind::same_day && is.kind == Kind::within)
            return say(fmt::format("the limit is longer: {}, not the same day", in_words(is.within)));
        say("the limit is of another kind, which cannot be held against the one it was");
    }
    void pausing(const std::optional<typed::Pausing>& was, const std::optional<typed::Pausing>& is) {
        if (!is) return;
        if (!was)
            say("its clock may pause");
        else if (was->from != is->from || was->to != is->to)
            say("its clock pauses at other times");
    }
    void matching(const std::optional<typed::Path>& was, const std::optional<typed::Path>& is) {
        if (was != is) say("what must match has changed, and blank values would leave it open");
    }

    /// Any of the steps will do: the fewer, the stricter.
    void steps_that_will_do(const typed::Steps& was, const typed::Steps& is) {
        for (const rules::StepId step : is)
            if (!std::ranges::binary_search(was, step))
                say(fmt::format("the step '{}' will do as well", words_.steps()[step]));
    }
    /// Each of the steps puts it in force: the more, the stricter, but where the order among them matters.
    void anchor(const typed::Anchor& was, const typed::Anchor& is, bool more_is_stricter) {
        if (was.date != is.date || (!more_is_stricter && was.steps != is.steps))
            return say("it counts from something else");
        for (const rules::StepId step : was.steps)
            if (!std::ranges::binary_search(is.steps, step))
                say(fmt::format("it no longer counts from '{}'", words_.steps()[step]));
    }

    using Range = std::pair<std::uint32_t, std::uint32_t>;
    static Range range(const typed::HappenTimes& times) {
        using How = typed::HappenTimes::How;
        return {times.how == How::at_most ? 0 : times.times,
                times.how == How::at_least ? std::numeric_limits<std::uint32_t>::max() : times.times};
    }

    // ------------------------------------------------------------------------------------------------ agencies

    /// Whether whoever stands for `one` stands for `other` too: the same agency, or a member of the group.
    bool serves(rules::AgencyId one, rules::AgencyId other) const {
        const rules::Options members = words_.members(one);
        return (members & words_.members(other)) == members;
    }
    bool overlap(const std::vector<rules::AgencyId>& agencies) const {
        rules::Options seen;
        for (const rules::AgencyId agency : agencies) {
            if (!(seen & words_.members(agency)).none()) return true;
            seen = seen | words_.members(agency);
        }
        return false;
    }
    bool named(const typed::Parties& parties, rules::AgencyId wanted) const {
        return std::ranges::any_of(parties.agencies, [&](rules::AgencyId each) { return serves(each, wanted); });
    }

    void parties(const typed::Parties& was, const typed::Parties& is) {
        if (was.all) {
            if (!is.all) return say("it asks for a number of agencies where it named each of them");
            for (const rules::AgencyId agency : was.agencies)
                if (!named(is, agency)) say(fmt::format("it no longer asks for {}", words_.agencies()[agency].title));
            return;
        }
        if (fewer(was, is)) say("fewer agencies, or others, will do");
    }
    /// Whether `is` may be satisfied by fewer than so many of those that `was` names.
    bool fewer(const typed::Parties& was, const typed::Parties& is) const {
        if (is.agencies.empty()) return !was.agencies.empty() || is.at_least < was.at_least;
        const bool groups_matter = overlap(was.agencies) || overlap(is.agencies);
        if (groups_matter) return was.agencies != is.agencies || is.all || is.at_least < was.at_least;
        std::size_t others = 0;  // of those named now, who would not have counted
        for (const rules::AgencyId each : is.agencies) {
            const auto counts = [&](rules::AgencyId wanted) { return serves(each, wanted); };
            if (!was.agencies.empty() && std::ranges::none_of(was.agencies, counts)) ++others;
        }
        const std::size_t certain = is.all ? is.agencies.size() : is.at_least;
        return certain < was.at_least + others;
    }

    const rules::Vocabulary& words_;
};

/// What is said of a condition that may do what it should not.
std::optional<std::string> unlike(std::string_view what, std::string_view how, const rules::Implication& found) {
    if (found.holds == Truth::yes) return std::nullopt;
    if (found.holds == Truth::unknown)
        return fmt::format("{} has changed, and whether it is {} cannot be decided", what, how);
    return fmt::format("{} is {}{}", what, how, where_not(found));
}

}  // namespace

std::optional<std::string> narrower(std::string_view what, const typed::Condition& was, const typed::Condition& is,
                                    const rules::Vocabulary& words) {
    return unlike(what, "narrower", rules::implies(was, is, words));
}

std::optional<std::string> wider(std::string_view what, const typed::Condition& was, const typed::Condition& is,
                                 const rules::Vocabulary& words) {
    return unlike(what, "wider", rules::implies(is, was, words));
}

std::vector<std::string> weakenings(const Demand& was, const Demand& is, const rules::Vocabulary& words) {
    Comparison comparison{words};
    if (const auto* edge = std::get_if<Edge>(&was)) {
        comparison(*edge, std::get<Edge>(is));
    } else {
        std::visit(comparison, std::get<typed::Sentence>(was), std::get<typed::Sentence>(is));
    }
    return std::move(comparison.found);
}

}  // namespace csapath::engine
