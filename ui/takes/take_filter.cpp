// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_filter.h"

#include "takes/take_model.h"

#include <algorithm>

namespace parley::ui {

TakeFilter::TakeFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true);
}

void TakeFilter::setWords(const QString& text) {
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void TakeFilter::setStarredOnly(bool only) {
    m_starredOnly = only;
    invalidateFilter();
}

bool TakeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QVariant value = sourceModel()->index(row, 0, parent).data(TakeModel::TakeRole);
    if (!value.isValid()) {
        return false; // a script is there because of its takes
    }
    const Take take = value.value<Take>();
    return (take.starred || !m_starredOnly) &&
           std::all_of(m_words.begin(), m_words.end(), [&take](const QString& word) {
               return take.recipe.script.contains(word, Qt::CaseInsensitive) ||
                      take.name.contains(word, Qt::CaseInsensitive) || take.note.contains(word, Qt::CaseInsensitive);
           });
}

} // namespace parley::ui
