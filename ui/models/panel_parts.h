// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QLabel>
#include <QString>

namespace parley::ui {

/// Words in bold above a part of a panel, larger than the program's text by `scale`.
class Heading : public QLabel {
    Q_OBJECT

public:
    Heading(const QString& text, double scale);

protected:
    /// A font of a size of its own doesn't follow the program's, so it is made anew.
    void changeEvent(QEvent* event) override;

private:
    void applyFont();

    double m_scale;
};

/// Text with links, which open in the browser when chosen.
class LinkedText : public QLabel {
    Q_OBJECT

public:
    explicit LinkedText(const QString& text);

protected:
    /// Links have the colour of the palette that their text was read with, so it is read again.
    void changeEvent(QEvent* event) override;
};

/// Words in the colour of their tone; Neutral: in that of all text.
class ToneLabel : public QLabel {
    Q_OBJECT

public:
    explicit ToneLabel(const QString& text);

    void setTone(Tone tone);

protected:
    /// The colour is one of the theme's.
    void changeEvent(QEvent* event) override;

private:
    void applyTone();

    Tone m_tone = Tone::Neutral;
};

/// Makes a dialog so wide, and as high as its wrapped words are then. Once all of its parts are there.
void fitHeight(QWidget& dialog, int width);

/// Quiet words that wrap. Plain text, unless `links` lets them hold some.
[[nodiscard]] QLabel* makeHint(const QString& name, const QString& text, bool links = false);

} // namespace parley::ui
