// SPDX-License-Identifier: MIT
/// The words of messages. Everything is appended, so that one string serves many findings.
///
/// A message is one sentence in lower case without a full stop. It says what the data shows, never more: "not
/// recorded", not "not done". Dates are spelled with their weekday, so that a reader sees weekends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/finding.hpp"
#include "engine/obligations/judgement.hpp"
#include "engine/obligations/scene.hpp"

namespace csapath::engine {

/// A title as it stands inside a sentence: "Strategy discussion" becomes "strategy discussion", "GP informed" stays.
void append_title(std::string_view title, std::string& to);
/// "strategy discussion", or "strategy discussion or conference" for several steps.
void append_steps(const Pathway& pathway, const rules::typed::Steps& steps, std::string& to);
/// "Police", "Police and Health", "Police, Health and School": titles of agencies, in the order of the definition.
void append_agencies(const Pathway& pathway, rules::Options agencies, std::string& to);
/// "a", "a and b", "a, b and c".
void append_list(const std::vector<std::string>& parts, std::string& to);

/// Text of the definition as it was written, on one line.
void append_written(const rules::Span& where, std::string& to);

/// "Tue 6 May 2025", or with its time "Tue 6 May 2025 at 15:20".
void append_when(const rules::Moment& moment, std::string& to);
/// "of Wed 30 Apr 2025", with the time where it is known.
void append_of(const rules::Moment& moment, std::string& to);
/// "held" for what one holds (discussions, conferences, meetings …), "dated" for all else.
std::string_view happened_word(std::string_view title);

/// The title of the step that an event is taken as: the first of `steps` it is an occurrence of, else its own type.
void append_event_title(const Scene& scene, std::uint32_t event, const rules::typed::Steps& steps, std::string& to);

/// "; Mon 5 May was a bank holiday": the weekdays in (from, to] that are not worked, with their titles, at most three.
void append_holidays(const Calendar& calendar, rules::Date from, rules::Date to, std::string& out);

/// Adds the lines of `why` that any obligation may have: why it applied or not, what is not known; and to the message
/// of something excused, by what.
void add_reasons(const class Obligation& obligation, const Scene& scene, const Judgement& judgement, Finding& finding);

/// What to say of an undetermined, excused or not visible verdict, and of one that does not apply; empty otherwise.
std::string_view because_words(Because because);

}  // namespace csapath::engine
