// SPDX-License-Identifier: MIT
#include "cli/unfinished.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace csapath::cli {
namespace {

struct Slot {
    enum State : int { free, filling, unfinished };
    std::atomic<int> state{free};
    int folder = -1;
    std::array<char, 256> name{};
};
static_assert(std::atomic<int>::is_always_lock_free);

std::array<Slot, most_unfinished> slots;

extern "C" void remove_unfinished(int signal_number) {
    for (const Slot& slot : slots)
        if (slot.state.load(std::memory_order_acquire) == Slot::unfinished)
            ::unlinkat(slot.folder, slot.name.data(), 0);
    // The handler was installed for one time only: this ends the program by the signal itself once it returns.
    ::raise(signal_number);
}

}  // namespace

void watch_for_interruptions() {
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXCPU}) {
        struct sigaction before {};
        if (::sigaction(signal_number, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
        struct sigaction action {};
        action.sa_handler = remove_unfinished;
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        ::sigemptyset(&action.sa_mask);
        ::sigaction(signal_number, &action, nullptr);
    }
    std::signal(SIGXFSZ, SIG_IGN);
}

Unfinished::Unfinished(int folder, const char* name) : slot_(0) {
    while (slot_ < slots.size()) {
        int expected = Slot::free;
        if (slots[slot_].state.compare_exchange_strong(expected, Slot::filling)) break;
        ++slot_;
    }
    if (slot_ == slots.size() || std::strlen(name) >= slots[slot_].name.size())
        throw std::length_error("too many unfinished files");
    Slot& slot = slots[slot_];
    slot.folder = folder;
    std::strncpy(slot.name.data(), name, slot.name.size() - 1);
    slot.state.store(Slot::unfinished, std::memory_order_release);
}

Unfinished::~Unfinished() {
    slots[slot_].state.store(Slot::free, std::memory_order_release);
}

}  // namespace csapath::cli
