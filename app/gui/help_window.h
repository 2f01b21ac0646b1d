// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/key_list.h"

#include <QWidget>

namespace parley::gui {

/// The writing guidelines and the keys, in the language in use. A window of its own, so that it can stay open beside;
/// Esc closes it.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    /// language: "de" or "en"
    HelpWindow(const QString& language, const QList<KeyGroup>& keys, QWidget* parent);
};

} // namespace parley::gui
