// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/file_check.h"
#include "scratch_folder.h"

#include <QCryptographicHash>
#include <QTest>

using parley::ErrorCode;
using parley::test::ScratchFolder;
using parley::ui::CatalogueFile;
using parley::ui::checkFully;
using parley::ui::checkQuickly;
using parley::ui::expectedFiles;
using parley::ui::FullCheck;
using parley::ui::InstalledModel;
using parley::ui::writeInstalled;

namespace {

/// The smallest safetensors file: a header of ten bytes, and eight bytes of weights.
QByteArray safetensors() {
    return QByteArray("\x0a\0\0\0\0\0\0\0", 8) + R"({"a":1   })" + QByteArray(8, 'w');
}

QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray gitSha1(const QByteArray& bytes) {
    QByteArray blob = "blob " + QByteArray::number(bytes.size());
    blob.append('\0');
    return QCryptographicHash::hash(blob + bytes, QCryptographicHash::Sha1).toHex();
}

FullCheck readAll(const QString& path) {
    return checkFully(expectedFiles(path), [](qint64, qint64) {}, {});
}

/// A snapshot as the hub's caches have it, with the newer shared store below the blobs.
void putSnapshot(const ScratchFolder& folder) {
    const QByteArray weights = sha256(safetensors());
    const QByteArray config = gitSha1("{}");
    folder.put("hub/blobs/ab/xet", safetensors());
    folder.link("hub/models--a--b/blobs/" + weights, "../../blobs/ab/xet");
    folder.put("hub/models--a--b/blobs/" + config, "{}");
    folder.link("hub/models--a--b/snapshots/1/model.safetensors", "../../blobs/" + weights);
    folder.link("hub/models--a--b/snapshots/1/config.json", "../../blobs/" + config);
}

} // namespace

/// Whether a model's files are what they have to be.
class TestFileCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScratchFolder>(); }

    void findsAnOwnModelWhole() {
        install();
        QVERIFY(checkQuickly(expectedFiles(m_folder->at("dia"))).isEmpty());
        const FullCheck check = readAll(m_folder->at("dia"));
        QCOMPARE(check.right, 2);
        QVERIFY(check.faults.isEmpty());
    }

    void seesAtOnceWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("weights");
        QTest::addColumn<QString>("words");
        QTest::newRow("cut") << safetensors().chopped(1) << "25 bytes in place of 26";
        QTest::newRow("longer") << safetensors() + "x" << "27 bytes in place of 26";
        QTest::newRow("a page") << QByteArray("<html>Log in, please</html").left(26).leftJustified(26, ' ')
                                << "doesn't begin";
        QTest::newRow("a long header") << QByteArray(8, '\x7f') + safetensors().mid(8) << "doesn't begin";
        QTest::newRow("nothing") << QByteArray() << "0 bytes in place of 26";
    }
    void seesAtOnceWhatIsWrong() {
        QFETCH(QByteArray, weights);
        QFETCH(QString, words);
        install();
        m_folder->put("dia/model.safetensors", weights);
        const auto faults = checkQuickly(expectedFiles(m_folder->at("dia")));
        QCOMPARE(faults.size(), 1);
        const QString message = QString::fromStdString(faults.first().message());
        QVERIFY2(message.contains(words) && message.contains("model.safetensors"), qPrintable(message));
        QVERIFY2(message.contains("download again"), qPrintable(message));
    }

    void saysWhatIsMissing() {
        install();
        QVERIFY(QFile::remove(m_folder->at("dia/config.json")));
        const auto faults = checkQuickly(expectedFiles(m_folder->at("dia")));
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().code, ErrorCode::ModelNotFound);
    }

    void findsOneOtherByte() {
        install();
        QByteArray weights = safetensors();
        weights[20] = 'x';
        m_folder->put("dia/model.safetensors", weights);
        QVERIFY(checkQuickly(expectedFiles(m_folder->at("dia"))).isEmpty());
        const FullCheck check = readAll(m_folder->at("dia"));
        QCOMPARE(check.right, 1);
        QCOMPARE(check.faults.size(), 1);
        QVERIFY(check.faults.first().message().find("hash") != std::string::npos);
    }

    void readsHashesOffAHubCache() {
        putSnapshot(*m_folder);
        const FullCheck check = readAll(m_folder->at("hub/models--a--b/snapshots/1"));
        QCOMPARE(check.right, 2);
        QCOMPARE(check.unknown, 0);
        QVERIFY(check.faults.isEmpty());
    }

    void findsDamageInAHubCache() {
        putSnapshot(*m_folder);
        m_folder->put("hub/blobs/ab/xet", safetensors().replace('w', 'v'));
        m_folder->put("hub/models--a--b/blobs/" + gitSha1("{}"), "{ }");
        QCOMPARE(readAll(m_folder->at("hub/models--a--b/snapshots/1")).faults.size(), 2);
    }

    void seesADeadLink() {
        putSnapshot(*m_folder);
        QVERIFY(QFile::remove(m_folder->at("hub/blobs/ab/xet")));
        const auto faults = checkQuickly(expectedFiles(m_folder->at("hub/models--a--b/snapshots/1")));
        QCOMPARE(faults.size(), 1);
    }

    void saysWhatItCannotKnow() {
        m_folder->put("own/model.safetensors", safetensors());
        m_folder->put("own/notes.txt", "not looked at");
        const FullCheck check = readAll(m_folder->at("own"));
        QCOMPARE(check.unknown, 1);
        QCOMPARE(check.right, 0);
        QCOMPARE(readAll(m_folder->at("own/model.safetensors")).unknown, 1);
    }

    void stopsWhenAsked() {
        install();
        std::stop_source stop;
        stop.request_stop();
        const FullCheck check = checkFully(expectedFiles(m_folder->at("dia")), [](qint64, qint64) {}, stop.get_token());
        QVERIFY(check.wasStopped);
        QVERIFY(check.faults.isEmpty());
    }

    void tellsHowFarItIs() {
        install();
        qint64 last = 0;
        qint64 total = 0;
        (void)checkFully(expectedFiles(m_folder->at("dia")),
                         [&](qint64 done, qint64 all) {
                             QVERIFY(done > last);
                             last = done;
                             total = all;
                         },
                         {});
        QCOMPARE(last, safetensors().size() + 2);
        QCOMPARE(total, last);
    }

private:
    void install() const {
        m_folder->put("dia/model.safetensors", safetensors());
        m_folder->put("dia/config.json", "{}");
        InstalledModel model;
        model.folder = m_folder->at("dia");
        model.entry.id = "dia";
        model.entry.name = "Dia";
        model.entry.repository = "a/b";
        for (const auto& [path, bytes] :
             {std::pair{"model.safetensors", safetensors()}, std::pair{"config.json", QByteArray("{}")}}) {
            CatalogueFile file;
            file.path = QLatin1String(path);
            file.bytes = bytes.size();
            file.sha256 = sha256(bytes);
            model.entry.files.append(file);
        }
        QVERIFY(!writeInstalled(model));
    }

    std::unique_ptr<ScratchFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestFileCheck)
#include "test_file_check.moc"
