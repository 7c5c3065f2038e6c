// SPDX-License-Identifier: MIT
#include "engine/readers/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "engine/readers/windows_1252.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr int chunk = 64 * 1024;
/// Between a namespace and a name; the package refuses a namespace that holds one itself.
constexpr char between = '\n';

bool is_windows_1252(std::string_view name) {
    std::string small{name};
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small == "windows-1252" || small == "cp1252" || small == "cp-1252";
}

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

struct Words {
    std::string message, help = {};
};

/// What an error of the package is in our words; its own may quote the file.
Words in_our_words(XML_Error error) {
    switch (error) {
        case XML_ERROR_NO_ELEMENTS:
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_PARTIAL_CHAR:
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            return {"the file ends in the middle of an element or before the first; it was cut off, or is no XML",
                    "save or fetch it again"};
        case XML_ERROR_TAG_MISMATCH:
            return {"a closing tag that does not belong to the element that is open"};
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return {"an attribute stands twice in one tag"};
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return {"something stands after the end of the root element", "one file holds one root element"};
        case XML_ERROR_MISPLACED_XML_PI:
            return {"the XML declaration does not stand at the very beginning of the file",
                    "take away the blanks or lines before it"};
        case XML_ERROR_BAD_CHAR_REF:
            return {"a character written as a number that XML does not allow"};
        case XML_ERROR_UNDEFINED_ENTITY:
            return {"a name between & and ; that is not declared", "XML itself knows amp, lt, gt, quot and apos"};
        case XML_ERROR_UNBOUND_PREFIX:
            return {"a name with a prefix that no namespace is declared for"};
        case XML_ERROR_INCORRECT_ENCODING:
            return {"the file is not in the encoding that its first line names"};
        default:
            return {"not XML that can be read"};
    }
}

/// Something in the text that no token can hold; `before` is what stands before it, `byte` the first of it.
Words invalid_token(std::string_view before, unsigned char byte) {
    if (byte >= 0x80)
        return {"a character that is not in the encoding of the file (UTF-8, unless its first line says another)",
                "save it as UTF-8, or name its encoding in the first line"};
    if (byte < 0x20 && byte != '\t' && byte != '\r' && byte != '\n')
        return {"a control character, which XML does not allow"};
    const std::size_t sign = before.find_last_of("&<> ;");
    if (sign != std::string_view::npos && before[sign] == '&')
        return {"an & that begins no entity", "an & in text is written &amp;"};
    return {"a sign that has no place here", "a < in text is written &lt;"};
}

}  // namespace

class XmlStream::Parser {
public:
    Parser(Bytes& bytes, XmlListener& listener)
        : bytes_(bytes), listener_(listener), expat_(XML_ParserCreateNS(nullptr, between)) {
        if (!expat_) throw std::bad_alloc();
        XML_Parser expat = expat_.get();
        XML_SetUserData(expat, this);
        XML_SetElementHandler(
            expat,
            [](void* self, const XML_Char* name, const XML_Char** attributes) {
                to(self).guarded([&] { to(self).start(name, attributes); });
            },
            [](void* self, const XML_Char* name) { to(self).guarded([&] { to(self).end(name); }); });
        XML_SetCharacterDataHandler(expat, [](void* self, const XML_Char* text, int length) {
            to(self).guarded([&] { to(self).characters({text, static_cast<std::size_t>(length)}); });
        });
        XML_SetStartDoctypeDeclHandler(expat, [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
            to(self).refuse_doctype();
        });
        XML_SetUnknownEncodingHandler(
            expat,
            [](void* self, const XML_Char* name, XML_Encoding* table) { return to(self).encoding(name, *table); },
            this);
    }

    bool more() {
        if (ended_ || stopped_ || fault_) return false;
        void* const room = XML_GetBuffer(expat_.get(), chunk);
        if (room == nullptr) throw std::bad_alloc();
        const std::size_t got = bytes_.read({static_cast<char*>(room), static_cast<std::size_t>(chunk)});
        read_ += got;
        ended_ = got == 0;
        const XML_Status status = XML_ParseBuffer(expat_.get(), static_cast<int>(got), ended_);
        if (thrown_) std::rethrow_exception(thrown_);
        if (status != XML_STATUS_OK && !stopped_) fault_ = fault_of(XML_GetErrorCode(expat_.get()));
        // What is not told yet is one unfinished tag or comment, kept in memory. No index: nothing was told.
        const XML_Index told = XML_GetCurrentByteIndex(expat_.get());
        if (told >= 0) told_up_to_ = static_cast<std::uint64_t>(told);
        if (!fault_ && !stopped_ && read_ - told_up_to_ > xml_limits::markup)
            fault_ = XmlFault{Code::xml_limit, here(), "a tag or comment of more than 4 MiB"};
        return !ended_ && !stopped_ && !fault_;
    }
    const std::optional<XmlFault>& fault() const { return fault_; }

private:
    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    static Parser& to(void* self) { return *static_cast<Parser*>(self); }

