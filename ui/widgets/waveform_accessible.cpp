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
        if (kind != QAccessible::Value) {
            return QAccessibleWidget::text(kind);
        }
        const QLocale locale;
        return WaveformView::tr("%1 of %2 seconds")
            .arg(locale.toString(m_view->position(), 'f', 1), locale.toString(length(), 'f', 1));
    }

    [[nodiscard]] QVariant currentValue() const override { return m_view->position(); }
    void setCurrentValue(const QVariant& value) override { Q_EMIT m_view->seekRequested(value.toDouble()); }
    [[nodiscard]] QVariant maximumValue() const override { return length(); }
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 0.1; }

private:
    [[nodiscard]] double length() const { return m_view->track() ? m_view->track()->seconds() : 0.0; }

    WaveformView* m_view;
};

} // namespace

QAccessibleInterface* makeWaveformAccessible(const QString& /*className*/, QObject* object) {
    auto* const view = qobject_cast<WaveformView*>(object);
    return view != nullptr ? new WaveformAccessible(view) : nullptr;
}

} // namespace parley::ui
