// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "store/take_library.h"
#include "takes/take_model.h"
#include "takes/takes_panel.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <cmath>
#include <vector>

namespace parley::ui {

/// A panel on a library in a folder that goes away with it.
struct TakesRoom {
    QTemporaryDir folder;
    TakeLibrary library{folder.filePath(QStringLiteral("takes"))};
    TakesPanel panel{library};
    QTreeView* list = panel.findChild<QTreeView*>(QStringLiteral("takesList"));

    void show() {
        panel.resize(700, 500);
        panel.show();
        panel.activateWindow();
        list->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
    }

    static std::vector<float> tone(double seconds) {
        std::vector<float> samples(static_cast<std::size_t>(seconds * kSampleRate));
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i] = 0.5F * std::sin(static_cast<float>(i) * 0.06F);
        }
        return samples;
    }

    static Recipe recipe(const QString& script, qint64 seed = 42) {
        Recipe made;
        made.script = script;
        made.settings.seed = seed;
        return made;
    }

    /// A finished take whose sound is on the disk.
    TakeId add(const QString& script, double seconds = 0.5, qint64 seed = 42) {
        const TakeId id = library.begin(recipe(script, seed));
        library.append(id, tone(seconds));
        library.finish(id, TakeState::Whole, recipe(script, seed), 10, {});
        [&] { QTRY_VERIFY(!library.take(id)->soundFile.isEmpty()); }();
        return id;
    }

    [[nodiscard]] QModelIndex script(int row) const { return list->model()->index(row, 0); }
    [[nodiscard]] QModelIndex take(int scriptRow, int row) const {
        return list->model()->index(row, 0, script(scriptRow));
    }
    [[nodiscard]] TakeId idAt(int scriptRow, int row) const {
        return take(scriptRow, row).data(TakeModel::IdRole).value<TakeId>();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(list, key, modifiers); }
};

} // namespace parley::ui
