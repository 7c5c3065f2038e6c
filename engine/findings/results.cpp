// SPDX-License-Identifier: MIT
#include "engine/findings/results.hpp"

#include "engine/document/digest.hpp"

namespace csapath::engine {

namespace {
template <class Wanted>
std::uint64_t total(const VerdictCounts& counts, Wanted wanted) {
    std::uint64_t sum = 0;
    for (std::size_t verdict = 0; verdict < counts.size(); ++verdict) {
        if (wanted(static_cast<Verdict>(verdict))) sum += counts[verdict];
    }
    return sum;
}
}  // namespace

std::string definition_sha256(const Pathway& pathway) {
    if (pathway.layers.empty()) return {};
    if (pathway.layers.size() == 1) return pathway.layers.front().sha256;
    Digest digest;
    for (const Pathway::Layer& layer : pathway.layers) {
        digest.add(layer.sha256);
        digest.add("\n");
    }
    return hexadecimal(digest.finish());
}

std::uint64_t applicable(const VerdictCounts& counts) {
    return total(counts, [](Verdict verdict) { return verdict != Verdict::not_applicable; });
}

std::uint64_t broken(const VerdictCounts& counts) {
    return total(counts, is_finding);
}

}  // namespace csapath::engine
