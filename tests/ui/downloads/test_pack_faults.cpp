// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/file_size_limit.h"
#include "ui/downloads/fetch_bench.h"
#include "ui/hub/fake_pack.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <QtEndian>
#include <csignal>

using namespace parley::test;
using parley::ErrorCode;
using parley::Result;
using parley::ui::PackHere;

namespace {

/// The archive with another size told of its one member, in the member's own header and in the list of contents.
QByteArray withSize(QByteArray wheel, quint32 bytes) {
    for (const qsizetype at : {qsizetype{22}, wheel.lastIndexOf("PK\x01\x02") + 24}) {
        qToLittleEndian(bytes, wheel.data() + at);
    }
    return wheel;
}

} // namespace

/// GPU packs whose wheels, lists, disks or servers are bad: each ends in an error, nothing is put where it doesn't
/// belong, and what is right can be brought afterwards.
class TestPackFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_bench = std::make_unique<FetchBench>();
        m_bench->settings.endpoint = QUrl("https://hub.example");
        m_pack = std::make_unique<FakePack>(m_bench->hub);
    }

    void refusesHostileWheels_data() {
        QTest::addColumn<QByteArray>("wheel");
        QTest::addColumn<QString>("told");
        const QByteArray beta = betaBytes();
        const QByteArray good = makeWheel({{"b/libbeta.so", beta}});
        QTest::newRow("no archive") << noise(5000, 7) << "zip error";
        QTest::newRow("empty") << makeWheel({{"x", "x"}}).left(10) << "zip error";
        QTest::newRow("cut off") << good.left(good.size() - 30) << "zip error";
        QTest::newRow("without the member") << makeWheel({{"b/other.so", beta}}) << "is not in it";
        QTest::newRow("another member") << makeWheel({{"b/libbeta.so", noise(900'000, 8)}}) << "another hash";
        QTest::newRow("too short") << makeWheel({{"b/libbeta.so", beta.left(5)}}) << "has 5 bytes in place of 900000";
        QTest::newRow("a bomb") << makeWheel({{"b/libbeta.so", QByteArray(50'000'000, '0')}})
                                << "has 50000000 bytes in place of 900000";
        QTest::newRow("names that lead out")
            << makeWheel({{"../libbeta.so", beta}, {"/tmp/libbeta.so", beta}}) << "is not in it";
        // The list of contents and the members' own headers tell one size, the data is another.
        QByteArray damaged = good;
        for (int i = 200; i < 4000; ++i) {
            damaged[i] = static_cast<char>(damaged.at(i) ^ 0x55);
        }
        QTest::newRow("damaged within") << damaged << "";
        QTest::newRow("a bomb that hides")
            << withSize(makeWheel({{"b/libbeta.so", QByteArray(50'000'000, '0')}}), 900'000)
            << "ends too early, too late";
        QTest::newRow("an end too early")
            << withSize(makeWheel({{"b/libbeta.so", QByteArray(800'000, '0')}}), 900'000) << "ends too early, too late";
        QByteArray method = good;
        method[8] = 12;
        method[method.lastIndexOf("PK\x01\x02") + 10] = 12; // of the list of contents
        QTest::newRow("an unknown method") << method << "packed in an unusual way";
    }
    void refusesHostileWheels() {
        QFETCH(const QByteArray, wheel);
        QFETCH(const QString, told);
        const QByteArray good = m_pack->wheel("beta");
        m_pack->replaceWheel("beta", wheel);
        const Result<PackHere> brought = expectFault(ErrorCode::CheckpointCorrupt);
        QVERIFY2(brought.error().message().find(told.toStdString()) != std::string::npos,
                 brought.error().message().c_str());
        expectOnlyAlpha();
        m_pack->replaceWheel("beta", good);
        expectWhole();
    }

    void refusesAWheelOfAnotherHash() {
        QByteArray other = m_pack->wheel("beta");
        other[500] = static_cast<char>(other.at(500) ^ 1);
        m_bench->hub.add("wheels/beta", "beta.whl", other);
        (void)expectFault(ErrorCode::CheckpointCorrupt);
        expectOnlyAlpha();
        m_bench->hub.add("wheels/beta", "beta.whl", m_pack->wheel("beta"));
        expectWhole();
    }

    void refusesItEvenFromTheHub() {
        m_bench->settings.endpoint = m_bench->hub.endpoint(); // whose own hashes count elsewhere
        m_bench->hub.add("wheels/beta", "beta.whl", makeWheel({{"b/libbeta.so", "evil"}}));
        (void)expectFault(ErrorCode::CheckpointCorrupt);
        expectOnlyAlpha();
    }

    void refusesListsThatLeadOut_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("up") << "name" << "../libbeta.so";
        QTest::newRow("away") << "name" << "/tmp/libbeta.so";
        QTest::newRow("below") << "name" << "b/libbeta.so";
        QTest::newRow("hidden") << "name" << ".parley-gpu-pack.json";
        QTest::newRow("twice") << "name" << "libalpha.so";
        QTest::newRow("one that is left out") << "name" << "libgone.so";
        QTest::newRow("path up") << "path" << "../b/libbeta.so";
        QTest::newRow("no hash") << "sha256" << "";
        QTest::newRow("a word for a size") << "bytes" << "many";
    }
    void refusesListsThatLeadOut() {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        m_pack->changeMember("beta", key, value);
        QVERIFY(!parley::ui::readGpuPack(m_pack->json()).ok());
    }

    void asksForRoomFirst() {
        m_bench->rules.freeBytes = [](const QString&) { return qint64{300} << 20U; };
        expectWhole();
        QVERIFY(parley::ui::removePack(folder()).ok());
        m_bench->rules.freeBytes = [](const QString&) { return (qint64{256} << 20U) + 2'000'000; };
        // Of both members and the larger wheel there are 2.1 MB at a time.
        const Result<PackHere> brought = expectFault(ErrorCode::DiskFull);
        QVERIFY2(brought.error().message().find("3 MB are still to come") != std::string::npos,
                 brought.error().message().c_str());
    }

    void survivesADiskThatFills() {
        std::signal(SIGXFSZ, SIG_IGN);
        for (const rlim_t bytes : {rlim_t{100'000}, rlim_t{400'000}}) {
            const FileSizeLimit full(bytes);
            const Result<PackHere> brought = m_bench->fetchPack(list());
            QVERIFY(!brought.ok());
            QVERIFY2(brought.error().code == ErrorCode::DiskFull || brought.error().code == ErrorCode::FileUnwritable,
                     brought.error().message().c_str());
        }
        expectWhole();
    }

    void saysThatTheFolderCannotBeWritten() {
        QFile inTheWay(folder() + ".part");
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        (void)expectFault(ErrorCode::FileUnwritable);
    }

    void refusesAddressesWithoutEncryption() {
        m_bench->settings.allowsPlainLoopback = false;
        (void)expectFault(ErrorCode::NetworkFailed);
        QVERIFY(m_bench->hub.seen().isEmpty());
    }

    void triesAgainWhatMayPass() {
        auto calls = std::make_shared<int>(0);
        m_bench->hub.setMischief([calls](const SeenRequest&, HttpAnswer& answer) {
            if (++*calls <= 3) {
                answer = {};
                answer.status = 503;
            }
        });
        expectWhole();
        QCOMPARE(m_bench->attempts, (QList<int>{1, 2, 3}));
    }

private:
    static QByteArray betaBytes() { return noise(900'000, 2); }
    [[nodiscard]] QString folder() const { return m_bench->folder.filePath("pack"); }
    [[nodiscard]] parley::ui::GpuPack list() const {
        const Result<parley::ui::GpuPack> pack = parley::ui::readGpuPack(m_pack->json());
        if (!pack) {
            qFatal("%s", pack.error().message().c_str());
        }
        return pack.value();
    }
    [[nodiscard]] Result<PackHere> expectFault(ErrorCode code) {
        Result<PackHere> brought = m_bench->fetchPack(list());
        if (brought.ok()) {
            qFatal("the pack should not be taken");
        }
        [&] { QVERIFY2(brought.error().code == code, brought.error().message().c_str()); }();
        QTest::qVerify(!QFileInfo::exists(folder()), "no pack", "", __FILE__, __LINE__);
        return brought;
    }
    /// Nothing of the bad wheel stays, and what came before it does.
    void expectOnlyAlpha() {
        const QDir parts(folder() + ".part");
        QCOMPARE(parts.entryList(QDir::Files), (QStringList{"alpha.txt", "libalpha.so"}));
        QVERIFY(QDir(parts.filePath("wheels")).entryList(QDir::Files).isEmpty());
        QCOMPARE(QDir(m_bench->folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{"pack.part"});
    }
    void expectWhole() {
        const Result<PackHere> brought = m_bench->fetchPack(list());
        QVERIFY2(brought.ok(), brought.ok() ? "" : brought.error().message().c_str());
        QVERIFY(m_bench->content("pack/libbeta.so") == m_pack->beta());
    }

    std::unique_ptr<FetchBench> m_bench;
    std::unique_ptr<FakePack> m_pack;
};

QTEST_GUILESS_MAIN(TestPackFaults)
#include "test_pack_faults.moc"
