// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/model_status.h"

#include "bridge/error_text.h"
#include "widgets/icons.h"

#include <QLocale>

namespace parley::ui {

ModelStatus::ModelStatus(QWidget* parent) : QToolButton(parent) {
    setObjectName(QStringLiteral("modelStatus"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setModel({}, {});
}

void ModelStatus::setModel(const QString& name, const ModelState& state) {
    QString text = tr("No model");
    QString mark = QStringLiteral("info");
    QString details = tr("Nothing can be made until a model is chosen.");
    switch (state.phase) {
    case ModelState::Phase::None:
        break;
    case ModelState::Phase::Loading:
        text = tr("%1 · loading %2 %").arg(name, QLocale().toString(static_cast<int>(state.loaded * 100)));
        details = tr("The model is being read into memory. You can write, and even make: takes wait for it.");
        break;
    case ModelState::Phase::Ready:
        text = tr("%1 · %2 · %3").arg(name, state.device, state.dtype);
        mark = QStringLiteral("check");
        details = tr("Ready.");
        break;
    case ModelState::Phase::Failed:
        text = tr("%1 · not loaded").arg(name);
        mark = QStringLiteral("error");
        details = errorText(state.error);
        break;
    }
    setText(text);
    setIcon(ui::icon(mark));
    setToolTip(details);
    setAccessibleName(text);
    setAccessibleDescription(details);
}

} // namespace parley::ui
