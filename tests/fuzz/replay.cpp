// SPDX-License-Identifier: MIT
/// Runs a fuzz entry over files, where no fuzzer drives it: each as it is, cut off at many places, and with single
/// bytes changed. The changes are the same every time.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t cuts = 40, changes = 120;

void try_one(const std::string& text) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

void try_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    try_one(text);
    for (std::size_t cut = 0; cut < std::min(cuts, text.size()); ++cut)
        try_one(text.substr(0, cut * text.size() / cuts));
    std::mt19937 numbers(1);
    constexpr std::string_view signs = "\"'<>&{}[],;:/\\\n\r\t \0#=-0T\xFF";
    for (std::size_t change = 0; change < changes && !text.empty(); ++change) {
        std::string changed = text;
        changed[numbers() % text.size()] = signs[numbers() % signs.size()];
        try_one(changed);
    }
}

}  // namespace

int main(int count, char** names) {
    std::vector<std::filesystem::path> files;
    for (int at = 1; at < count; ++at) {
        if (!std::filesystem::is_directory(names[at])) {
            files.emplace_back(names[at]);
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(names[at])) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const auto& file : files) try_file(file);
    std::printf("%zu files\n", files.size());
    return files.empty() ? 1 : 0;
}
