// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QFrame>
#include <QList>
#include <QString>
#include <functional>

class QLabel;
class QToolButton;

namespace parley::ui {

class NoticeLayout;

/// A message next to what it concerns, with the ways out as buttons; hidden while there is nothing to say. It takes the
/// place of message boxes. Read out by screen readers when it appears.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    struct Action {
        QString label;
        std::function<void()> run; ///< GUI thread; the notice is gone by then
    };

    explicit NoticeBar(QWidget* parent = nullptr);

    /// Replaces what is shown. Every notice can be closed.
    void tell(Tone tone, const QString& text, const QList<Action>& actions = {});
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The user closed it or took a way out; not after clear().
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void addButton(const Action& action);
    void removeButtons();
    void updateIcon();

    Tone m_tone = Tone::Neutral;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_close = nullptr;
    NoticeLayout* m_parts = nullptr;
    int m_actions = 0; ///< buttons that are shown
};

} // namespace parley::ui
