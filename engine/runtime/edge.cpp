// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/edge.h"

#include <c10/util/Exception.h>

#include <new>
#include <optional>
#include <string>
#include <utility>

namespace parley::runtime {

namespace {

Error outOfMemory() {
    return {ErrorCode::OutOfMemory,
            {},
            phrase("there is not enough memory for this"),
            phrase("close other programs, lower %1, or use %2 bfloat16", "--max-tokens", "--dtype")};
}

Error internal(Phrase problem, std::string detail) {
    return {ErrorCode::Internal, {}, std::move(problem), phrase("please report this"), std::move(detail)};
}

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// Main memory's and Metal's allocators report a refusal as a general error, and so do CUDA and its libraries with all
/// that they have to say; words are all there is to tell it by.
std::optional<Error> byWords(const std::string& text) {
    const auto says = [&](const char* words) { return text.find(words) != std::string::npos; };
    if (says("allocate") || says("out of memory") || says("STATUS_ALLOC_FAILED")) {
        return outOfMemory();
    }
    if (says("CUDA error")) {
        return Error{ErrorCode::DeviceUnavailable, phrase("the GPU"), phrase("stopped working"),
                     phrase("start the program again; if it stays so, use %1 cpu", "--device"), firstLine(text)};
    }
    return std::nullopt;
}

} // namespace

Error errorFromCurrentException() {
    try {
        throw;
    } catch (const EngineError& error) {
        return error.error();
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    } catch (const c10::OutOfMemoryError&) {
        return outOfMemory();
    } catch (const c10::Error& error) {
        const std::string text = error.what_without_backtrace();
        return byWords(text).value_or(internal(phrase("the computation failed"), firstLine(text)));
    } catch (const std::exception& error) {
        return byWords(error.what()).value_or(internal({}, firstLine(error.what())));
    } catch (...) {
        return internal({}, "something unknown was thrown");
    }
}

} // namespace parley::runtime
