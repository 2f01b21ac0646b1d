// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_machine.h"

#include <string>

namespace parley::checkpoint {

bool PickleMachine::runNumber(PickleOp op) {
    switch (op) {
    case PickleOp::None:
        push(PickleNone{});
        return true;
    case PickleOp::NewTrue:
    case PickleOp::NewFalse:
        push(op == PickleOp::NewTrue);
        return true;
    case PickleOp::BinInt:
        push(m_cursor.signedNumber(4));
        return true;
    case PickleOp::BinInt1:
        push(static_cast<std::int64_t>(m_cursor.unsignedNumber(1)));
        return true;
    case PickleOp::BinInt2:
        push(static_cast<std::int64_t>(m_cursor.unsignedNumber(2)));
        return true;
    case PickleOp::Long1:
        pushLong(m_cursor.unsignedNumber(1));
        return true;
    case PickleOp::Long4:
        pushLong(m_cursor.unsignedNumber(4));
        return true;
    case PickleOp::BinFloat:
        push(m_cursor.float64());
        return true;
    default:
        return false;
    }
}

void PickleMachine::pushLong(std::uint64_t byteCount) {
    if (byteCount <= 8) {
        push(m_cursor.signedNumber(byteCount));
    } else {
        (void)m_cursor.bytes(byteCount);
        push(PickleOpaque{"int"});
    }
}

bool PickleMachine::runText(PickleOp op) {
    switch (op) {
    case PickleOp::ShortBinString:
    case PickleOp::ShortBinUnicode:
        push(std::string(m_cursor.bytes(m_cursor.unsignedNumber(1))));
        return true;
    case PickleOp::BinString:
    case PickleOp::BinUnicode:
        push(std::string(m_cursor.bytes(m_cursor.unsignedNumber(4))));
        return true;
    case PickleOp::BinUnicode8:
        push(std::string(m_cursor.bytes(m_cursor.unsignedNumber(8))));
        return true;
    case PickleOp::ShortBinBytes:
        pushBytes(m_cursor.unsignedNumber(1));
        return true;
    case PickleOp::BinBytes:
        pushBytes(m_cursor.unsignedNumber(4));
        return true;
    case PickleOp::BinBytes8:
    case PickleOp::ByteArray8:
        pushBytes(m_cursor.unsignedNumber(8));
        return true;
    default:
        return false;
    }
}

void PickleMachine::pushBytes(std::uint64_t byteCount) {
    (void)m_cursor.bytes(byteCount);
    push(PickleOpaque{"bytes"});
}

} // namespace parley::checkpoint
