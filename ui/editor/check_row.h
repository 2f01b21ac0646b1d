// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/script_checks.h"

#include <QWidget>

namespace parley::ui {

/// One remark: an icon, what is the matter (a click goes there), and a button that puts it right.
class CheckRow : public QWidget {
    Q_OBJECT

public:
    explicit CheckRow(const ScriptCheck& check, QWidget* parent = nullptr);

    /// Onto the button that puts it right, else onto the remark. No focus proxy does this: a row with one stays behind
    /// in the window's tab order when its buttons are moved, and Tab would go round between the two places.
    void focusFirst();

Q_SIGNALS:
    void placeRequested(const parley::ui::ScriptCheck& check);
    void fixRequested(const parley::ui::ScriptCheck& check);

private:
    QWidget* m_first = nullptr;
};

} // namespace parley::ui
