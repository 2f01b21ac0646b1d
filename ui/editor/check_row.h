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

Q_SIGNALS:
    void placeRequested(const parley::ui::ScriptCheck& check);
    void fixRequested(const parley::ui::ScriptCheck& check);
};

} // namespace parley::ui
