// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_accessible.h"

#include "widgets/waveform_view.h"

#include <QAccessibleWidget>
#include <QLocale>

namespace parley::ui {
namespace {

class WaveformAccessible final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit WaveformAccessible(WaveformView* view) : QAccessibleWidget(view, QAccessible::Slider), m_view(view) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        QString own = QAccessibleWidget::text(kind);
        if (kind == QAccessible::Value) {
            return WaveformView::tr("%1 of %2 seconds").arg(secondsText(m_view->partTime()), secondsText(length()));
        }
        if (kind == QAccessible::Name) {
            return partName(own);
        }
        const auto selection = m_view->selection();
        if (kind == QAccessible::Description && selection) {
            const QString chosen = WaveformView::tr("Chosen: from %1 to %2 seconds. Tab goes to the handles.")
                                       .arg(secondsText(selection->from), secondsText(selection->to));
            return own.isEmpty() ? chosen : own + QLatin1Char(' ') + chosen;
        }
        return own;
    }

    [[nodiscard]] QVariant currentValue() const override { return m_view->partTime(); }
    void setCurrentValue(const QVariant& value) override { m_view->movePart(value.toDouble()); }
    [[nodiscard]] QVariant maximumValue() const override { return length(); }
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return handle() ? kHandleStep : kStep; }

private:
    static constexpr double kStep = 0.1; // seconds
    static constexpr double kHandleStep = 0.01;

    [[nodiscard]] double length() const { return m_view->track() ? m_view->track()->seconds() : 0.0; }
    [[nodiscard]] bool handle() const { return m_view->part() != WaveformPart::Position; }
    /// A handle is set more finely than playback.
    [[nodiscard]] QString secondsText(double seconds) const {
        return QLocale().toString(seconds, 'f', handle() ? 2 : 1);
    }
    [[nodiscard]] QString partName(const QString& whole) const {
        switch (m_view->part()) {
        case WaveformPart::From:
            return WaveformView::tr("%1: beginning of the chosen part").arg(whole);
        case WaveformPart::To:
            return WaveformView::tr("%1: end of the chosen part").arg(whole);
        case WaveformPart::Position:
            break;
        }
        return whole;
    }

    WaveformView* m_view;
};

} // namespace

QAccessibleInterface* makeWaveformAccessible(const QString& /*className*/, QObject* object) {
    auto* const view = qobject_cast<WaveformView*>(object);
    return view != nullptr ? new WaveformAccessible(view) : nullptr;
}

} // namespace parley::ui
