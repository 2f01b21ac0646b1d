// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_model.h"
#include "takes/take_script.h"
#include "takes/take_text.h"

#include <algorithm>

namespace parley::ui {

int TakeModel::rowOf(const TakeScript* script) const {
    const auto found =
        std::find_if(m_scripts.begin(), m_scripts.end(), [script](const auto& each) { return each.get() == script; });
    return static_cast<int>(found - m_scripts.begin());
}

QModelIndex TakeModel::indexOf(TakeId id) const {
    TakeScript* const script = m_scriptOf.value(id);
    return script == nullptr ? QModelIndex() : createIndex(script->rowOf(id), 0, script);
}

QModelIndex TakeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    // A take's index carries its script, a script's index nothing.
    return parent.isValid() ? createIndex(row, column, m_scripts[static_cast<std::size_t>(parent.row())].get())
                            : createIndex(row, column, nullptr);
}

QModelIndex TakeModel::parent(const QModelIndex& child) const {
    const auto* script = static_cast<const TakeScript*>(child.constInternalPointer());
    return script == nullptr ? QModelIndex() : createIndex(rowOf(script), 0, nullptr);
}

int TakeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(m_scripts.size());
    }
    return takeAt(parent) != nullptr
               ? 0
               : static_cast<int>(m_scripts[static_cast<std::size_t>(parent.row())]->takes.size());
}

int TakeModel::columnCount(const QModelIndex& /*parent*/) const {
    return 1;
}

const Take* TakeModel::takeAt(const QModelIndex& index) const {
    const auto* script = static_cast<const TakeScript*>(index.constInternalPointer());
    return script == nullptr ? nullptr : &script->takes[static_cast<std::size_t>(index.row())];
}

QVariant TakeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (const Take* take = takeAt(index)) {
        return takeData(*take, role);
    }
    return scriptData(*m_scripts[static_cast<std::size_t>(index.row())], role);
}

QVariant TakeModel::takeData(const Take& take, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return shownTakeName(take.name, m_numberOf.value(take.id));
    case Qt::AccessibleTextRole:
        return takeSentence(take, m_numberOf.value(take.id));
    case IdRole:
        return take.id;
    case TakeRole:
        return QVariant::fromValue(take);
    case NumberRole:
        return m_numberOf.value(take.id);
    case NameRole:
        return take.name;
    case NoteRole:
        return take.note;
    default:
        return {};
    }
}

QVariant TakeModel::scriptData(const TakeScript& script, int role) {
    switch (role) {
    case Qt::DisplayRole:
        return script.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %n take(s)", nullptr, static_cast<int>(script.takes.size())).arg(script.title);
    case IdRole:
        return TakeId{0};
    case ScriptKeyRole:
        return script.key;
    default:
        return {};
    }
}

bool TakeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Take* const take = index.isValid() ? takeAt(index) : nullptr;
    if (take == nullptr || (role != NameRole && role != NoteRole)) {
        return false;
    }
    // The library's signal brings the change into this model.
    const QString text = value.toString().trimmed();
    if (role == NameRole) {
        m_library.setName(take->id, text);
    } else {
        m_library.setNote(take->id, text);
    }
    return true;
}

Qt::ItemFlags TakeModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags both = QAbstractItemModel::flags(index);
    return index.isValid() && takeAt(index) != nullptr
               ? both | Qt::ItemIsEditable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
               : both;
}

} // namespace parley::ui