    /// Nothing may be thrown through the package, and it may have more to say after it was stopped.
    template <class Action>
    void guarded(Action action) {
        if (stopped_) return;
        try {
            action();
        } catch (...) {
            thrown_ = std::current_exception();
            stop();
        }
    }
    void stop() {
        stopped_ = true;
        XML_StopParser(expat_.get(), XML_FALSE);
    }
    void refuse(Code code, std::string message, std::string help = {}) {
        fault_ = XmlFault{code, here(), std::move(message), std::move(help)};
        stop();
    }
    XmlPlace here() const {
        return {XML_GetCurrentLineNumber(expat_.get()), XML_GetCurrentColumnNumber(expat_.get()) + 1};
    }

    void start(const XML_Char* name, const XML_Char** attributes) {
        if (!tell_text()) return;
        if (++depth_ > xml_limits::depth) return refuse(Code::xml_limit, "elements nested more than 64 deep");
        const std::string_view given{name};
        if (given.size() > xml_limits::name) return refuse(Code::xml_limit, "a name of more than 1 KiB");
        std::size_t count = 0;
        for (; attributes[2 * count] != nullptr; ++count) {
            if (count == xml_limits::attributes)
                return refuse(Code::xml_limit, "an element with more than 256 attributes");
            if (std::string_view{attributes[2 * count]}.size() > xml_limits::name)
                return refuse(Code::xml_limit, "a name of more than 1 KiB");
            if (std::string_view{attributes[2 * count + 1]}.size() > xml_limits::text)
                return refuse(Code::xml_limit, "an attribute of more than 1 MiB");
        }
        for (const XML_Char** each = attributes; *each != nullptr; each += 2)
            listener_.attribute(full_name(each[0]), each[1]);
        if (!listener_.start(full_name(given), here())) stop();
    }

    void end(const XML_Char* name) {
        if (!tell_text()) return;
        --depth_;
        if (!listener_.end(full_name(name))) stop();
    }

    void characters(std::string_view text) {
        if (text_.empty() && listener_.wants_blanks()) {
            text_at_ = here();
        } else if (text_.empty()) {
            // Blanks before a text are not part of it, nor is its place theirs; a line end comes in a piece of its own.
            const std::size_t first = text.find_first_not_of(blanks);
            if (first == std::string_view::npos) return;
            text_at_ = here();
            text_at_.column += first;
            text.remove_prefix(first);
        }
        if (text_.size() + text.size() > xml_limits::text) return refuse(Code::xml_limit, "a text of more than 1 MiB");
        text_ += text;
    }

    bool tell_text() {
        if (text_.empty()) return true;
        const bool go_on = listener_.text(listener_.wants_blanks() ? text_ : trimmed(text_), text_at_);
        text_.clear();
        if (!go_on) stop();
        return go_on;
    }

    void refuse_doctype() {
        if (stopped_) return;
        refuse(Code::xml_document_type, "document type declarations are not accepted",
               "take out what begins with <!DOCTYPE");
    }

    int encoding(std::string_view name, XML_Encoding& table) {
        if (!is_windows_1252(name)) {
            unknown_encoding_ = name.substr(0, 40);
            return XML_STATUS_ERROR;
        }
        for (int byte = 0; byte < 256; ++byte) table.map[byte] = byte;
        std::copy(windows_1252.begin(), windows_1252.end(), table.map + 0x80);
        table.data = nullptr;
        table.convert = nullptr;
        table.release = nullptr;
        return XML_STATUS_OK;
    }

    XmlFault fault_of(XML_Error error) const {
        if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        Words words = in_our_words(error);
        if (error == XML_ERROR_UNKNOWN_ENCODING)
            words = {"the encoding '" + unknown_encoding_ + "' is not known here", "save the file as UTF-8"};
        if (error == XML_ERROR_INVALID_TOKEN) {
            int at = 0, size = 0;
            const char* const around = XML_GetInputContext(expat_.get(), &at, &size);
            if (around != nullptr && at < size)
                words = invalid_token({around, static_cast<std::size_t>(at)}, static_cast<unsigned char>(around[at]));
        }
        return {Code::xml_syntax, here(), std::move(words.message), std::move(words.help)};
    }

    std::string_view full_name(std::string_view name) {
        const std::size_t space = name.find(between);
        if (space == std::string_view::npos) return name;
        full_name_ = '{';
        full_name_.append(name.substr(0, space)).append("}").append(name.substr(space + 1));
        return full_name_;
    }

    Bytes& bytes_;
    XmlListener& listener_;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> expat_;
    std::size_t depth_ = 0;
    std::uint64_t read_ = 0, told_up_to_ = 0;  ///< bytes of the text
    bool ended_ = false, stopped_ = false;
    std::string text_;  ///< since the last tag
    XmlPlace text_at_;
    std::string full_name_, unknown_encoding_;
    std::optional<XmlFault> fault_;
    std::exception_ptr thrown_;
};

XmlStream::XmlStream(Bytes& bytes, XmlListener& listener) : parser_(std::make_unique<Parser>(bytes, listener)) {}
XmlStream::~XmlStream() = default;

bool XmlStream::more() {
    return parser_->more();
}
const std::optional<XmlFault>& XmlStream::fault() const {
    return parser_->fault();
}

std::optional<XmlFault> read_xml(Bytes& bytes, XmlListener& listener) {
    XmlStream stream(bytes, listener);
    while (stream.more()) {
    }
    return stream.fault();
}

}  // namespace csapath::engine
