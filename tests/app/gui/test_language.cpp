// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/error_text.h"
#include "gui/language.h"
#include "parley/audio.h"
#include "parley/inspect.h"
#include "parley/script.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using ui::errorText;

/// What the real engine says about the failures of every day, in German.
class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        gui::installLanguage(*qApp, "de");
        QVERIFY(m_folder.isValid());
    }

    void tellsAboutSounds() const {
        const Result<AudioClip> sound = readAudio(path("keine.wav").toStdString());
        QCOMPARE(errorText(sound.error()),
                 "Der Ton kann nicht gelesen werden. " + path("keine.wav") + ": Datei oder Ordner nicht gefunden.");
    }

    void tellsAboutTargets() const {
        const auto target = checkAudioTarget(path("nirgends/a.wav").toStdString());
        QCOMPARE(errorText(target.error()),
                 "Die Datei kann nicht geschrieben werden. " + path("nirgends/a.wav") + ": den Ordner " +
                     path("nirgends") + " gibt es nicht. Legen Sie den Ordner an, oder wählen Sie einen anderen.");
    }

    void tellsAboutModels() const {
        QFile file(path("leer.safetensors"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        ModelOptions options;
        options.model = file.fileName().toStdString();
        const Result<CheckpointReport> report = inspectCheckpoint(options);
        QCOMPARE(errorText(report.error()), "Eine Modelldatei ist beschädigt. " + file.fileName() +
                                                ": die Datei ist leer. Laden Sie die Datei noch einmal herunter.");
    }

    void tellsAboutScripts() const {
        const auto bytes = encodeScript("[S1] 12345678", 4);
        QCOMPARE(
            errorText(bytes.error()),
            QString("Das Skript kann so nicht gesprochen werden. Text: zu lang: 10 Bytes von 4 (eine Sprechermarke "
                    "zählt als eines; der Text der Stimme zählt mit). Kürzen Sie ihn um 6 Bytes, oder lassen Sie "
                    "ihn in Teilen sprechen."));
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestLanguage)
#include "test_language.moc"
