// SPDX-License-Identifier: MIT
#include "engine/findings/results.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::engine;

TEST_CASE("a definition of one file has that file's hash") {
    Pathway pathway;
    pathway.layers = {{"csa-response.yaml", std::string(64, 'a')}};

    CHECK(definition_sha256(pathway) == std::string(64, 'a'));
}

TEST_CASE("a definition of several files has the hash of their hashes, in order") {
    Pathway pathway;
    pathway.layers = {{"national.yaml", std::string(64, 'a')}, {"local.yaml", std::string(64, 'b')}};
    // printf '%064d\n%064d\n' 0 0 | sed '1s/0/a/g;2s/0/b/g' | sha256sum
    CHECK(definition_sha256(pathway) == "913f9338fb6c17253f3a14816fc08d52522454bfc19a8c99538a197cfb23fb41");

    std::swap(pathway.layers[0], pathway.layers[1]);
    CHECK(definition_sha256(pathway) != "913f9338fb6c17253f3a14816fc08d52522454bfc19a8c99538a197cfb23fb41");
}

TEST_CASE("without a file there is nothing to hash") {
    CHECK(definition_sha256(Pathway{}).empty());
}

TEST_CASE("a rule applied wherever its verdict is not 'not applicable', and four verdicts mean it was broken") {
    // met, late, overdue, missed, failed, pending, excused, undetermined, not visible, not applicable
    const VerdictCounts counts = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

    CHECK(applicable(counts) == 511);
    CHECK(broken(counts) == 2 + 4 + 8 + 16);
    CHECK(applicable(VerdictCounts{}) == 0);
}
