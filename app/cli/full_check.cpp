// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/full_check.h"

#include "cli/byte_text.h"
#include "cli/exit_status.h"
#include "cli/local_models.h"
#include "cli/progress.h"

#include <algorithm>
#include <iostream>

namespace parley::cli {

FullCheckEnd checkAndTell(const QString& name, const QList<ui::FileExpected>& files, const std::string& id,
                          const std::stop_token& stop) {
    Progress bar(true);
    FullCheckEnd end;
    end.check = ui::checkFully(
        files,
        [&](qint64 done, qint64 total) {
            bar.line(static_cast<double>(done) / static_cast<double>(std::max<qint64>(total, 1)),
                     "reading " + text(name) + ", " + byteText(done) + " of " + byteText(total));
        },
        stop);
    bar.clear();
    if (end.check.wasStopped) {
        end.status = report(Error{ErrorCode::Cancelled, {}, verbatim("cancelled"), {}});
        return end;
    }
    for (Error fault : end.check.faults) {
        if (!id.empty()) {
            fault.remedy = verbatim("download again: parley-cli models download " + id);
        }
        complain(fault.message());
    }
    std::cout << text(name) << ": " << end.check.right << " right, " << end.check.unknown << " without a known hash, "
              << end.check.faults.size() << " wrong\n"
              << std::flush;
    end.status = end.check.faults.isEmpty() ? kExitOk : kExitFailed;
    return end;
}

} // namespace parley::cli
