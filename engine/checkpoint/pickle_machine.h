// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/pickle_cursor.h"
#include "checkpoint/pickle_opcodes.h"
#include "checkpoint/pickle_value.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace parley::checkpoint {

/// The stack machine that a pickle is a program for, without the instructions that could do harm. Every loop in it ends
/// with the pickle's bytes, and it never calls itself: neither size nor nesting of what comes can exhaust it.
class PickleMachine {
public:
    PickleMachine(std::string_view bytes, const std::filesystem::path& path) : m_cursor(bytes, path), m_path(path) {}

    /// Once only. Throws EngineError: CheckpointCorrupt, UnsupportedLayout.
    [[nodiscard]] PickleTree run();

private:
    // Each runs one instruction if it is of its kind, and says whether it was.
    bool runNumber(PickleOp op);
    bool runText(PickleOp op);
    bool runStack(PickleOp op);
    bool runSequence(PickleOp op);
    bool runMapping(PickleOp op);
    bool runObject(PickleOp op);

    void pushLong(std::uint64_t byteCount);
    void pushBytes(std::uint64_t byteCount);
    void pushTuple(std::size_t size);
    void appendAll(const std::vector<PickleRef>& items);
    void setAll(const std::vector<PickleRef>& keysAndValues);
    void memoize(std::uint64_t key);
    void recall(std::uint64_t key);
    void stackGlobal();
    void build();

    void push(PickleValue value);
    void pushRef(PickleRef ref);
    void pushMark();
    [[nodiscard]] PickleRef top() const;
    [[nodiscard]] PickleRef pop();
    [[nodiscard]] std::vector<PickleRef> popMark();
    [[noreturn]] void corrupt(const char* problem) const;

    PickleCursor m_cursor;
    const std::filesystem::path& m_path;
    PickleTree m_tree;
    std::vector<PickleRef> m_stack;
    std::vector<std::size_t> m_marks; // Heights of the stack; what is below the last one is out of reach.
    std::vector<PickleRef> m_memo;
    std::uint64_t m_memoCount = 0; // What Memoize takes as its key: the number of keys in use.
};

} // namespace parley::checkpoint
