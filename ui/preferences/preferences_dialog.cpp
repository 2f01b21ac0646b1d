// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/preferences_dialog.h"

#include "preferences/engine_page.h"
#include "preferences/files_page.h"
#include "preferences/general_page.h"
#include "preferences/sound_page.h"
#include "store/autosaved_file.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QAudioDevice>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMediaDevices>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parley::ui {

PreferencesDialog::PreferencesDialog(const Preferences& preferences, const QList<DeviceChoice>& devices,
                                     QWidget* parent)
    : QDialog(parent), m_inForce(preferences), m_engine(new EnginePage(devices)), m_sound(new SoundPage),
      m_files(new FilesPage), m_general(new GeneralPage), m_navigation(new QListWidget(this)),
      m_stack(new QStackedWidget(this)), m_notice(new NoticeBar(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Apply |
                                         QDialogButtonBox::RestoreDefaults,
                                     this)) {
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    addPage(m_engine, QStringLiteral("make"), tr("Model"));
    addPage(m_sound, QStringLiteral("volume"), tr("Sound"));
    addPage(m_files, QStringLiteral("folder"), tr("Files"));
    addPage(m_general, QStringLiteral("preferences"), tr("General"));
    layOut();
    listSoundOutputs();
    auto* const soundDevices = new QMediaDevices(this);
    connect(soundDevices, &QMediaDevices::audioOutputsChanged, this, &PreferencesDialog::listSoundOutputs);
    connect(m_engine, &EnginePage::modelChoiceRequested, this, &PreferencesDialog::modelChoiceRequested);
    connectButtons();
    showPreferences(preferences);
}

void PreferencesDialog::addPage(PreferencesPage* page, const QString& iconName, const QString& title) {
    auto* const area = new QScrollArea(m_stack);
    area->setObjectName(page->objectName() + QStringLiteral("Area"));
    area->setAccessibleName(title);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    m_stack->addWidget(area);
    new QListWidgetItem(icon(iconName), title, m_navigation);
    m_pages.append(page);
    connect(page, &PreferencesPage::edited, this, &PreferencesDialog::updateButtons);
}

void PreferencesDialog::layOut() {
    m_navigation->setObjectName(QStringLiteral("preferencesPages"));
    m_navigation->setAccessibleName(tr("Pages of the preferences"));
    m_navigation->setFrameShape(QFrame::NoFrame);
    m_navigation->viewport()->setAutoFillBackground(false);
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->setObjectName(QStringLiteral("preferencesStack"));
    m_notice->setObjectName(QStringLiteral("preferencesNotice"));
    m_buttons->setObjectName(QStringLiteral("preferencesButtons"));
    m_buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("Reset to de&faults"));
    auto* const upper = new QHBoxLayout;
    upper->setSpacing(8);
    upper->setContentsMargins(8, 8, 8, 0);
    upper->addWidget(m_navigation);
    upper->addWidget(m_stack, 1);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(8, 8, 8, 8);
    whole->setSpacing(8);
    whole->addLayout(upper, 1);
    whole->addWidget(m_notice);
    auto* const lower = new QHBoxLayout;
    lower->setContentsMargins(8, 0, 8, 8);
    lower->addWidget(m_buttons);
    whole->addLayout(lower);
    updateNavigation();
    m_navigation->setCurrentRow(0);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 36);
}

void PreferencesDialog::connectButtons() {
    connect(m_navigation, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &PreferencesDialog::apply);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &PreferencesDialog::resetToDefaults);
}

void PreferencesDialog::listSoundOutputs() {
    QList<NamedChoice> outputs;
    for (const QAudioDevice& device : QMediaDevices::audioOutputs()) {
        outputs.append({QString::fromUtf8(device.id()), device.description()});
    }
    m_sound->setOutputs(outputs, QMediaDevices::defaultAudioOutput().description());
}

void PreferencesDialog::setPreferences(const Preferences& preferences) {
    const QJsonObject merged = withChanges(toJson(preferences), toJson(m_inForce), toJson(edited()));
    m_inForce = preferences;
    showPreferences(preferencesFromJson(merged));
}

void PreferencesDialog::setStandardFolders(const QString& models, const QString& takes, const QString& voices) {
    m_files->setStandardFolders(models, takes, voices);
}

void PreferencesDialog::openPage(Page page) {
    m_navigation->setCurrentRow(static_cast<int>(page));
}

void PreferencesDialog::showPreferences(const Preferences& preferences) {
    for (PreferencesPage* const page : m_pages) {
        page->fill(preferences);
    }
    updateButtons();
}

Preferences PreferencesDialog::edited() const {
    Preferences preferences = m_inForce;
    for (const PreferencesPage* const page : m_pages) {
        page->collect(preferences);
    }
    return preferences;
}

bool PreferencesDialog::apply() {
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        if (const QString problem = m_pages.at(i)->problem(); !problem.isEmpty()) {
            m_navigation->setCurrentRow(static_cast<int>(i));
            m_notice->tell(Tone::Bad, problem);
            return false;
        }
    }
    m_notice->clear();
    const Preferences preferences = edited();
    if (preferences != m_inForce) {
        m_inForce = preferences;
        Q_EMIT applied(preferences);
    }
    updateButtons();
    return true;
}

void PreferencesDialog::accept() {
    if (apply()) {
        QDialog::accept();
    }
}

void PreferencesDialog::reject() {
    m_notice->clear();
    showPreferences(m_inForce);
    QDialog::reject();
}

void PreferencesDialog::resetToDefaults() {
    // Which model speaks is a choice, not a setting; without one there would be nothing to come back to.
    Preferences defaults;
    defaults.modelPath = m_inForce.modelPath;
    defaults.codecPath = m_inForce.codecPath;
    defaults.demo = m_inForce.demo;
    showPreferences(defaults);
}

void PreferencesDialog::updateButtons() {
    m_buttons->button(QDialogButtonBox::Apply)->setEnabled(edited() != m_inForce);
}

void PreferencesDialog::updateNavigation() {
    m_navigation->setFixedWidth(m_navigation->sizeHintForColumn(0) + fontMetrics().averageCharWidth() * 4);
}

void PreferencesDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateNavigation();
    }
}

} // namespace parley::ui
