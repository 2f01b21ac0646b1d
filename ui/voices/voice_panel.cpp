// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_panel.h"

#include "bridge/error_text.h"
#include "store/voice_library.h"
#include "voices/record_page.h"
#include "voices/voice_editor.h"
#include "voices/voice_intake.h"
#include "voices/voice_list_page.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace parley::ui {

void VoicePanel::setCurrentVoice(const QString& id) {
    m_current = id;
    m_list->choose(id);
    followLibrary();
}

void VoicePanel::setConsentSeen(bool seen) {
    m_consentSeen = seen;
    if (seen) {
        m_consent->clear();
    }
}

void VoicePanel::setMostBytes(int bytes) {
    m_editor->setMostBytes(bytes);
}

void VoicePanel::askForConsent() {
    if (m_consentSeen) {
        return;
    }
    const auto remember = [this] {
        setConsentSeen(true);
        Q_EMIT consentSeen();
    };
    m_consent->tell(Tone::Neutral, tr("Use only voices whose owners agree."), {{tr("Understood"), remember}});
}

void VoicePanel::offerTranscript(const QString& text) {
    m_offered = text;
}

void VoicePanel::addFile(const QString& path) {
    askForConsent();
    m_intake->addPath(path);
}

void VoicePanel::addSound(const AudioClip& clip, const QString& name, const QString& transcript) {
    m_intake->addSound(std::make_shared<const SoundTrack>(clip.samples), {name, transcript, {}, {}});
}

void VoicePanel::startRecording() {
    if (m_editor->isEditing()) {
        return;
    }
    askForConsent();
    m_pages->setCurrentWidget(m_recordPage);
    m_recordPage->open();
}

bool VoicePanel::hasUnsavedVoice() const {
    return m_editor->hasChanges() || m_editAgain != nullptr;
}

QList<QAction*> VoicePanel::menuActions() const {
    return QList<QAction*>{m_addFile, m_addFolder, m_record} + m_list->voiceActions() + QList<QAction*>{m_undo};
}

void VoicePanel::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); })) {
        event->acceptProposedAction();
    }
}

void VoicePanel::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            addFile(url.toLocalFile());
        }
    }
    event->acceptProposedAction();
}

void VoicePanel::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Add a voice"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Sounds and videos (%1)")
                                .arg(QStringLiteral("*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aiff *.aif *.caf *.au "
                                                    "*.m4a *.aac *.mp4 *.mov *.mkv *.webm *.wma")),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        for (const QString& path : paths) {
            addFile(path);
        }
    });
    dialog->open();
}

void VoicePanel::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder of sounds with their texts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &VoicePanel::addFile);
    dialog->open();
}

/// One sound at a time; the others wait until the editor is free.
void VoicePanel::editNext() {
    if (m_editor->isEditing()) {
        return;
    }
    std::optional<NewSound> next = m_intake->takeNext();
    if (!next) {
        return;
    }
    if (next->text.transcript.isEmpty()) {
        next->text.transcript = std::exchange(m_offered, {});
    }
    if (!next->notice.isEmpty()) {
        m_notice->tell(Tone::Warning, next->notice);
    }
    m_editor->editNew(next->track, next->text);
    m_pages->setCurrentWidget(m_editor);
}

void VoicePanel::editStored(const Voice& voice) {
    withSound(voice.id, [this, voice](const SoundTrackPtr& track) {
        if (!m_editor->isEditing()) {
            m_editor->editStored(voice, track);
            m_pages->setCurrentWidget(m_editor);
        }
    });
}

void VoicePanel::editAgain(const QString& id, const SoundTrackPtr& track, const VoiceText& text) {
    auto voice = m_library.voice(id);
    if (id.isEmpty()) {
        m_intake->addSound(track, text);
    } else if (voice) {
        voice->name = text.name;
        voice->transcript = text.transcript;
        voice->speaker1 = text.speaker1;
        voice->speaker2 = text.speaker2;
        editStored(*voice);
    }
}

void VoicePanel::showList() {
    m_pages->setCurrentWidget(m_list);
    m_list->setFocus();
    editNext();
}

void VoicePanel::withSound(const QString& id, UseSound use) {
    m_soundWanted.clear();
    if (const SoundTrackPtr track = m_library.sound(id)) {
        use(track);
        return;
    }
    m_soundWanted = id;
    m_useSound = std::move(use);
    const auto voice = m_library.voice(id);
    if (voice && !voice->problem.isEmpty()) {
        m_soundWanted.clear();
        m_notice->tell(Tone::Bad, voice->problem);
    }
}

void VoicePanel::followLibrary() {
    m_undo->setEnabled(m_library.canUndoRemove());
    if (!m_soundWanted.isEmpty()) {
        withSound(QString(m_soundWanted), UseSound(m_useSound));
    }
    if (!m_library.isReady() || m_current.isEmpty() || m_library.voice(m_current)) {
        return;
    }
    m_notice->tell(Tone::Warning, tr("The voice “%1” is no longer there. The model picks one now.").arg(m_current));
    choose({});
}

void VoicePanel::choose(const QString& id) {
    m_list->choose(id);
    if (m_current != id) {
        m_current = id;
        Q_EMIT currentVoiceChanged(id);
    }
}

void VoicePanel::removeVoice(const QString& id) {
    const auto voice = m_library.voice(id);
    m_library.remove(id);
    if (voice && !m_library.voice(id)) {
        Q_EMIT stopRequested();
        m_notice->tell(Tone::Neutral, tr("“%1” was deleted.").arg(voice->name),
                       {{tr("Undo"), [this] { undoRemove(); }}});
    }
}

void VoicePanel::undoRemove() {
    m_notice->clear();
    m_chooseNext = true;
    m_library.undoRemove();
}

/// Texts of voices have no headline of their own in the engine, whose scripts are something else.
void VoicePanel::tellProblem(const Error& error) {
    const bool aboutText = error.code == ErrorCode::ScriptInvalid;
    const QString text =
        aboutText ? tr("This can't be used as a voice. %1").arg(errorDetails(error)) : errorText(error);
    m_chooseNext = false;
    if (const auto again = std::exchange(m_editAgain, nullptr)) {
        again();
    }
    m_notice->tell(Tone::Bad, text);
}

} // namespace parley::ui
