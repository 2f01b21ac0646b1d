// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/put_file.h"
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "gui/open_requests.h"
#include "parley/audio.h"
#include "voices/voice_panel.h"

#include <QApplication>
#include <QFileOpenEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace parley;
using parley::gui::OpenRequests;
using parley::test::DemoStudio;
using parley::test::put;

namespace {

/// As the system does it: posted to the application.
template <typename Place>
void request(const Place& place) {
    QCoreApplication::postEvent(qApp, new QFileOpenEvent(place));
}

} // namespace

/// What is dropped on the program's icon or opened by a double click in the Finder.
class TestOpenRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesOfOneRequestComeTogether() {
        OpenRequests requests(nullptr);
        QSignalSpy arrived(&requests, &OpenRequests::filesArrived);
        request(QStringLiteral("/a/Ümläut.txt"));
        request(QStringLiteral("/b/sound file.wav"));
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(arrived.first().first().toStringList(), QStringList({"/a/Ümläut.txt", "/b/sound file.wav"}));
        request(QStringLiteral("/c.txt"));
        QTRY_COMPARE(arrived.count(), 2);
        QCOMPARE(arrived.last().first().toStringList(), QStringList({"/c.txt"}));
    }

    void addressesAreNotFiles() {
        OpenRequests requests(nullptr);
        QSignalSpy arrived(&requests, &OpenRequests::filesArrived);
        request(QUrl(QStringLiteral("https://example.org/script.txt")));
        request(QString());
        request(QUrl::fromLocalFile(QStringLiteral("/a.txt")));
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(arrived.first().first().toStringList(), QStringList({"/a.txt"}));
    }

    void theWindowOpensAScript() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        put(folder.filePath("1.txt"), "[S1] The first.");
        put(folder.filePath("2.txt"), "[S1] The second.");
        request(folder.filePath("1.txt"));
        request(folder.filePath("2.txt"));
        QTRY_COMPARE(demo.window().script->script(), QString("[S1] The first."));
        QCoreApplication::processEvents();
        QCOMPARE(demo.window().script->script(), QString("[S1] The first."));
    }

    void theWindowTakesASoundAsAVoice() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        const QString sound = folder.filePath("voice.wav");
        QVERIFY(writeAudio(sound.toStdString(), {std::vector<float>(3 * std::size_t{kSampleRate}, 0.2F)}).ok());
        request(sound);
        QTRY_VERIFY(demo.window().voices->hasUnsavedVoice());
    }
};

QTEST_MAIN(TestOpenRequests)
#include "test_open_requests.moc"
