// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace parley::ui {

/// A checkpoint on this machine, which is a folder or a file: typed, chosen in a dialog, or dropped here.
class CheckpointField : public QWidget {
    Q_OBJECT

public:
    /// `what` names it for screen readers and as the title of the dialogs.
    CheckpointField(const QString& name, const QString& what, QWidget* parent = nullptr);

    void setPath(const QString& path);
    [[nodiscard]] QString path() const; ///< absolute; empty if there is none
    void setPlaceholder(const QString& text);

Q_SIGNALS:
    void edited();
    void confirmed(); ///< by Enter

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Kind { Folder, File };
    void addButton(QHBoxLayout* row, Kind kind);
    void choose(Kind kind);

    QString m_what;
    QLineEdit* m_path;
};

} // namespace parley::ui
