// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/record_page.h"

#include "voices/level_meter.h"
#include "voices/page_header.h"
#include "voices/recorder.h"
#include "voices/voice_check.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QAudioDevice>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QMediaDevices>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::ui {

RecordPage::RecordPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(tr("Record a voice"), this)), m_notice(new NoticeBar(this)),
      m_devices(new QComboBox(this)), m_meter(new LevelMeter(this)), m_time(new QLabel(this)),
      m_record(new QPushButton(this)) {
    setObjectName(QStringLiteral("recordPage"));
    buildControls();
    auto* advice = new QLabel(tr("Speak 5 to 10 seconds, as you want to be heard, in a quiet room. Recording stops by "
                                 "itself after 20 seconds."),
                              this);
    advice->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Mic&rophone"), m_devices);
    form->addRow(tr("Level"), m_meter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(advice);
    layout->addLayout(form);
    layout->addWidget(m_time);
    layout->addWidget(m_record);
    layout->addStretch();
    connect(m_header, &PageHeader::backRequested, this, [this] {
        stop();
        Q_EMIT closed();
    });
    connect(m_record, &QPushButton::clicked, this, &RecordPage::toggle);
    showIdle();
}

void RecordPage::buildControls() {
    m_notice->setObjectName(QStringLiteral("recordNotice"));
    m_devices->setObjectName(QStringLiteral("microphoneChoice"));
    m_devices->setAccessibleName(tr("Microphone"));
    m_devices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_devices->setMinimumContentsLength(8);
    m_devices->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_meter->setObjectName(QStringLiteral("microphoneLevel"));
    m_time->setObjectName(QStringLiteral("recordedSeconds"));
    m_time->setAlignment(Qt::AlignCenter);
    m_record->setObjectName(QStringLiteral("recordButton"));
}

void RecordPage::open() {
    if (m_recorder == nullptr) {
        m_recorder = new Recorder(this);
        m_recorder->setObjectName(QStringLiteral("voiceRecorder"));
        connect(m_recorder, &Recorder::devicesChanged, this, &RecordPage::listDevices);
        connect(m_recorder, &Recorder::heard, this, [this](float peak, double seconds) {
            m_meter->setPeak(peak);
            showSeconds(seconds);
        });
        connect(m_recorder, &Recorder::finished, this, &RecordPage::finish);
    }
    listDevices();
    // Escape, too, is heard only inside the page.
    (m_record->isEnabled() ? static_cast<QWidget*>(m_record) : m_header)->setFocus();
}

void RecordPage::stop() {
    if (m_recorder != nullptr) {
        m_recorder->stop();
    }
}

void RecordPage::listDevices() {
    const QByteArray chosen = m_devices->currentData().toByteArray();
    const QByteArray standard = QMediaDevices::defaultAudioInput().id();
    m_devices->clear();
    const QList<QAudioDevice> devices = m_recorder->devices();
    for (const QAudioDevice& device : devices) {
        m_devices->addItem(device.description(), device.id());
    }
    const int before = m_devices->findData(chosen);
    m_devices->setCurrentIndex(std::max(before >= 0 ? before : m_devices->findData(standard), 0));
    m_record->setEnabled(!devices.isEmpty() || m_recorder->isRecording());
    m_devices->setEnabled(!devices.isEmpty() && !m_recorder->isRecording());
    if (devices.isEmpty()) {
        m_notice->tell(Tone::Warning, tr("No microphone was found."),
                       {{tr("Look again"), [this] { open(); }}, {tr("Add a file"), [this] { Q_EMIT fileWanted(); }}});
    } else {
        m_notice->clear();
    }
}

void RecordPage::toggle() {
    if (m_recorder->isRecording()) {
        stop();
        return;
    }
    const QByteArray chosen = m_devices->currentData().toByteArray();
    const QList<QAudioDevice> devices = m_recorder->devices();
    for (const QAudioDevice& device : devices) {
        if (device.id() == chosen) {
            m_notice->clear();
            m_devices->setEnabled(false);
            m_record->setText(tr("Stop"));
            m_record->setIcon(icon(QStringLiteral("stop")));
            m_recorder->start(device);
            return;
        }
    }
    listDevices();
}

void RecordPage::showSeconds(double seconds) {
    m_time->setText(tr("%1 s of %2 s").arg(QLocale().toString(seconds, 'f', 1), QLocale().toString(kMostVoiceSeconds)));
}

void RecordPage::showIdle() {
    m_record->setText(tr("Record"));
    m_record->setIcon(icon(QStringLiteral("record")));
    m_devices->setEnabled(m_devices->count() > 0);
    m_meter->reset();
    showSeconds(0);
}

void RecordPage::finish(const AudioClip& clip, const QString& problem) {
    showIdle();
    if (!clip.samples.empty()) {
        Q_EMIT recorded(clip, problem);
    } else if (!problem.isEmpty()) {
        m_notice->tell(Tone::Bad, problem,
                       {{tr("Try again"), [this] { toggle(); }}, {tr("Add a file"), [this] { Q_EMIT fileWanted(); }}});
    }
}

} // namespace parley::ui
