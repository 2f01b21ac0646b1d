// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/make_bar.h"

#include "jobs/progress_text.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace parley::ui {

namespace {

constexpr int kBarSteps = 1000;
constexpr int kLettersForCancel = 52; // beside the first button
constexpr int kLines = 3;             // of words beside the button

ElidedLabel* label(const char* name) {
    auto* const label = new ElidedLabel;
    label->setObjectName(QLatin1String(name));
    return label;
}

ElidedLabel* quietLabel(const char* name) {
    ElidedLabel* const quiet = label(name);
    quiet->setForegroundRole(QPalette::PlaceholderText);
    return quiet;
}

/// So that nothing jumps when it comes and goes.
void keepItsPlace(QWidget& widget) {
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget.setSizePolicy(policy);
}

} // namespace

MakeBar::MakeBar(QWidget* parent)
    : QWidget(parent), m_make(new QAction(this)), m_cancel(new QAction(this)), m_makeButton(new QPushButton),
      m_cancelButton(new QPushButton), m_status(label("makeStatus")), m_company(quietLabel("makeCompany")),
      m_ready(label("makeReady")), m_pace(quietLabel("makePace")), m_bar(new QProgressBar) {
    setObjectName(QStringLiteral("makeBar"));
    setAccessibleName(tr("Making takes"));
    buildActions();
    m_bar->setObjectName(QStringLiteral("makeProgress"));
    m_bar->setAccessibleName(tr("Progress of the take"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    auto* const row = new QHBoxLayout;
    row->setSpacing(16);
    buildButtons(*row);
    row->addWidget(buildWords(), 1);
    row->addWidget(m_cancelButton, 0, Qt::AlignVCenter);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->setSpacing(4);
    rows->addLayout(row);
    for (QWidget* const below : std::initializer_list<QWidget*>{m_bar, m_pace}) {
        keepItsPlace(*below);
        rows->addWidget(below);
    }
    showState();
}

void MakeBar::buildActions() {
    m_make->setObjectName(QStringLiteral("makeAction"));
    m_make->setIcon(icon(QStringLiteral("make")));
    m_make->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_cancel->setObjectName(QStringLiteral("cancelAction"));
    m_cancel->setIcon(icon(QStringLiteral("stop")));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_Period)});
    m_cancel->setToolTip(tr("Stops the take that is being made and keeps what is there (Esc)"));
    addActions({m_make, m_cancel});
    connect(m_make, &QAction::triggered, this, &MakeBar::makeRequested);
    connect(m_cancel, &QAction::triggered, this, &MakeBar::cancelRequested);
}

void MakeBar::buildButtons(QHBoxLayout& row) {
    m_makeButton->setObjectName(QStringLiteral("makeButton"));
    QFont font = m_makeButton->font();
    font.setBold(true);
    m_makeButton->setFont(font);
    m_makeButton->setIcon(m_make->icon());
    m_makeButton->setDefault(true); // only its look: the one button that the window is about
    m_makeButton->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    row.addWidget(m_makeButton);
    connect(m_makeButton, &QPushButton::clicked, m_make, &QAction::trigger);
    m_cancelButton->setObjectName(QStringLiteral("cancelButton"));
    m_cancelButton->setText(m_cancel->text());
    m_cancelButton->setIcon(m_cancel->icon());
    m_cancelButton->setToolTip(m_cancel->toolTip());
    m_cancelButton->setAccessibleName(m_cancel->text());
    m_cancelButton->setAccessibleDescription(m_cancel->toolTip());
    connect(m_cancelButton, &QPushButton::clicked, m_cancel, &QAction::trigger);
}

QWidget* MakeBar::buildWords() {
    m_words = new QWidget;
    auto* const column = new QVBoxLayout(m_words);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_status, 1);
    column->addWidget(m_company);
    column->addWidget(m_ready);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    return m_words;
}

void MakeBar::setCanMake(bool canMake, const QString& reason) {
    m_make->setEnabled(canMake);
    m_reason = canMake ? QString() : reason;
    showState();
}

