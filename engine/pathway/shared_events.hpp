// SPDX-License-Identifier: MIT
/// The event names that shipped mappings and definitions share: one name for one thing, whatever the source called it.
#pragma once

#include <span>
#include <string_view>

namespace csapath::engine {

/// In byte order.
std::span<const std::string_view> shared_event_names();

}  // namespace csapath::engine
