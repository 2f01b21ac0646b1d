// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/copy_dialog.h"

#include "models/managed_model.h"
#include "models/panel_parts.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

constexpr int kLineCharacters = 72;

QString size(quint64 bytes) {
    return sizeText(static_cast<qint64>(bytes));
}

QString titleOf(const CopyChoice& choice) {
    return choice.format == QLatin1String("int8") ? CopyDialog::tr("int&8, close to the original")
                                                  : CopyDialog::tr("int&4, the smallest, further from the original");
}

} // namespace

QString choiceText(const CopyChoice& choice) {
    return choice.isThere
               ? CopyDialog::tr("There is such a copy already.")
               : CopyDialog::tr("%1 on the disk in place of %2, and %3 of memory in place of %4 in bfloat16")
                     .arg(size(choice.bytes), size(choice.bytesBefore), size(choice.memory), size(choice.memoryIn16));
}

CopyDialog::CopyDialog(const QString& modelName, const QList<CopyChoice>& choices, QWidget* parent)
    : QDialog(parent), m_formats(new QButtonGroup(this)), m_choices(choices) {
    setObjectName(QStringLiteral("copyDialog"));
    setWindowTitle(tr("A smaller copy"));
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 24, 24, 16);
    rows->setSpacing(8);
    rows->addWidget(new Heading(tr("A smaller copy of %1").arg(modelName), 1.1));
    rows->addWidget(
        makeHint(QStringLiteral("copyExplained"),
                 tr("A copy holds most of the network in 8 or 4 bits in place of 16 or 32. It loads sooner, "
                    "takes less memory, and speaks slightly differently: how far, is measured when it is "
                    "made, which takes some minutes. The model itself stays as it is.")));
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        auto* const button = new QRadioButton(titleOf(choices.at(i)));
        button->setObjectName(QStringLiteral("copyTo-") + choices.at(i).format);
        button->setEnabled(!choices.at(i).isThere);
        button->setChecked(!choices.at(i).isThere && m_formats->checkedId() < 0);
        button->setAccessibleDescription(choiceText(choices.at(i)));
        m_formats->addButton(button, i);
        QLabel* const hint = makeHint(QStringLiteral("copyHint-") + choices.at(i).format, choiceText(choices.at(i)));
        hint->setIndent(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) +
                        style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
        rows->addSpacing(8);
        rows->addWidget(button);
        rows->addWidget(hint);
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Make the copy"));
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("makeCopy"));
    buttons->button(QDialogButtonBox::Ok)->setEnabled(m_formats->checkedId() >= 0);
    connect(buttons, &QDialogButtonBox::accepted, this, &CopyDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addStretch(1);
    rows->addSpacing(8);
    rows->addWidget(buttons);
    fitHeight(*this, fontMetrics().averageCharWidth() * kLineCharacters);
}

void CopyDialog::accept() {
    Q_EMIT chosen(m_choices.at(m_formats->checkedId()).format);
    QDialog::accept();
}

} // namespace parley::ui
