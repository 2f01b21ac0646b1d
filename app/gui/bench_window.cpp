// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/bench_window.h"

#include "gui/bench_words.h"
#include "models/panel_parts.h"
#include "preferences/choice_box.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace parley::gui {

using ui::ChoiceBox;
using ui::NamedChoice;

BenchWindow::BenchWindow(QList<ui::DeviceChoice> devices, const QString& device, const QString& dtype, QWidget* parent)
    : QDialog(parent), m_devices(std::move(devices)), m_device(new ChoiceBox(QStringLiteral("benchDevice"))),
      m_dtype(new ChoiceBox(QStringLiteral("benchDtype"))), m_start(new QPushButton),
      m_copy(new QPushButton(tr("&Copy"))), m_bar(new QProgressBar), m_notice(new ui::NoticeBar),
      m_table(new QTableWidget) {
    setObjectName(QStringLiteral("benchWindow"));
    setWindowTitle(tr("Measure this machine"));
    layOut();
    QList<NamedChoice> choices{{QStringLiteral("auto"), tr("Automatic")}};
    for (const ui::DeviceChoice& each : m_devices) {
        if (each.available) {
            choices.append({each.id, each.name});
        }
    }
    m_device->setChoices(choices);
    m_device->setKey(device);
    fillDtypes();
    m_dtype->setKey(dtype);
    connect(m_device, &QComboBox::currentIndexChanged, this, &BenchWindow::fillDtypes);
    connect(m_copy, &QPushButton::clicked, this, &BenchWindow::copy);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_isRunning) {
            Q_EMIT cancelRequested();
        } else {
            Q_EMIT startRequested(m_device->key(), m_dtype->key());
        }
    });
    setRunning(false);
}

void BenchWindow::layOut() {
    m_notice->setObjectName(QStringLiteral("benchNotice"));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Measuring"));
    makeTable();
    m_start->setObjectName(QStringLiteral("startBench"));
    m_start->setDefault(true);
    m_copy->setObjectName(QStringLiteral("copyBench"));
    m_copy->setIcon(ui::icon(QStringLiteral("copy")));
    m_copy->setEnabled(false);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &BenchWindow::reject);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(8);
    rows->addWidget(
        ui::makeHint(QStringLiteral("benchExplained"),
                     tr("Measures how fast this machine makes speech, with made-up weights of the full model's "
                        "size; no model is needed. It takes some minutes, and as much memory as the model. "
                        "Figures hold as long as nothing else computes.")));
    rows->addWidget(makeChoice());
    rows->addWidget(m_bar);
    rows->addWidget(m_notice);
    rows->addWidget(m_table, 1);
    rows->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 42);
}

void BenchWindow::makeTable() {
    m_table->setObjectName(QStringLiteral("benchTable"));
    m_table->setAccessibleName(tr("What was measured"));
    m_table->setColumnCount(2);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
}

QWidget* BenchWindow::makeChoice() {
    auto* const part = new QWidget;
    auto* const row = new QHBoxLayout(part);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(8);
    const auto add = [&](const QString& label, ChoiceBox* box) {
        auto* const words = new QLabel(label);
        words->setBuddy(box);
        box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
        row->addWidget(words);
        row->addWidget(box, 1);
    };
    add(tr("&Device"), m_device);
    add(tr("&Number format"), m_dtype);
    row->addWidget(m_start);
    return part;
}

void BenchWindow::fillDtypes() {
    const auto found = std::find_if(m_devices.begin(), m_devices.end(),
                                    [this](const ui::DeviceChoice& each) { return each.id == m_device->key(); });
    const ui::DeviceChoice* const device = found == m_devices.end() ? ui::automaticDevice(m_devices) : &*found;
    QList<NamedChoice> choices{{QStringLiteral("auto"), tr("Automatic")}};
    bool isThere = false;
    for (const ui::DTypeChoice& dtype : device == nullptr ? QList<ui::DTypeChoice>() : device->dtypes) {
        choices.append({dtype.id, dtype.id});
        isThere = isThere || dtype.id == m_dtype->key();
    }
    if (!isThere) {
        m_dtype->setKey(QStringLiteral("auto"));
    }
    m_dtype->setChoices(choices);
}

void BenchWindow::setRunning(bool running) {
    m_isRunning = running;
    m_bar->setVisible(running);
    m_device->setEnabled(!running);
    m_dtype->setEnabled(!running);
    m_start->setText(running ? tr("C&ancel") : tr("&Measure"));
    if (running) {
        m_notice->clear();
    }
}

void BenchWindow::setReport(const BenchReport& report) {
    const std::vector<BenchFigure> figures = benchFigures(report);
    m_table->setRowCount(static_cast<int>(figures.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const BenchFigure& figure = figures[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(figureLabel(figure)));
        m_table->setItem(row, 1, new QTableWidgetItem(figureValue(figure)));
    }
    m_text = QString::fromStdString(benchTable(report));
    m_copy->setEnabled(true);
}

void BenchWindow::tell(const QString& sentence) {
    m_notice->tell(ui::Tone::Bad, sentence);
}

void BenchWindow::copy() {
    QApplication::clipboard()->setText(m_text);
    m_notice->tell(ui::Tone::Good, tr("The table is on the clipboard."));
}

void BenchWindow::reject() {
    if (m_isRunning) {
        Q_EMIT cancelRequested();
    }
    QDialog::reject();
}

} // namespace parley::gui