void MakeBar::setTakes(int takes) {
    m_takes = std::max(takes, 1);
    showState();
}

void MakeBar::setWaiting(int waiting) {
    m_waiting = std::max(waiting, 0);
    showState();
}

void MakeBar::setMaking(const MakingProgress& making) {
    m_making = making;
    showState();
}

void MakeBar::setIdle(const QString& summary) {
    m_making.reset();
    m_readyIn.reset();
    m_summary = summary;
    showState();
}

void MakeBar::setReadyIn(std::optional<double> seconds) {
    m_readyIn = seconds && std::isfinite(*seconds) ? seconds : std::nullopt;
    showState();
}

QString MakeBar::statusText() const {
    if (!m_making) {
        return !m_reason.isEmpty() ? m_reason : !m_summary.isEmpty() ? m_summary : tr("Ready to make a take");
    }
    return m_making->stopping ? tr("Stopping; what is there is kept") : phaseText(m_making->front);
}

QString MakeBar::companyText() const {
    QStringList parts;
    if (m_making && m_making->others > 0) {
        parts += tr("%n more", "takes that are made at the same time", m_making->others);
    }
    if (m_making && m_waiting > 0) {
        parts += tr("%n waiting", "takes that are made later", m_waiting);
    }
    return parts.join(QStringLiteral(" · "));
}

void MakeBar::showState() {
    const bool busy = m_making.has_value();
    m_make->setText(m_takes == 1 ? tr("Make") : tr("Make %n takes", nullptr, m_takes));
    QString hint = busy ? tr("Adds it to what is being made") : tr("Speaks the script");
    hint += QStringLiteral(" (%1)").arg(m_make->shortcut().toString(QKeySequence::NativeText));
    m_make->setToolTip(m_reason.isEmpty() ? hint : m_reason);
    m_makeButton->setText(m_make->text());
    const int line = fontMetrics().lineSpacing();
    m_makeButton->setMinimumSize(8 * line, kLines * line);
    m_words->setFixedHeight(kLines * line);
    m_makeButton->setEnabled(m_make->isEnabled());
    m_makeButton->setToolTip(m_make->toolTip());
    m_makeButton->setAccessibleDescription(m_make->toolTip());
    m_cancel->setEnabled(busy && !m_making->stopping);
    m_cancelButton->setEnabled(m_cancel->isEnabled());
    m_cancelButton->setVisible(busy);
    showCancelWords();

    showWords();
    showBar();
}

void MakeBar::showWords() {
    const bool busy = m_making.has_value();
    m_status->setText(statusText());
    m_company->setText(companyText());
    m_company->setVisible(!m_company->text().isEmpty());
    m_ready->setVisible(busy && m_readyIn.has_value());
    if (m_readyIn) {
        m_ready->setText(*m_readyIn <= 0 ? tr("Ready to play")
                                         : tr("Ready to play in %1").arg(durationText(*m_readyIn)));
    }
    // While it runs, a reason why nothing more can be made still has to be readable somewhere.
    m_pace->setText(!busy ? QString() : m_reason.isEmpty() ? paceText(m_making->all) : m_reason);
}

void MakeBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showCancelWords();
}

/// Where there is little room the words about progress need it more; the square says the same.
void MakeBar::showCancelWords() {
    const int rest = width() - std::max(m_makeButton->sizeHint().width(), m_makeButton->minimumWidth());
    const bool narrow = rest < kLettersForCancel * fontMetrics().averageCharWidth();
    m_cancelButton->setText(narrow ? QString() : m_cancel->text());
}

void MakeBar::showBar() {
    const bool known = !m_making || m_making->front.phase != JobProgress::Phase::Waiting;
    m_bar->setRange(0, known ? kBarSteps : 0); // 0: it moves without saying how far
    const double fraction = m_making ? std::clamp(m_making->front.fraction, 0.0, 1.0) : 0.0;
    m_bar->setValue(static_cast<int>(std::lround(fraction * kBarSteps)));
    m_bar->setVisible(m_making.has_value());
    m_pace->setVisible(m_making.has_value());
}

} // namespace parley::ui
