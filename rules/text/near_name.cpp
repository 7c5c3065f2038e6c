// SPDX-License-Identifier: MIT
#include "rules/text/near_name.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "rules/text/character.hpp"

namespace csapath::rules {

namespace {
using Letters = std::vector<char32_t>;

constexpr std::size_t most_edits = 2;
constexpr std::size_t too_far = static_cast<std::size_t>(-1);

/// What is compared: small letters, and one sign between words.
void fold(std::string_view name, Letters& into) {
    into.clear();
    while (!name.empty()) {
        const Character next = first_character(name);
        name.remove_prefix(next.bytes);
        const bool capital = next.code >= U'A' && next.code <= U'Z';
        const bool joint = next.code == U' ' || next.code == U'_';
        into.push_back(capital ? next.code + (U'a' - U'A') : joint ? U'-' : next.code);
    }
}

/// How many edits may lie between two names. A single letter changed is another letter, not a slip.
std::size_t edits_allowed(std::size_t letters) {
    return letters > 4 ? most_edits : letters > 1 ? 1 : 0;
}

/// Edits from one name to another that is no shorter, a swap of neighbours being one; `too_far` beyond `allowed`.
std::size_t edits(std::span<const char32_t> from, std::span<const char32_t> to, std::size_t allowed) {
    // What the names share at either end needs no edit, and is most of them where step names are alike.
    while (!from.empty() && !to.empty() && from.front() == to.front()) {
        from = from.subspan(1);
        to = to.subspan(1);
    }
    while (!from.empty() && !to.empty() && from.back() == to.back()) {
        from = from.first(from.size() - 1);
        to = to.first(to.size() - 1);
    }

    // last[j]: the edits that turn the letters of `from` before this one into the first j letters of `to`. An entry
    // further than `allowed` from the diagonal cannot matter; beside those that do stands a wall.
    constexpr std::size_t wall = 1'000;
    std::vector<std::size_t> before_last(to.size() + 1), last(to.size() + 1), now(to.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});

    for (std::size_t i = 1; i <= from.size(); ++i) {
        const std::size_t begin = i > allowed ? i - allowed : 1;
        const std::size_t end = std::min(to.size(), i + allowed);
        std::size_t least = wall;
        now[begin - 1] = begin == 1 ? i : wall;
        for (std::size_t j = begin; j <= end; ++j) {
            const std::size_t changed = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            now[j] = std::min({changed, last[j] + 1, now[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) now[j] = std::min(now[j], before_last[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (end < to.size()) now[end + 1] = wall;
        if (std::min(least, now[begin - 1]) > allowed) return too_far;
        before_last.swap(last);
        last.swap(now);
    }
    return last.back() <= allowed ? last.back() : too_far;
}

/// How many words the longer name adds to the shorter, which it begins with; `too_far` if it does not.
std::size_t words_added(const Letters& shorter, const Letters& longer) {
    if (shorter.size() >= longer.size() || longer[shorter.size()] != U'-') return too_far;
    if (!std::equal(shorter.begin(), shorter.end(), longer.begin())) return too_far;
    const auto rest = longer.begin() + static_cast<std::ptrdiff_t>(shorter.size());
    return static_cast<std::size_t>(std::count(rest, longer.end(), U'-'));
}

/// Smaller is nearer. Whatever is a slip of the pen is nearer than whatever lacks words.
std::size_t distance(const Letters& one, const Letters& other) {
    const Letters& shorter = one.size() < other.size() ? one : other;
    const Letters& longer = one.size() < other.size() ? other : one;
    const std::size_t allowed = edits_allowed(shorter.size());
    if (longer.size() - shorter.size() <= allowed) {
        if (const std::size_t found = edits(shorter, longer, allowed); found != too_far) return found;
    }
    const std::size_t words = words_added(shorter, longer);
    return words == too_far ? too_far : most_edits + words;
}
}  // namespace

std::optional<std::string> near_name(std::string_view written, std::span<const std::string> known) {
    Letters wanted, letters, nearest_letters;
    fold(written, wanted);
    if (wanted.empty()) return std::nullopt;

    const std::string* nearest = nullptr;
    std::size_t least = too_far;
    bool shared = false;
    for (const std::string& name : known) {
        fold(name, letters);
        if (letters.empty()) continue;
        const std::size_t found = distance(wanted, letters);
        if (found == too_far || found > least) continue;
        if (found == least) {
            shared = shared || letters != nearest_letters;
            continue;
        }
        nearest = &name;
        least = found;
        shared = false;
        nearest_letters.swap(letters);
    }
    return nearest == nullptr || shared ? std::nullopt : std::optional(*nearest);
}

std::string did_you_mean(std::string_view written, std::span<const std::string> known) {
    const std::optional<std::string> name = near_name(written, known);
    return name ? "; did you mean '" + *name + "'?" : std::string{};
}

}  // namespace csapath::rules
