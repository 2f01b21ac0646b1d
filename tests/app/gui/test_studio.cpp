// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "parley/audio.h"
#include "store/export.h"
#include "ui/support/pulse_server.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;
using parley::test::PulseServer;
using parley::test::SinkRecorder;

namespace {

std::unique_ptr<PulseServer> server;

/// Where the beginning of `sound` lies in `recording`: the place of least difference over a few thousand samples.
std::size_t align(std::span<const float> recording, std::span<const float> sound) {
    constexpr std::size_t kProbe = 4000;
    std::size_t best = 0;
    float least = std::numeric_limits<float>::max();
    for (std::size_t at = 0; at + sound.size() <= recording.size(); ++at) {
        float difference = 0;
        for (std::size_t i = 0; i < kProbe && difference < least; ++i) {
            difference += std::abs(recording[at + i] - sound[i]);
        }
        if (difference < least) {
            least = difference;
            best = at;
        }
    }
    return best;
}

} // namespace

class TestStudio : public QObject {
    Q_OBJECT

public:
    static void initMain() { server = std::make_unique<PulseServer>(); }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { server.reset(); }
    void typesMakesHearsAndExports();
    void cancelKeepsWhatWasMade();
    void makesAQueueOfFive();
    void takesARecipeBackFromAFile();
    void comesBackAsItWas();
};

void TestStudio::initTestCase() {
    if (PulseServer::isInstalled()) {
        QVERIFY(server->start());
    }
}

void TestStudio::typesMakesHearsAndExports() {
    if (!PulseServer::isInstalled()) {
        QSKIP("no pulseaudio program: what is played can't be recorded");
    }
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.makeShort();
    auto* editor = demo.find<QPlainTextEdit>("scriptEditor");
    editor->selectAll();
    QTest::keyClicks(editor, "[S1] Did you hear that?");
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClicks(editor, "Hear what?");
    QCOMPARE(demo.window().script->script(), QString("[S1] Did you hear that?\n[S2] Hear what?"));

    SinkRecorder recorder;
    QVERIFY(recorder.start("main"));
    QStringList order;
    connect(&demo.studio().speech, &SpeechService::audioReady, this, [&] { order << "audio"; });
    connect(&demo.studio().speech, &SpeechService::stepped, this, [&] { order << "step"; });
    QTRY_VERIFY_WITH_TIMEOUT(demo.find<QPushButton>("makeButton")->isEnabled(), kStudioPatienceMs);
    QTest::mouseClick(demo.find<QPushButton>("makeButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 1, kStudioPatienceMs);
    QVERIFY(order.indexOf("audio") < order.lastIndexOf("step"));

    const Take take = demo.studio().takes.takes().first();
    const QString path = folder.filePath("out.wav");
    QFuture<ExportResult> exported = exportTake(demo.studio().takes.sound(take.id), take, path, ExportFormat::WavFloat);
    exported.waitForFinished();
    QVERIFY(exported.result().ok());
    const auto file = readAudio(path.toStdString());
    QVERIFY(file.ok());
    QTRY_VERIFY_WITH_TIMEOUT(demo.studio().player.state() == Player::State::Stopped, kStudioPatienceMs);
    const std::vector<float>& expected = file.value().samples;
    QTRY_VERIFY_WITH_TIMEOUT(recorder.samples().size() > expected.size() + kSampleRate, kStudioPatienceMs);
    const std::vector<float> heard = recorder.samples();
    const std::size_t start = align(heard, expected);
    float worst = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        worst = std::max(worst, std::abs(heard[start + i] - std::clamp(expected[i], -1.0F, 1.0F)));
    }
    QVERIFY2(worst < 1e-3F, qPrintable(QString("largest difference %1").arg(double{worst})));
}

void TestStudio::cancelKeepsWhatWasMade() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    QSignalSpy audio(&demo.studio().speech, &SpeechService::audioReady);
    QTRY_VERIFY_WITH_TIMEOUT(demo.find<QPushButton>("makeButton")->isEnabled(), kStudioPatienceMs);
    QTest::keyClick(&demo.window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(audio.count() >= 2, kStudioPatienceMs);
    QTest::mouseClick(demo.find<QPushButton>("cancelButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Stopped), 1, kStudioPatienceMs);
    const Take take = demo.studio().takes.takes().first();
    QVERIFY(take.seconds > 0.5 && take.seconds < 30);
    QTRY_VERIFY_WITH_TIMEOUT(!demo.studio().takes.take(take.id)->soundFile.isEmpty(), kStudioPatienceMs);
}

void TestStudio::makesAQueueOfFive() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.makeShort(5);
    QTRY_VERIFY_WITH_TIMEOUT(demo.find<QPushButton>("makeButton")->isEnabled(), kStudioPatienceMs);
    QTest::mouseClick(demo.find<QPushButton>("makeButton"), Qt::LeftButton);
    QCOMPARE(demo.studio().jobs.entries().size(), 5);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 5, kStudioPatienceMs);
    QList<qint64> seeds;
    for (const Take& take : demo.studio().takes.takes()) {
        seeds << take.recipe.settings.seed;
    }
    std::sort(seeds.begin(), seeds.end());
    QCOMPARE(seeds, QList<qint64>({7, 8, 9, 10, 11}));
}

void TestStudio::takesARecipeBackFromAFile() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.makeShort();
    demo.window().script->setScript("[S1] Grüße! (laughs) [S2] And again.");
    QTRY_VERIFY_WITH_TIMEOUT(demo.find<QPushButton>("makeButton")->isEnabled(), kStudioPatienceMs);
    QTest::mouseClick(demo.find<QPushButton>("makeButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 1, kStudioPatienceMs);
    const Take take = demo.studio().takes.takes().first();
    const QString path = folder.filePath("take.flac");
    QFuture<ExportResult> exported = exportTake(demo.studio().takes.sound(take.id), take, path, ExportFormat::Flac);
    exported.waitForFinished();
    QVERIFY(exported.result().ok() && exported.result().recipeKept);
    demo.window().script->setScript("[S1] Something else.");
    demo.window().generation->setSettings({});
    Q_EMIT demo.window().filesDropped({path});
    QTRY_COMPARE(demo.window().script->script(), take.recipe.script);
    QCOMPARE(demo.window().generation->settings().seed, 7);
    QCOMPARE(demo.window().generation->settings().maxTokens, 860);
}

void TestStudio::comesBackAsItWas() {
    const QTemporaryDir folder;
    {
        DemoStudio demo(folder.path());
        demo.window().script->setScript("[S1] Keep me.");
        demo.makeShort(3);
        demo.window().close();
    }
    DemoStudio demo(folder.path());
    QCOMPARE(demo.window().script->script(), QString("[S1] Keep me."));
    QCOMPARE(demo.window().generation->settings().takes, 3);
}

QTEST_MAIN(TestStudio)
#include "test_studio.moc"
