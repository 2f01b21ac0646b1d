// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr qsizetype kLongestBaseName = 80;

QString say(const char* text) {
    return QCoreApplication::translate("VoiceFiles", text);
}

const QStringList& soundSuffixes() {
    static const QStringList suffixes = [] {
        QStringList all;
        for (const std::string_view extension : kSoundExtensions) {
            all += QString::fromLatin1(extension.data(), static_cast<qsizetype>(extension.size()));
        }
        return all;
    }();
    return suffixes;
}

struct Pair {
    QFileInfo sound;
    QFileInfo text;
    QFileInfo details;
};

/// The sound that is meant if two files share a base name.
void preferSound(QFileInfo& sound, const QFileInfo& candidate) {
    const auto rank = [](const QFileInfo& file) { return soundSuffixes().indexOf(file.suffix().toLower()); };
    if (sound.filePath().isEmpty() || rank(candidate) < rank(sound)) {
        sound = candidate;
    }
}

QMap<QString, Pair> pairsIn(const QString& folder) {
    QMap<QString, Pair> pairs;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo& file : files) {
        const QString suffix = file.suffix().toLower();
        const QString base = file.completeBaseName();
        if (suffix == QLatin1String("txt")) {
            pairs[base].text = file;
        } else if (suffix == QLatin1String("json")) {
            pairs[base].details = file;
        } else if (soundSuffixes().contains(suffix)) {
            preferSound(pairs[base].sound, file);
        }
    }
    return pairs;
}

/// A text file alone is a voice whose sound went away only if it reads like one: a folder may hold a README, too.
bool isVoice(const Pair& pair, const QString& transcript) {
    return !pair.sound.filePath().isEmpty() ||
           (!pair.text.filePath().isEmpty() &&
            (transcript.contains(QLatin1String("[S1]")) || transcript.contains(QLatin1String("[S2]"))));
}

ListedVoice describe(const QString& id, const Pair& pair, const Transcript& transcript) {
    ListedVoice listed;
    Voice& voice = listed.voice;
    const VoiceText details = readVoiceDetails(pair.details.filePath());
    voice.id = id;
    voice.name = details.name.isEmpty() ? id : details.name;
    voice.speaker1 = details.speaker1;
    voice.speaker2 = details.speaker2;
    voice.transcript = transcript.text;
    voice.problem = transcript.problem;
    for (const QFileInfo& file : {pair.sound, pair.text, pair.details}) {
        if (!file.filePath().isEmpty()) {
            listed.files += file.absoluteFilePath();
        }
    }
    if (pair.sound.filePath().isEmpty()) {
        voice.problem = say(QT_TRANSLATE_NOOP("VoiceFiles", "Its sound file is gone."));
        return listed;
    }
    voice.soundFile = pair.sound.absoluteFilePath();
    listed.stamp = QStringLiteral("%1|%2|%3")
                       .arg(voice.soundFile)
                       .arg(pair.sound.size())
                       .arg(pair.sound.lastModified().toMSecsSinceEpoch());
    return listed;
}

/// File systems differ in what they forbid; this leaves out what any of them does.
QString safeBaseName(const QString& wanted) {
    QString name;
    for (const QChar c : wanted.simplified()) {
        const bool bad = !c.isPrint() || QStringLiteral("/\\:*?\"<>|").contains(c);
        name += bad ? QLatin1Char('_') : c;
    }
    while (name.startsWith(QLatin1Char('.'))) {
        name.remove(0, 1);
    }
    name = name.left(kLongestBaseName).trimmed();
    while (name.endsWith(QLatin1Char('.'))) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral("voice") : name;
}

} // namespace

std::filesystem::path toPath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

bool isSoundFileName(const QString& path) {
    return soundSuffixes().contains(QFileInfo(path).suffix().toLower());
}

QList<ListedVoice> listVoices(const QString& folder) {
    QList<ListedVoice> voices;
    const QMap<QString, Pair> pairs = pairsIn(folder);
    for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
        const Transcript transcript = readTranscript(pair->text.filePath());
        if (isVoice(*pair, transcript.text)) {
            voices += describe(pair.key(), *pair, transcript);
        }
    }
    std::stable_sort(voices.begin(), voices.end(), [](const ListedVoice& a, const ListedVoice& b) {
        return QString::localeAwareCompare(a.voice.name, b.voice.name) < 0;
    });
    return voices;
}

QString freeBaseName(const QString& folder, const QString& wanted) {
    QStringList taken;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QFileInfo& file : files) {
        taken += file.completeBaseName().toLower();
    }
    const QString base = safeBaseName(wanted);
    QString name = base;
    for (int number = 2; taken.contains(name.toLower()); ++number) {
        name = QStringLiteral("%1 %2").arg(base).arg(number);
    }
    return name;
}

QStringList filesOfVoice(const QString& folder, const QString& id) {
    QStringList paths;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo& file : files) {
        const QString suffix = file.suffix().toLower();
        if (file.completeBaseName() == id &&
            (suffix == QLatin1String("txt") || suffix == QLatin1String("json") || soundSuffixes().contains(suffix))) {
            paths += file.absoluteFilePath();
        }
    }
    return paths;
}

Result<QString> saveVoice(const QString& folder, const AudioClip& clip, const VoiceText& text) {
    QDir().mkpath(folder);
    const QString id = freeBaseName(folder, text.name);
    const QString sound = QDir(folder).absoluteFilePath(id + QStringLiteral(".wav"));
    if (const auto written = writeAudio(toPath(sound), clip, SampleFormat::Float32); !written.ok()) {
        return written.error();
    }
    if (const auto written = saveVoiceText(folder, id, text); !written.ok()) {
        QFile::remove(sound);
        return written.error();
    }
    return id;
}

} // namespace parley::ui
