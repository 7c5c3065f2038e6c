// SPDX-License-Identifier: MIT
/// The door to Catch2 (version 2, as Debian 12 packages it).
#pragma once

#include <catch2/catch.hpp>

#include "rules/value/date.hpp"

/// So that a failing check says which day it saw, in every test alike.
template <>
struct Catch::StringMaker<csapath::rules::Date> {
    static std::string convert(csapath::rules::Date day) { return csapath::rules::spelled(day); }
};
