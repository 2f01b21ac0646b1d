// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/export.h"
#include "takes_room.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrl>

using namespace parley::ui;

class TestTakeExport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_temporary; // of the whole program, so that files that are handed over go away, too

    static QFileDialog* dialogOf(const TakesRoom& room) {
        return room.panel.findChild<QFileDialog*>(QStringLiteral("takeExportDialog"));
    }

    static NoticeBar* noticeOf(const TakesRoom& room) {
        return room.panel.findChild<NoticeBar*>(QStringLiteral("takesNotice"));
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_temporary.isValid());
        qputenv("TMPDIR", m_temporary.path().toLocal8Bit());
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void exportsInEachFormat_data() {
        QTest::addColumn<QString>("key");
        for (const ExportFormat format : exportFormats()) {
            QTest::newRow(qPrintable(exportFormatKey(format))) << exportFormatKey(format);
        }
    }

    void exportsInEachFormat() {
        QFETCH(const QString, key);
        TakesRoom room;
        room.show();
        const TakeId id = room.add(QStringLiteral("[S1] Export me."), 1.0);
        room.library.setSpeed(id, 2.0);
        room.panel.setCurrentTake(id);
        room.panel.setExportFormat(key);
        room.key(Qt::Key_E, Qt::ControlModifier);
        QFileDialog* dialog = dialogOf(room);
        QVERIFY(dialog != nullptr && dialog->isVisible());
        const QString suffix = exportFormatSuffix(*exportFormatFromKey(key));
        const QString path = room.folder.filePath(QStringLiteral("out.") + suffix);
        dialog->setDirectory(room.folder.path());
        dialog->selectFile(QStringLiteral("out.") + suffix);
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(noticeOf(room)->text().contains(QStringLiteral("out.")));
        QCOMPARE(recipeInFile(path)->script, QStringLiteral("[S1] Export me."));
        const auto clip = parley::readAudio(path.toStdString());
        QVERIFY(clip.ok());
        QVERIFY2(std::abs(clip.value().seconds() - 0.5) < 0.15, qPrintable(QString::number(clip.value().seconds())));
    }

    void exportsManyIntoAFolder() {
        TakesRoom room;
        room.show();
        room.add(QStringLiteral("[S1] Same."), 0.3);
        room.add(QStringLiteral("[S1] Same."), 0.3);
        room.list->setCurrentIndex(room.script(0)); // a script stands for its takes
        room.panel.findChild<QAction*>(QStringLiteral("exportAs-flac"))->trigger();
        QFileDialog* dialog = dialogOf(room);
        QVERIFY(dialog != nullptr);
        QVERIFY(QDir(room.folder.path()).mkdir(QStringLiteral("out")));
        const QDir out(room.folder.filePath(QStringLiteral("out")));
        dialog->setDirectory(room.folder.path());
        dialog->selectFile(QStringLiteral("out"));
        static_cast<QDialog*>(dialog)->accept();
        QTRY_COMPARE(out.entryList({QStringLiteral("*.flac")}, QDir::Files).size(), 2);
        QTRY_VERIFY(noticeOf(room)->text().contains(QStringLiteral("exported")));
    }

    void saysWhatFailedAndAsksAgain() {
        TakesRoom room;
        room.show();
        const TakeId id = room.add(QStringLiteral("[S1] Export me."), 0.3);
        QVERIFY(QFile::remove(room.library.take(id)->soundFile));
        room.panel.setCurrentTake(id);
        room.panel.exportTakes({id});
        QFileDialog* dialog = dialogOf(room);
        QVERIFY(dialog != nullptr);
        dialog->setDirectory(room.folder.path());
        dialog->selectFile(QStringLiteral("out.wav"));
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(noticeOf(room)->text().contains(QStringLiteral("could not be exported")));
        QVERIFY(!QFileInfo::exists(room.folder.filePath(QStringLiteral("out.wav"))));
        QVERIFY(noticeOf(room)->findChild<QPushButton*>() != nullptr);
    }

    void handsOverFilesWithTheirRecipe() {
        TakesRoom room;
        room.show();
        const TakeId id = room.add(QStringLiteral("[S2] Take me along."), 1.0, 99);
        room.library.setSpeed(id, 0.5);
        room.panel.setCurrentTake(id);
        QGuiApplication::clipboard()->setText({});
        room.key(Qt::Key_C, Qt::ControlModifier);
        const auto urls = [] { return QGuiApplication::clipboard()->mimeData()->urls(); };
        QTRY_COMPARE(urls().size(), 1);
        const QString path = urls().first().toLocalFile();
        QVERIFY(path.startsWith(m_temporary.path()));
        QVERIFY(path.endsWith(QStringLiteral(".wav")));
        QCOMPARE(recipeInFile(path)->settings.seed, 99);
        const auto clip = parley::readAudio(path.toStdString());
        QVERIFY(clip.ok());
        QVERIFY(std::abs(clip.value().seconds() - 2.0) < 0.2);
    }

    void unsavedSoundOffersWaysOut() {
        TakesRoom room;
        room.show();
        // A folder where the sound file should be: it can't be written, whoever runs this.
        const Recipe recipe = TakesRoom::recipe(QStringLiteral("[S1] Hello."));
        const TakeId id = room.library.begin(recipe);
        room.library.append(id, TakesRoom::tone(0.5));
        const QDir takes(room.folder.filePath(QStringLiteral("takes")));
        const QStringList parts = takes.entryList(QDir::Files);
        QString blocked;
        for (const QString& part : parts) {
            const QString base = QFileInfo(part).completeBaseName();
            blocked = part.startsWith(QStringLiteral("takes.sqlite")) ? blocked : takes.filePath(base + ".wav");
        }
        QVERIFY(QDir().mkpath(blocked + QStringLiteral("/in the way")));
        room.library.finish(id, TakeState::Whole, recipe, 10, {});
        auto* problem = room.panel.findChild<NoticeBar*>(QStringLiteral("takesProblem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(room.library.hasUnsavedSound(id));
        auto buttons = problem->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QVERIFY(dialogOf(room) != nullptr);
        QVERIFY(problem->isVisible());
        dialogOf(room)->reject();

        QVERIFY(QDir(blocked).removeRecursively());
        QTRY_COMPARE(problem->findChildren<QPushButton*>().size(), 2);
        QTest::mouseClick(problem->findChildren<QPushButton*>().first(), Qt::LeftButton);
        QTRY_VERIFY(!room.library.hasUnsavedSound(id));
        QVERIFY(!problem->isVisible());
    }
};

QTEST_MAIN(TestTakeExport)
#include "test_take_export.moc"
