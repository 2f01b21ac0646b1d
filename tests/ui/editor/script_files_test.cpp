// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_files.h"

#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace parley::ui;

class ScriptFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesAndOpens() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("script.txt"));
        QSignalSpy saved(&m_files, &ScriptFiles::saved);
        QSignalSpy opened(&m_files, &ScriptFiles::opened);
        m_files.save(path, QStringLiteral("[S1] Grüße"));
        QTRY_COMPARE(saved.size(), 1);
        m_files.open(path);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<TextFile>().text, QStringLiteral("[S1] Grüße"));
    }

    void reportsWhatFails() {
        const QTemporaryDir folder;
        QSignalSpy refused(&m_files, &ScriptFiles::refused);
        QSignalSpy failed(&m_files, &ScriptFiles::saveFailed);
        m_files.open(folder.filePath(QStringLiteral("absent.txt")));
        m_files.save(folder.filePath(QStringLiteral("absent/script.txt")), QStringLiteral("x"));
        QTRY_COMPARE(refused.size(), 1);
        QTRY_COMPARE(failed.size(), 1);
    }

    void takesTheLastOfSeveral() {
        const QTemporaryDir folder;
        QSignalSpy saved(&m_files, &ScriptFiles::saved);
        QSignalSpy opened(&m_files, &ScriptFiles::opened);
        const QString first = folder.filePath(QStringLiteral("1.txt"));
        const QString second = folder.filePath(QStringLiteral("2.txt"));
        m_files.save(first, QStringLiteral("1"));
        m_files.save(second, QStringLiteral("2"));
        QTRY_COMPARE(saved.size(), 2);
        m_files.open(first);
        m_files.open(second);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<TextFile>().path, second);
    }

    void asksWithoutBlocking() {
        m_files.chooseToSave(QStringLiteral("x"));
        auto* dialog = m_window.findChild<QFileDialog*>(QStringLiteral("saveScriptDialog"));
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->isVisible());
        dialog->reject();
        m_files.chooseToOpen();
        QVERIFY(m_window.findChild<QFileDialog*>(QStringLiteral("openScriptDialog")) != nullptr);
    }

private:
    QWidget m_window;
    ScriptFiles m_files{&m_window};
};

QTEST_MAIN(ScriptFilesTest)
#include "script_files_test.moc"
