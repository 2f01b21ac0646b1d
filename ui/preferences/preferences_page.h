// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/preferences.h"

#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace parley::ui {

/// One page of the preferences: it shows some members of Preferences, and writes back just these.
class PreferencesPage : public QWidget {
    Q_OBJECT

public:
    explicit PreferencesPage(const QString& name, QWidget* parent = nullptr);

    virtual void fill(const Preferences& preferences) = 0;
    virtual void collect(Preferences& preferences) const = 0;
    /// What keeps the page from being applied, for people; empty if nothing does.
    [[nodiscard]] virtual QString problem() const { return {}; }

Q_SIGNALS:
    void edited();

protected:
    /// A row with its label in front.
    void addRow(const QString& label, QWidget* field);
    /// Quiet words under the last row.
    QLabel* addHint(const QString& name, const QString& text = {});
    void addHeading(const QString& text);

private:
    QGridLayout* m_grid;
    int m_rows = 0;
};

} // namespace parley::ui
