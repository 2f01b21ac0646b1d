// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/download_card.h"

#include "models/panel_parts.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace parley::ui {

namespace {

constexpr int kBarSteps = 1000;

} // namespace

DownloadCard::DownloadCard(const ManagedDownload& download, QWidget* parent)
    : Card(QStringLiteral("downloadCard"), download.name, parent), m_folder(download.folder), m_bar(new QProgressBar),
      m_state(addState(QStringLiteral("downloadState"), QStringLiteral(" "))),
      m_file(addWords(QStringLiteral("downloadFile"))), m_toggle(addButton(QStringLiteral("toggleDownload"), {})),
      m_discard(addButton(QStringLiteral("discardDownload"), tr("Remove"))) {
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the download"));
    addWidget(m_bar);
    setDownload(download);
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        if (m_isRunning) {
            Q_EMIT pauseRequested();
        } else {
            Q_EMIT resumeRequested();
        }
    });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        const QString question = tr("Really remove it?");
        if (m_discard->text() == question) {
            Q_EMIT discardRequested();
        } else {
            m_discard->setText(question);
        }
    });
}

void DownloadCard::setDownload(const ManagedDownload& download) {
    m_isRunning = download.isRunning;
    const DownloadProgress& now = download.progress;
    const bool isCounted = now.total > 0;
    m_bar->setRange(0, download.isRunning && !isCounted ? 0 : kBarSteps);
    m_bar->setValue(
        isCounted ? static_cast<int>(static_cast<double>(now.bytes) / static_cast<double>(now.total) * kBarSteps) : 0);
    m_bar->setVisible(download.isRunning);
    setWords(m_state, downloadText(download));
    m_state->setTone(download.isRunning || download.problem.isEmpty() ? Tone::Neutral : Tone::Bad);
    setWords(m_file, downloadFileText(download));
    m_toggle->setText(download.isRunning ? tr("Pause") : tr("Resume"));
    m_discard->setVisible(!download.isRunning);
}

} // namespace parley::ui
