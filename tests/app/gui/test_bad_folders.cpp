// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/put_file.h"
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "parley/audio.h"
#include "widgets/notice_bar.h"

#include <QDirIterator>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;
using parley::test::put;

namespace {

/// True if some file below the folder has this content.
bool isKept(const QString& folder, const QByteArray& content) {
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll() == content) {
            return true;
        }
    }
    return false;
}

} // namespace

/// The window over data folders that are damaged, in the way, or gone.
class TestBadFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsOverAFileOfGarbage_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("bar");
        for (const char* name : {"settings.json", "session.json", "presets.json", "queue.json"}) {
            QTest::newRow(name) << name << "filesNotice";
        }
        QTest::newRow("takes") << "takes/takes.sqlite" << "takesProblem";
    }

    void startsOverAFileOfGarbage() {
        QFETCH(const QString, name);
        QFETCH(const QString, bar);
        const QTemporaryDir folder;
        const QByteArray garbage = QByteArray("{\"not\": [\"ours\", \0\xFF\n", 19).repeated(500);
        put(folder.filePath(name), garbage);
        DemoStudio demo(folder.path());
        auto* notice = demo.find<NoticeBar>(qPrintable(bar));
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QFileInfo(name).completeBaseName()), qPrintable(notice->text()));
        QVERIFY(isKept(folder.path(), garbage));
        demo.window().script->setScript("[S1] On we go.");
        demo.window().close();
        QVERIFY(!demo.window().isVisible());
        QVERIFY(isKept(folder.path(), garbage));
    }

    void worksWithoutADataFolder() {
        const QTemporaryDir folder;
        put(folder.filePath("file"), "text");
        DemoStudio demo(folder.filePath("file/data"));
        QTRY_VERIFY(demo.find<NoticeBar>("filesNotice")->isVisible());
        QVERIFY(demo.find<NoticeBar>("takesProblem")->isVisible());
        TakeLibrary& takes = demo.studio().takes;
        const TakeId id = takes.begin({});
        takes.append(id, std::vector<float>(kSampleRate, 0.25F));
        takes.finish(id, TakeState::Whole, {}, 86, {});
        QTRY_VERIFY(takes.hasUnsavedSound(id));
        QCOMPARE(takes.sound(id)->size(), std::size_t{kSampleRate});
    }

    void asksAgainForWhatWaitedThoughAFileIsDamaged() {
        const QTemporaryDir folder;
        {
            DemoStudio demo(folder.path());
            Recipe recipe;
            recipe.script = "[S1] Later.";
            demo.studio().speech.useModel({}); // nothing is made without a model
            QTRY_VERIFY(demo.studio().speech.modelState().phase == ModelState::Phase::Failed);
            demo.studio().jobs.add({recipe, std::nullopt});
            QCOMPARE(demo.studio().jobs.waitingCount(), 1);
        }
        put(folder.filePath("presets.json"), "garbage");
        DemoStudio demo(folder.path());
        QVERIFY(demo.find<NoticeBar>("filesNotice")->isVisible());
        demo.window().notice->tell(Tone::Bad, "Something else.");
        const auto* question = demo.find<NoticeBar>("waitingNotice");
        QVERIFY(question->isVisible());
        QVERIFY(demo.window().notice->isVisible());
        QVERIFY2(question->text().contains("1 take"), qPrintable(question->text()));
        QVERIFY(question->findChild<QPushButton*>("noticeAction0")->isVisible());
        QCOMPARE(demo.studio().jobs.restored().size(), 1);
    }

    void saysThatAModelIsGone() {
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath("settings.json"));
        Preferences preferences;
        preferences.modelPath = folder.filePath("was here");
        preferences.codecPath = folder.filePath("this too");
        settings.setPreferences(preferences);
        gui::StudioWindow program(folder.path(), settings);
        program.show();
        auto* notice = program.window().findChild<NoticeBar*>("windowNotice");
        QTRY_VERIFY_WITH_TIMEOUT(notice->text().contains("was here"), kStudioPatienceMs);
        QVERIFY(program.studio().speech.modelState().phase == ModelState::Phase::Failed);
        program.window().close();
        QVERIFY(!program.window().isVisible());
    }
};

QTEST_MAIN(TestBadFolders)
#include "test_bad_folders.moc"
