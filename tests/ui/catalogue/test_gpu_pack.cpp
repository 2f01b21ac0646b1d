// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/gpu_pack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;

namespace {

GpuPack builtIn() {
    const Result<GpuPack> pack = gpuPackList({});
    if (!pack) {
        qFatal("%s", pack.error().message().c_str());
    }
    return pack.value();
}

QByteArray builtInJson() {
    QFile file(QStringLiteral(":/parley/gpu_pack.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

BuildInfo buildFor(const char* torch, const char* cuda) {
    return {"0.1.0", "", torch, cuda, ""};
}

} // namespace

/// The list of the GPU pack that the program is built with, and lists of others.
class TestGpuPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNeedIsMet() {
        QCOMPARE(lacking(builtIn()), QStringList());
        GpuPack pack = builtIn();
        for (const PackWheel& wheel : pack.wheels) {
            for (const PackMember& member : wheel.members) {
                QVERIFY2(!member.name.contains(".so") || !member.needs.isEmpty(), qPrintable(member.name));
            }
        }
        pack.leftOut.clear();
        QVERIFY2(lacking(pack).contains("libnccl.so.2"), "the list should say what it needs");
    }

    void hasWhatIsOpenedByName() {
        QStringList names;
        for (const PackWheel& wheel : builtIn().wheels) {
            for (const PackMember& member : wheel.members) {
                names.append(member.name);
            }
        }
        for (const char* name : {"libtorch_cuda.so", "libcudnn_graph.so.9", "libcudnn_engines_precompiled.so.9",
                                 "libcudnn_engines_runtime_compiled.so.9", "libcudnn_heuristic.so.9",
                                 "libcudnn_ops.so.9", "libnvrtc-builtins.so.13.0", "libcaffe2_nvrtc.so"}) {
            QVERIFY2(names.contains(name), name);
        }
        // What the program brings must not come twice.
        for (const char* name : {"libtorch_cpu.so", "libc10.so", "libcudart.so.13", "libcupti.so.13"}) {
            QVERIFY2(!names.contains(name), name);
        }
    }

    void comesFromWhereTheMakersPutIt() {
        const GpuPack pack = builtIn();
        for (const PackWheel& wheel : pack.wheels) {
            QCOMPARE(wheel.url.scheme(), QString("https"));
            QCOMPARE(wheel.url.host(), QString("files.pythonhosted.org"));
        }
        // As the engine looks for it (backend/cuda_libraries.h).
        QCOMPARE(pack.folder, "cuda13-torch" + pack.torch);
        QCOMPARE(pack.id, QString("gpu-pack"));
        QVERIFY(pack.bytesToFetch() > 1'000'000'000 && pack.bytesUnpacked() > pack.bytesToFetch());
    }

    void hasALibraryForThoseLeftOut() {
        const QByteArray empty = emptyLibrary();
#ifdef __linux__
        QVERIFY(empty.startsWith("\x7f"
                                 "ELF"));
        QVERIFY2(empty.size() < 20'000, QByteArray::number(empty.size()));
#else
        QVERIFY(empty.isEmpty());
#endif
    }

    void isForOneTorchWithCuda() {
        const GpuPack pack = builtIn();
        const QByteArray torch = pack.torch.toUtf8();
        const auto told = [&](const BuildInfo& build) {
            const std::optional<Error> objection = objectionToPack(pack, build);
            return objection ? QString::fromStdString(objection->message()) : QString();
        };
        QVERIFY(told(buildFor(torch, "")).contains("built for CPUs alone"));
        QVERIFY(told(buildFor("2.99.0", "13.0")).contains("and this program has 2.99.0"));
#if defined(__linux__) && defined(__x86_64__)
        QCOMPARE(told(buildFor(torch, "13.0")), QString());
#endif
    }

    void refusesBadLists_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("told");
        const QJsonObject good = QJsonDocument::fromJson(builtInJson()).object();
        const auto row = [&](const char* name, const QString& key, const QJsonValue& value, const char* told) {
            QJsonObject bad = good;
            bad[key] = value;
            QTest::newRow(name) << QJsonDocument(bad).toJson() << QString(told);
        };
        QTest::newRow("nothing") << QByteArray() << "no list of this schema";
        QTest::newRow("cut off") << builtInJson().left(5000) << "no list of this schema";
        row("another schema", "schema", 2, "no list of this schema");
        row("a folder that leads out", "folder", "../x", "\"folder\"");
        row("no wheels", "wheels", QJsonArray(), "\"wheels\"");
        row("no licences", "licences", QJsonArray(), "torch has no known licence");
        row("names that lead out", "in_program", QJsonArray{"../x"}, "a bad name");
        QJsonObject wheel = good["wheels"].toArray().first().toObject();
        row("a wheel twice", "wheels", QJsonArray{wheel, wheel}, "torch is there twice");
        wheel["url"] = "file:///etc/passwd";
        row("a file of this machine", "wheels", QJsonArray{wheel}, "\"url\"");
        wheel["url"] = "https://example.org/x";
        wheel["bytes"] = -3;
        row("a negative size", "wheels", QJsonArray{wheel}, "\"bytes\"");
    }
    void refusesBadLists() {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, told);
        const Result<GpuPack> pack = readGpuPack(json);
        QVERIFY(!pack.ok());
        QVERIFY2(pack.error().message().find(told.toStdString()) != std::string::npos, pack.error().message().c_str());
    }

    void readsAListOfOnesOwn() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("list.json"));
        QVERIFY(!gpuPackList(file.fileName()).ok());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(builtInJson()) > 0);
        file.close();
        QVERIFY(gpuPackList(file.fileName()).ok());
    }
};

QTEST_GUILESS_MAIN(TestGpuPack)
#include "test_gpu_pack.moc"
