// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace parley::ui {

enum class Theme { System, Light, Dark };

/// Palette, style and text size for the whole program. System keeps the platform's own look, where it has
/// one; Light and Dark are ours. textPercent 80 to 200 scales the application's font. May be called again at any time.
/// GUI thread.
void applyTheme(QApplication& application, Theme theme, int textPercent);

/// True if the palette's windows are darker than its text.
[[nodiscard]] bool isDark(const QPalette& palette);

/// Speaker 1 or 2 as text or outline (at least 4.5 : 1 against the palette's Base), and as the ground of a chip on
/// which the palette's Text stays readable.
[[nodiscard]] QColor speakerColour(int speaker, const QPalette& palette);
[[nodiscard]] QColor speakerGround(int speaker, const QPalette& palette);

/// For marks and messages, with the same contrast rules.
enum class Tone { Neutral, Good, Warning, Bad };
[[nodiscard]] QColor toneColour(Tone tone, const QPalette& palette);
[[nodiscard]] QColor toneGround(Tone tone, const QPalette& palette);

} // namespace parley::ui
