// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/choice_box.h"

#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QWheelEvent>
#include <algorithm>

namespace parley::ui {

ChoiceBox::ChoiceBox(const QString& name, QWidget* parent) : QComboBox(parent) {
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    // Device names are long; the page must not become as wide as the longest.
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
}

void ChoiceBox::setChoices(const QList<NamedChoice>& choices) {
    const QSignalBlocker blocker(this);
    const bool hadKey = currentIndex() >= 0;
    const QString chosen = key();
    clear();
    for (const NamedChoice& choice : choices) {
        addItem(choice.text, choice.key);
        if (auto* const items = qobject_cast<QStandardItemModel*>(model()); items != nullptr) {
            items->item(count() - 1)->setEnabled(choice.enabled);
        }
    }
    m_known = count();
    if (hadKey) {
        setKey(chosen);
    }
}

QString ChoiceBox::key() const {
    return currentData().toString();
}

void ChoiceBox::setKey(const QString& key) {
    while (count() > m_known) {
        removeItem(count() - 1);
    }
    if (findData(key) < 0) {
        addMissing(key);
    }
    setCurrentIndex(findData(key));
}

void ChoiceBox::addMissing(const QString& key) {
    addItem(key.isEmpty() ? tr("None") : tr("%1 (not available now)").arg(key), key);
}

void ChoiceBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QComboBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace parley::ui
