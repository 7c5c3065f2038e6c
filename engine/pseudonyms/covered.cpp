// SPDX-License-Identifier: MIT
#include "engine/pseudonyms/covered.hpp"

#include <algorithm>

#include "engine/mappings/plain_words.hpp"

namespace csapath::engine {

namespace {

constexpr std::size_t most_of_word = 200;

bool part_of_word(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           byte == '-' || byte == '_' || byte >= 0x80;
}

/// The words of a sentence, and what stands in quotes.
void add_words(std::string_view sentence, std::set<std::string>& to) {
    for (std::size_t at = 0; at < sentence.size();) {
        const char first = sentence[at];
        std::size_t end = at + 1;
        if (first == '"' || first == '\'') {
            end = std::min(sentence.find(first, at + 1), sentence.size());
            to.insert(plain_words(sentence.substr(at + 1, end - at - 1)));
            end = at + 1;  // the words within count too, and an apostrophe is no quote
        } else if (part_of_word(first)) {
            while (end < sentence.size() && part_of_word(sentence[end])) ++end;
            to.insert(plain_words(sentence.substr(at, end - at)));
        }
        at = end;
    }
}

}  // namespace

CoveredEvents::CoveredEvents(const Pseudonyms& pseudonyms, const Pathway& pathway)
    : pseudonyms_(pseudonyms), pathway_(pathway) {
    const auto& facts = pathway.words.facts();
    covered_.reserve(facts.size());
    for (rules::FactId fact = 0; fact < facts.size(); ++fact)
        covered_.push_back(facts[fact].type.kind == rules::Type::Kind::text && fact != rules::fact_area &&
                           fact != rules::fact_system);
    for (const Rule& rule : pathway.rules) add_words(rule.text.text, written_words_);
    for (const Step& step : pathway.steps) add_words(step.where_text.text, written_words_);
}

std::string_view CoveredEvents::case_id(std::string_view written) {
    if (last_pseudonym_.empty() || written != last_case_) {
        last_case_ = written;
        last_pseudonym_ = pseudonyms_.of_case(written);
    }
    return last_pseudonym_;
}

const Event& CoveredEvents::event(const Event& written) {
    if (texts_.size() > most_kept) texts_.clear();
    event_ = written;
    cover(event_.cells);
    cover(event_.case_cells);
    return event_;
}

bool CoveredEvents::may_stay(const std::string& text) const {
    return text.size() <= most_of_word && written_words_.contains(plain_words(text));
}

void CoveredEvents::cover(EventCells& cells) {
    for (Cell& cell : cells) {
        if (cell.value.kind != rules::Value::Kind::text || !covered_[cell.fact]) continue;
        const std::string& fact = pathway_.words.facts()[cell.fact].name;
        std::string written(cell.value.text);
        if (may_stay(written)) continue;
        std::string key = fact;
        key += '\0';
        key += written;
        std::string& known = texts_[key];
        if (known.empty()) known = pseudonyms_.of_text(fact, written);
        cell.value.text = known;
    }
}

}  // namespace csapath::engine
