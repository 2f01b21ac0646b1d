// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_machine.h"

#include <utility>

namespace parley::checkpoint {

bool PickleMachine::runSequence(PickleOp op) {
    switch (op) {
    case PickleOp::EmptyList:
        push(PickleList{});
        return true;
    case PickleOp::List:
        push(PickleList{popMark()});
        return true;
    case PickleOp::Append:
        appendAll({pop()});
        return true;
    case PickleOp::Appends:
        appendAll(popMark());
        return true;
    case PickleOp::EmptyTuple:
        push(PickleTuple{});
        return true;
    case PickleOp::Tuple:
        push(PickleTuple{popMark()});
        return true;
    case PickleOp::Tuple1:
        pushTuple(1);
        return true;
    case PickleOp::Tuple2:
        pushTuple(2);
        return true;
    case PickleOp::Tuple3:
        pushTuple(3);
        return true;
    default:
        return false;
    }
}

void PickleMachine::pushTuple(std::size_t size) {
    std::vector<PickleRef> items(size);
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        *item = pop();
    }
    push(PickleTuple{std::move(items)});
}

void PickleMachine::appendAll(const std::vector<PickleRef>& items) {
    auto* list = std::get_if<PickleList>(&m_tree.values[top()]);
    if (list == nullptr) {
        corrupt("adds items to something that is not a list");
    }
    list->items.insert(list->items.end(), items.begin(), items.end());
}

bool PickleMachine::runMapping(PickleOp op) {
    switch (op) {
    case PickleOp::EmptyDict:
        push(PickleDict{});
        return true;
    case PickleOp::Dict: {
        const std::vector<PickleRef> items = popMark();
        push(PickleDict{});
        setAll(items);
        return true;
    }
    case PickleOp::SetItem: {
        const PickleRef value = pop();
        const PickleRef key = pop();
        setAll({key, value});
        return true;
    }
    case PickleOp::SetItems:
        setAll(popMark());
        return true;
    case PickleOp::EmptySet:
        push(PickleOpaque{"set"});
        return true;
    case PickleOp::FrozenSet:
        (void)popMark();
        push(PickleOpaque{"set"});
        return true;
    case PickleOp::AddItems:
        (void)popMark();
        if (!std::holds_alternative<PickleOpaque>(m_tree.values[top()])) {
            corrupt("adds items to something that is not a set");
        }
        return true;
    default:
        return false;
    }
}

void PickleMachine::setAll(const std::vector<PickleRef>& keysAndValues) {
    auto* dict = std::get_if<PickleDict>(&m_tree.values[top()]);
    if (dict == nullptr || keysAndValues.size() % 2 != 0) {
        corrupt("sets items of something that is not a mapping");
    }
    for (std::size_t i = 0; i < keysAndValues.size(); i += 2) {
        dict->entries.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
    }
}

} // namespace parley::checkpoint
