// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/general_page.h"

#include "preferences/choice_box.h"

#include <QSpinBox>

namespace parley::ui {

GeneralPage::GeneralPage(QWidget* parent)
    : PreferencesPage(QStringLiteral("generalPage"), parent), m_theme(new ChoiceBox(QStringLiteral("theme"))),
      m_textSize(new QSpinBox), m_language(new ChoiceBox(QStringLiteral("language"))),
      m_log(new ChoiceBox(QStringLiteral("logLevel"))) {
    m_theme->setChoices({{"system", tr("As the system")}, {"light", tr("Light")}, {"dark", tr("Dark")}});
    m_textSize->setObjectName(QStringLiteral("textSize"));
    m_textSize->setRange(80, 200);
    m_textSize->setSingleStep(10);
    m_textSize->setSuffix(QStringLiteral(" %"));
    // Languages go by their own names, so that a person who got lost finds back.
    m_language->setChoices(
        {{"", tr("As the system")}, {"en", QStringLiteral("English")}, {"de", QStringLiteral("Deutsch")}});
    m_log->setChoices({{"error", tr("Errors only")},
                       {"warning", tr("Errors and warnings")},
                       {"info", tr("All events")},
                       {"debug", tr("Every detail")}});
    addHeading(tr("Appearance"));
    addRow(tr("&Theme"), m_theme);
    addRow(tr("Text si&ze"), m_textSize);
    addHeading(tr("Language"));
    addRow(tr("&Language"), m_language);
    addHint(QStringLiteral("languageHint"), tr("Takes effect when Parley is started again."));
    addHeading(tr("Log"));
    addRow(tr("Lo&g"), m_log);
    addHint(QStringLiteral("logHint"), tr("The log never holds the words of a script."));
    for (ChoiceBox* const box : {m_theme, m_language, m_log}) {
        connect(box, &QComboBox::currentIndexChanged, this, &GeneralPage::edited);
    }
    connect(m_textSize, &QSpinBox::valueChanged, this, &GeneralPage::edited);
}

void GeneralPage::fill(const Preferences& preferences) {
    m_theme->setKey(preferences.theme);
    m_textSize->setValue(preferences.textPercent);
    m_language->setKey(preferences.language);
    m_log->setKey(preferences.logLevel);
}

void GeneralPage::collect(Preferences& preferences) const {
    preferences.theme = m_theme->key();
    preferences.textPercent = m_textSize->value();
    preferences.language = m_language->key();
    preferences.logLevel = m_log->key();
}

} // namespace parley::ui
