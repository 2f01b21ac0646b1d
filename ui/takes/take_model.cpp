// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_model.h"

#include "takes/take_script.h"
#include "takes/take_text.h"

#include <QLocale>
#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

bool isNewer(const Take& a, const Take& b) {
    return std::pair(a.made, a.id) > std::pair(b.made, b.id);
}

} // namespace

TakeModel::TakeModel(TakeLibrary& library, QObject* parent) : QAbstractItemModel(parent), m_library(library) {
    const QList<Take> takes = library.takes();
    std::for_each(takes.rbegin(), takes.rend(), [this](const Take& take) { number(take); }); // the oldest is the first
    for (const Take& take : takes) {
        insert(take); // newest first, so that each script is at its place already
    }
    connect(&library, &TakeLibrary::added, this, [this](TakeId id) {
        if (const std::optional<Take> take = m_library.take(id); take && !m_scriptOf.contains(id)) {
            settle(insert(*take));
        }
    });
    connect(&library, &TakeLibrary::changed, this, &TakeModel::change);
    connect(&library, &TakeLibrary::removed, this, &TakeModel::remove);
}

TakeModel::~TakeModel() = default;

/// The row of the take's script, which begins at the end if it is new.
int TakeModel::scriptFor(const Take& take) {
    const QByteArray key = take.recipe.scriptKey();
    const auto found =
        std::find_if(m_scripts.begin(), m_scripts.end(), [&key](const auto& script) { return script->key == key; });
    const auto row = static_cast<int>(found - m_scripts.begin());
    if (found == m_scripts.end()) {
        beginInsertRows({}, row, row);
        m_scripts.push_back(std::make_unique<TakeScript>(
            TakeScript{.key = key, .title = scriptTitle(take.recipe.script), .takes = {}}));
        endInsertRows();
    }
    return row;
}

int TakeModel::number(const Take& take) {
    int& number = m_numberOf[take.id];
    if (number == 0) {
        number = ++m_lastNumber[take.recipe.scriptKey()];
    }
    return number;
}

/// Returns the row of its script.
int TakeModel::insert(const Take& take) {
    number(take);
    const int row = scriptFor(take);
    TakeScript& script = *m_scripts[static_cast<std::size_t>(row)];
    const auto place = std::lower_bound(script.takes.begin(), script.takes.end(), take, isNewer);
    const auto at = static_cast<int>(place - script.takes.begin());
    beginInsertRows(index(row, 0, {}), at, at);
    script.takes.insert(place, take);
    m_scriptOf.insert(take.id, &script);
    endInsertRows();
    return row;
}

void TakeModel::change(TakeId id) {
    const std::optional<Take> take = m_library.take(id);
    TakeScript* const script = m_scriptOf.value(id);
    if (!take || script == nullptr) {
        return;
    }
    if (take->recipe.scriptKey() != script->key) {
        remove(id);
        settle(insert(*take));
        return;
    }
    script->takes[static_cast<std::size_t>(script->rowOf(id))] = *take;
    const QModelIndex changed = indexOf(id);
    Q_EMIT dataChanged(changed, changed);
}

void TakeModel::remove(TakeId id) {
    TakeScript* const script = m_scriptOf.take(id);
    if (script == nullptr) {
        return;
    }
    const int row = rowOf(script);
    const int at = script->rowOf(id);
    beginRemoveRows(index(row, 0, {}), at, at);
    script->takes.erase(script->takes.begin() + at);
    endRemoveRows();
    if (script->takes.empty()) {
        beginRemoveRows({}, row, row);
        m_scripts.erase(m_scripts.begin() + row);
        endRemoveRows();
        return;
    }
    settle(row);
}

/// Moves a script to where its newest take belongs, and says that its number of takes has changed.
void TakeModel::settle(int row) {
    const auto from = m_scripts.begin() + row;
    const Take& newest = (*from)->takes.front();
    int to = 0;
    for (const auto& other : m_scripts) {
        const bool before = other != *from && !other->takes.empty() && isNewer(other->takes.front(), newest);
        to += before ? 1 : 0;
    }
    if (to != row) {
        // Qt counts the place before the row has left.
        beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
        if (to < row) {
            std::rotate(m_scripts.begin() + to, from, from + 1);
        } else {
            std::rotate(from, from + 1, m_scripts.begin() + to + 1);
        }
        endMoveRows();
    }
    const QModelIndex script = index(to, 0, {});
    Q_EMIT dataChanged(script, script);
}

} // namespace parley::ui
