// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QAction;
class QListView;

namespace parley::ui {

class VoiceLibrary;
class VoiceListModel;

/// The voices as cards, one of them chosen, and what can be done with it.
class VoiceListPage : public QWidget {
    Q_OBJECT

public:
    /// `adding`: the actions that bring new voices, shown in the head.
    VoiceListPage(VoiceLibrary& library, const QList<QAction*>& adding, QWidget* parent = nullptr);

    /// Shows this voice as the chosen one, or none if it isn't there; says nothing.
    void choose(const QString& id);
    [[nodiscard]] QList<QAction*> voiceActions() const;

Q_SIGNALS:
    /// By mouse or keyboard.
    void chosen(const QString& id);
    void listenRequested(const QString& id);
    void editRequested(const QString& id);
    void removeRequested(const QString& id);
    void showRequested(const QString& id);

private:
    QAction* addVoiceAction(const QString& name, const QString& iconName, const QString& text,
                            const QKeySequence& shortcut);
    void buildActions();
    void buildList();
    [[nodiscard]] QWidget* buildHead(const QList<QAction*>& adding);
    [[nodiscard]] QString current() const;
    void currentMoved();
    void showMenu(const QPoint& place);

    VoiceListModel* m_model;
    QListView* m_list;
    QAction* m_listen = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_show = nullptr;
    QString m_choice;
    bool m_showing = false; ///< the view follows the program, not a person
};

} // namespace parley::ui
