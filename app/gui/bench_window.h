// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/bench.h"
#include "preferences/device_choice.h"

#include <QDialog>
#include <QList>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace parley::ui {
class ChoiceBox;
class NoticeBar;
} // namespace parley::ui

namespace parley::gui {

/// Measures this machine: which device, in which number format, what came out as one table, and a way to hand that on.
/// Doesn't block; shows what it is given.
class BenchWindow : public QDialog {
    Q_OBJECT

public:
    /// `device` and `dtype` are chosen at first.
    BenchWindow(QList<ui::DeviceChoice> devices, const QString& device, const QString& dtype, QWidget* parent);

    void setRunning(bool running);
    void setReport(const BenchReport& report);
    /// Why there is no report.
    void tell(const QString& sentence);

    void reject() override; ///< Close and Esc; ends what runs

Q_SIGNALS:
    void startRequested(const QString& device, const QString& dtype);
    void cancelRequested();

private:
    void layOut();
    void makeTable();
    [[nodiscard]] QWidget* makeChoice();
    void fillDtypes();
    void copy();

    QList<ui::DeviceChoice> m_devices;
    ui::ChoiceBox* m_device;
    ui::ChoiceBox* m_dtype;
    QPushButton* m_start;
    QPushButton* m_copy;
    QProgressBar* m_bar;
    ui::NoticeBar* m_notice;
    QTableWidget* m_table;
    QString m_text; ///< the table as it is handed on
    bool m_isRunning = false;
};

} // namespace parley::gui
