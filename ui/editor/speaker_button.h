// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace parley::ui {

/// A tool button that wears a speaker's chip.
class SpeakerButton : public QToolButton {
    Q_OBJECT

public:
    SpeakerButton(int speaker, QAction* action, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_speaker;
};

} // namespace parley::ui
