// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace parley::ui {

class ToneLabel;
class WrappingRow;

/// A framed part of a list: a name in bold, quiet words below, and buttons at the bottom right.
class Card : public QFrame {
    Q_OBJECT

public:
    Card(const QString& objectName, const QString& title, QWidget* parent = nullptr);

protected:
    /// A quiet line below what is there; hidden while it has no words.
    QLabel* addWords(const QString& objectName, const QString& text = {});
    /// A line that stands out, the more so in a tone.
    ToneLabel* addState(const QString& objectName, const QString& text);
    void addWidget(QWidget* widget);
    QPushButton* addButton(const QString& objectName, const QString& text);
    static void setWords(QLabel* label, const QString& text);

private:
    QString m_title;
    QVBoxLayout* m_column;
    WrappingRow* m_buttons;
};

} // namespace parley::ui
