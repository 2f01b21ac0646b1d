// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QButtonGroup;

namespace parley::ui {

/// One smaller format, and what a copy in it takes, in bytes.
struct CopyChoice {
    QString format;
    quint64 bytesBefore = 0;
    quint64 bytes = 0;
    quint64 memory = 0;
    quint64 memoryIn16 = 0; ///< the original's, in bfloat16
    bool isThere = false;   ///< there is such a copy
};

/// Asks which smaller copy of a model to make, and says what each gives. Doesn't block: show() it.
class CopyDialog : public QDialog {
    Q_OBJECT

public:
    CopyDialog(const QString& modelName, const QList<CopyChoice>& choices, QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void chosen(const QString& format);

private:
    QButtonGroup* m_formats;
    QList<CopyChoice> m_choices;
};

/// "1.7 GB on the disk in place of 6.4 GB · 1.9 GB of memory in place of 3.2 GB in bfloat16".
[[nodiscard]] QString choiceText(const CopyChoice& choice);

} // namespace parley::ui
