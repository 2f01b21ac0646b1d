// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_review.h"

#include "editor/check_list.h"
#include "editor/script_fixes.h"
#include "editor/script_meter.h"
#include "widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

namespace parley::ui {

namespace {

/// Up to this length checking takes well under a millisecond, so it follows every key.
constexpr qsizetype kShortScript = 4096;
constexpr std::chrono::milliseconds kPause{300};

} // namespace

ScriptReview::ScriptReview(QWidget* parent)
    : QWidget(parent), m_summaryIcon(new QLabel), m_summary(new QLabel), m_fixAll(new QToolButton),
      m_list(new CheckList), m_meter(new ScriptMeter) {
    setObjectName(QStringLiteral("scriptReview"));
    m_summary->setObjectName(QStringLiteral("scriptSummary"));
    m_fixAll->setObjectName(QStringLiteral("fixAll"));
    m_fixAll->setText(tr("Fix all"));
    m_fixAll->setIcon(icon(QStringLiteral("fix")));
    m_fixAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fixAll->setToolTip(tr("Applies every fix that takes no words away."));
    m_fixAll->setAutoRaise(true);
    m_fixAll->setFocusPolicy(Qt::StrongFocus);

    auto* summaryRow = new QHBoxLayout;
    summaryRow->setContentsMargins(12, 4, 4, 0);
    summaryRow->setSpacing(8);
    summaryRow->addWidget(m_summaryIcon);
    summaryRow->addWidget(m_summary, 1);
    summaryRow->addWidget(m_fixAll);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(summaryRow);
    rows->addWidget(m_list);
    rows->addWidget(m_meter);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ScriptReview::check);
    connect(m_list, &CheckList::placeRequested, this,
            [this](const ScriptCheck& check) { Q_EMIT placeRequested(check.start, check.length); });
    connect(m_list, &CheckList::fixRequested, this, &ScriptReview::fix);
    connect(m_fixAll, &QToolButton::clicked, this, [this] { Q_EMIT fixed(fixedAll(m_script, m_limits), false); });
}

void ScriptReview::review(const QString& script, const SpeechLimits& limits) {
    m_script = script;
    m_limits = limits;
    m_budget = speechBudget(m_script, m_limits);
    m_problem = speechProblem(m_script, m_limits);
    m_meter->setBudget(m_budget);
    showSummary();
    if (m_script.size() > kShortScript) {
        m_pause.start();
    } else {
        m_pause.stop();
        check();
    }
}

void ScriptReview::check() {
    m_list->setChecks(checkScript(m_script, m_limits));
    m_list->followInTabOrder(m_fixAll); // new rows would come after everything else in the window
    m_fixAll->setVisible(m_list->checks().size() > 1);
    m_fixAll->setEnabled(fixedAll(m_script, m_limits) != m_script);
    showSummary();
}

void ScriptReview::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        showSummary(); // its picture has their colour and size
    }
}

bool ScriptReview::hasRemarks() const {
    return !m_list->checks().isEmpty();
}

void ScriptReview::showSummary() {
    const auto remarks = static_cast<int>(m_list->checks().size());
    const bool fine = m_problem.isEmpty();
    const QString ready =
        remarks == 0 ? tr("Ready to be spoken.") : tr("Can be spoken, with %n remark(s).", nullptr, remarks);
    m_summary->setText(fine ? ready : m_problem);
    const int size = fontMetrics().height();
    m_summaryIcon->setPixmap(icon(fine ? QStringLiteral("check") : QStringLiteral("info")).pixmap(size, size));
}

void ScriptReview::fix(const ScriptCheck& check) {
    const QList<ScriptCheck> fresh = checkScript(m_script, m_limits);
    if (!fresh.contains(check)) {
        m_list->setChecks(fresh); // the text changed while the remarks waited for a pause
        return;
    }
    Q_EMIT fixed(parley::ui::fixed(m_script, check, m_limits), check.isSerious());
}

} // namespace parley::ui
