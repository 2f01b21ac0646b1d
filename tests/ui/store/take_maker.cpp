// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/store/take_samples.h"

#include <QCoreApplication>
#include <cstdio>

/// take_maker FOLDER: finishes one take, makes another in chunks of 4410 samples, prints a line after each, and never
/// ends.
int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (argc != 2) {
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    {
        parley::ui::TakeLibrary library(folder);
        const parley::ui::TakeId whole = library.begin(samples::recipe());
        library.append(whole, samples::ramp(4410));
        library.finish(whole, parley::ui::TakeState::Whole, samples::recipe(), 1, {});
    } // its sound file is written by now
    parley::ui::TakeLibrary library(folder);
    const parley::ui::TakeId id = library.begin(samples::recipe(QStringLiteral("[S1] Killed")));
    for (std::size_t first = 0;; first += 4410) {
        library.append(id, samples::ramp(4410, first));
        if (std::puts("chunk") < 0 || std::fflush(stdout) != 0) {
            return 1;
        }
    }
}
