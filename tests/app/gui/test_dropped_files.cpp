// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/put_file.h"
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "parley/audio.h"
#include "store/export.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::put;

namespace {

constexpr const char* kScript = "[S1] What stands in the editor.";

void dropOn(QWidget* place, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) {
        urls += QUrl::fromLocalFile(path);
    }
    data.setUrls(urls);
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(place, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(place, &drop);
}

void dropOnTheScript(DemoStudio& demo, const QStringList& paths) {
    dropOn(demo.find<QPlainTextEdit>("scriptEditor")->viewport(), paths);
}

/// A take's exported file, its recipe inside.
void exportTo(DemoStudio& demo, const QString& path, const Recipe& recipe) {
    TakeLibrary& takes = demo.studio().takes;
    const TakeId id = takes.begin(recipe);
    takes.append(id, std::vector<float>(std::size_t{kSampleRate}, 0.2F));
    takes.finish(id, TakeState::Whole, recipe, 86, {});
    QFuture<ExportResult> exported = exportTake(takes.sound(id), *takes.take(id), path, ExportFormat::Flac);
    exported.waitForFinished();
    QVERIFY(exported.result().ok() && exported.result().recipeKept);
}

void writeSound(const QString& path) {
    const auto written = writeAudio(path.toStdString(), {std::vector<float>(3 * std::size_t{kSampleRate}, 0.2F)});
    QVERIFY(written.ok());
}

} // namespace

/// What is dropped on the script, where most of the window is.
class TestDroppedFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTakeComesBack() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        Recipe recipe;
        recipe.script = "[S1] From the file. [S2] And again.";
        recipe.settings.seed = 77;
        exportTo(demo, folder.filePath("take.flac"), recipe);
        demo.window().script->setScript(kScript);
        dropOnTheScript(demo, {folder.filePath("take.flac")});
        QTRY_COMPARE(demo.window().script->script(), recipe.script);
        QCOMPARE(demo.window().generation->settings().seed, 77);
        QVERIFY(!demo.window().voices->hasUnsavedVoice());
    }

    void aTakeAsksForAVoiceThatIsNotThere() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        Recipe recipe;
        recipe.script = "[S1] From the file.";
        recipe.voiceHash = QByteArray(32, 'a').toHex();
        recipe.voiceName = "Anna of old";
        exportTo(demo, folder.filePath("take.flac"), recipe);
        dropOnTheScript(demo, {folder.filePath("take.flac")});
        QTRY_VERIFY(demo.window().notice->text().contains("Anna of old"));
        QCOMPARE(demo.window().script->script(), recipe.script);
    }

    /// On another part of the window; and the way out that it offers.
    void itsVoiceIsAskedForAndItsTextFilledIn() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        Recipe recipe;
        recipe.script = "[S1] From the file.";
        recipe.voiceHash = QByteArray(32, 'a').toHex();
        recipe.voiceName = "Anna of old";
        recipe.voiceTranscript = "[S1] What Anna says.";
        exportTo(demo, folder.filePath("take.flac"), recipe);
        dropOn(&demo.window(), {folder.filePath("take.flac")});
        QTRY_VERIFY(demo.window().notice->text().contains("Anna of old"));
        QCOMPARE(demo.window().voices->currentVoice(), QString());
        writeSound(folder.filePath("anna.wav"));
        dropOn(&demo.window(), {folder.filePath("anna.wav")});
        auto* transcript = demo.find<QPlainTextEdit>("voiceTranscript");
        QTRY_COMPARE(transcript->toPlainText(), recipe.voiceTranscript);
    }

    void anotherSoundBecomesAVoice() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        demo.window().script->setScript(kScript);
        writeSound(folder.filePath("voice.wav"));
        dropOnTheScript(demo, {folder.filePath("voice.wav")});
        QTRY_VERIFY(demo.window().voices->hasUnsavedVoice());
        QCOMPARE(demo.window().script->script(), QString(kScript));
    }

    void aFolderOfPairsBecomesVoices() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        demo.window().script->setScript(kScript);
        QVERIFY(QDir(folder.path()).mkdir("pairs"));
        writeSound(folder.filePath("pairs/Anna.wav"));
        QFile text(folder.filePath("pairs/Anna.txt"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("[S1] Hello.") > 0);
        text.close();
        dropOnTheScript(demo, {folder.filePath("pairs")});
        QTRY_COMPARE(demo.studio().voices.voices().size(), 1);
        QCOMPARE(demo.window().script->script(), QString(kScript));
    }

    void isSeenThoughAModelIsStillToBeChosen_data() {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<bool>("opened");
        QTest::newRow("a script") << QByteArray("[S1] From a file.\n") << true;
        QTest::newRow("the same script") << QByteArray(kScript) << true;
        QTest::newRow("no text") << QByteArray(5000, '\0') << false;
    }

    void isSeenThoughAModelIsStillToBeChosen() {
        QFETCH(const QByteArray, contents);
        QFETCH(const bool, opened);
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        demo.window().script->setScript(kScript);
        demo.window().showFirstStart(true);
        QVERIFY(!demo.window().script->isVisible());
        put(folder.filePath("a.txt"), contents);
        Q_EMIT demo.window().filesDropped({folder.filePath("a.txt")});
        QTRY_VERIFY(demo.window().script->isVisible());
        QVERIFY(demo.find<NoticeBar>("scriptNotice")->isVisible());
        QCOMPARE(demo.window().script->script(), opened ? QString::fromUtf8(contents.trimmed()) : QString(kScript));
    }

    void aTakeIsSeenThoughAModelIsStillToBeChosen() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        Recipe recipe;
        recipe.script = kScript;
        exportTo(demo, folder.filePath("take.flac"), recipe);
        demo.window().script->setScript(kScript);
        demo.window().showFirstStart(true);
        Q_EMIT demo.window().filesDropped({folder.filePath("take.flac")});
        QVERIFY(demo.window().script->isVisible());
    }

    void onlyTheFirstTextIsOpened() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        QStringList paths;
        for (const char* name : {"1.txt", "2.txt"}) {
            paths += folder.filePath(name);
            QFile file(paths.last());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray("[S1] ") + name) > 0);
        }
        dropOnTheScript(demo, paths);
        QTRY_VERIFY(demo.window().script->script().contains("1.txt"));
    }
};

QTEST_MAIN(TestDroppedFiles)
#include "test_dropped_files.moc"
