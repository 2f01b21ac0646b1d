// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_import.h"

#include "store/voice_files.h"
#include "store/voice_sounds.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace parley::ui {

namespace {

constexpr qsizetype kCopyBytes = qsizetype{1} << 20U;

Error refusal(ErrorCode code, const QString& path, Phrase problem, Phrase remedy = {}) {
    return {code, toPath(path), std::move(problem), std::move(remedy)};
}

/// What Qt says about it, in the user's language.
Phrase inOwnWords(const QFileDevice& file) {
    return verbatim(file.errorString().toStdString());
}

/// Empty if all went well. The copy appears whole or not at all, and the original's rights don't travel with it: a
/// library made from a read-only disk can still be edited.
QList<Error> copyFile(const QString& from, const QString& to) {
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly)) {
        return {refusal(ErrorCode::AudioUnreadable, from, inOwnWords(source))};
    }
    bool fine = target.open(QIODevice::WriteOnly);
    while (fine && !source.atEnd()) {
        const QByteArray bytes = source.read(kCopyBytes);
        fine = !bytes.isEmpty() && target.write(bytes) == bytes.size();
    }
    if (fine && target.commit()) {
        return {};
    }
    const bool full = target.error() == QFileDevice::ResourceError;
    return {refusal(full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, to, inOwnWords(target))};
}

/// One sound with its text, both already found to be good.
class Importer {
public:
    Importer(const VoiceImport& import, const std::atomic_bool& stop)
        : m_folder(import.folder), m_known(import.known), m_stop(stop) {}

    void importAll(const QList<ListedVoice>& voices) {
        for (const ListedVoice& listed : voices) {
            if (m_stop) {
                return;
            }
            importOne(listed.voice);
        }
    }

    void refuse(Error error) { m_report.problems += std::move(error); }
    [[nodiscard]] VoiceImportReport report() { return std::move(m_report); }

private:
    void importOne(const Voice& voice) {
        const QString shown = voice.soundFile.isEmpty() ? voice.id : voice.soundFile;
        if (!voice.problem.isEmpty()) {
            refuse(refusal(ErrorCode::ScriptInvalid, shown, verbatim(voice.problem.toStdString())));
            return;
        }
        const VoiceSound sound = readVoiceSound(voice.soundFile);
        if (!sound.track) {
            refuse(sound.error);
        } else if (!m_known.contains(sound.hash)) {
            m_known.insert(sound.hash);
            copy(voice);
        }
    }

    void copy(const Voice& voice) {
        QDir().mkpath(m_folder);
        const QString id = freeBaseName(m_folder, voice.id);
        const QString sound =
            QDir(m_folder).absoluteFilePath(id + QLatin1Char('.') + QFileInfo(voice.soundFile).suffix().toLower());
        const VoiceText text{voice.name, voice.transcript, voice.speaker1, voice.speaker2};
        const QList<Error> faults = copyFile(voice.soundFile, sound);
        if (!faults.isEmpty()) {
            m_report.problems += faults;
        } else if (const auto written = saveVoiceText(m_folder, id, text); !written.ok()) {
            QFile::remove(sound);
            refuse(written.error());
        } else {
            m_report.ids += id;
        }
    }

    QString m_folder;
    QSet<QByteArray> m_known;
    const std::atomic_bool& m_stop;
    VoiceImportReport m_report;
};

/// Sounds without a text and texts without a sound are named in one message each, however many there are.
void importFolder(Importer& importer, const QString& source) {
    QList<ListedVoice> whole;
    qsizetype without = 0;
    const QList<ListedVoice> found = listVoices(source);
    for (const ListedVoice& listed : found) {
        const QString text = QDir(source).absoluteFilePath(listed.voice.id + QStringLiteral(".txt"));
        if (listed.voice.soundFile.isEmpty() || !QFileInfo(text).isFile()) {
            ++without;
        } else {
            whole += listed;
        }
    }
    importer.importAll(whole);
    if (whole.isEmpty()) {
        importer.refuse(refusal(ErrorCode::ScriptInvalid, source,
                                phrase("there is no sound with a text of the same name in this folder"),
                                phrase("put NAME.wav and NAME.txt side by side, or add a sound by itself")));
    } else if (without > 0) {
        importer.refuse(refusal(
            ErrorCode::ScriptInvalid, source,
            verbatim(QCoreApplication::translate("VoiceImport", "%n files without their counterpart were left out",
                                                 nullptr, static_cast<int>(without))
                         .toStdString()),
            phrase("a voice is a sound and a text of the same name")));
    }
}

void importFile(Importer& importer, const QString& source) {
    const QFileInfo file(source);
    const QList<ListedVoice> beside = listVoices(file.absolutePath());
    for (const ListedVoice& listed : beside) {
        if (listed.voice.id == file.completeBaseName()) {
            importer.importAll({listed});
            return;
        }
    }
    importer.refuse(refusal(ErrorCode::AudioUnreadable, source, phrase("this is neither a sound nor the text of one")));
}

} // namespace

VoiceImportReport importVoices(const VoiceImport& import, const std::atomic_bool& stop) {
    Importer importer(import, stop);
    const QFileInfo source(import.source);
    const QString home =
        source.isDir() ? source.canonicalFilePath() : QFileInfo(source.absolutePath()).canonicalFilePath();
    if (!source.exists()) {
        importer.refuse(refusal(ErrorCode::AudioUnreadable, import.source, phrase("it is not there")));
    } else if (home == QFileInfo(import.folder).canonicalFilePath()) {
        importer.refuse(refusal(ErrorCode::ScriptInvalid, import.source, phrase("it is in the library already")));
    } else if (source.isDir()) {
        importFolder(importer, import.source);
    } else {
        importFile(importer, import.source);
    }
    return importer.report();
}

} // namespace parley::ui
