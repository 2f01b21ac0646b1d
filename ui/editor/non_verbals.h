// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace parley::ui {

/// The sounds that the model was taught, without parentheses, in alphabetical order.
[[nodiscard]] QStringList nonVerbalNames();

struct TextSpan {
    qsizetype start;
    qsizetype length;
};

/// Where such sounds stand in a text, with their parentheses.
[[nodiscard]] QList<TextSpan> listedNonVerbals(const QString& text);

} // namespace parley::ui
