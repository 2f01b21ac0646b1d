// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/memory_ways.h"

#include "catalogue/installed_model.h"
#include "gui/main_window.h"
#include "gui/model_control.h"
#include "gui/studio.h"
#include "jobs/generation_panel.h"
#include "models/managed_model.h"
#include "parley/frame_rate.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace parley::gui {

using ui::Preferences;
using Kind = SmallerSetting::Kind;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("MemoryWays", text);
}

QString size(std::uint64_t bytes) {
    return ui::sizeText(static_cast<qint64>(bytes));
}

std::int64_t textBytesOf(const ui::JobEntry& job) {
    const auto voice = job.voice ? static_cast<std::int64_t>(job.voice->transcript.size()) : 0;
    return voice + job.recipe.script.toUtf8().size();
}

/// A smaller copy is computed with in its own format, where Auto chooses.
std::string formatOf(const Preferences& preferences, const ComputeChoice& choice) {
    const auto own = ui::readInstalled(preferences.modelPath);
    const bool isCopy = own && own->entry.isMadeHere && preferences.dtype == QLatin1String("auto");
    return isCopy && choice.device == "cpu" ? own->entry.dtype.toStdString() : choice.dtype;
}

} // namespace

QString wayText(const SmallerSetting& setting) {
    const QString dtype = QString::fromStdString(setting.dtype);
    switch (setting.kind) {
    case Kind::FewerTogether:
        return QCoreApplication::translate("MemoryWays", "Make at most %n take(s) at a time", nullptr,
                                           setting.together);
    case Kind::Shorter:
        return say(QT_TRANSLATE_NOOP("MemoryWays", "Make at most %1 s"))
            .arg(QLocale().toString(static_cast<double>(setting.rows) / kRowsPerSecond, 'f', 1));
    case Kind::Cpu:
        return say(QT_TRANSLATE_NOOP("MemoryWays", "Use the CPU, in %1 (%2)")).arg(dtype, size(setting.bytes));
    case Kind::Format:
        break;
    }
    return say(QT_TRANSLATE_NOOP("MemoryWays", "Use %1 (%2 in place of %3)"))
        .arg(dtype, size(setting.bytes), size(setting.bytesBefore));
}

std::optional<ui::NoticeBar::Action> MemoryWays::forJob(quint64 id) const {
    const ui::JobEntry* const job = m_studio.jobs.model().find(id);
    if (job == nullptr || job->failure != ErrorCode::OutOfMemory) {
        return std::nullopt;
    }
    const ui::ModelState model = m_studio.speech.modelState();
    MemoryTrouble trouble;
    trouble.device = model.device.toStdString();
    trouble.dtype = model.dtype.toStdString();
    trouble.isLoaded = model.isReady();
    trouble.others = m_studio.jobs.runningCount();
    trouble.rows = job->recipe.settings.maxTokens;
    trouble.leastRows = static_cast<std::int64_t>(ui::maxTokensRange(model.limits.tokens).least);
    const auto setting = nearest(trouble, textBytesOf(*job));
    if (!setting) {
        return std::nullopt;
    }
    return ui::NoticeBar::Action{wayText(*setting), [ways = *this, setting = *setting] {
                                     ways.apply(setting);
                                     ways.speakAgain(setting);
                                 }};
}

std::optional<ui::NoticeBar::Action> MemoryWays::forModel() const {
    if (m_studio.speech.modelState().error.code != ErrorCode::OutOfMemory) {
        return std::nullopt;
    }
    const auto setting = nearest({}, 0);
    return setting ? std::optional(ui::NoticeBar::Action{wayText(*setting),
                                                         [ways = *this, setting = *setting] { ways.apply(setting); }})
                   : std::nullopt;
}

std::optional<SmallerSetting> MemoryWays::nearest(MemoryTrouble trouble, std::int64_t textBytes) const {
    const Preferences& preferences = m_studio.settings.preferences();
    const ModelOptions options = modelOptions(preferences);
    const std::vector<DeviceInfo> devices = m_devices();
    if (!trouble.isLoaded) {
        const Result<ComputeChoice> choice = chooseCompute(options.device, options.dtype, devices);
        if (!choice) {
            return std::nullopt;
        }
        trouble.device = choice.value().device;
        trouble.dtype = formatOf(preferences, choice.value());
    }
    const auto needOf = [&](const std::string& device, const std::string& dtype, std::int64_t rows) {
        const Result<MemoryNeed> need = modelNeed(options, device, dtype, rows, textBytes);
        return need ? need.value() : MemoryNeed{}; // what is wrong with the model is told elsewhere
    };
    return nearestSmaller(trouble, devices, needOf);
}

/// The takes of an order fail one after another.
void MemoryWays::speakAgain(const SmallerSetting& setting) const {
    QList<quint64> failed;
    for (const ui::JobEntry& entry : m_studio.jobs.entries()) {
        if (entry.state == ui::JobState::Failed && entry.failure == ErrorCode::OutOfMemory) {
            failed.prepend(entry.id); // each becomes the next
        }
    }
    for (const quint64 id : failed) {
        m_studio.jobs.retry(id, setting.kind == Kind::Shorter ? static_cast<int>(setting.rows) : 0);
    }
}

void MemoryWays::apply(const SmallerSetting& setting) const {
    Preferences preferences = m_studio.settings.preferences();
    ui::GenerationSettings settings = m_window.generation->settings();
    switch (setting.kind) {
    case Kind::FewerTogether:
        m_studio.jobs.setMostTogether(setting.together);
        break;
    case Kind::Shorter:
        settings.maxTokens = static_cast<int>(std::min<std::int64_t>(settings.maxTokens, setting.rows));
        m_window.generation->setSettings(settings);
        break;
    case Kind::Cpu:
        preferences.device = QStringLiteral("cpu");
        [[fallthrough]];
    case Kind::Format:
        preferences.dtype = QString::fromStdString(setting.dtype);
        m_studio.settings.setPreferences(preferences);
        break;
    }
}

} // namespace parley::gui
