// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

namespace {

constexpr const char* kScript = "[S1] This was written before the end. [S2] So it was.";

/// The program that is killed: writes, makes, and says on stdout how many pieces of sound there are.
int runChild(const QString& folder) {
    DemoStudio demo(folder);
    demo.window().script->setScript(kScript);
    auto* make = demo.find<QPushButton>("makeButton");
    QObject::connect(&demo.studio().speech, &SpeechService::modelChanged, make, [make](const ModelState& state) {
        if (state.isReady()) {
            QMetaObject::invokeMethod(make, [make] { make->click(); }, Qt::QueuedConnection);
        }
    });
    QObject::connect(&demo.studio().jobs, &JobQueue::takeAudio, make, [] { std::cout << "piece\n" << std::flush; });
    return QApplication::exec();
}

} // namespace

class TestStudioCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasThereBeforeAKill();
};

void TestStudioCrash::showsWhatWasThereBeforeAKill() {
    const QTemporaryDir folder;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--child", folder.path()});
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT(told.append(child.readAllStandardOutput()).count("piece") >= 4, kStudioPatienceMs);
    // The session is saved within a second, which a fast machine fills with sound.
    QFile session(folder.filePath("session.json"));
    QTRY_VERIFY_WITH_TIMEOUT(session.open(QIODevice::ReadOnly) && session.readAll().contains("before the end"),
                             kStudioPatienceMs);
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    DemoStudio demo(folder.path());
    QCOMPARE(demo.window().script->script(), QString(kScript));
    QCOMPARE(demo.count(TakeState::Unfinished), 1);
    const Take take = demo.studio().takes.takes().first();
    QVERIFY2(take.seconds > 2, qPrintable(QString::number(take.seconds)));
    QCOMPARE(take.recipe.script, QString(kScript));
    const SoundTrackPtr sound = demo.studio().takes.sound(take.id);
    QVERIFY(sound != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(sound->isComplete(), kStudioPatienceMs);
    QVERIFY(std::abs(sound->seconds() - take.seconds) < 0.01);
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--child") == 0) {
        return runChild(QString::fromLocal8Bit(argv[2]));
    }
    TestStudioCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_studio_crash.moc"
