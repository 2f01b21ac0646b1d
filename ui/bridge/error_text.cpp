// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/error_text.h"

#include <QCoreApplication>

namespace parley::ui {

namespace {

QString headline(ErrorCode code) {
    const auto say = [](const char* text) { return QCoreApplication::translate("ErrorText", text); };
    switch (code) {
    case ErrorCode::ModelNotFound:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The model was not found."));
    case ErrorCode::CheckpointCorrupt:
        return say(QT_TRANSLATE_NOOP("ErrorText", "A model file is damaged."));
    case ErrorCode::UnsupportedLayout:
        return say(QT_TRANSLATE_NOOP("ErrorText", "This is not a model that Parley can read."));
    case ErrorCode::OutOfMemory:
        return say(QT_TRANSLATE_NOOP("ErrorText", "There is not enough memory."));
    case ErrorCode::DeviceUnavailable:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The device can't be used."));
    case ErrorCode::DTypeUnsupported:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The device doesn't compute in this number format."));
    case ErrorCode::AudioUnreadable:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The sound can't be read."));
    case ErrorCode::FileUnwritable:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The file can't be written."));
    case ErrorCode::ScriptInvalid:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The script can't be spoken as it is."));
    case ErrorCode::OptionInvalid:
        return say(QT_TRANSLATE_NOOP("ErrorText", "A setting is out of its range."));
    case ErrorCode::NumericFailure:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The model's numbers ran out of range."));
    case ErrorCode::DiskFull:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The disk is full."));
    case ErrorCode::NetworkFailed:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The network failed."));
    case ErrorCode::Cancelled:
        return say(QT_TRANSLATE_NOOP("ErrorText", "Stopped."));
    case ErrorCode::Internal:
        break;
    }
    return say(QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside Parley."));
}

} // namespace

QString errorText(const Error& error) {
    const QString details = QString::fromStdString(error.message());
    return details.isEmpty() ? headline(error.code) : headline(error.code) + QLatin1Char(' ') + details;
}

} // namespace parley::ui
