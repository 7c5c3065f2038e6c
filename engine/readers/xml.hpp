// SPDX-License-Identifier: MIT
/// XML, told element by element while it streams in. xml.cpp is the only door to the XML package.
///
/// Nothing outside the text is ever looked at: a document type declaration, the one way to point outside or to let a
/// small file grow, is refused where it begins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/readers/reader.hpp"
#include "rules/text/codes.hpp"

namespace csapath::engine {

/// A place in an XML text, as a person counts: both from 1, columns in characters.
struct XmlPlace {
    std::uint64_t line = 1, column = 1;
    friend bool operator==(const XmlPlace&, const XmlPlace&) = default;
};

/// Who is told. Whoever answers false hears no more. Texts hold until the call returns, and are UTF-8 whatever the
/// file was written in.
class XmlListener {
public:
    virtual ~XmlListener() = default;
    /// The name of an element in a namespace is "{its address}name".
    virtual bool start(std::string_view name, XmlPlace at) = 0;
    /// All text up to the next tag in one piece, CDATA and what stands around comments included, without the blanks and
    /// line ends around it. Never empty.
    virtual bool text(std::string_view text, XmlPlace at) = 0;
    virtual bool end(std::string_view name) = 0;
};

struct XmlFault {
    rules::Code code;
    XmlPlace at;
    std::string message;  ///< our own words, which never hold text of the file but for the name of an encoding
    std::string help = {};
};

namespace xml_limits {
inline constexpr std::size_t depth = 64;
inline constexpr std::size_t attributes = 256;               ///< of one element
inline constexpr std::size_t name = 1024;                    ///< bytes, of an element or attribute
inline constexpr std::size_t text = std::size_t{1} << 20;    ///< bytes between two tags, or of an attribute
inline constexpr std::size_t markup = std::size_t{4} << 20;  ///< bytes of one tag or comment
}  // namespace xml_limits

/// Reads to the end, to the first fault, or until the listener wants no more. What it was told before a fault was well
/// formed up to there. Passes on what `bytes` and the listener throw.
std::optional<XmlFault> read_xml(Bytes& bytes, XmlListener& listener);

}  // namespace csapath::engine
