// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/script_checks.h"

#include <QScrollArea>

class QVBoxLayout;

namespace parley::ui {

/// The remarks about a script, a row each, no taller than a few of them; hidden while there is none.
class CheckList : public QScrollArea {
    Q_OBJECT

public:
    explicit CheckList(QWidget* parent = nullptr);

    void setChecks(const QList<ScriptCheck>& checks);
    [[nodiscard]] const QList<ScriptCheck>& checks() const noexcept { return m_checks; }

    /// Lets the Tab key go from `before` through the rows.
    void followInTabOrder(QWidget* before) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placeRequested(const parley::ui::ScriptCheck& check);
    void fixRequested(const parley::ui::ScriptCheck& check);

private:
    void rebuild();

    QVBoxLayout* m_rows;
    QList<ScriptCheck> m_checks;
};

} // namespace parley::ui
