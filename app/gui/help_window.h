// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace parley::gui {

/// The writing guidelines and the keys, in the language in use. A window of its own, so that it can stay open beside.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    /// language: "de" or "en"
    HelpWindow(const QString& language, QWidget* parent);
};

} // namespace parley::gui
