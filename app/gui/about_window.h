// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace parley::gui {

/// What the program is, its version, and the licences of it and of what it is made with. Doesn't block; deletes itself.
class AboutWindow : public QDialog {
    Q_OBJECT

public:
    explicit AboutWindow(QWidget* parent);
};

} // namespace parley::gui
