// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QCompleter;
class QKeyEvent;
class QPlainTextEdit;

namespace parley::ui {

/// The list of sounds that opens with a parenthesis, narrows while one types, and goes away by itself.
class NonVerbalCompleter : public QObject {
    Q_OBJECT

public:
    explicit NonVerbalCompleter(QPlainTextEdit* edit);

    /// Before the editor sees a key: true if the list took it.
    [[nodiscard]] bool takeKey(const QKeyEvent& event);
    /// After the editor has handled a key that typed `text`.
    void follow(const QString& text);
    void close();
    [[nodiscard]] bool isOpen() const;

private:
    [[nodiscard]] QString typed() const;
    void update();
    void insert(const QString& name);

    QPlainTextEdit* m_edit;
    QCompleter* m_completer;
    int m_start = -1; ///< where the parenthesis is, while the list follows one
};

} // namespace parley::ui
