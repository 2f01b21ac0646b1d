// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/job_entry.h"
#include "jobs/take_sink.h"

#include <QList>
#include <QString>
#include <span>
#include <vector>

namespace parley::ui {

/// Remembers what it was given; takes are numbered from 1.
class RecordingSink : public TakeSink {
public:
    struct Kept {
        Recipe asBegun;
        std::vector<float> samples;
        TakeState state = TakeState::Making;
        Recipe asMade;
        qint64 steps = 0;
        QString problem;
    };

    TakeId begin(const Recipe& recipe) override {
        Kept kept;
        kept.asBegun = recipe;
        takes.push_back(kept);
        return static_cast<TakeId>(takes.size());
    }
    void append(TakeId take, std::span<const float> samples) override {
        std::vector<float>& all = at(take).samples;
        all.insert(all.end(), samples.begin(), samples.end());
    }
    void finish(TakeId take, TakeState state, const Recipe& asMade, qint64 steps, const QString& problem) override {
        Kept& kept = at(take);
        kept.state = state;
        kept.asMade = asMade;
        kept.steps = steps;
        kept.problem = problem;
    }

    std::vector<Kept> takes;

private:
    Kept& at(TakeId take) { return takes.at(static_cast<std::size_t>(take - 1)); }
};

inline JobOrder orderOf(const QString& script, int takes = 1, qint64 seed = -1) {
    JobOrder order;
    order.recipe.script = script;
    order.recipe.settings.takes = takes;
    order.recipe.settings.seed = seed;
    return order;
}

inline QList<JobState> statesOf(const QList<JobEntry>& entries) {
    QList<JobState> states;
    for (const JobEntry& entry : entries) {
        states.append(entry.state);
    }
    return states;
}

} // namespace parley::ui
