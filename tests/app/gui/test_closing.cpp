// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "parley/audio.h"
#include "support/file_size_limit.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QApplication>
#include <QFileDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <csignal>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

constexpr rlim_t kSmallDisk = 100'000; // bytes

/// A studio whose takes are made here, without a model.
struct Room {
    QTemporaryDir folder;
    DemoStudio demo{folder.path()};
    NoticeBar* question = demo.find<NoticeBar>("closingNotice");

    TakeLibrary& takes() { return demo.studio().takes; }
    TakeId make() {
        const TakeId id = takes().begin({});
        takes().append(id, std::vector<float>(std::size_t{2} * kSampleRate, 0.25F));
        takes().finish(id, TakeState::Whole, {}, 172, {});
        return id;
    }
    /// A folder where the sound file should be: it can't be written, whoever runs this. Returns its path.
    QString makeUnsaved() {
        const TakeId id = takes().begin({});
        takes().append(id, std::vector<float>(kSampleRate, 0.25F));
        const QDir dir(folder.filePath("takes"));
        const QString blocked = dir.filePath(dir.entryInfoList({"*.part"}).first().completeBaseName() + ".wav");
        [&] { QVERIFY(QDir().mkpath(blocked + "/in the way")); }();
        takes().finish(id, TakeState::Whole, {}, 86, {});
        [&] { QTRY_VERIFY(takes().hasUnsavedSound(id)); }();
        return blocked;
    }
    void close() { demo.window().close(); }
    [[nodiscard]] bool isOpen() { return demo.window().isVisible(); }
    [[nodiscard]] QStringList answers() const {
        QStringList labels;
        for (const QPushButton* button : question->findChildren<QPushButton*>()) {
            if (!button->isHidden()) {
                labels += button->text();
            }
        }
        return labels;
    }
    void answer(const QString& label) const {
        for (QPushButton* button : question->findChildren<QPushButton*>()) {
            if (!button->isHidden() && button->text() == label) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable("no button " + label));
    }
    /// Puts a file's name into the dialog of that name and accepts it.
    void save(const char* dialogName, const QString& path) {
        auto* dialog = demo.find<QFileDialog>(dialogName);
        QVERIFY(dialog != nullptr && dialog->isVisible());
        dialog->setDirectory(QFileInfo(path).path());
        dialog->selectFile(QFileInfo(path).fileName());
        static_cast<QDialog*>(dialog)->accept();
    }
};

} // namespace

