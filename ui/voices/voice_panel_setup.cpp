// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_library.h"
#include "voices/record_page.h"
#include "voices/voice_editor.h"
#include "voices/voice_intake.h"
#include "voices/voice_list_page.h"
#include "voices/voice_panel.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLocale>
#include <QStackedWidget>
#include <QTime>
#include <QUrl>
#include <QVBoxLayout>
#include <memory>
#include <utility>

// The half of VoicePanel that builds its pages and ties them together.
namespace parley::ui {

VoicePanel::VoicePanel(VoiceLibrary& library, QWidget* parent)
    : QWidget(parent), m_library(library), m_intake(new VoiceIntake(library, this)), m_consent(new NoticeBar(this)),
      m_notice(new NoticeBar(this)), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("voicePanel"));
    setAcceptDrops(true);
    buildActions();
    m_consent->setObjectName(QStringLiteral("voiceConsent"));
    m_notice->setObjectName(QStringLiteral("voiceNotice"));
    m_list = new VoiceListPage(library, {m_addFile, m_addFolder, m_record}, this);
    m_editor = new VoiceEditor(this);
    m_recordPage = new RecordPage(this);
    for (QWidget* page : QList<QWidget*>{m_list, m_editor, m_recordPage}) {
        m_pages->addWidget(page);
    }
    connect(m_pages, &QStackedWidget::currentChanged, this,
            [this] { Q_EMIT makingVoice(m_pages->currentWidget() != m_list); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_consent);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    connectLibrary();
    connectIntake();
    connectList();
    connectEditor();
    connectRecordPage();
}

QAction* VoicePanel::newAction(const QString& name, const QString& iconName, const QString& text) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    return action;
}

void VoicePanel::buildActions() {
    m_addFile = newAction("addVoiceFile", "add", tr("&Add a voice from a file…"));
    m_addFolder = newAction("addVoiceFolder", "folder", tr("Add a &folder of voices…"));
    m_record = newAction("recordVoice", "microphone", tr("&Record a voice…"));
    m_undo = newAction("undoRemoveVoice", "undo", tr("&Undo deleting a voice"));
    m_undo->setEnabled(m_library.canUndoRemove());
    connect(m_addFile, &QAction::triggered, this, &VoicePanel::chooseFile);
    connect(m_addFolder, &QAction::triggered, this, &VoicePanel::chooseFolder);
    connect(m_record, &QAction::triggered, this, &VoicePanel::startRecording);
    connect(m_undo, &QAction::triggered, this, &VoicePanel::undoRemove);
}

void VoicePanel::connectLibrary() {
    connect(&m_library, &VoiceLibrary::changed, this, &VoicePanel::followLibrary);
    connect(&m_library, &VoiceLibrary::problem, this, &VoicePanel::tellProblem);
    connect(&m_library, &VoiceLibrary::updated, this, [this] {
        m_editAgain = nullptr;
        Q_EMIT voiceSettled();
    });
    connect(&m_library, &VoiceLibrary::added, this, [this](const QString& id) {
        m_editAgain = nullptr;
        if (std::exchange(m_chooseNext, false)) {
            choose(id);
        }
        Q_EMIT voiceSettled();
    });
}

void VoicePanel::connectIntake() {
    connect(m_intake, &VoiceIntake::soundWaits, this, [this] {
        m_notice->clear();
        editNext();
    });
    connect(m_intake, &VoiceIntake::refused, this, &VoicePanel::tellProblem);
    connect(m_intake, &VoiceIntake::readingStarted, this,
            [this](const QString& fileName) { m_notice->tell(Tone::Neutral, tr("Reading %1…").arg(fileName)); });
}

void VoicePanel::connectList() {
    connect(m_list, &VoiceListPage::chosen, this, [this](const QString& id) { choose(id); });
    connect(m_list, &VoiceListPage::removeRequested, this, &VoicePanel::removeVoice);
    connect(m_list, &VoiceListPage::listenRequested, this, [this](const QString& id) {
        withSound(id, [this](const SoundTrackPtr& track) { Q_EMIT playRequested(track, 0, track->seconds()); });
    });
    connect(m_list, &VoiceListPage::editRequested, this, [this](const QString& id) {
        if (const auto voice = m_library.voice(id)) {
            editStored(*voice);
        }
    });
    connect(m_list, &VoiceListPage::showRequested, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_library.folder())); });
}

void VoicePanel::connectEditor() {
    connect(m_editor, &VoiceEditor::playRequested, this, &VoicePanel::playRequested);
    connect(m_editor, &VoiceEditor::stopRequested, this, &VoicePanel::stopRequested);
    connect(m_editor, &VoiceEditor::closed, this, [this] {
        showList();
        Q_EMIT voiceSettled();
    });
    connect(m_editor, &VoiceEditor::newVoice, this, [this](const AudioClip& clip, const VoiceText& text) {
        m_editAgain = [this, track = std::make_shared<const SoundTrack>(clip.samples), text] {
            editAgain({}, track, text);
        };
        m_chooseNext = true;
        m_library.add(clip, text.name, text.transcript, text.speaker1, text.speaker2);
    });
    connect(m_editor, &VoiceEditor::voiceChanged, this, [this](const QString& id, const VoiceText& text) {
        m_editAgain = [this, id, text] { editAgain(id, {}, text); };
        m_library.update(id, text.name, text.transcript, text.speaker1, text.speaker2);
    });
    connect(m_editor, &VoiceEditor::abandoned, this,
            [this](const QString& id, const SoundTrackPtr& track, const VoiceText& text) {
                m_notice->tell(Tone::Neutral,
                               id.isEmpty() ? tr("The new voice was not saved.") : tr("The changes were not saved."),
                               {{tr("Back to it"), [this, id, track, text] { editAgain(id, track, text); }}});
            });
}

void VoicePanel::connectRecordPage() {
    connect(m_recordPage, &RecordPage::closed, this, &VoicePanel::showList);
    connect(m_recordPage, &RecordPage::fileWanted, this, &VoicePanel::chooseFile);
    connect(m_recordPage, &RecordPage::recorded, this, [this](const AudioClip& clip, const QString& problem) {
        const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        m_intake->addSound(std::make_shared<const SoundTrack>(clip.samples),
                           {tr("Recording of %1").arg(time), {}, {}, {}}, problem);
    });
}

} // namespace parley::ui
