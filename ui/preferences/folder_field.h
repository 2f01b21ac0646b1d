// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace parley::ui {

/// A folder to type or to choose. Empty stands for the standard place, which is shown in its stead.
class FolderField : public QWidget {
    Q_OBJECT

public:
    /// `what` names the folder for screen readers and as the title of the dialog.
    FolderField(const QString& name, const QString& what, QWidget* parent = nullptr);

    void setFolder(const QString& folder);
    [[nodiscard]] QString folder() const;
    void setStandardFolder(const QString& folder);
    /// Empty if the folder can be used, or why not.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void edited();

private:
    void choose();

    QString m_what;
    QLineEdit* m_path;
    QToolButton* m_button;
};

} // namespace parley::ui
