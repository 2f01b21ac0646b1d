// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QApplication;

namespace parley::gui {

/// Puts the window into a language: "de", "en", or empty for the system's. Before the first text is shown. Texts that
/// aren't translated stay English.
void installLanguage(QApplication& application, const QString& language);

/// The language in use, for what is chosen by it, such as help pages: "de" or "en".
[[nodiscard]] QString languageInUse(const QString& language);

} // namespace parley::gui
