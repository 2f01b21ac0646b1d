// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_list_page.h"

#include "voices/voice_card.h"
#include "voices/voice_list_model.h"
#include "widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

QToolButton* flatButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

VoiceListPage::VoiceListPage(VoiceLibrary& library, const QList<QAction*>& adding, QWidget* parent)
    : QWidget(parent), m_model(new VoiceListModel(library, this)), m_list(new QListView(this)) {
    setObjectName(QStringLiteral("voiceListPage"));
    buildActions();
    buildList();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    const QList<QAction*> actions = voiceActions();
    for (QAction* action : actions) {
        buttons->addWidget(flatButton(action, this));
    }
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(buildHead(adding));
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    choose({});
}

QWidget* VoiceListPage::buildHead(const QList<QAction*>& adding) {
    auto* head = new QWidget(this);
    auto* title = new QLabel(tr("Voice"), head);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    title->setBuddy(m_list);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title, 1);
    for (QAction* action : adding) {
        layout->addWidget(flatButton(action, head));
    }
    return head;
}

QAction* VoiceListPage::addVoiceAction(const QString& name, const QString& iconName, const QString& text,
                                       const QKeySequence& shortcut) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    // Space and Delete mean this only while the list itself has the focus.
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(action);
    return action;
}

void VoiceListPage::buildActions() {
    m_listen = addVoiceAction("listenToVoice", "play", tr("&Listen"), Qt::Key_Space);
    m_edit = addVoiceAction("editVoice", "trim", tr("&Edit…"), Qt::Key_Return);
    m_rename = addVoiceAction("renameVoice", "note", tr("Re&name"), Qt::Key_F2);
    m_remove = addVoiceAction("removeVoice", "trash", tr("&Delete"), QKeySequence::Delete);
    m_show = addVoiceAction("showVoiceInFolder", "folder", tr("S&how in folder"), {});
    connect(m_listen, &QAction::triggered, this, [this] { Q_EMIT listenRequested(current()); });
    connect(m_edit, &QAction::triggered, this, [this] { Q_EMIT editRequested(current()); });
    connect(m_rename, &QAction::triggered, this, [this] { m_list->edit(m_list->currentIndex()); });
    connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(current()); });
    connect(m_show, &QAction::triggered, this, [this] { Q_EMIT showRequested(current()); });
}

void VoiceListPage::buildList() {
    m_list->setObjectName(QStringLiteral("voiceList"));
    m_list->setAccessibleName(tr("Voices"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new VoiceCard(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &VoiceListPage::showMenu);
    connect(m_list, &QListView::doubleClicked, m_edit, &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &VoiceListPage::currentMoved);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_showing = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { choose(m_choice); });
}

void VoiceListPage::choose(const QString& id) {
    m_choice = id;
    m_showing = true;
    m_list->setCurrentIndex(m_model->indexOf(id));
    currentMoved();
    m_showing = false;
}

QList<QAction*> VoiceListPage::voiceActions() const {
    return {m_listen, m_edit, m_rename, m_remove, m_show};
}

QString VoiceListPage::current() const {
    return m_list->currentIndex().data(VoiceListModel::IdRole).toString();
}

void VoiceListPage::currentMoved() {
    const bool voice = !current().isEmpty();
    const QList<QAction*> actions = voiceActions();
    for (QAction* action : actions) {
        action->setEnabled(voice);
    }
    if (!m_showing && current() != m_choice && m_list->currentIndex().isValid()) {
        m_choice = current();
        Q_EMIT chosen(m_choice);
    }
}

void VoiceListPage::showMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(voiceActions());
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

} // namespace parley::ui
