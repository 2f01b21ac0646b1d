// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace parley::ui {

/// A WaveformView as screen readers see it: a slider whose value is the time. Nothing for other objects. Given to
/// QAccessible::installFactory().
[[nodiscard]] QAccessibleInterface* makeWaveformAccessible(const QString& className, QObject* object);

} // namespace parley::ui
