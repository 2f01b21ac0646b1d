// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace parley::ui {

enum class ExportFormat { Wav16, Wav24, WavFloat, Flac, Ogg, Opus, Mp3 };

/// In the order in which people see them.
[[nodiscard]] QList<ExportFormat> exportFormats();

/// For preferences: "wav", "wav24", "wavfloat", "flac", "ogg", "opus", "mp3".
[[nodiscard]] QString exportFormatKey(ExportFormat format);
/// Nothing for a key that isn't one of these.
[[nodiscard]] std::optional<ExportFormat> exportFormatFromKey(const QString& key);
/// For people, in their language.
[[nodiscard]] QString exportFormatName(ExportFormat format);
/// Without the dot.
[[nodiscard]] QString exportFormatSuffix(ExportFormat format);

} // namespace parley::ui
