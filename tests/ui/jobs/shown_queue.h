// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/job_queue.h"
#include "jobs/queue_view.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"

#include <QListView>
#include <QStringList>

namespace parley::ui {

/// A queue in a window of its own, with a service that speaks as told.
class ShownQueue {
public:
    ShownQueue() : queue(service, m_sink), view(queue), list(*view.findChild<QListView*>("queueList")) {
        view.resize(400, 500);
        view.show();
        view.activateWindow();
    }

    /// The next job gets no further than to be read, so that others wait for it.
    void expectHanging() {
        FakeJob hanging;
        hanging.ending = FakeJob::Ending::Hang;
        hanging.steps = 0;
        service.expect(hanging);
    }
    /// a, b and c, all of which wait: there is no model.
    void addThreeWaiting() {
        service.setModelState({});
        addThree();
    }
    void addThree() {
        for (const auto* word : {"a", "b", "c"}) {
            queue.add(orderOf(QLatin1String(word)));
        }
        list.setFocus();
    }
    [[nodiscard]] QStringList titles() const {
        QStringList all;
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            all.append(list.model()->index(row, 0).data().toString());
        }
        return all;
    }

private:
    RecordingSink m_sink;

public:
    FakeSpeechService service;
    JobQueue queue;
    QueueView view;
    QListView& list;
};

} // namespace parley::ui