class TestClosing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        std::signal(SIGXFSZ, SIG_IGN); // a full disk is an error there, not a signal
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void closesAtOnceWhenAllIsSaved() {
        Room room;
        const TakeId id = room.make();
        QTRY_VERIFY(!room.takes().take(id)->soundFile.isEmpty());
        room.close();
        QVERIFY(!room.isOpen());
    }

    void waitsForASoundThatIsBeingSaved() {
        Room room;
        const TakeId id = room.make();
        QVERIFY(room.takes().isSaving());
        room.close();
        QVERIFY(room.isOpen());
        QTRY_VERIFY(!room.isOpen());
        QVERIFY(QFile::exists(room.takes().take(id)->soundFile));
    }

    void asksBeforeASoundIsLost() {
        Room room;
        {
            const FileSizeLimit limit(kSmallDisk);
            const TakeId id = room.make();
            room.close(); // while it is being saved
            QVERIFY(room.isOpen());
            QTRY_VERIFY(room.takes().hasUnsavedSound(id));
        }
        QTRY_COMPARE(room.answers(), QStringList({"Try again", "Save elsewhere…", "Close anyway"}));
        QVERIFY(room.isOpen());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        room.answer("Close anyway");
        QVERIFY(!room.isOpen());
    }

    void asksBeforeASoundThatIsBeingMadeIsLost() {
        Room room;
        TakeId id = 0;
        {
            const FileSizeLimit limit(kSmallDisk);
            id = room.takes().begin({});
            room.takes().append(id, std::vector<float>(std::size_t{2} * kSampleRate, 0.25F));
        }
        QCOMPARE(room.takes().takesAtRisk(), QList<TakeId>{id});
        room.close();
        QVERIFY(room.isOpen());
        room.takes().finish(id, TakeState::Whole, {}, 172, {});
        QTRY_VERIFY(!room.isOpen());
        QVERIFY(QFile::exists(room.takes().take(id)->soundFile));
    }

    void waitsForAllThatAreMadeTogether() {
        Room room;
        QList<TakeId> ids;
        {
            const FileSizeLimit limit(kSmallDisk);
            for (int i = 0; i < 3; ++i) {
                ids += room.takes().begin({});
                room.takes().append(ids.last(), std::vector<float>(std::size_t{2} * kSampleRate, 0.25F));
            }
        }
        room.close();
        QVERIFY(room.question->text().contains("3 take"));
        for (const TakeId id : ids) {
            QVERIFY(room.isOpen());
            room.takes().finish(id, TakeState::Whole, {}, 172, {});
            QTRY_VERIFY(!room.takes().take(id)->soundFile.isEmpty());
        }
        QTRY_VERIFY(!room.isOpen());
    }

    void closesOnceTheSoundIsElsewhere() {
        Room room;
        room.makeUnsaved();
        room.close();
        QVERIFY(room.isOpen());
        room.answer("Save elsewhere…");
        QVERIFY(room.question->isVisible());
        const QString path = room.folder.filePath("elsewhere.wav");
        room.save("takeExportDialog", path);
        QTRY_VERIFY(!room.isOpen());
        QCOMPARE(readAudio(path.toStdString()).value().samples.size(), std::size_t{kSampleRate});
    }

    void closesOnceTryingAgainSucceeds() {
        Room room;
        const QString blocked = room.makeUnsaved();
        room.close();
        room.answer("Try again");
        QTRY_COMPARE(room.answers(), QStringList({"Try again", "Save elsewhere…", "Close anyway"}));
        QVERIFY(room.isOpen());
        QVERIFY(QDir(blocked).removeRecursively());
        room.answer("Try again");
        QTRY_VERIFY(!room.isOpen());
        QVERIFY(QFile::exists(blocked));
    }

    void staysOpenOnceTheQuestionIsClosed() {
        Room room;
        const QString blocked = room.makeUnsaved();
        room.close();
        QTest::mouseClick(room.question->findChild<QToolButton*>("noticeClose"), Qt::LeftButton);
        QVERIFY(!room.question->isVisible());
        QVERIFY(QDir(blocked).removeRecursively());
        const TakeId id = room.takes().takesAtRisk().first();
        room.takes().retrySave(id);
        QTRY_VERIFY(!room.takes().hasUnsavedSound(id));
        QVERIFY(room.isOpen());
    }

    void asksBeforeTheScriptIsLost() {
        Room room;
        room.demo.window().script->setScript("[S1] First.");
        QTRY_VERIFY(QFile::exists(room.folder.filePath("session.json")));
        QVERIFY(QFile::remove(room.folder.filePath("session.json")));
        QVERIFY(QDir(room.folder.path()).mkpath("session.json/in the way"));
        room.demo.window().script->setScript("[S1] Keep me.");
        room.close();
        QVERIFY(room.isOpen());
        QCOMPARE(room.answers(), QStringList({"Try again", "Save elsewhere…", "Close anyway"}));
        QVERIFY(room.demo.find<NoticeBar>("filesNotice")->text().contains("session.json"));
        room.answer("Save elsewhere…");
        room.save("saveScriptDialog", room.folder.filePath("script.txt"));
        QTRY_VERIFY(!room.isOpen());
    }

    void asksBeforeAVoiceThatIsEditedIsLost() {
        Room room;
        room.demo.window().voices->addSound({std::vector<float>(std::size_t{6} * kSampleRate, 0.25F)}, "Anna",
                                            "[S1] Hello.");
        QVERIFY(room.demo.window().voices->hasUnsavedVoice());
        room.close();
        QVERIFY(room.isOpen());
        room.answer("Close anyway");
        QVERIFY(!room.isOpen());
    }
};

QTEST_MAIN(TestClosing)
#include "test_closing.moc"
