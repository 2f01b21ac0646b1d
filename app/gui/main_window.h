// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>
#include <QStringList>

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace parley::ui {
class FirstStartPanel;
class GenerationPanel;
class LogPane;
class MakeBar;
class ModelStatus;
class NoticeBar;
class PlayerBar;
class QueueView;
class ScriptPanel;
class SettingsStore;
class TakesPanel;
class VoicePanel;
} // namespace parley::ui

namespace parley::gui {

class LayoutKeeper;
struct Studio;

/// The window: builds its parts and lays them out; what they do together is the controls' business.
/// Left the voice and the settings, in the middle the script, right the takes, below the player.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Studio& studio);

    ui::NoticeBar* notice = nullptr;
    // Bars of their own, so that nothing else takes the place of a question.
    ui::NoticeBar* closingNotice = nullptr;
    ui::NoticeBar* filesNotice = nullptr;
    ui::NoticeBar* waitingNotice = nullptr; ///< what was still to be made when the program ended
    ui::FirstStartPanel* firstStart = nullptr;
    ui::ScriptPanel* script = nullptr;
    ui::MakeBar* make = nullptr;
    ui::VoicePanel* voices = nullptr;
    ui::GenerationPanel* generation = nullptr;
    ui::TakesPanel* takes = nullptr;
    ui::QueueView* queue = nullptr;
    ui::LogPane* log = nullptr;
    ui::PlayerBar* player = nullptr;
    ui::ModelStatus* model = nullptr;
    QTabWidget* tabs = nullptr; ///< takes, queue, log

    /// The choice of a model in the place of the script, or the script.
    void showFirstStart(bool show);
    /// The window's place and sizes, as they were.
    void restoreLayout();

Q_SIGNALS:
    void filesDropped(const QStringList& files);
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* buildLeft();
    [[nodiscard]] QWidget* buildMiddle();
    [[nodiscard]] QWidget* buildRight();
    /// A take that was dragged out of the list and is back above it.
    [[nodiscard]] bool isTakeComingBack(const QDropEvent& event) const;

    Studio& m_studio;
    QStackedWidget* m_middle = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_left = nullptr;
    LayoutKeeper* m_layout = nullptr;
};

} // namespace parley::gui
