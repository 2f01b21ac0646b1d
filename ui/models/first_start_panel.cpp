// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/first_start_panel.h"

#include "bridge/error_text.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

QPushButton* newButton(QWidget* parent, const char* name, const QString& iconName, const QString& text) {
    auto* button = new QPushButton(icon(iconName), text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    return button;
}

QLabel* newText(QWidget* parent, const QString& text) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

FirstStartPanel::FirstStartPanel(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("firstStartPanel"));
    setFrameShape(QFrame::StyledPanel);
    buildChoices();
}

void FirstStartPanel::buildChoices() {
    m_title = newText(this, tr("Parley needs a model to speak with."));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_close = newButton(this, "firstStartClose", QStringLiteral("close"), tr("Close"));
    m_close->setVisible(false);
    m_folder = newButton(this, "firstStartFolder", QStringLiteral("folder"), tr("Choose a folder…"));
    m_file = newButton(this, "firstStartFile", QStringLiteral("search"), tr("Choose a file…"));
    m_demo = newButton(this, "firstStartDemo", QStringLiteral("make"), tr("Try the demo (noise)"));
    m_demo->setToolTip(tr("A tiny untrained model: everything works, and what it says is noise."));
    m_notice = new NoticeBar(this);
    m_foundBox = new QWidget(this);
    m_foundBox->setVisible(false);
    m_found = new QVBoxLayout(m_foundBox);
    m_found->setContentsMargins(0, 0, 0, 0);
    m_found->setSpacing(4);

    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_close);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_folder, m_file, m_demo}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(8);
    rows->addLayout(top);
    rows->addWidget(newText(this, tr("Dia 1.6B (nari-labs/Dia-1.6B-0626, 6.4 GB) and its codec (descript/dac_44khz, "
                                     "0.3 GB) are on the Hugging Face hub. Where do they lie on this machine?")));
    rows->addWidget(m_foundBox);
    rows->addLayout(buttons);
    rows->addWidget(m_notice);

    const auto use = [this](const QString& path) { Q_EMIT modelChosen(path, {}); };
    connect(m_folder, &QPushButton::clicked, this,
            [this, use] { choosePlace(true, tr("The folder of the model"), use); });
    connect(m_file, &QPushButton::clicked, this, [this, use] { choosePlace(false, tr("The file of the model"), use); });
    connect(m_demo, &QPushButton::clicked, this, &FirstStartPanel::demoChosen);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
}

void FirstStartPanel::choosePlace(bool folder, const QString& title, const std::function<void(const QString&)>& use) {
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, folder);
    if (!folder) {
        dialog->setNameFilters({tr("Models (*.safetensors *.pth *.bin *.json)"), tr("All files (*)")});
    }
    connect(dialog, &QFileDialog::fileSelected, this, use);
    dialog->open();
}

void FirstStartPanel::setFound(const QList<FoundModel>& found) {
    while (QLayoutItem* item = m_found->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const FoundModel& model : found) {
        if (!model.isWhole()) {
            continue;
        }
        const QString size =
            QLocale().formattedDataSize(static_cast<qint64>(model.bytes), 1, QLocale::DataSizeSIFormat);
        const QString text = model.codecPath.isEmpty() ? tr("%1, %2, without a codec").arg(model.name, size)
                                                       : tr("Use %1, %2").arg(model.name, size);
        QPushButton* button = newButton(m_foundBox, "firstStartFound", QStringLiteral("check"), text);
        button->setToolTip(model.modelPath);
        connect(button, &QPushButton::clicked, this,
                [this, model] { Q_EMIT modelChosen(model.modelPath, model.codecPath); });
        m_found->addWidget(button, 0, Qt::AlignLeft);
    }
    m_foundBox->setVisible(m_found->count() > 0);
}

void FirstStartPanel::setChecking(bool checking) {
    for (QWidget* part : {static_cast<QWidget*>(m_folder), static_cast<QWidget*>(m_file), m_foundBox}) {
        part->setEnabled(!checking);
    }
    if (checking) {
        m_notice->tell(Tone::Neutral, tr("Looking at the model…"));
    } else {
        m_notice->clear();
    }
}

void FirstStartPanel::showProblem(const Error& error) {
    m_notice->tell(Tone::Bad, errorText(error), {{tr("Search again"), [this] { Q_EMIT searchRequested(); }}});
}

void FirstStartPanel::askForCodec(const QString& modelPath) {
    const auto choose = [this, modelPath](bool folder) {
        choosePlace(folder, tr("The codec (descript/dac_44khz)"),
                    [this, modelPath](const QString& codec) { Q_EMIT modelChosen(modelPath, codec); });
    };
    m_notice->tell(Tone::Warning,
                   tr("This model is fine, but the codec that turns its codes into sound isn't beside it. It is "
                      "descript/dac_44khz on the Hugging Face hub (model.safetensors, 0.3 GB)."),
                   {{tr("The codec's folder…"), [choose] { choose(true); }},
                    {tr("The codec's file…"), [choose] { choose(false); }}});
}

void FirstStartPanel::setClosable(bool closable) {
    m_close->setVisible(closable);
    m_title->setText(closable ? tr("Choose another model.") : tr("Parley needs a model to speak with."));
}

} // namespace parley::ui
