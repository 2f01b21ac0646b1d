// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/error_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

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
        return say(QT_TRANSLATE_NOOP("ErrorText", "The computation gave invalid numbers."));
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

/// An option as the engine writes it, and the label of that setting in the window.
struct Setting {
    const char* option;
    const char* context;
    const char* label;
};

constexpr const char* kGenerationPanel = "parley::ui::GenerationPanel";
constexpr const char* kEnginePage = "parley::ui::EnginePage";
constexpr std::array kSettings{
    Setting{"--max-tokens", kGenerationPanel, QT_TRANSLATE_NOOP("parley::ui::GenerationPanel", "Length")},
    Setting{"--cfg-scale", kGenerationPanel, QT_TRANSLATE_NOOP("parley::ui::GenerationPanel", "Guidance")},
    Setting{"--temperature", kGenerationPanel, QT_TRANSLATE_NOOP("parley::ui::GenerationPanel", "Temperature")},
    Setting{"--top-p", kGenerationPanel, QT_TRANSLATE_NOOP("parley::ui::GenerationPanel", "Top-p")},
    Setting{"--top-k", kGenerationPanel, QT_TRANSLATE_NOOP("parley::ui::GenerationPanel", "Top-k")},
    Setting{"--seed", kGenerationPanel, QT_TRANSLATE_NOOP("parley::ui::GenerationPanel", "Seed")},
    Setting{"--device", kEnginePage, QT_TRANSLATE_NOOP("parley::ui::EnginePage", "&Device")},
    Setting{"--dtype", kEnginePage, QT_TRANSLATE_NOOP("parley::ui::EnginePage", "&Number format")},
};

/// A text that is the same in all languages, unless it is an option.
QString plainText(const std::string& text) {
    const auto* const setting =
        std::find_if(kSettings.begin(), kSettings.end(), [&](const Setting& each) { return text == each.option; });
    if (setting == kSettings.end()) {
        return QString::fromStdString(text);
    }
    const QString label = QCoreApplication::translate(setting->context, setting->label).remove(QLatin1Char('&'));
    return QCoreApplication::translate("ErrorText", "“%1”").arg(label);
}

QString sentence(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
        text += text.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    }
    return text;
}

/// The parts that say something, in their order.
QString joined(QStringList parts, const QString& separator) {
    parts.removeAll(QString());
    return parts.join(separator);
}

} // namespace

QString localText(const Phrase& phrase) {
    if (!phrase.isPattern()) {
        return plainText(phrase.text());
    }
    std::vector<std::string> values;
    values.reserve(phrase.arguments().size());
    for (const Phrase& argument : phrase.arguments()) {
        values.push_back(localText(argument).toStdString());
    }
    const QString pattern = QCoreApplication::translate("Phrase", phrase.text().c_str());
    return QString::fromStdString(fillPlaces(pattern.toStdString(), values));
}

QString errorDetails(const Error& error) {
    const QString subject = localText(error.subject);
    const QString what = joined({subject, localText(error.problem)}, QStringLiteral(": "));
    // Names of files and servers are written as they are.
    const bool isName = !subject.isEmpty() && !error.subject.isPattern();
    const QString first = isName ? subject + sentence(what).mid(subject.size()) : sentence(what);
    return joined({first, sentence(localText(error.remedy))}, QStringLiteral(" "));
}

QString errorText(const Error& error) {
    const QString kind = headline(error.code);
    if (!error.problem.empty() || error.subject.empty()) {
        return joined({kind, errorDetails(error)}, QStringLiteral(" "));
    }
    // The headline is all that can be said: "A model file is damaged: /a/model.safetensors."
    const QString what = kind.chopped(1) + QStringLiteral(": ") + localText(error.subject);
    return joined({sentence(what), sentence(localText(error.remedy))}, QStringLiteral(" "));
}

} // namespace parley::ui
