// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/system_reason.h"

#include <QTest>
#include <cerrno>
#include <ios>

using parley::files::systemReason;

class TestSystemReason : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatPeopleMeet() {
        for (const int error :
             {EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG, EROFS, ENOSPC, EDQUOT, EFBIG, EIO, EMFILE}) {
            QVERIFY2(systemReason(error).isPattern(), std::generic_category().message(error).c_str());
        }
        QCOMPARE(systemReason(EACCES).english(), std::string("Permission denied"));
        QCOMPARE(systemReason(std::make_error_code(std::errc::permission_denied)).english(),
                 std::string("Permission denied"));
    }

    void leavesTheRestToTheSystem() {
        QVERIFY(!systemReason(ELOOP).isPattern());
        QCOMPARE(systemReason(ELOOP).english(), std::generic_category().message(ELOOP));
        const std::error_code foreign(1, std::iostream_category());
        QCOMPARE(systemReason(foreign).english(), foreign.message());
    }
};

QTEST_GUILESS_MAIN(TestSystemReason)
#include "test_system_reason.moc"
