// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_editor.h"

#include "voices/findings_view.h"
#include "voices/page_header.h"
#include "widgets/icons.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <algorithm>
#include <cmath>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kJudgeDelayMs = 60; // a drag of a handle moves the selection many times a second
constexpr double kFirstSeconds = 10;

std::size_t sampleAt(double seconds) {
    return static_cast<std::size_t>(std::lround(std::max(seconds, 0.0) * kSampleRate));
}

} // namespace

void VoiceEditor::editNew(SoundTrackPtr track, const VoiceText& text) {
    m_id.clear();
    m_header->setTitle(tr("New voice"));
    open(std::move(track), text);
    m_transcript->setFocus();
}

void VoiceEditor::editStored(const Voice& voice, SoundTrackPtr track) {
    m_id = voice.id;
    m_header->setTitle(tr("Edit voice"));
    open(std::move(track), {voice.name, voice.transcript, voice.speaker1, voice.speaker2});
    m_name->setFocus();
}

void VoiceEditor::open(SoundTrackPtr track, const VoiceText& text) {
    m_track = std::move(track);
    const double seconds = m_track->seconds();
    m_waveform->setTrack(m_track);
    m_waveform->setPosition(0);
    m_waveform->setSelection(
        WaveformView::Selection{0, !m_id.isEmpty() || seconds <= kMostVoiceSeconds ? seconds : kFirstSeconds});
    m_name->setText(text.name);
    m_transcript->setPlainText(text.transcript);
    m_speaker1->setText(text.speaker1);
    m_speaker2->setText(text.speaker2);
    m_before = this->text();
    judge();
}

void VoiceEditor::connectControls() {
    m_judgeSoon.setSingleShot(true);
    m_judgeSoon.setInterval(kJudgeDelayMs);
    connect(&m_judgeSoon, &QTimer::timeout, this, &VoiceEditor::judge);
    const auto later = [this] { m_judgeSoon.start(); };
    connect(m_waveform, &WaveformView::selectionChanged, this, later);
    connect(m_name, &QLineEdit::textChanged, this, later);
    connect(m_transcript, &QPlainTextEdit::textChanged, this, later);
    connect(m_waveform, &WaveformView::seekRequested, this, [this](double seconds) {
        const double end = chosen().to;
        Q_EMIT playRequested(m_track, seconds, seconds < end ? end : m_track->seconds());
    });
    connect(m_play, &QPushButton::clicked, this, [this] {
        const WaveformView::Selection part = chosen();
        Q_EMIT playRequested(m_track, part.from, part.to);
    });
    connect(m_stop, &QPushButton::clicked, this, &VoiceEditor::stopRequested);
    connect(m_fixTags, &QPushButton::clicked, this, [this] {
        m_transcript->selectAll(); // inserting over it, unlike setPlainText(), can be undone
        m_transcript->insertPlainText(withFixedTags(m_transcript->toPlainText()));
    });
    connect(m_save, &QPushButton::clicked, this, &VoiceEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, &VoiceEditor::giveUp);
    connect(m_header, &PageHeader::backRequested, this, &VoiceEditor::giveUp);
}

VoiceText VoiceEditor::text() const {
    return {m_name->text().simplified(), m_transcript->toPlainText().trimmed(), m_speaker1->text().simplified(),
            m_speaker2->text().simplified()};
}

WaveformView::Selection VoiceEditor::chosen() const {
    return m_waveform->selection().value_or(WaveformView::Selection{0, m_track->seconds()});
}

bool VoiceEditor::isWhole() const {
    const WaveformView::Selection part = chosen();
    return sampleAt(part.from) == 0 && sampleAt(part.to) >= m_track->size();
}

AudioClip VoiceEditor::chosenPart() const {
    if (isWhole()) {
        return m_track->clip();
    }
    const WaveformView::Selection part = chosen();
    const std::size_t first = sampleAt(part.from);
    return m_track->clip(first, std::max(sampleAt(part.to), first) - first);
}

void VoiceEditor::judge() {
    m_judgeSoon.stop();
    if (!m_track) {
        return;
    }
    const WaveformView::Selection part = chosen();
    const QLocale locale;
    m_range->setText(tr("%1 s to %2 s of %3 s")
                         .arg(locale.toString(part.from, 'f', 1), locale.toString(part.to, 'f', 1),
                              locale.toString(m_track->seconds(), 'f', 1)));
    const bool stored = !m_id.isEmpty() && isWhole();
    VoiceDraft draft{m_name->text(), m_transcript->toPlainText(), part.to - part.from, {}, stored, m_mostBytes};
    if (draft.seconds <= kMostVoiceSeconds) {
        draft.level = measureLevel(chosenPart().samples);
    }
    const QList<VoiceFinding> findings = judgeVoice(draft);
    m_findings->setFindings(findings);
    const bool bad = findings.first().tone == Tone::Bad;
    m_save->setEnabled(!bad);
    m_save->setText(m_id.isEmpty() || stored ? tr("&Save") : tr("&Save as a new voice"));
    m_save->setToolTip(bad ? findings.first().text : QString());
    m_save->setAccessibleDescription(m_save->toolTip());
    m_fixTags->setVisible(withFixedTags(draft.transcript) != draft.transcript.trimmed());
}

void VoiceEditor::setMostBytes(int bytes) {
    m_mostBytes = bytes;
    judge();
}

void VoiceEditor::save() {
    judge(); // the last key press may not have been looked at yet
    if (!m_save->isEnabled()) {
        return;
    }
    if (!m_id.isEmpty() && isWhole()) {
        Q_EMIT voiceChanged(m_id, text());
    } else {
        Q_EMIT newVoice(chosenPart(), text());
    }
    close();
}

bool VoiceEditor::hasChanges() const {
    return m_track && (m_id.isEmpty() || text() != m_before);
}

void VoiceEditor::giveUp() {
    if (hasChanges()) {
        Q_EMIT abandoned(m_id, m_track, text());
    }
    close();
}

void VoiceEditor::close() {
    if (!m_track) {
        return;
    }
    m_judgeSoon.stop();
    m_track.reset();
    m_waveform->setTrack(nullptr);
    Q_EMIT stopRequested();
    Q_EMIT closed();
}

} // namespace parley::ui
