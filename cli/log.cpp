// SPDX-License-Identifier: MIT
#include "cli/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>

#include <mutex>

#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// Gives what spdlog has formatted to our own stream, at once: a program that dies has said all it had to say.
class OutSink : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit OutSink(engine::Out& out) : out_(out) {}

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        out_.buffer.append(line.data(), line.size());
        out_.flush();
    }
    void flush_() override { out_.flush(); }

private:
    engine::Out& out_;
};

spdlog::level::level_enum level(Loudness loudness) {
    switch (loudness) {
        case Loudness::quiet:
            return spdlog::level::err;
        case Loudness::normal:
            return spdlog::level::warn;
        case Loudness::verbose:
            return spdlog::level::info;
    }
    return spdlog::level::err;
}

}  // namespace

struct Log::Logger {
    spdlog::logger logger;
};

Named::Named(std::string_view written) : shown(rules::printable(written)) {}

Log::Log(engine::Out& out, Loudness loudness)
    : logger_(new Logger{spdlog::logger("csapath", std::make_shared<OutSink>(out))}) {
    logger_->logger.set_level(level(loudness));
    logger_->logger.set_pattern("%n: %v");  // no times: two runs say the same
}

Log::~Log() = default;

void Log::write(Loudness from, const std::string& message) {
    logger_->logger.log(level(from), message);
}

}  // namespace csapath::cli
