// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/checkpoint_field.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace parley::ui {

namespace {

/// The one local file or folder that is being dragged; empty if it is anything else.
QString draggedPath(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

CheckpointField::CheckpointField(const QString& name, const QString& what, QWidget* parent)
    : QWidget(parent), m_what(what), m_path(new QLineEdit(this)) {
    setObjectName(name);
    setAcceptDrops(true);
    m_path->setObjectName(name + QStringLiteral("Path"));
    m_path->setAccessibleName(what);
    m_path->setClearButtonEnabled(true);
    // Its own handling would paste a file's URL as text.
    m_path->setAcceptDrops(false);
    setFocusProxy(m_path);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    addButton(row, Kind::Folder);
    addButton(row, Kind::File);
    connect(m_path, &QLineEdit::textChanged, this, &CheckpointField::edited);
    connect(m_path, &QLineEdit::returnPressed, this, &CheckpointField::confirmed);
}

void CheckpointField::addButton(QHBoxLayout* row, Kind kind) {
    const bool isFolder = kind == Kind::Folder;
    auto* const button = new QPushButton(isFolder ? tr("Folder…") : tr("File…"), this);
    button->setObjectName(objectName() + (isFolder ? QStringLiteral("Folder") : QStringLiteral("File")));
    button->setAccessibleName(isFolder ? tr("Choose a folder: %1").arg(m_what) : tr("Choose a file: %1").arg(m_what));
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, kind] { choose(kind); });
}

void CheckpointField::setPath(const QString& path) {
    m_path->setText(QDir::toNativeSeparators(path));
}

QString CheckpointField::path() const {
    QString text = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (text.startsWith(QLatin1String("~/"))) {
        text.replace(0, 1, QDir::homePath());
    }
    return text.isEmpty() ? QString() : QDir::cleanPath(QDir(text).absolutePath());
}

void CheckpointField::setPlaceholder(const QString& text) {
    m_path->setPlaceholderText(text);
}

void CheckpointField::choose(Kind kind) {
    auto* const dialog = new QFileDialog(this, m_what, path());
    dialog->setObjectName(QStringLiteral("checkpointDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (kind == Kind::Folder) {
        dialog->setFileMode(QFileDialog::Directory);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters(
            {tr("Checkpoints (%1)").arg(QStringLiteral("*.safetensors *.index.json *.pth *.pt *.bin")),
             tr("All files (*)")});
    }
    connect(dialog, &QFileDialog::fileSelected, this, &CheckpointField::setPath);
    dialog->open();
}

void CheckpointField::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedPath(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void CheckpointField::dropEvent(QDropEvent* event) {
    if (const QString path = draggedPath(event->mimeData()); !path.isEmpty()) {
        setPath(path);
        event->acceptProposedAction();
    }
}

} // namespace parley::ui
