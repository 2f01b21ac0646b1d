// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/error.h"
#include "store/sound_track.h"

#include <QList>
#include <QString>
#include <QWidget>
#include <functional>

class QAction;
class QStackedWidget;

namespace parley::ui {

class NoticeBar;
class RecordPage;
class VoiceEditor;
class VoiceIntake;
class VoiceLibrary;
class VoiceListPage;
struct Voice;
struct VoiceText;

/// Where a voice is chosen, and where new ones are made: from files, from drops, from the microphone.
class VoicePanel : public QWidget {
    Q_OBJECT

public:
    /// The library must outlive the panel.
    explicit VoicePanel(VoiceLibrary& library, QWidget* parent = nullptr);

    /// The chosen voice; empty: the model picks one. It may be one that the library hasn't listed yet.
    [[nodiscard]] QString currentVoice() const { return m_current; }
    void setCurrentVoice(const QString& id);

    /// The line about consent is shown until then, from the first new voice on.
    void setConsentSeen(bool seen);

    /// What the model reads at most, a voice's text included.
    void setMostBytes(int bytes);

    /// What the next new voice says, if nothing better is known.
    void offerTranscript(const QString& text);
    /// A sound, a video, a text beside its sound, or a folder of such pairs.
    void addFile(const QString& path);
    /// A sound to make a voice of, such as a take, with what is said in it.
    void addSound(const AudioClip& clip, const QString& name, const QString& transcript);
    void startRecording();

    /// True while a voice is edited, or on its way to its files.
    [[nodiscard]] bool hasUnsavedVoice() const;

    [[nodiscard]] QList<QAction*> menuActions() const;

Q_SIGNALS:
    void currentVoiceChanged(const QString& id);
    void playRequested(const parley::ui::SoundTrackPtr& track, double from, double to);
    void stopRequested();
    void consentSeen();
    /// What was edited is saved or given up: see hasUnsavedVoice().
    void voiceSettled();
    /// True: a voice is recorded or edited, which takes more room than the list. False: the list is back.
    void makingVoice(bool making);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    using UseSound = std::function<void(const SoundTrackPtr&)>;

    QAction* newAction(const QString& name, const QString& iconName, const QString& text);
    void buildActions();
    void connectLibrary();
    void connectIntake();
    void connectList();
    void connectEditor();
    void connectRecordPage();

    void chooseFile();
    void chooseFolder();
    void askForConsent();
    void editNext();
    void editStored(const Voice& voice);
    /// Brings back what was not saved: of a stored voice its text, of a new one (no id) its sound, too.
    void editAgain(const QString& id, const SoundTrackPtr& track, const VoiceText& text);
    void showList();
    /// Calls `use` with the voice's sound, at once or when it was read.
    void withSound(const QString& id, UseSound use);
    void followLibrary();
    void choose(const QString& id);
    void removeVoice(const QString& id);
    void undoRemove();
    void tellProblem(const parley::Error& error);

    VoiceLibrary& m_library;
    QString m_current;
    QString m_offered; ///< transcript for the next new voice
    bool m_consentSeen = false;
    bool m_chooseNext = false; ///< the next voice that the library adds is the one just made or brought back
    QString m_soundWanted;     ///< voice that m_useSound waits for
    UseSound m_useSound;
    std::function<void()> m_editAgain; ///< brings back what is being saved, in case that fails
    VoiceIntake* m_intake;
    NoticeBar* m_consent;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    QAction* m_addFile = nullptr;
    QAction* m_addFolder = nullptr;
    QAction* m_record = nullptr;
    QAction* m_undo = nullptr;
    VoiceListPage* m_list = nullptr;
    VoiceEditor* m_editor = nullptr;
    RecordPage* m_recordPage = nullptr;
};

} // namespace parley::ui
