// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"

#include <QString>
#include <QToolButton>

namespace parley::ui {

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
    /// What is used in place of a model that failed, as a whole sentence; shown until the next state.
    void setInstead(const QString& sentence);

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
    QString m_instead;
    QString m_words;
};

} // namespace parley::ui
