// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/kernels/linear_case.h"

#include <QTest>

namespace parley::test {

/// Test data: every instruction set of this machine with every format of weights.
inline void everyKernel() {
    QTest::addColumn<int>("set");
    QTest::addColumn<int>("format");
    for (const kernels::InstructionSet set : kernels::availableInstructionSets()) {
        for (const kernels::WeightFormat format : kFormats) {
            QTest::addRow("%s, %s", std::string(kernels::name(set)).c_str(), label(format).c_str())
                << static_cast<int>(set) << static_cast<int>(format);
        }
    }
}

struct Kernel {
    kernels::InstructionSet set;
    kernels::WeightFormat format;
};

/// The kernel of the current row of everyKernel().
inline Kernel fetchKernel() {
    QFETCH(const int, set);
    QFETCH(const int, format);
    return {static_cast<kernels::InstructionSet>(set), static_cast<kernels::WeightFormat>(format)};
}

inline std::vector<float> multiply(const kernels::LinearWeights& w, const kernels::RowsView& x,
                                   kernels::InstructionSet set) {
    std::vector<float> y(x.rows * w.outputs, NAN);
    // In two pieces, as two threads would; the cut is in the middle of a panel.
    multiplyRows(w, x, {0, w.outputs / 2}, {y.data(), w.outputs}, set);
    multiplyRows(w, x, {w.outputs / 2, w.outputs}, {y.data(), w.outputs}, set);
    return y;
}

} // namespace parley::test
