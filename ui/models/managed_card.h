// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card.h"
#include "models/managed_model.h"

class QLineEdit;
class QProgressBar;

namespace parley::ui {

/// A model or codec on this machine: what it is, where it lies, a person's note, and what can be done with it.
class ManagedCard : public Card {
    Q_OBJECT

public:
    explicit ManagedCard(const ManagedModel& model, QWidget* parent = nullptr);

    [[nodiscard]] const QString& path() const { return m_path; }
    /// How much of it was read to verify it; negative: it isn't being verified.
    void setVerifying(double fraction);

Q_SIGNALS:
    void useRequested();
    void copyRequested(); ///< a smaller one
    void verifyRequested();
    void stopRequested(); ///< verifying
    void revealRequested();
    void removeRequested(); ///< after a second click
    void againRequested();  ///< download again
    void noteChanged(const QString& note);

private:
    void addNote(const QString& note);
    void addButtons(const ManagedModel& model);
    void addRemove(const ManagedModel& model);

    QString m_path;
    QProgressBar* m_bar;
    QPushButton* m_verify = nullptr;
    bool m_isVerifying = false;
};

/// What the model is: "6.4 GB · Dia 0626 · transformers · float32".
[[nodiscard]] QString kindText(const ManagedModel& model);
/// When it was verified and what came out.
[[nodiscard]] QString verifiedText(const ManagedModel& model);

} // namespace parley::ui
