// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QPlainTextEdit;

namespace parley::ui {

/// Changes the whole text as one undo step. Only what differs is touched, so the cursor and the view stay where they
/// are as far as possible.
void replaceWholeText(QPlainTextEdit& edit, const QString& text);

} // namespace parley::ui
