// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_library.h"

#include <QAction>
#include <QList>
#include <QString>
#include <QWidget>

class QLineEdit;
class QStackedWidget;

namespace parley::ui {

class NoticeBar;
class TakeActions;
class TakeExporter;
class TakeHandover;
class TakeFilter;
class TakeModel;
class TakeOutlines;
class TakeTree;
class LibraryNotices;

/// The list of takes, newest first and grouped by script, with all that can be done with them.
/// Positions are seconds of a take's sound at tempo 1.0.
class TakesPanel : public QWidget {
    Q_OBJECT

public:
    explicit TakesPanel(TakeLibrary& library, QWidget* parent = nullptr);
    TakesPanel(const TakesPanel&) = delete;
    TakesPanel& operator=(const TakesPanel&) = delete;
    ~TakesPanel() override;

    /// 0: none.
    [[nodiscard]] TakeId currentTake() const;
    /// In the order of the list; a selected script stands for those of its takes that are shown.
    [[nodiscard]] QList<TakeId> selectedTakes() const;
    /// What a person knows it by: its name or number, and the script's first words. Empty without such a take.
    [[nodiscard]] QString titleOf(TakeId id) const;
    /// Selects it alone and scrolls to it. Takes that the filter hides are left alone.
    void setCurrentTake(TakeId id);

    /// What the player does; one take at a time has a position.
    void setPlaying(TakeId id, bool playing);
    void setPosition(TakeId id, double seconds);

    /// What Export… begins with; an unknown key changes nothing.
    void setExportFormat(const QString& key);
    void exportTakes(const QList<TakeId>& ids);

    /// For the main menu, with separators.
    [[nodiscard]] QList<QAction*> menuActions() const;

Q_SIGNALS:
    void playRequested(parley::ui::TakeId id);
    void pauseRequested();
    void seekRequested(parley::ui::TakeId id, double seconds);
    void compareRequested(parley::ui::TakeId a, parley::ui::TakeId b);
    void restoreRequested(const parley::ui::Recipe& recipe);
    void keepVoiceRequested(parley::ui::TakeId id);
    void currentTakeChanged(parley::ui::TakeId id);
    /// Their sound is in files of its own now, outside the library.
    void exported(const QList<parley::ui::TakeId>& ids);

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makePages();
    void connectActions();
    void connectList();
    void refresh();
    void showPage();
    void setWords(const QString& text);
    void togglePlay(TakeId id);
    void toggleStars(const QList<TakeId>& ids);
    void removeSelected();
    void undoRemove();
    void dragSelected();
    void copySelected();

    TakeLibrary& m_library;
    TakeOutlines* m_outlines = nullptr;
    TakeModel* m_model = nullptr;
    TakeFilter* m_filter = nullptr;
    TakeTree* m_list = nullptr;
    TakeActions* m_actions = nullptr;
    NoticeBar* m_notice = nullptr;
    TakeExporter* m_exporter = nullptr;
    LibraryNotices* m_libraryNotices = nullptr;
    TakeHandover* m_handover = nullptr;
    QLineEdit* m_words = nullptr;
    QAction* m_starredOnly = nullptr;
    QStackedWidget* m_pages = nullptr;
    TakeId m_current = 0;
};

} // namespace parley::ui
