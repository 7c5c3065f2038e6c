// SPDX-License-Identifier: MIT
/// The door to Catch2 (version 2, as Debian 12 packages it).
#pragma once

#include <catch2/catch.hpp>
