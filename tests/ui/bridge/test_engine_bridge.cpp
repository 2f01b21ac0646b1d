// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/engine_bridge.h"
#include "support/data_folder.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace parley;
using namespace parley::ui;

namespace {

constexpr int kPatienceMs = 60'000;

ModelOptions demo() {
    ModelOptions options;
    options.demo = true;
    return options;
}

Request request(std::int64_t maxTokens, std::int64_t seed = 7) {
    Request made;
    made.script = "[S1] Hello there. [S2] Hi.";
    made.options.maxTokens = maxTokens;
    made.options.seed = seed;
    return made;
}

/// Everything that a service says, in order: "audio 1" is a piece of sound of job 1.
class Diary : public QObject {
public:
    explicit Diary(SpeechService& service) {
        const auto on = [&](auto signal, const char* what) {
            connect(&service, signal, this, [this, what](JobId job) { note(what, job); });
        };
        on(&SpeechService::audioReady, "audio");
        on(&SpeechService::stepped, "step");
        on(&SpeechService::finished, "finished");
        on(&SpeechService::cancelled, "cancelled");
        on(&SpeechService::failed, "failed");
        connect(&service, &SpeechService::audioReady, this,
                [this](JobId, const SoundChunk& chunk) { sound.insert(sound.end(), chunk->begin(), chunk->end()); });
    }

    QStringList lines;
    std::vector<float> sound;
    bool onOtherThread = false;

private:
    void note(const char* what, JobId job) {
        onOtherThread = onOtherThread || QThread::currentThread() != thread();
        lines << QString::fromLatin1(what) + QLatin1Char(' ') + QString::number(job);
    }
};

} // namespace

/// The real engine, with the demo's model.
class TestEngineBridge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsInTheBackground();
    void knowsTheModelsSizes();
    void reportsAModelThatIsNotThere();
    void keepsTheLastOfSeveralModels();
    void speaksOnThisThread();
    void playsBeforeTheLastToken();
    void cancelsWhatRunsAndWhatWaits();
    void goesOnAfterAFailure();
    void refusesWorkWithoutAModel();
    void takesAModelOutOfMemoryAndBack();
    void stopsWhenDestroyed();
};

void TestEngineBridge::loadsInTheBackground() {
    EngineBridge bridge;
    QSignalSpy states(&bridge, &SpeechService::modelChanged);
    bridge.useModel(demo());
    QVERIFY(bridge.modelState().phase == ModelState::Phase::Loading);
    QTRY_VERIFY_WITH_TIMEOUT(bridge.modelState().isReady(), kPatienceMs);
    QCOMPARE(bridge.modelState().device, QString("cpu"));
    QVERIFY(!bridge.modelState().dtype.isEmpty());
    QVERIFY(states.count() >= 2);
}

void TestEngineBridge::knowsTheModelsSizes() {
    EngineBridge bridge;
    const std::filesystem::path data = parley::test::dataFolder() / "plain";
    ModelOptions small;
    small.model = data / "dia-0626";
    small.codec = data / "dac-descript";
    for (const auto& [options, limits] :
         {std::pair(small, ModelLimits{256, 384}), std::pair(demo(), ModelLimits{1024, 3072})}) {
        bridge.useModel(options);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.modelState().isReady(), kPatienceMs);
        QCOMPARE(bridge.modelState().limits, limits);
    }
}

void TestEngineBridge::reportsAModelThatIsNotThere() {
    EngineBridge bridge;
    ModelOptions options;
    options.model = "/nowhere/model";
    options.codec = "/nowhere/codec";
    bridge.useModel(options);
    QTRY_VERIFY_WITH_TIMEOUT(bridge.modelState().phase == ModelState::Phase::Failed, kPatienceMs);
    QVERIFY(bridge.modelState().error.code == ErrorCode::ModelNotFound);
    bridge.useModel(demo());
    QTRY_VERIFY_WITH_TIMEOUT(bridge.modelState().isReady(), kPatienceMs);
}

void TestEngineBridge::keepsTheLastOfSeveralModels() {
    EngineBridge bridge;
    ModelOptions broken;
    broken.model = "/nowhere/model";
    bridge.useModel(broken);
    bridge.useModel(demo());
    QSignalSpy states(&bridge, &SpeechService::modelChanged);
    QTRY_VERIFY_WITH_TIMEOUT(bridge.modelState().isReady(), kPatienceMs);
    for (const QList<QVariant>& change : states) {
        QVERIFY(change.first().value<ModelState>().phase != ModelState::Phase::Failed);
    }
}

