// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"
#include "widgets/notice_bar.h"

#include <QList>
#include <QObject>
#include <QString>

namespace parley::gui {

class MainWindow;
class SessionControl;
struct Studio;

/// Keeps the window open while something would be lost with it, and asks in the window what to do. It closes as soon as
/// nothing stands against it any more, unless the person closed the question.
class ClosingControl : public QObject {
    Q_OBJECT

public:
    ClosingControl(Studio& studio, MainWindow& window, SessionControl& session);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Asks if not.
    [[nodiscard]] bool mayClose();
    [[nodiscard]] bool areSoundsSafe();
    [[nodiscard]] bool isScriptSafe();
    [[nodiscard]] bool isVoiceSafe();
    [[nodiscard]] QList<ui::TakeId> soundsAtRisk() const;
    void saveSoundsAgain();
    void ask(const QString& text, QList<ui::NoticeBar::Action> actions);
    void closeAnyway();
    /// Something was saved: closes, if that is what was waited for.
    void goOn();

    Studio& m_studio;
    MainWindow& m_window;
    SessionControl& m_session;
    QList<ui::TakeId> m_exported;
    QString m_keptScript; ///< nothing is lost with it: it was there at the start, or is in a file of its own
    bool m_anyway = false;
};

} // namespace parley::gui
