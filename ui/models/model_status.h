// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"

#include <QString>
#include <QToolButton>

namespace parley::ui {

/// Why what the preferences ask for can't be used, as parts of a sentence; empty where it can.
struct Refusals {
    QString device;
    QString dtype;
};

/// The model's name, its device, number format and state, in a status bar. A click or key press leads to the
/// preferences.
class ModelStatus : public QToolButton {
    Q_OBJECT

public:
    explicit ModelStatus(QWidget* parent = nullptr);

    /// What a person calls the model; empty: none is chosen.
    void setModel(const QString& name);
    /// What the preferences ask for; "auto" asks for nothing.
    void setRequested(const QString& device, const QString& dtype);
    void setState(const ModelState& state);
    /// Told beside what is used instead, until something else is requested.
    void setRefusals(const Refusals& refusals);
    /// A sentence on the model that is loaded, shown behind the rest until another one loads.
    void setRemark(const QString& remark);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void preferencesRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString complaint() const;
    void refresh();
    void elide();

    QString m_model;
    QString m_device = QStringLiteral("auto");
    QString m_dtype = QStringLiteral("auto");
    ModelState m_state;
    Refusals m_refusals;
    QString m_remark;
    QString m_words;
};

} // namespace parley::ui
