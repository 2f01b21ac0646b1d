// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/preset_bar.h"

#include "jobs/range_control.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr double kCalmTemperature = 1.3; // the reference's command line

QList<Preset> builtIn() {
    GenerationSettings calm;
    calm.temperature = kCalmTemperature;
    return {{PresetBar::tr("As on the page"), {}}, {PresetBar::tr("Calm"), calm}};
}

/// The preset of that sound, of that name if several sound alike.
QString nameOf(const GenerationSettings& settings, const QList<Preset>& presets, const QString& preferred) {
    QString name;
    for (const Preset& preset : presets) {
        if (soundAlike(preset.settings, settings) && (name.isEmpty() || preset.name == preferred)) {
            name = preset.name;
        }
    }
    return name;
}

} // namespace

PresetBar::PresetBar(PresetStore& store, QWidget* parent)
    : QWidget(parent), m_store(store), m_choice(new QToolButton), m_reset(new QToolButton), m_menu(new QMenu(this)),
      m_nameRow(new QWidget), m_name(new QLineEdit), m_accept(new QToolButton), m_notice(new NoticeBar) {
    buildButtons();
    buildNameRow();
    m_notice->setObjectName(QStringLiteral("presetNotice"));
    auto* const row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_choice, 1);
    row->addWidget(m_reset);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(4);
    rows->addLayout(row);
    rows->addWidget(m_nameRow);
    rows->addWidget(m_notice);

    connect(&m_store, &PresetStore::changed, this, &PresetBar::showCurrent);
    connect(&m_store, &PresetStore::noticeChanged, this, &PresetBar::showNotice);
    showCurrent();
    showNotice();
}

void PresetBar::buildButtons() {
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_choice->setMenu(m_menu);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name must not widen the column
    describe(*m_choice, {QStringLiteral("presets"), tr("Preset"),
                         tr("Settings under a name: choose some, or save yours. Seed and number of takes stay.")});
    m_menu->setObjectName(QStringLiteral("presetMenu"));
    connect(m_menu, &QMenu::aboutToShow, this, &PresetBar::fillMenu);
    m_reset->setIcon(icon(QStringLiteral("undo")));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::StrongFocus);
    describe(*m_reset, {QStringLiteral("resetSettings"), tr("Reset all settings"),
                        tr("Sets everything here back to what the model's web page begins with.")});
    connect(m_reset, &QToolButton::clicked, this, &PresetBar::resetRequested);
}

void PresetBar::buildNameRow() {
    m_name->setMaxLength(PresetStore::kLongestName);
    m_name->setPlaceholderText(tr("Name of the preset"));
    m_name->setClearButtonEnabled(true);
    describe(*m_name, {QStringLiteral("presetName"), tr("Name of the preset"), tr("Enter saves, Esc leaves it.")});
    m_accept->setIcon(icon(QStringLiteral("check")));
    m_accept->setAutoRaise(true);
    m_accept->setFocusPolicy(Qt::StrongFocus);
    describe(*m_accept, {QStringLiteral("presetNameAccept"), tr("Save under this name"), {}});
    auto* const row = new QHBoxLayout(m_nameRow);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(m_name, 1);
    row->addWidget(m_accept);
    m_nameRow->hide();
    connect(m_name, &QLineEdit::returnPressed, this, &PresetBar::acceptName);
    connect(m_accept, &QToolButton::clicked, this, &PresetBar::acceptName);
    auto* const leave = new QShortcut(Qt::Key_Escape, m_nameRow);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &PresetBar::stopNaming);
}

void PresetBar::fillMenu() {
    m_menu->clear();
    for (const Preset& preset : builtIn()) {
        addPreset(*m_menu, preset);
    }
    if (!m_store.presets().isEmpty()) {
        m_menu->addSeparator();
        for (const Preset& preset : m_store.presets()) {
            addPreset(*m_menu, preset);
        }
    }
    m_menu->addSeparator();
    const std::optional<Preset> own = m_store.find(m_lastName);
    if (own && !soundAlike(own->settings, m_settings)) {
        m_menu->addAction(tr("Save the changes in “%1”").arg(m_lastName), this,
                          [this] { m_store.save(m_lastName, m_settings); });
    }
    m_menu->addAction(tr("Save as…"), this, [this] { askName(Naming::Saving); });
    if (own) {
        m_menu->addAction(tr("Rename “%1”…").arg(m_lastName), this, [this] { askName(Naming::Renaming); });
        m_menu->addAction(tr("Delete “%1”").arg(m_lastName), this, &PresetBar::removeCurrent);
    }
}

void PresetBar::addPreset(QMenu& menu, const Preset& preset) {
    // An ampersand in a name is no mnemonic.
    QAction* const action = menu.addAction(QString(preset.name).replace(QLatin1Char('&'), QLatin1String("&&")));
    action->setCheckable(true);
    action->setChecked(preset.name == m_lastName && soundAlike(preset.settings, m_settings));
    connect(action, &QAction::triggered, this, [this, preset] {
        m_lastName = preset.name;
        choose(preset.settings);
    });
}

void PresetBar::choose(const GenerationSettings& sound) {
    GenerationSettings settings = sound;
    settings.seed = m_settings.seed;
    settings.takes = m_settings.takes;
    Q_EMIT chosen(settings);
    showCurrent();
}

void PresetBar::setSettings(const GenerationSettings& settings) {
    m_settings = settings;
    showCurrent();
}

void PresetBar::showCurrent() {
    const QList<Preset> all = builtIn() + m_store.presets();
    const QString name = nameOf(m_settings, all, m_lastName);
    if (!name.isEmpty()) {
        m_lastName = name;
    }
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Preset& preset) { return preset.name == m_lastName; });
    m_choice->setText(!name.isEmpty() ? name : known ? tr("%1, changed").arg(m_lastName) : tr("Own settings"));
    m_choice->setAccessibleName(tr("Preset: %1").arg(m_choice->text()));
}

void PresetBar::askName(Naming naming) {
    m_naming = naming;
    m_name->setText(naming == Naming::Renaming ? m_lastName : QString());
    m_nameRow->show();
    m_name->setFocus();
    m_name->selectAll();
}

void PresetBar::acceptName() {
    const QString name = m_name->text().simplified();
    const QList<Preset> fixed = builtIn();
    const bool taken = std::any_of(fixed.begin(), fixed.end(), [&](const Preset& preset) {
        return preset.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    const QString before = m_lastName;
    m_lastName = name;
    const bool done =
        !taken && (m_naming == Naming::Renaming ? m_store.rename(before, name) : m_store.save(name, m_settings));
    if (done) {
        stopNaming();
        m_notice->clear();
        return;
    }
    m_lastName = before;
    m_notice->tell(Tone::Warning, name.isEmpty() ? tr("A preset needs a name.")
                                                 : tr("This name is taken, or there are too many presets."));
}

void PresetBar::stopNaming() {
    m_naming = Naming::Nothing;
    m_nameRow->hide();
    m_choice->setFocus();
}

void PresetBar::removeCurrent() {
    const std::optional<Preset> gone = m_store.find(m_lastName);
    if (!gone || !m_store.remove(gone->name)) {
        return;
    }
    m_notice->tell(Tone::Neutral, tr("“%1” was deleted.").arg(gone->name), {{tr("Undo"), [this, preset = *gone] {
                                                                                 m_lastName = preset.name;
                                                                                 m_store.save(preset.name,
                                                                                              preset.settings);
                                                                             }}});
}

void PresetBar::showNotice() {
    if (!m_store.notice().isEmpty()) {
        m_notice->tell(Tone::Warning, m_store.notice());
    }
}

} // namespace parley::ui
