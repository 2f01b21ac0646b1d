// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/edge.h"

#include <c10/util/Exception.h>

#include <new>
#include <string>

namespace parley::runtime {

namespace {

Error outOfMemory() {
    return {ErrorCode::OutOfMemory, "", "there is not enough memory for this",
            "close other programs, lower --max-tokens, or use --dtype bfloat16"};
}

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

} // namespace

Error errorFromCurrentException() {
    try {
        throw;
    } catch (const EngineError& error) {
        return error.error();
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    } catch (const c10::Error& error) {
        // torch's allocator reports a refusal as a general error; its words are all there is to tell it by.
        const std::string text = error.what_without_backtrace();
        if (text.find("allocate") != std::string::npos) {
            return outOfMemory();
        }
        return {ErrorCode::Internal, "", "the computation failed: " + firstLine(text), "please report this"};
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, "", firstLine(error.what()), "please report this"};
    } catch (...) {
        return {ErrorCode::Internal, "", "something unknown was thrown", "please report this"};
    }
}

} // namespace parley::runtime
