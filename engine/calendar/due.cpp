// SPDX-License-Identifier: MIT
#include "engine/calendar/due.hpp"
