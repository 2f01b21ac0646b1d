// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/gpu_pack.h"
#include "models/card.h"

namespace parley::ui {

/// A GPU pack on this machine.
struct ManagedPack {
    QString folder;
    QString name;
    qint64 bytes = 0;
    bool needsRestart = false; ///< it came while the program ran, which looks for it once
    QString problem;           ///< why it can't be used, as sentences; empty: it can
};

/// A GPU pack that would help: what it is, whose terms apply, and the button that brings it.
class GpuPackOffer : public Card {
    Q_OBJECT

public:
    explicit GpuPackOffer(const GpuPack& pack, QWidget* parent = nullptr);

Q_SIGNALS:
    void downloadRequested();
};

/// Why it is not known what the GPU pack would be.
class GpuPackListCard : public Card {
    Q_OBJECT

public:
    explicit GpuPackListCard(const QString& problem, QWidget* parent = nullptr);
};

/// A GPU pack that is here.
class GpuPackCard : public Card {
    Q_OBJECT

public:
    explicit GpuPackCard(const ManagedPack& pack, QWidget* parent = nullptr);

Q_SIGNALS:
    void removeRequested(); ///< after a second click
};

} // namespace parley::ui
