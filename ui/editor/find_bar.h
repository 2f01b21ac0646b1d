// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace parley::ui {

/// Finds and replaces text in an editor; hidden until asked for. All replacements at once are one undo step.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QPlainTextEdit* edit, QWidget* parent = nullptr);

    /// Shows the bar with what is selected in the editor as the text to find.
    void open(bool withReplace);

public Q_SLOTS:
    void findNext();
    void findPrevious();
    void replace();
    void replaceAll();
    void close();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QLayout* buildFindRow();
    [[nodiscard]] QWidget* buildReplaceRow();
    [[nodiscard]] Qt::CaseSensitivity sensitivity() const;
    void search();
    void select(qsizetype index);
    void mark();
    void showCount(const QString& text = {});
    [[nodiscard]] bool matchIsSelected() const;

    QPlainTextEdit* m_edit;
    QLineEdit* m_needle = nullptr;
    QLineEdit* m_replacement = nullptr;
    QCheckBox* m_matchCase = nullptr;
    QLabel* m_count = nullptr;
    QWidget* m_replaceRow = nullptr;
    QList<qsizetype> m_matches; ///< where the needle is, in UTF-16 units
};

} // namespace parley::ui
