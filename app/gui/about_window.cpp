// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/about_window.h"

#include "models/panel_parts.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace parley::gui {

namespace {

constexpr int kLineCharacters = 64;
constexpr double kTitleScale = 1.5;
constexpr int kPictureLines = 3;

QLabel* paragraph(const QString& name, const QString& text) {
    auto* label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLabel* picture() {
    auto* label = new QLabel;
    const int size = QFontMetrics(label->font()).height() * kPictureLines;
    label->setPixmap(QIcon(QStringLiteral(":/app/parley.svg")).pixmap(QSize(size, size), label->devicePixelRatioF()));
    return label;
}

QString versions() {
    return AboutWindow::tr("Version %1, with Qt %2").arg(QApplication::applicationVersion(), QLatin1String(qVersion()));
}

/// Names of licences are the same in every language.
QString parts() {
    return QStringLiteral("Qt (LGPL-3.0), LibTorch (BSD-3-Clause), Highway (Apache-2.0), libsndfile (LGPL-2.1), "
                          "soxr (LGPL-2.1), SoundTouch (LGPL-2.1), libzip (BSD-3-Clause), xxHash (BSD-2-Clause)");
}

} // namespace

AboutWindow::AboutWindow(QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("aboutWindow"));
    setWindowTitle(tr("About Parley"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* title = paragraph(QStringLiteral("aboutTitle"), QStringLiteral("Parley"));
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * kTitleScale);
    font.setBold(true);
    title->setFont(font);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 24, 24, 16);
    rows->setSpacing(12);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(picture());
    top->addWidget(title, 1);
    rows->addLayout(top);
    rows->addWidget(paragraph(QStringLiteral("aboutVersion"), versions()));
    rows->addWidget(paragraph(QStringLiteral("aboutProgram"),
                              tr("Turns scripts into dialogue with Dia, the text-to-dialogue model of Nari Labs, which "
                                 "is not part of this program.")));
    rows->addWidget(paragraph(QStringLiteral("aboutLicence"),
                              tr("© The Parley authors. Licence: %1.").arg(QLatin1String("Apache-2.0"))));
    rows->addWidget(paragraph(QStringLiteral("aboutParts"), tr("Made with %1.").arg(parts())));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addStretch(1);
    rows->addWidget(buttons);
    ui::fitHeight(*this, fontMetrics().averageCharWidth() * kLineCharacters);
}

} // namespace parley::gui
