// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_intake.h"

#include "store/voice_library.h"
#include "store/voice_worker.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>
#include <memory>
#include <utility>

namespace parley::ui {

namespace {

bool hasTextBeside(const QFileInfo& sound) {
    return QFileInfo(sound.dir().filePath(sound.completeBaseName() + QStringLiteral(".txt"))).isFile();
}

} // namespace

VoiceIntake::VoiceIntake(VoiceLibrary& library, QObject* parent) : QObject(parent), m_library(library) {}

void VoiceIntake::addPath(const QString& path) {
    const QFileInfo file(path);
    const bool isText = file.suffix().compare(QLatin1String("txt"), Qt::CaseInsensitive) == 0;
    if (file.isDir()) {
        m_library.importFolder(path);
        return;
    }
    if (isText || (file.isFile() && hasTextBeside(file))) {
        m_library.importFile(path);
        return;
    }
    Q_EMIT readingStarted(file.fileName());
    const auto take = [this, name = file.completeBaseName()](const Result<AudioClip>& clip) {
        if (clip.ok()) {
            addSound(std::make_shared<const SoundTrack>(clip.value().samples), {name, {}, {}, {}});
        } else {
            Q_EMIT refused(clip.error());
        }
    };
    whenDone(this, QtConcurrent::run(readAudio, toPath(path)), take);
}

void VoiceIntake::addSound(SoundTrackPtr track, const VoiceText& text, const QString& notice) {
    if (track && track->size() > 0) {
        m_waiting += {std::move(track), text, notice};
        Q_EMIT soundWaits();
    }
}

std::optional<NewSound> VoiceIntake::takeNext() {
    return m_waiting.isEmpty() ? std::nullopt : std::optional(m_waiting.takeFirst());
}

} // namespace parley::ui
