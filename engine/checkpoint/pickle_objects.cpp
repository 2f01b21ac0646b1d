// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_calls.h"
#include "checkpoint/pickle_machine.h"

#include <string>
#include <string_view>

namespace parley::checkpoint {

bool PickleMachine::runObject(PickleOp op) {
    switch (op) {
    case PickleOp::Global: {
        const std::string_view module = m_cursor.line();
        push(resolvePickleGlobal(module, m_cursor.line(), m_path));
        return true;
    }
    case PickleOp::StackGlobal:
        stackGlobal();
        return true;
    case PickleOp::Reduce: {
        const PickleRef arguments = pop();
        const PickleRef callee = pop();
        push(callPickleGlobal(m_tree, callee, arguments, m_path));
        return true;
    }
    case PickleOp::Build:
        build();
        return true;
    case PickleOp::BinPersId:
        push(resolvePickleStorage(m_tree, pop(), m_path));
        return true;
    case PickleOp::Inst: {
        const std::string_view module = m_cursor.line();
        (void)resolvePickleGlobal(module, m_cursor.line(), m_path); // Names it, if it is a stranger.
        corrupt("makes an object in a way that torch doesn't");
    }
    case PickleOp::Obj:
    case PickleOp::NewObj:
    case PickleOp::NewObjEx:
        // Its class has been named before, so it is one of the allowed ones: torch never makes those like this.
        corrupt("makes an object in a way that torch doesn't");
    default:
        return false;
    }
}

void PickleMachine::stackGlobal() {
    const auto* name = m_tree.get<std::string>(pop());
    const auto* module = m_tree.get<std::string>(pop());
    if (name == nullptr || module == nullptr) {
        corrupt("names a function by something that is not a text");
    }
    push(resolvePickleGlobal(*module, *name, m_path));
}

/// State set on a mapping is what Python code had hung on it (`_metadata` of a state_dict): of no use here.
void PickleMachine::build() {
    const bool isState = m_tree.get<PickleDict>(pop()) != nullptr;
    if (!isState || m_tree.get<PickleDict>(top()) == nullptr) {
        corrupt("sets the inner state of something that is not a mapping");
    }
}

} // namespace parley::checkpoint
