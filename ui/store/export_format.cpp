// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/export_format.h"

#include <QCoreApplication>

namespace parley::ui {

QList<ExportFormat> exportFormats() {
    return {ExportFormat::Wav16, ExportFormat::Wav24, ExportFormat::WavFloat, ExportFormat::Flac,
            ExportFormat::Ogg,   ExportFormat::Opus,  ExportFormat::Mp3};
}

QString exportFormatKey(ExportFormat format) {
    switch (format) {
    case ExportFormat::Wav24:
        return QStringLiteral("wav24");
    case ExportFormat::WavFloat:
        return QStringLiteral("wavfloat");
    case ExportFormat::Wav16:
    case ExportFormat::Flac:
    case ExportFormat::Ogg:
    case ExportFormat::Opus:
    case ExportFormat::Mp3:
        break;
    }
    return exportFormatSuffix(format);
}

std::optional<ExportFormat> exportFormatFromKey(const QString& key) {
    const QList<ExportFormat> formats = exportFormats();
    for (const ExportFormat format : formats) {
        if (exportFormatKey(format) == key) {
            return format;
        }
    }
    return std::nullopt;
}

QString exportFormatName(ExportFormat format) {
    switch (format) {
    case ExportFormat::Wav16:
        return QCoreApplication::translate("ExportFormat", "WAV, 16 bit");
    case ExportFormat::Wav24:
        return QCoreApplication::translate("ExportFormat", "WAV, 24 bit");
    case ExportFormat::WavFloat:
        return QCoreApplication::translate("ExportFormat", "WAV, 32-bit float");
    case ExportFormat::Flac:
        return QCoreApplication::translate("ExportFormat", "FLAC (lossless)");
    case ExportFormat::Ogg:
        return QCoreApplication::translate("ExportFormat", "Ogg Vorbis");
    case ExportFormat::Opus:
        return QCoreApplication::translate("ExportFormat", "Opus");
    case ExportFormat::Mp3:
        break;
    }
    return QCoreApplication::translate("ExportFormat", "MP3");
}

QString exportFormatSuffix(ExportFormat format) {
    switch (format) {
    case ExportFormat::Wav16:
    case ExportFormat::Wav24:
    case ExportFormat::WavFloat:
        return QStringLiteral("wav");
    case ExportFormat::Flac:
        return QStringLiteral("flac");
    case ExportFormat::Ogg:
        return QStringLiteral("ogg");
    case ExportFormat::Opus:
        return QStringLiteral("opus");
    case ExportFormat::Mp3:
        break;
    }
    return QStringLiteral("mp3");
}

} // namespace parley::ui
