// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/model_card.h"

#include "bridge/error_text.h"
#include "models/panel_parts.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

QString place(const QString& path) {
    const QString home = QDir::homePath();
    const QString shown = path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
    return QDir::toNativeSeparators(shown);
}

/// What the model is: "Dia 0626 · 6.4 GB".
QString summary(const FoundModel& model) {
    QStringList parts;
    if (!model.generation.isEmpty() && model.generation != QLatin1String("unknown")) {
        parts.append(QStringLiteral("Dia ") + model.generation);
    }
    if (model.bytes > 0) {
        parts.append(QLocale().formattedDataSize(static_cast<qint64>(model.bytes), 1, QLocale::DataSizeSIFormat));
    }
    return parts.join(QStringLiteral(" · "));
}

QString problem(const FoundModel& model) {
    if (model.error) {
        return errorText(*model.error);
    }
    if (!model.missing.isEmpty()) {
        return ModelCard::tr("%n of its weights are missing or don't fit; get the model again.", nullptr,
                             static_cast<int>(model.missing.size()));
    }
    if (!model.isWhole()) {
        return ModelCard::tr("Its config.json is missing; put it into the same folder.");
    }
    return model.codecPath.isEmpty() ? ModelCard::tr("Its codec was not found on this machine.") : QString();
}

} // namespace

ModelCard::ModelCard(const FoundModel& model, QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("modelCard"));
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(model.name);
    auto* const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new Heading(model.name, 1.0));
    const QString what = summary(model);
    words->addWidget(makeHint(QStringLiteral("modelPlace"), what.isEmpty()
                                                                ? place(model.modelPath)
                                                                : what + QLatin1Char('\n') + place(model.modelPath)));
    if (const QString text = problem(model); !text.isEmpty()) {
        auto* const label = new QLabel(text);
        label->setObjectName(QStringLiteral("modelProblem"));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(16);
    row->addLayout(words, 1);
    if (model.isWhole()) {
        auto* const use = new QPushButton(model.codecPath.isEmpty() ? tr("Add a codec…") : tr("Use this model"), this);
        use->setObjectName(QStringLiteral("useFoundModel"));
        use->setAccessibleDescription(model.name);
        row->addWidget(use, 0, Qt::AlignVCenter);
        connect(use, &QPushButton::clicked, this, &ModelCard::chosen);
    }
}

} // namespace parley::ui
