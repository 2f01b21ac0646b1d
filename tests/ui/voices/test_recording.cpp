// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_library.h"
#include "ui/support/pulse_server.h"
#include "voices/capture.h"
#include "voices/recorder.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"
#include "widgets/waveform_view.h"

#include <QComboBox>
#include <QMediaDevices>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

namespace parley::ui {

using test::PulseServer;

namespace {

constexpr int kPatienceMs = 20'000;

} // namespace

/// A sine in a null sink's place stands for somebody who speaks: the sink's monitor is the microphone.
class TestRecording : public QObject {
    Q_OBJECT

public:
    /// Programs look for the sound server when the application object is made.
    static void initMain() { server = std::make_unique<PulseServer>(); }

private:
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        return m_panel->findChild<Widget*>(name);
    }
    void record(double leastSeconds) const;

    inline static std::unique_ptr<PulseServer> server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<VoiceLibrary> m_library;
    std::unique_ptr<VoicePanel> m_panel;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { server.reset(); }
    void convertsWhatDevicesSend();
    void keepsWhatIsSaid();
    void stopsByItself();
    void keepsWhatWasRecordedWhenTheMicrophoneGoes();
};

void TestRecording::initTestCase() {
    if (!PulseServer::isInstalled()) {
        QSKIP("There is no pulseaudio program on this machine, so there is no microphone to record from.");
    }
    QVERIFY(server->start());
    QVERIFY(!server->loadModule({"module-sine", "sink=main", "frequency=440"}).isEmpty());
    // Qt leaves monitors out of its list, but takes a source that is made from one.
    QVERIFY(!server->loadModule({"module-remap-source", "master=main.monitor", "source_name=microphone"}).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!QMediaDevices::audioInputs().isEmpty(), kPatienceMs);
}

void TestRecording::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<VoiceLibrary>(m_folder->path());
    m_panel = std::make_unique<VoicePanel>(*m_library);
    m_panel->resize(360, 640);
    m_panel->show();
    m_panel->startRecording();
}

void TestRecording::cleanup() {
    m_panel.reset();
    m_library.reset();
}

void TestRecording::record(double leastSeconds) const {
    auto* recorder = find<Recorder>("voiceRecorder");
    QVERIFY(recorder);
    double seconds = 0;
    const auto hearing = connect(recorder, &Recorder::heard, recorder, [&](float, double now) { seconds = now; });
    QTest::mouseClick(find<QPushButton>("recordButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(seconds >= leastSeconds, kPatienceMs);
    disconnect(hearing);
}

void TestRecording::convertsWhatDevicesSend() {
    QAudioFormat format;
    format.setSampleRate(48000);
    format.setChannelCount(2);
    format.setSampleFormat(QAudioFormat::Int16);
    const std::vector<qint16> frames{16384, -16384, 32767, 32767, -32768, -32768};
    const QByteArray bytes(reinterpret_cast<const char*>(frames.data()),
                           static_cast<qsizetype>(frames.size() * sizeof(qint16)));
    const std::vector<float> mono = toMono(bytes, format);
    QCOMPARE(mono.size(), std::size_t{3});
    QVERIFY(std::abs(mono[0]) < 1e-3F);
    QVERIFY(mono[1] > 0.99F && mono[1] <= 1.0F);
    QVERIFY(mono[2] < -0.99F && mono[2] >= -1.0F);
}

void TestRecording::keepsWhatIsSaid() {
    QVERIFY(find<QComboBox>("microphoneChoice")->count() > 0);
    record(1.5);
    QCOMPARE(find<QPushButton>("recordButton")->text(), "Stop");
    QTest::mouseClick(find<QPushButton>("recordButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("voiceEditor")->isVisible(), kPatienceMs);

    // The sine goes up through zero 440 times a second.
    const AudioClip clip = find<WaveformView>("voiceWaveform")->track()->clip();
    QVERIFY(clip.seconds() >= 1.5);
    std::size_t rises = 0;
    const std::size_t half = clip.samples.size() / 2;
    for (std::size_t i = half; i < clip.samples.size(); ++i) {
        rises += clip.samples[i - 1] < 0 && clip.samples[i] >= 0 ? 1 : 0;
    }
    const double seconds = static_cast<double>(clip.samples.size() - half) / kSampleRate;
    QVERIFY2(std::abs(static_cast<double>(rises) / seconds - 440) < 10, qPrintable(QString::number(rises)));
}

void TestRecording::stopsByItself() {
    Capture capture(0.5);
    QSignalSpy finished(&capture, &Capture::finished);
    capture.start(QMediaDevices::defaultAudioInput());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatienceMs);
    QCOMPARE(finished.first().at(0).value<AudioClip>().samples.size(), std::size_t{kSampleRate / 2});
    QCOMPARE(finished.first().at(1).toString(), QString());
}

void TestRecording::keepsWhatWasRecordedWhenTheMicrophoneGoes() {
    record(0.5);
    server->stop();
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("voiceEditor")->isVisible(), kPatienceMs);
    QVERIFY(find<WaveformView>("voiceWaveform")->track()->seconds() >= 0.5);
    QVERIFY(!find<NoticeBar>("voiceNotice")->text().isEmpty());
}

} // namespace parley::ui

QTEST_MAIN(parley::ui::TestRecording)
#include "test_recording.moc"
