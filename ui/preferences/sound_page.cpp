// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/sound_page.h"

#include <QLabel>

namespace parley::ui {

namespace {

QString keyOf(PlayMode mode) {
    return QString::number(static_cast<int>(mode));
}

} // namespace

SoundPage::SoundPage(QWidget* parent)
    : PreferencesPage(QStringLiteral("soundPage"), parent), m_output(new ChoiceBox(QStringLiteral("soundDevice"))),
      m_outputHint(nullptr), m_playMode(new ChoiceBox(QStringLiteral("playMode"))) {
    m_playMode->setChoices({{keyOf(PlayMode::AtOnce), tr("At once, with gaps where the sound runs out")},
                            {keyOf(PlayMode::WithoutGaps), tr("As soon as it can play without gaps")},
                            {keyOf(PlayMode::WhenFinished), tr("When it is finished")},
                            {keyOf(PlayMode::Never), tr("Only when I press play")}});
    addHeading(tr("Playback"));
    addRow(tr("Sound &device"), m_output);
    m_outputHint = addHint(QStringLiteral("soundDeviceHint"));
    addRow(tr("&Play a new take"), m_playMode);
    setOutputs({}, {});
    for (ChoiceBox* const box : {m_output, m_playMode}) {
        connect(box, &QComboBox::currentIndexChanged, this, &SoundPage::edited);
    }
}

void SoundPage::setOutputs(const QList<NamedChoice>& outputs, const QString& standardName) {
    QList<NamedChoice> choices{
        {{}, standardName.isEmpty() ? tr("As the system") : tr("As the system: %1").arg(standardName)}};
    m_output->setChoices(choices + outputs);
    m_outputHint->setText(outputs.isEmpty()
                              ? tr("No sound device was found, so takes can't be heard here. They are made, "
                                   "kept and exported all the same.")
                              : QString());
    m_outputHint->setVisible(outputs.isEmpty());
}

void SoundPage::fill(const Preferences& preferences) {
    m_output->setKey(preferences.soundDevice);
    m_playMode->setKey(keyOf(preferences.playMode));
}

void SoundPage::collect(Preferences& preferences) const {
    preferences.soundDevice = m_output->key();
    preferences.playMode = static_cast<PlayMode>(m_playMode->key().toInt());
}

} // namespace parley::ui
