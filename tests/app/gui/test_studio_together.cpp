// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "jobs/make_bar.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

/// Several takes that the real engine makes together.
class TestStudioTogether : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundAsTheyDoAlone();
    void playsTheOneInFrontAlone();
    void showsHowManyThereAre();
    void changesTheEngineForThoseThatWait();
    void stoppingAllKeepsEach();
};

namespace {

constexpr int kShort = 860; // tokens: as few as the window allows
constexpr int kLong = 3072; // so that they are still at it when they are looked at

/// Asks for so many takes once it can.
void make(DemoStudio& demo, int takes, int maxTokens = kShort, qint64 seed = 7) {
    GenerationSettings settings;
    settings.takes = takes;
    settings.maxTokens = maxTokens;
    settings.seed = seed; // one that the demo doesn't end early with
    demo.window().generation->setSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(demo.studio().speech.modelState().isReady(), kStudioPatienceMs);
    demo.window().make->makeAction()->trigger();
}

/// Of the newest take with this seed; it may have to be read from its file.
std::vector<float> soundOf(DemoStudio& demo, qint64 seed) {
    const QList<Take> takes = demo.studio().takes.takes();
    const auto take =
        std::find_if(takes.begin(), takes.end(), [&](const Take& each) { return each.recipe.settings.seed == seed; });
    const SoundTrackPtr sound = take == takes.end() ? nullptr : demo.studio().takes.sound(take->id);
    return sound && QTest::qWaitFor([&] { return sound->isComplete(); }) ? sound->clip().samples : std::vector<float>();
}

int howManySpeak(const gui::Studio& studio) {
    const QList<JobEntry>& entries = studio.jobs.entries();
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [](const JobEntry& entry) {
        return entry.state == JobState::Running && entry.takeId != 0;
    }));
}

} // namespace

void TestStudioTogether::soundAsTheyDoAlone() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    int together = 0;
    connect(&demo.studio().speech, &SpeechService::stepped, this,
            [&] { together = std::max(together, howManySpeak(demo.studio())); });
    make(demo, 3);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 3, kStudioPatienceMs);
    QCOMPARE(together, 3);
    const std::vector<float> inCompany = soundOf(demo, 8);
    make(demo, 1, kShort, 8);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 4, kStudioPatienceMs);
    QVERIFY(inCompany.size() > std::size_t{kSampleRate});
    QVERIFY(soundOf(demo, 8) == inCompany);
    QVERIFY(soundOf(demo, 9) != inCompany);
}

void TestStudioTogether::playsTheOneInFrontAlone() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    Preferences preferences = demo.studio().settings.preferences();
    preferences.playMode = PlayMode::AtOnce;
    demo.studio().settings.setPreferences(preferences);
    QList<TakeId> fronts;
    connect(&demo.studio().jobs, &JobQueue::frontTakeChanged, this, [&](TakeId take) { fronts += take; });
    QList<SoundTrackPtr> heard;
    connect(&demo.studio().jobs, &JobQueue::takeAudio, this, [&] {
        const SoundTrackPtr track = demo.studio().player.track();
        if (track && !heard.contains(track)) {
            heard += track;
            QCOMPARE(track, demo.studio().takes.sound(fronts.constLast()));
        }
    });
    make(demo, 3);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 3, kStudioPatienceMs);
    QVERIFY(!heard.isEmpty());
    QCOMPARE(heard.constFirst(), demo.studio().takes.sound(fronts.constFirst()));
    QCOMPARE(fronts.constFirst(), demo.studio().takes.takes().constLast().id);
}

void TestStudioTogether::showsHowManyThereAre() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    make(demo, JobQueue::kMostTogether + 2, kLong);
    const auto* status = demo.find<QLabel>("makeStatus");
    const auto* company = demo.find<QLabel>("makeCompany");
    const QString rest = QStringLiteral("%1 more · 2 waiting").arg(JobQueue::kMostTogether - 1);
    QTRY_VERIFY_WITH_TIMEOUT(status->text().startsWith("Step ") && company->text() == rest, kStudioPatienceMs);
    demo.studio().jobs.cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(!demo.studio().jobs.isBusy(), kStudioPatienceMs);
}

void TestStudioTogether::changesTheEngineForThoseThatWait() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    make(demo, JobQueue::kMostTogether + 1);
    QTRY_COMPARE_WITH_TIMEOUT(howManySpeak(demo.studio()), JobQueue::kMostTogether, kStudioPatienceMs);
    Preferences other = demo.studio().settings.preferences();
    other.dtype = "int8";
    demo.studio().settings.setPreferences(other);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), JobQueue::kMostTogether + 1, kStudioPatienceMs);
    QStringList dtypes;
    for (const Take& take : demo.studio().takes.takes()) {
        dtypes.prepend(take.recipe.dtype); // oldest first
    }
    QCOMPARE(dtypes.takeLast(), QString("int8"));
    QCOMPARE(dtypes, QStringList(JobQueue::kMostTogether, QStringLiteral("float32")));
}

void TestStudioTogether::stoppingAllKeepsEach() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    make(demo, 3, kLong);
    const auto eachHasSound = [&] {
        const QList<Take> takes = demo.studio().takes.takes();
        return takes.size() == 3 && std::all_of(takes.begin(), takes.end(), [&](const Take& take) {
                   return demo.studio().takes.sound(take.id)->seconds() > 0.5;
               });
    };
    QTRY_VERIFY_WITH_TIMEOUT(eachHasSound(), kStudioPatienceMs);
    demo.studio().jobs.cancelAll();
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Stopped), 3, kStudioPatienceMs);
    for (const Take& take : demo.studio().takes.takes()) {
        QVERIFY(take.seconds > 0.5);
        QTRY_VERIFY_WITH_TIMEOUT(!demo.studio().takes.take(take.id)->soundFile.isEmpty(), kStudioPatienceMs);
    }
}

QTEST_MAIN(TestStudioTogether)
#include "test_studio_together.moc"