void TestEngineBridge::speaksOnThisThread() {
    EngineBridge bridge;
    bridge.useModel(demo());
    Diary diary(bridge);
    QSignalSpy finished(&bridge, &SpeechService::finished);
    QSignalSpy steps(&bridge, &SpeechService::stepped);
    const JobId job = bridge.submit(request(60));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatienceMs);
    QVERIFY(!diary.onOtherThread);
    QCOMPARE(finished.first().first().value<JobId>(), job);
    const auto speech = finished.first().at(1).value<SpeechPtr>();
    QCOMPARE(diary.sound, speech->sound.samples);
    QCOMPARE(steps.count(), speech->steps);
    QCOMPARE(steps.first().at(2).value<QList<qint64>>().size(), 9);
    QCOMPARE(speech->seed, 7U);
}

void TestEngineBridge::playsBeforeTheLastToken() {
    EngineBridge bridge;
    bridge.useModel(demo());
    Diary diary(bridge);
    (void)bridge.submit(request(400));
    QTRY_VERIFY_WITH_TIMEOUT(diary.lines.contains("finished 1"), kPatienceMs);
    QVERIFY(diary.lines.indexOf("audio 1") < diary.lines.lastIndexOf("step 1"));
}

void TestEngineBridge::cancelsWhatRunsAndWhatWaits() {
    EngineBridge bridge;
    bridge.useModel(demo());
    QSignalSpy cancelled(&bridge, &SpeechService::cancelled);
    QSignalSpy steps(&bridge, &SpeechService::stepped);
    // 16 speak together; the last one waits.
    QList<JobId> jobs;
    for (int i = 0; i < 17; ++i) {
        jobs += bridge.submit(request(3072));
    }
    QTRY_VERIFY_WITH_TIMEOUT(steps.count() > 500, kPatienceMs); // each begins a step after the one before
    bridge.cancel(jobs.last());
    for (const JobId job : jobs) {
        bridge.cancel(job);
    }
    bridge.cancel(999);
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 17, kPatienceMs);
    QSet<JobId> ended;
    for (const QList<QVariant>& one : cancelled) {
        const auto job = one.first().value<JobId>();
        ended.insert(job);
        QCOMPARE(one.at(1).value<SpeechPtr>()->steps > 0, job != jobs.last());
    }
    QCOMPARE(ended.size(), 17);
}

void TestEngineBridge::goesOnAfterAFailure() {
    EngineBridge bridge;
    bridge.useModel(demo());
    Diary diary(bridge);
    Request empty = request(60);
    empty.script.clear();
    (void)bridge.submit(empty);
    (void)bridge.submit(request(60));
    QTRY_VERIFY_WITH_TIMEOUT(diary.lines.contains("finished 2"), kPatienceMs);
    QVERIFY(diary.lines.indexOf("failed 1") >= 0 && diary.lines.indexOf("failed 1") < diary.lines.indexOf("step 2"));
}

void TestEngineBridge::refusesWorkWithoutAModel() {
    EngineBridge bridge;
    QSignalSpy failed(&bridge, &SpeechService::failed);
    (void)bridge.submit(request(60));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatienceMs);
    QVERIFY(failed.first().at(1).value<Error>().code == ErrorCode::ModelNotFound);
}

void TestEngineBridge::takesAModelOutOfMemoryAndBack() {
    using Phase = ModelState::Phase;
    EngineBridge bridge;
    QList<Phase> phases;
    connect(&bridge, &SpeechService::modelChanged, &bridge, [&](const ModelState& state) {
        if (phases.isEmpty() || phases.last() != state.phase) {
            phases += state.phase;
        }
    });
    QSignalSpy progress(&bridge, &SpeechService::progressed);
    QSignalSpy finished(&bridge, &SpeechService::finished);
    bridge.useModel(demo());
    bridge.unloadAfter(std::chrono::milliseconds(1));
    QTRY_VERIFY_WITH_TIMEOUT(bridge.modelState().phase == Phase::Unloaded, kPatienceMs);
    QCOMPARE(bridge.modelState().device, QString("cpu")); // where it will be again
    QCOMPARE(bridge.modelState().limits, (ModelLimits{1024, 3072}));
    (void)bridge.submit(request(60));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatienceMs);
    QVERIFY(progress.first().at(1).value<JobProgress>().phase == JobProgress::Phase::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(
        phases,
        QList<Phase>({Phase::Loading, Phase::Ready, Phase::Unloaded, Phase::Loading, Phase::Ready, Phase::Unloaded}),
        kPatienceMs);
}

void TestEngineBridge::stopsWhenDestroyed() {
    auto bridge = std::make_unique<EngineBridge>();
    bridge->useModel(demo());
    QSignalSpy steps(bridge.get(), &SpeechService::stepped);
    (void)bridge->submit(request(3072));
    (void)bridge->submit(request(3072));
    QTRY_VERIFY_WITH_TIMEOUT(!steps.isEmpty(), kPatienceMs);
    bridge.reset();
    QVERIFY(steps.count() < 3072);
}

QTEST_GUILESS_MAIN(TestEngineBridge)
#include "test_engine_bridge.moc"
