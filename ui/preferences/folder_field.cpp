// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/folder_field.h"

#include "widgets/icons.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace parley::ui {

FolderField::FolderField(const QString& name, const QString& what, QWidget* parent)
    : QWidget(parent), m_what(what), m_path(new QLineEdit(this)), m_button(new QToolButton(this)) {
    setObjectName(name);
    m_path->setObjectName(name + QStringLiteral("Path"));
    m_path->setAccessibleName(what);
    m_path->setClearButtonEnabled(true);
    m_button->setObjectName(name + QStringLiteral("Choose"));
    m_button->setIcon(icon(QStringLiteral("folder")));
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setToolTip(tr("Choose a folder…"));
    m_button->setAccessibleName(tr("Choose a folder: %1").arg(what));
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_path, 1);
    row->addWidget(m_button);
    setFocusProxy(m_path);
    connect(m_path, &QLineEdit::textChanged, this, &FolderField::edited);
    connect(m_button, &QToolButton::clicked, this, &FolderField::choose);
}

void FolderField::setFolder(const QString& folder) {
    m_path->setText(QDir::toNativeSeparators(folder));
}

QString FolderField::folder() const {
    const QString text = m_path->text().trimmed();
    return text.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(text));
}

void FolderField::setStandardFolder(const QString& folder) {
    m_path->setPlaceholderText(QDir::toNativeSeparators(folder));
}

QString FolderField::problem() const {
    const QString path = folder();
    if (path.isEmpty()) {
        return {};
    }
    if (!QDir::isAbsolutePath(path)) {
        return tr("%1: give the whole path, from the root on.").arg(m_what);
    }
    const QFileInfo info(path);
    if (info.exists() && !info.isDir()) {
        return tr("%1: there is a file of this name; choose a folder.").arg(m_what);
    }
    return info.exists() && !info.isWritable() ? tr("%1: nothing can be written there.").arg(m_what) : QString();
}

void FolderField::choose() {
    auto* const dialog = new QFileDialog(this, m_what, folder().isEmpty() ? m_path->placeholderText() : folder());
    dialog->setObjectName(QStringLiteral("folderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderField::setFolder);
    dialog->open();
}

} // namespace parley::ui
