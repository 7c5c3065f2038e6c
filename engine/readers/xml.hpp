// SPDX-License-Identifier: MIT
/// XML, told element by element while it streams in. xml.cpp is the only door to the XML package.
///
/// Nothing outside the text is ever looked at: a document type declaration, the one way to point outside or to let a
/// small file grow, is refused where it begins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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
    /// An attribute of the element that starts next; told before its start. Its name as that of an element.
    virtual void attribute(std::string_view /*name*/, std::string_view /*value*/) {}
    /// The name of an element in a namespace is "{its address}name".
    virtual bool start(std::string_view name, XmlPlace at) = 0;
    /// All text up to the next tag in one piece, CDATA and what stands around comments included, without the blanks and
    /// line ends around it unless blanks are wanted. Never empty.
    virtual bool text(std::string_view text, XmlPlace at) = 0;
    virtual bool end(std::string_view name) = 0;
    /// Whether blanks and line ends are part of the texts, and texts of nothing else are told too.
    virtual bool wants_blanks() const { return false; }
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

/// An XML text that is read a stretch at a time.
class XmlStream {
public:
    /// Both must outlive this.
    XmlStream(Bytes& bytes, XmlListener& listener);
    ~XmlStream();

    /// Reads some more and tells the listener. False at the end, at the first fault, or when the listener wants no
    /// more. Passes on what `bytes` and the listener throw.
    bool more();
    const std::optional<XmlFault>& fault() const;

private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

/// Reads to the end, to the first fault, or until the listener wants no more. What it was told before a fault was well
/// formed up to there. Passes on what `bytes` and the listener throw.
std::optional<XmlFault> read_xml(Bytes& bytes, XmlListener& listener);

}  // namespace csapath::engine
