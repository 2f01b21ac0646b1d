// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_machine.h"

#include "checkpoint/reader_errors.h"

#include <string>
#include <utility>

namespace parley::checkpoint {
namespace {

// Far beyond what a checkpoint has, and still harmless to hold.
constexpr std::size_t kMaxValues = std::size_t{1} << 20;
constexpr std::size_t kMaxStack = std::size_t{1} << 20;
constexpr std::uint64_t kMaxMemo = std::uint64_t{1} << 20;

constexpr PickleRef kNoValue = ~PickleRef{0}; // A gap in the memo.

} // namespace

PickleTree PickleMachine::run() {
    if (static_cast<PickleOp>(m_cursor.unsignedNumber(1)) != PickleOp::Proto) {
        corrupt("doesn't begin like one");
    }
    const std::uint64_t protocol = m_cursor.unsignedNumber(1);
    if (protocol < 2 || protocol > 5) {
        throwUnsupported(m_path, "the pickle inside has protocol " + std::to_string(protocol) + ", not 2 to 5");
    }
    while (true) {
        const auto op = static_cast<PickleOp>(m_cursor.unsignedNumber(1));
        if (op == PickleOp::Stop) {
            m_tree.root = pop();
            return std::move(m_tree);
        }
        const bool known =
            runNumber(op) || runText(op) || runStack(op) || runSequence(op) || runMapping(op) || runObject(op);
        if (!known) {
            corrupt("has an instruction that torch doesn't write");
        }
    }
}

bool PickleMachine::runStack(PickleOp op) {
    switch (op) {
    case PickleOp::Frame: // Only a hint for readers that buffer.
        (void)m_cursor.unsignedNumber(8);
        return true;
    case PickleOp::Mark:
        pushMark();
        return true;
    case PickleOp::Pop:
        (void)pop();
        return true;
    case PickleOp::PopMark:
        (void)popMark();
        return true;
    case PickleOp::Dup:
        pushRef(top());
        return true;
    case PickleOp::BinPut:
        memoize(m_cursor.unsignedNumber(1));
        return true;
    case PickleOp::LongBinPut:
        memoize(m_cursor.unsignedNumber(4));
        return true;
    case PickleOp::Memoize:
        memoize(m_memoCount);
        return true;
    case PickleOp::BinGet:
        recall(m_cursor.unsignedNumber(1));
        return true;
    case PickleOp::LongBinGet:
        recall(m_cursor.unsignedNumber(4));
        return true;
    default:
        return false;
    }
}

void PickleMachine::push(PickleValue value) {
    if (m_tree.values.size() >= kMaxValues) {
        corrupt("has too many values");
    }
    m_tree.values.push_back(std::move(value));
    pushRef(static_cast<PickleRef>(m_tree.values.size() - 1));
}

void PickleMachine::pushRef(PickleRef ref) {
    if (m_stack.size() >= kMaxStack) {
        corrupt("has too many values");
    }
    m_stack.push_back(ref);
}

void PickleMachine::pushMark() {
    if (m_marks.size() >= kMaxStack) {
        corrupt("is nested too deeply");
    }
    m_marks.push_back(m_stack.size());
}

PickleRef PickleMachine::top() const {
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() <= floor) {
        corrupt("takes a value where there is none");
    }
    return m_stack.back();
}

PickleRef PickleMachine::pop() {
    const PickleRef ref = top();
    m_stack.pop_back();
    return ref;
}

std::vector<PickleRef> PickleMachine::popMark() {
    if (m_marks.empty()) {
        corrupt("closes a list that was not opened");
    }
    const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<PickleRef> items(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return items;
}

void PickleMachine::memoize(std::uint64_t key) {
    if (key >= kMaxMemo) {
        corrupt("remembers too many values");
    }
    if (key >= m_memo.size()) {
        m_memo.resize(key + 1, kNoValue);
    }
    m_memoCount += m_memo[key] == kNoValue ? 1 : 0;
    m_memo[key] = top();
}

void PickleMachine::recall(std::uint64_t key) {
    if (key >= m_memo.size() || m_memo[key] == kNoValue) {
        corrupt("recalls a value that it never had");
    }
    pushRef(m_memo[key]);
}

void PickleMachine::corrupt(const char* problem) const {
    throwCorrupt(m_path, std::string("the pickle inside ") + problem);
}

} // namespace parley::checkpoint
