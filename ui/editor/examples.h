// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace parley::ui {

/// A script to begin with, and what to read aloud for a voice that suits it.
struct Example {
    QString id;
    QString title;
    QString script;
    QString voiceText; ///< with speaker tags
};

/// All examples, the one for the first start first.
[[nodiscard]] QList<Example> loadExamples();

} // namespace parley::ui
