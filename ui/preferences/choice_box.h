// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QList>
#include <QString>

namespace parley::ui {

/// A key to keep and the words that a person chooses it by.
struct NamedChoice {
    QString key;
    QString text;
    bool enabled = true;

    bool operator==(const NamedChoice&) const = default;
};

/// A list to choose one of, that knows its entries by their keys. A key that is not among the choices stays selectable
/// for as long as it is chosen: a device may be unplugged today and back tomorrow.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(const QString& name, QWidget* parent = nullptr);

    /// Keeps what is chosen.
    void setChoices(const QList<NamedChoice>& choices);
    [[nodiscard]] QString key() const;
    void setKey(const QString& key);

protected:
    /// The wheel scrolls the page, unless a person is at this box.
    void wheelEvent(QWheelEvent* event) override;

private:
    void addMissing(const QString& key);

    int m_known = 0; // entries from here on are keys that are not among the choices
};

} // namespace parley::ui
