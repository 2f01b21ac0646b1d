// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/managed_card.h"

#include "models/panel_parts.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace parley::ui {

namespace {

constexpr int kBarSteps = 1000;

QString place(const QString& path) {
    const QString home = QDir::homePath();
    const QString shown = path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
    return QDir::toNativeSeparators(shown);
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

bool mayBeCopied(const ManagedModel& model) {
    const bool isDamaged = model.record.verified.isValid() && !model.record.wasWhole;
    return !isDamaged && !model.isCodec && model.problem.isEmpty() && !model.isMadeHere &&
           !model.dtype.contains(QLatin1String("int"));
}

} // namespace

QString kindText(const ManagedModel& model) {
    const bool isKnown = !model.generation.isEmpty() && model.generation != QLatin1String("unknown");
    return joined({model.bytes > 0 ? sizeText(static_cast<qint64>(model.bytes)) : QString(),
                   model.isCodec ? ManagedCard::tr("Codec") : QString(),
                   isKnown ? QStringLiteral("Dia ") + model.generation : QString(), model.layout, model.dtype});
}

QString verifiedText(const ManagedModel& model) {
    if (!model.record.verified.isValid()) {
        return ManagedCard::tr("Not verified yet");
    }
    const QString when = QLocale().toString(model.record.verified.toLocalTime(), QLocale::ShortFormat);
    return model.record.wasWhole ? ManagedCard::tr("Verified on %1").arg(when)
                                 : ManagedCard::tr("Found damaged on %1").arg(when);
}

ManagedCard::ManagedCard(const ManagedModel& model, QWidget* parent)
    : Card(QStringLiteral("managedCard"), model.name, parent), m_path(model.path), m_bar(new QProgressBar) {
    addWords(QStringLiteral("managedKind"), joined({kindText(model), verifiedText(model)}));
    addWords(QStringLiteral("managedPlace"), place(model.path));
    addWords(QStringLiteral("managedCopy"), model.copy ? differenceText(*model.copy) : QString());
    addState(QStringLiteral("managedProblem"), model.problem)->setTone(Tone::Bad);
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Verifying"));
    m_bar->hide();
    addWidget(m_bar);
    addNote(model.record.note);
    addButtons(model);
}

void ManagedCard::addNote(const QString& note) {
    auto* const field = new QLineEdit(note);
    field->setObjectName(QStringLiteral("managedNote"));
    field->setPlaceholderText(tr("A note of yours"));
    field->setAccessibleName(tr("Note"));
    field->setMaxLength(200);
    addWidget(field);
    connect(field, &QLineEdit::editingFinished, this, [this, field] {
        if (field->isModified()) {
            field->setModified(false);
            Q_EMIT noteChanged(field->text());
        }
    });
}

void ManagedCard::addButtons(const ManagedModel& model) {
    if (!model.isCodec && model.problem.isEmpty()) {
        auto* const use = addButton(QStringLiteral("useManaged"), model.isInUse ? tr("In use") : tr("Use"));
        use->setEnabled(!model.isInUse);
        connect(use, &QPushButton::clicked, this, &ManagedCard::useRequested);
    }
    if (mayBeCopied(model)) {
        auto* const copy = addButton(QStringLiteral("copyManaged"), tr("Make a smaller copy…"));
        connect(copy, &QPushButton::clicked, this, &ManagedCard::copyRequested);
    }
    const bool comesFromElsewhere = model.isOwn && !model.isMadeHere;
    if (comesFromElsewhere &&
        (!model.problem.isEmpty() || (model.record.verified.isValid() && !model.record.wasWhole))) {
        auto* const again = addButton(QStringLiteral("downloadAgain"), tr("Download again"));
        connect(again, &QPushButton::clicked, this, &ManagedCard::againRequested);
    }
    m_verify = addButton(QStringLiteral("verifyManaged"), tr("Verify"));
    m_verify->setToolTip(tr("Read all of its files and compare their hashes"));
    connect(m_verify, &QPushButton::clicked, this, [this] {
        if (m_isVerifying) {
            Q_EMIT stopRequested();
        } else {
            Q_EMIT verifyRequested();
        }
    });
    auto* const reveal = addButton(QStringLiteral("revealManaged"), tr("Show in folder"));
    connect(reveal, &QPushButton::clicked, this, &ManagedCard::revealRequested);
    addRemove(model);
}

void ManagedCard::addRemove(const ManagedModel& model) {
    if (!model.isOwn && model.addedFolder.isEmpty()) {
        return; // another program's
    }
    auto* const remove =
        addButton(QStringLiteral("removeManaged"), model.isOwn ? tr("Remove") : tr("Forget its folder"));
    const QString question =
        model.isOwn ? tr("Really remove %1?").arg(sizeText(static_cast<qint64>(model.bytes))) : QString();
    connect(remove, &QPushButton::clicked, this, [this, remove, question] {
        if (question.isEmpty() || remove->text() == question) {
            Q_EMIT removeRequested();
        } else {
            remove->setText(question);
        }
    });
}

void ManagedCard::setVerifying(double fraction) {
    m_isVerifying = fraction >= 0;
    m_bar->setVisible(m_isVerifying);
    m_bar->setValue(static_cast<int>(fraction * kBarSteps));
    m_verify->setText(m_isVerifying ? tr("Stop") : tr("Verify"));
}

} // namespace parley::ui
