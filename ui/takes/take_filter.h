// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace parley::ui {

/// The takes whose script, name or note hold every word that was typed; scripts without such a take are left out.
class TakeFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TakeFilter(QObject* parent = nullptr);

    void setWords(const QString& text);
    void setStarredOnly(bool only);
    [[nodiscard]] bool isOn() const { return m_starredOnly || !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    bool m_starredOnly = false;
};

} // namespace parley::ui
