// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/model_status.h"

#include "bridge/error_text.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr int kMostCharacters = 130;
constexpr int kLeastCharacters = 12;

/// A device's id as a person calls it.
QString deviceName(const QString& id) {
    if (id == QLatin1String("cpu")) {
        return ModelStatus::tr("CPU");
    }
    if (id == QLatin1String("mps")) {
        return ModelStatus::tr("Apple GPU");
    }
    const QString number = id.section(QLatin1Char(':'), 1);
    return id.startsWith(QLatin1String("cuda")) ? ModelStatus::tr("NVIDIA GPU %1").arg(number).trimmed() : id;
}

QString insteadText(const QString& wanted, const QString& used, const QString& why) {
    return why.isEmpty() ? ModelStatus::tr("%1 can't be used; %2 is used instead.").arg(wanted, used)
                         : ModelStatus::tr("%1 can't be used (%3); %2 is used instead.").arg(wanted, used, why);
}

bool differs(const QString& wanted, const QString& used) {
    return wanted != QLatin1String("auto") && wanted != used && !used.startsWith(wanted + QLatin1Char(':'));
}

} // namespace

ModelStatus::ModelStatus(QWidget* parent) : QToolButton(parent) {
    setObjectName(QStringLiteral("modelStatus"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, &ModelStatus::preferencesRequested);
    refresh();
}

void ModelStatus::setModel(const QString& name) {
    m_model = name;
    refresh();
}

void ModelStatus::setRequested(const QString& device, const QString& dtype) {
    m_device = device;
    m_dtype = dtype;
    m_refusals = {};
    refresh();
}

void ModelStatus::setState(const ModelState& state) {
    m_state = state;
    if (state.phase == ModelState::Phase::Loading) {
        m_remark.clear();
    }
    refresh();
}

void ModelStatus::setRemark(const QString& remark) {
    m_remark = remark;
    refresh();
}

void ModelStatus::setRefusals(const Refusals& refusals) {
    m_refusals = refusals;
    refresh();
}

QString ModelStatus::complaint() const {
    if (m_state.phase == ModelState::Phase::Failed) {
        return errorText(m_state.error);
    }
    QStringList sentences;
    if (m_state.isReady() && differs(m_device, m_state.device)) {
        sentences += insteadText(deviceName(m_device), deviceName(m_state.device), m_refusals.device);
    }
    if (m_state.isReady() && differs(m_dtype, m_state.dtype)) {
        sentences += insteadText(m_dtype, m_state.dtype, m_refusals.dtype);
    }
    return sentences.join(QLatin1Char(' '));
}

QString ModelStatus::words() const {
    if (m_model.isEmpty() || m_state.phase == ModelState::Phase::None) {
        return m_model.isEmpty() ? tr("No model") : tr("%1, not loaded").arg(m_model);
    }
    const double percent = std::floor(100.0 * std::clamp(m_state.loaded, 0.0, 1.0));
    switch (m_state.phase) {
    case ModelState::Phase::Loading:
        return tr("%1, loading: %2 %").arg(m_model, QLocale().toString(static_cast<int>(percent)));
    case ModelState::Phase::Unloaded:
        return tr("%1, not in memory; it loads when it is to speak").arg(m_model);
    case ModelState::Phase::Failed:
        return tr("%1, not usable: %2").arg(m_model, complaint());
    default:
        return QStringList{m_model, deviceName(m_state.device), m_state.dtype, tr("ready")}.join(QStringLiteral(" · "));
    }
}

void ModelStatus::refresh() {
    const bool failed = m_state.phase == ModelState::Phase::Failed && !m_model.isEmpty();
    const QString trouble = m_model.isEmpty() ? QString() : complaint();
    m_words = words();
    if (!failed && !trouble.isEmpty()) {
        m_words += QStringLiteral(" · ") + trouble;
    }
    if (!failed && !m_remark.isEmpty()) {
        m_words += QStringLiteral(" · ") + m_remark;
    }
    if (failed) {
        setIcon(ui::icon(QStringLiteral("error"), toneColour(Tone::Bad, palette())));
    } else if (!trouble.isEmpty() || m_model.isEmpty()) {
        setIcon(ui::icon(QStringLiteral("warning"), toneColour(Tone::Warning, palette())));
    } else if (m_state.isReady()) {
        setIcon(ui::icon(QStringLiteral("check"), toneColour(Tone::Good, palette())));
    } else {
        setIcon(ui::icon(QStringLiteral("restore")));
    }
    setAccessibleName(tr("Model: %1").arg(m_words));
    // Error texts hold paths and the engine's words, which are no markup.
    setToolTip(QStringLiteral("<p>%1</p><p>%2</p>")
                   .arg(m_words.toHtmlEscaped(), tr("Click to open the preferences.").toHtmlEscaped()));
    elide();
    updateGeometry();
}

QSize ModelStatus::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    const int most = metrics.averageCharWidth() * kMostCharacters;
    const int frame = QToolButton::sizeHint().width() - metrics.horizontalAdvance(text());
    return {std::min(metrics.horizontalAdvance(m_words), most) + frame, QToolButton::sizeHint().height()};
}

QSize ModelStatus::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * kLeastCharacters, QToolButton::sizeHint().height()};
}

void ModelStatus::elide() {
    const QFontMetrics metrics = fontMetrics();
    const int frame = QToolButton::sizeHint().width() - metrics.horizontalAdvance(text());
    setText(metrics.elidedText(m_words, Qt::ElideRight, std::max(0, width() - frame)).replace('&', "&&"));
}

void ModelStatus::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    // The icon's colour is of the palette that it was made with, and the text was cut for the old font.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refresh();
    }
}

void ModelStatus::resizeEvent(QResizeEvent* event) {
    QToolButton::resizeEvent(event);
    elide();
}

} // namespace parley::ui
