// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "store/sound_track.h"
#include "store/voice.h"
#include "store/voice_text.h"
#include "voices/voice_check.h"
#include "widgets/waveform_view.h"

#include <QString>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace parley::ui {

class FindingsView;
class PageHeader;

/// Makes a voice of a sound: which part of it, what is said there, and by whom. It can't be saved before it is sound.
class VoiceEditor : public QWidget {
    Q_OBJECT

public:
    explicit VoiceEditor(QWidget* parent = nullptr);

    /// A new voice. A sound that is too long begins with its first ten seconds chosen.
    void editNew(SoundTrackPtr track, const VoiceText& text);
    /// A voice of the library. A part of it becomes a voice of its own; the stored sound never changes.
    void editStored(const Voice& voice, SoundTrackPtr track);
    /// What the model reads at most.
    void setMostBytes(int bytes);
    [[nodiscard]] bool isEditing() const noexcept { return m_track != nullptr; }
    /// Giving up now would lose something.
    [[nodiscard]] bool hasChanges() const;

Q_SIGNALS:
    void newVoice(const parley::AudioClip& clip, const parley::ui::VoiceText& text);
    void voiceChanged(const QString& id, const parley::ui::VoiceText& text);
    /// Given up, though there was something to save; the id is empty for a new voice. closed() follows.
    void abandoned(const QString& id, const parley::ui::SoundTrackPtr& track, const parley::ui::VoiceText& text);
    /// Saved or given up.
    void closed();
    void playRequested(const parley::ui::SoundTrackPtr& track, double from, double to);
    void stopRequested();

private:
    void buildControls();
    void buildLayout();
    void connectControls();
    void open(SoundTrackPtr track, const VoiceText& text);
    [[nodiscard]] VoiceText text() const;
    [[nodiscard]] WaveformView::Selection chosen() const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] AudioClip chosenPart() const;
    void judge();
    void save();
    void giveUp();
    void close();

    SoundTrackPtr m_track;
    QString m_id;       ///< of the stored voice; empty for a new one
    VoiceText m_before; ///< the text as it was when the edit began
    int m_mostBytes = ModelLimits{}.bytes;
    QTimer m_judgeSoon;
    PageHeader* m_header;
    WaveformView* m_waveform;
    QLabel* m_range;
    QPushButton* m_play;
    QPushButton* m_stop;
    QLineEdit* m_name;
    QPlainTextEdit* m_transcript;
    QPushButton* m_fixTags;
    QLineEdit* m_speaker1;
    QLineEdit* m_speaker2;
    FindingsView* m_findings;
    QPushButton* m_save;
    QPushButton* m_cancel;
};

} // namespace parley::ui
