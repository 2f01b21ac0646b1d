// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/script_editor.h"
#include "editor/script_panel.h"
#include "widgets/notice_bar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QTest>
#include <QToolButton>

namespace parley::ui {

/// A script that there is nothing to say about.
inline const QString kGoodScript =
    QStringLiteral("[S1] This is a script that takes more than five seconds to read out loud.\n"
                   "[S2] (laughs) It is indeed, and so nobody has to say a word about it.");

/// A script panel in a window of its own, used the way a person does.
class PanelProbe {
public:
    PanelProbe() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // numbers are compared as text
        m_panel.resize(700, 500);
        m_panel.show();
    }

    /// False if the window does not come up.
    [[nodiscard]] bool start() {
        m_panel.focusScript();
        return QTest::qWaitForWindowActive(&m_panel) && QTest::qWaitFor([this] { return editor()->hasFocus(); });
    }

    [[nodiscard]] ScriptPanel* panel() { return &m_panel; }
    [[nodiscard]] ScriptEditor* editor() const { return m_panel.findChild<ScriptEditor*>(); }
    [[nodiscard]] QString label(const char* name) const {
        return m_panel.findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] QString notice() const { return m_panel.findChild<NoticeBar*>()->text(); }
    [[nodiscard]] bool shown(const char* name) const {
        return m_panel.findChild<QWidget*>(QString::fromLatin1(name))->isVisible();
    }

    void click(const char* name) {
        QTest::mouseClick(m_panel.findChild<QToolButton*>(QString::fromLatin1(name)), Qt::LeftButton);
    }

    /// The Fix buttons that can be seen, from top to bottom.
    [[nodiscard]] QList<QToolButton*> fixButtons() const {
        QList<QToolButton*> buttons = m_panel.findChildren<QToolButton*>(QStringLiteral("checkFix"));
        buttons.removeIf([](const QToolButton* button) { return button->visibleRegion().isEmpty(); });
        return buttons;
    }

    /// Presses a button of the notice.
    void way(const QString& text) {
        for (QAbstractButton* button : m_panel.findChild<NoticeBar*>()->findChildren<QAbstractButton*>()) {
            if (button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(text));
    }

    void drop(const QMimeData& data) {
        QDragEnterEvent enter({100, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_panel, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(100, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_panel, &event);
    }

private:
    ScriptPanel m_panel;
};

} // namespace parley::ui
