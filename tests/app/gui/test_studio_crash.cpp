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
#include <QTimer>
#include <algorithm>
#include <csignal>
#include <map>

using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

namespace {

constexpr const char* kScript = "[S1] This was written before the end. [S2] So it was.";

constexpr int kTakes = 3; // made together

/// What has to be on the disk of each before the end: enough to see that it isn't only the first piece.
constexpr double kSecondsMade = 2.5;

bool isSaved(const QString& folder) {
    QFile session(folder + "/session.json");
    return session.open(QIODevice::ReadOnly) && session.readAll().contains("before the end");
}

/// The program that is killed in the middle of several takes. It counts its own sound and sends itself the signal: a
/// signal from outside could come when a fast machine has finished them.
int runChild(const QString& folder) {
    DemoStudio demo(folder);
    demo.makeShort(kTakes);
    demo.window().script->setScript(kScript);
    std::map<TakeId, double> made;
    auto* make = demo.find<QPushButton>("makeButton");
    QObject::connect(&demo.studio().jobs, &JobQueue::takeAudio, make, [&made](TakeId take, const SoundChunk& chunk) {
        made[take] += static_cast<double>(chunk->size()) / parley::kSampleRate;
        const auto isEnough = [](const auto& each) { return each.second > kSecondsMade; };
        if (std::count_if(made.begin(), made.end(), isEnough) == kTakes) {
            (void)std::raise(SIGKILL);
        }
    });
    QTimer whenReady;
    QObject::connect(&whenReady, &QTimer::timeout, make, [&] {
        if (isSaved(folder) && demo.studio().speech.modelState().isReady()) {
            whenReady.stop();
            make->click();
        }
    });
    whenReady.start(20);
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
    QVERIFY(child.waitForFinished(kStudioPatienceMs));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    DemoStudio demo(folder.path());
    QCOMPARE(demo.window().script->script(), QString(kScript));
    QCOMPARE(demo.count(TakeState::Unfinished), kTakes);
    QVERIFY(demo.studio().jobs.restored().isEmpty()); // they are among the takes
    for (const Take& take : demo.studio().takes.takes()) {
        QVERIFY2(take.seconds > kSecondsMade, qPrintable(QString::number(take.seconds)));
        QCOMPARE(take.recipe.script, QString(kScript));
        const SoundTrackPtr sound = demo.studio().takes.sound(take.id);
        QVERIFY(sound != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(sound->isComplete(), kStudioPatienceMs);
        QVERIFY(std::abs(sound->seconds() - take.seconds) < 0.01);
    }
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
