// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voices/voice_check.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace parley::ui {

/// Findings as a short list, each with a mark that tells how serious it is.
class FindingsView : public QWidget {
    Q_OBJECT

public:
    explicit FindingsView(QWidget* parent = nullptr);

    void setFindings(const QList<VoiceFinding>& findings);
    [[nodiscard]] const QList<VoiceFinding>& findings() const noexcept { return m_findings; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addRow(const VoiceFinding& finding);

    QList<VoiceFinding> m_findings;
    QVBoxLayout* m_rows;
};

} // namespace parley::ui
