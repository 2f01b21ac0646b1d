// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/findings_view.h"
#include "voices/page_header.h"
#include "voices/voice_editor.h"
#include "widgets/icons.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

// The half of VoiceEditor that says what it looks like.
namespace parley::ui {

namespace {

constexpr int kLongestName = 80;
constexpr int kLeastLines = 4;
constexpr int kMostLines = 7;
constexpr int kWaveformLines = 4;

void nameControl(QWidget* control, const QString& objectName, const QString& accessibleName) {
    control->setObjectName(objectName);
    control->setAccessibleName(accessibleName);
}

} // namespace

VoiceEditor::VoiceEditor(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(tr("New voice"), this)), m_waveform(new WaveformView(this)),
      m_range(new QLabel(this)), m_play(new QPushButton(icon(QStringLiteral("play")), tr("&Play this part"), this)),
      m_stop(new QPushButton(icon(QStringLiteral("stop")), QString(), this)), m_name(new QLineEdit(this)),
      m_transcript(new QPlainTextEdit(this)),
      m_fixTags(new QPushButton(icon(QStringLiteral("fix")), tr("Fi&x the tags"), this)),
      m_speaker1(new QLineEdit(this)), m_speaker2(new QLineEdit(this)), m_findings(new FindingsView(this)),
      m_save(new QPushButton(tr("&Save"), this)), m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("voiceEditor"));
    buildControls();
    buildLayout();
    connectControls();
}

void VoiceEditor::buildControls() {
    nameControl(m_waveform, QStringLiteral("voiceWaveform"), tr("Sound of the voice, with the chosen part"));
    m_waveform->setMinimumHeight(fontMetrics().lineSpacing() * kWaveformLines);
    m_range->setObjectName(QStringLiteral("voiceRange"));
    m_range->setForegroundRole(QPalette::PlaceholderText);
    nameControl(m_play, QStringLiteral("playPart"), tr("Play the chosen part"));
    nameControl(m_stop, QStringLiteral("stopPart"), tr("Stop"));
    m_stop->setToolTip(tr("Stop"));
    nameControl(m_name, QStringLiteral("voiceName"), tr("Name of the voice"));
    m_name->setMaxLength(kLongestName);
    nameControl(m_transcript, QStringLiteral("voiceTranscript"), tr("What is said in the chosen part"));
    m_transcript->setPlaceholderText(tr("[S1] What is said, word for word. [S2] And what the other one says."));
    m_transcript->setTabChangesFocus(true);
    m_transcript->setMinimumHeight(fontMetrics().lineSpacing() * kLeastLines);
    m_transcript->setMaximumHeight(fontMetrics().lineSpacing() * kMostLines);
    nameControl(m_fixTags, QStringLiteral("fixTags"), tr("Fix the speaker tags"));
    nameControl(m_speaker1, QStringLiteral("voiceSpeaker1"), tr("Who speaks as S1"));
    nameControl(m_speaker2, QStringLiteral("voiceSpeaker2"), tr("Who speaks as S2"));
    m_speaker1->setMaxLength(kLongestName);
    m_speaker2->setMaxLength(kLongestName);
    m_speaker2->setPlaceholderText(tr("If there is a second one"));
    m_findings->setObjectName(QStringLiteral("voiceFindings"));
    nameControl(m_save, QStringLiteral("saveVoice"), tr("Save the voice"));
    m_save->setDefault(true); // only its look: there is no dialog whose Return it could take
    nameControl(m_cancel, QStringLiteral("cancelVoice"), tr("Cancel"));
}

void VoiceEditor::buildLayout() {
    auto* listen = new QHBoxLayout;
    listen->addWidget(m_play);
    listen->addWidget(m_stop);
    listen->addStretch();
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("S&1 is"), m_speaker1);
    form->addRow(tr("S&2 is"), m_speaker2);
    auto* said = new QLabel(tr("What is said in the ch&osen part"), this);
    said->setBuddy(m_transcript);
    said->setWordWrap(true);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_waveform);
    column->addWidget(m_range);
    column->addLayout(listen);
    column->addWidget(said);
    column->addWidget(m_transcript);
    column->addWidget(m_fixTags, 0, Qt::AlignLeft);
    column->addWidget(m_findings);
    column->addLayout(form);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
}

} // namespace parley::ui
