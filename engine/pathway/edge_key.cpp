// SPDX-License-Identifier: MIT
#include "engine/pathway/edge_key.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/pathway/ids.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

struct Word {
    std::string text;
    rules::Span where;
};

std::vector<Word> words_of(const rules::Passage& key) {
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<Word> words;
    for (std::size_t at = key.text.find_first_not_of(blanks); at != std::string::npos;) {
        const std::size_t end = std::min(key.text.find_first_of(blanks, at), key.text.size());
        words.push_back(
            {key.text.substr(at, end - at), key.span(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end))});
        at = key.text.find_first_not_of(blanks, end);
    }
    return words;
}

void refuse_shape(const rules::Span& where, rules::Diagnostics& diagnostics) {
    diagnostics.add({.code = Code::pathway_id,
                     .where = where,
                     .message = "an edge leads to a step, or to steps joined by `or`",
                     .help = "write `step`, `step or step`, or `step as word`"});
}

void add_target(const Word& word, std::vector<std::string>& names, EdgeKey& edge, Draft& draft) {
    const auto& steps = draft.pathway.words.steps();
    const auto target = draft.pathway.words.step(word.text);
    if (!target) {
        draft.diagnostics.add(
            {.code = Code::pathway_step_unknown,
             .where = word.where,
             .message = fmt::format("there is no step '{}'{}", word.text, rules::did_you_mean(word.text, steps))});
        return;
    }
    if (std::find(edge.targets.begin(), edge.targets.end(), *target) != edge.targets.end()) {
        draft.diagnostics.add({.code = Code::rule_repeated_name,
                               .where = word.where,
                               .message = fmt::format("the step '{}' stands twice", word.text)});
        return;
    }
    edge.targets.push_back(*target);
    names.push_back(word.text);
}

}  // namespace

EdgeKey read_edge_key(const rules::Passage& key, const std::string& step, Draft& draft) {
    EdgeKey edge;
    std::vector<std::string> names;
    std::string word_after_as;
    const std::vector<Word> words = words_of(key);

    // Targets stand at the even places, and between them `or`, or at last `as` with its word.
    std::size_t at = 0;
    for (; at < words.size(); at += 2) {
        add_target(words[at], names, edge, draft);
        if (at + 1 == words.size() || words[at + 1].text != "or") break;
    }
    if (at >= words.size()) {
        refuse_shape(key.where, draft.diagnostics);
    } else if (at + 1 < words.size()) {
        if (words[at + 1].text == "as" && at + 3 == words.size()) {
            const Word& word = words[at + 2];
            usable_id(word.text, word.where, "an edge", Keywords::sentence, draft.diagnostics);
            word_after_as = word.text;
        } else {
            refuse_shape(rules::joined(words[at + 1].where, words.back().where), draft.diagnostics);
        }
    }

    std::sort(edge.targets.begin(), edge.targets.end());
    std::sort(names.begin(), names.end());
    edge.id = fmt::format("{}.{}.{}", step, next_key,
                          word_after_as.empty() ? fmt::format("{}", fmt::join(names, "-or-")) : word_after_as);
    return edge;
}

}  // namespace csapath::engine
