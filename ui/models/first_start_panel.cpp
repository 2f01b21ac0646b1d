// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/first_start_panel.h"

#include "bridge/error_text.h"
#include "models/checkpoint_field.h"
#include "models/download_offer.h"
#include "models/found_models_view.h"
#include "models/panel_parts.h"
#include "widgets/notice_bar.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

constexpr int kLineCharacters = 100; // wider lines are hard to read

QVBoxLayout* makeColumn(QWidget* owner) {
    auto* const column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return column;
}

} // namespace

FirstStartPanel::FirstStartPanel(QWidget* parent)
    : QWidget(parent), m_page(new QWidget), m_title(new Heading({}, 1.5)),
      m_intro(makeHint(QStringLiteral("modelIntro"), {})), m_keep(new QPushButton), m_notice(new NoticeBar),
      m_found(new FoundModelsView), m_offer(new DownloadOffer),
      m_model(new CheckpointField(QStringLiteral("modelField"), tr("Model"))),
      m_codec(new CheckpointField(QStringLiteral("codecField"), tr("Codec"))),
      m_use(new QPushButton(tr("&Use these files"))), m_demo(new QPushButton(tr("Tr&y the demo"))) {
    setObjectName(QStringLiteral("firstStartPanel"));
    layOut();
    setCurrentModel({});
    updateButtons();
    connect(m_keep, &QPushButton::clicked, this, &FirstStartPanel::dismissed);
    connect(m_found, &FoundModelsView::searchRequested, this, &FirstStartPanel::searchRequested);
    connect(m_found, &FoundModelsView::chosen, this, &FirstStartPanel::use);
    for (CheckpointField* const field : {m_model, m_codec}) {
        connect(field, &CheckpointField::edited, this, &FirstStartPanel::updateButtons);
        connect(field, &CheckpointField::confirmed, this, &FirstStartPanel::useFiles);
    }
    connect(m_use, &QPushButton::clicked, this, &FirstStartPanel::useFiles);
    connect(m_demo, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        Q_EMIT demoChosen();
    });
}

void FirstStartPanel::layOut() {
    m_notice->setObjectName(QStringLiteral("modelNotice"));
    auto* const column = makeColumn(m_page);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(24);
    for (QWidget* const part :
         {makeHead(), static_cast<QWidget*>(m_found), static_cast<QWidget*>(m_offer), makeFiles(), makeDemo()}) {
        column->addWidget(part);
    }
    column->addStretch(1);
    m_page->setMaximumWidth(fontMetrics().averageCharWidth() * kLineCharacters);

    auto* const middle = new QWidget;
    auto* const row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_page);
    auto* const area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("modelArea"));
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(middle);
    makeColumn(this)->addWidget(area);
}

QWidget* FirstStartPanel::makeHead() {
    auto* const head = new QWidget;
    m_title->setObjectName(QStringLiteral("modelTitle"));
    m_keep->setObjectName(QStringLiteral("keepModel"));
    auto* const words = makeColumn(head);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_keep);
    words->addLayout(row);
    words->addWidget(m_intro);
    words->addWidget(m_notice);
    return head;
}

QWidget* FirstStartPanel::makeFiles() {
    auto* const files = new QWidget;
    m_model->setPlaceholder(tr("A folder or file, also dropped here"));
    m_codec->setPlaceholder(tr("Found by itself if it lies beside the model"));
    m_use->setObjectName(QStringLiteral("useFiles"));
    auto* const column = makeColumn(files);
    column->addWidget(new Heading(tr("Your own files"), 1.1));
    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    int row = 0;
    for (CheckpointField* const field : {m_model, m_codec}) {
        auto* const label = new QLabel(field == m_model ? tr("Mode&l") : tr("&Codec"));
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    const QString link = QStringLiteral("<a href=\"https://huggingface.co/%1\">%1</a>");
    column->addWidget(makeHint(
        QStringLiteral("whereToGet"),
        tr("The model is published as %1 (6.4 GB), the codec that makes sound of what it says as %2 (307 MB). "
           "Parley downloads nothing by itself.")
            .arg(link.arg(QStringLiteral("nari-labs/Dia-1.6B-0626")), link.arg(QStringLiteral("descript/dac_44khz"))),
        true));
    column->addWidget(m_use, 0, Qt::AlignRight);
    return files;
}

QWidget* FirstStartPanel::makeDemo() {
    auto* const demo = new QWidget;
    m_demo->setObjectName(QStringLiteral("useDemo"));
    auto* const words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(new Heading(tr("Without a model"), 1.1));
    words->addWidget(makeHint(QStringLiteral("demoHint"), tr("The demo has learned nothing and makes noise instead of "
                                                             "speech. Everything else works as with a model.")));
    auto* const row = new QHBoxLayout(demo);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(m_demo, 0, Qt::AlignBottom);
    return demo;
}

void FirstStartPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_page->setMaximumWidth(fontMetrics().averageCharWidth() * kLineCharacters);
    }
}

void FirstStartPanel::search() {
    m_found->search();
}

void FirstStartPanel::setFound(const QList<FoundModel>& models) {
    m_found->setFound(models);
}

void FirstStartPanel::setChecking(bool checking) {
    m_checking = checking;
    if (checking) {
        m_notice->tell(Tone::Neutral, tr("Looking at the model…"));
    } else {
        m_notice->clear();
    }
    updateButtons();
}

void FirstStartPanel::showError(const Error& error) {
    setChecking(false);
    m_notice->tell(Tone::Bad, errorText(error));
}

void FirstStartPanel::askForCodec(const QString& modelPath) {
    setChecking(false);
    m_model->setPath(modelPath);
    m_codec->setFocus();
    m_notice->tell(
        Tone::Warning,
        tr("The codec is missing: the part that makes sound of what the model says. Choose it as Codec below, or "
           "put it into a folder beside the model. It is published as %1 on the Hugging Face hub.")
            .arg(QStringLiteral("descript/dac_44khz")));
}

void FirstStartPanel::setCurrentModel(const QString& name) {
    m_title->setText(name.isEmpty() ? tr("No model yet") : tr("Choose a model"));
    m_intro->setText(name.isEmpty() ? tr("Parley speaks with the Dia model. Choose where it is on this machine.")
                                    : tr("%1 is in use now.").arg(name));
    m_keep->setText(tr("&Keep %1").arg(QString(name).replace(QLatin1Char('&'), QLatin1String("&&"))));
    m_keep->setVisible(!name.isEmpty());
}

void FirstStartPanel::use(const FoundModel& model) {
    if (model.codecPath.isEmpty()) {
        askForCodec(model.modelPath);
        return;
    }
    m_notice->clear();
    Q_EMIT modelChosen(model.modelPath, model.codecPath);
}

void FirstStartPanel::useFiles() {
    if (m_use->isEnabled()) {
        m_notice->clear();
        Q_EMIT modelChosen(m_model->path(), m_codec->path());
    }
}

void FirstStartPanel::updateButtons() {
    m_use->setEnabled(!m_checking && !m_model->path().isEmpty());
    m_demo->setEnabled(!m_checking);
    m_found->setChoosable(!m_checking);
}

} // namespace parley::ui
