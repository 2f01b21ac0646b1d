// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/gpu_pack_card.h"

#include "models/managed_model.h"
#include "models/panel_parts.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>

namespace parley::ui {

namespace {

/// Who wrote what, with links to the terms.
QString licenceText(const GpuPack& pack) {
    QStringList lines;
    for (const PackLicence& licence : pack.licences) {
        lines.append(QStringLiteral("<a href=\"%1\">%2</a>")
                         .arg(licence.url.toString(QUrl::FullyEncoded).toHtmlEscaped(), licence.name.toHtmlEscaped()));
    }
    return GpuPackOffer::tr("By downloading it you accept the terms of its makers: %1.")
        .arg(lines.join(QStringLiteral(", ")));
}

} // namespace

GpuPackOffer::GpuPackOffer(const GpuPack& pack, QWidget* parent)
    : Card(QStringLiteral("gpuPackOffer"), tr("For your NVIDIA GPU"), parent) {
    addWords(QStringLiteral("gpuPackWords"),
             tr("CUDA's libraries are not on this machine. With them Parley computes on the GPU. They take %1 of the "
                "disk.")
                 .arg(sizeText(pack.bytesUnpacked())));
    QLabel* const licences = addWords(QStringLiteral("gpuPackLicences"), licenceText(pack));
    licences->setTextFormat(Qt::RichText);
    licences->setTextInteractionFlags(Qt::TextBrowserInteraction);
    licences->setOpenExternalLinks(true);
    auto* const download =
        addButton(QStringLiteral("downloadGpuPack"), tr("Download %1").arg(sizeText(pack.bytesToFetch())));
    connect(download, &QPushButton::clicked, this, &GpuPackOffer::downloadRequested);
}

GpuPackListCard::GpuPackListCard(const QString& problem, QWidget* parent)
    : Card(QStringLiteral("gpuPackListCard"), tr("The list of the GPU pack"), parent) {
    addState(QStringLiteral("gpuPackListProblem"), problem)->setTone(Tone::Bad);
}

GpuPackCard::GpuPackCard(const ManagedPack& pack, QWidget* parent)
    : Card(QStringLiteral("gpuPackCard"), pack.name, parent) {
    addWords(QStringLiteral("gpuPackPlace"),
             sizeText(pack.bytes) + QStringLiteral(" · ") + QDir::toNativeSeparators(pack.folder));
    addState(QStringLiteral("gpuPackProblem"), pack.problem)->setTone(Tone::Bad);
    addState(QStringLiteral("gpuPackRestart"),
             pack.needsRestart && pack.problem.isEmpty() ? tr("It is used once Parley is started again.") : QString());
    auto* const remove = addButton(QStringLiteral("removeGpuPack"), tr("Remove"));
    connect(remove, &QPushButton::clicked, this, [this, remove] {
        const QString question = tr("Really remove it?");
        if (remove->text() == question) {
            Q_EMIT removeRequested();
        } else {
            remove->setText(question);
        }
    });
}

} // namespace parley::ui
