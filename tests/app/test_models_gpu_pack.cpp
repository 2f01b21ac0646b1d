// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"
#include "ui/hub/fake_pack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace parley::test;

namespace {

constexpr qint64 kStall = 100'000;

void put(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("can't write %s", qPrintable(path));
    }
}

} // namespace

/// `parley-cli models` on GPU packs. These programs are built for the CPU, so packs come for other machines: with --to,
/// here to where this machine's own would lie.
class TestModelsGpuPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_home = std::make_unique<ModelsHome>();
        m_pack = std::make_unique<FakePack>(m_home->hub);
        put(m_home->at("list.json"), m_pack->json());
        m_home->more = {{"PARLEY_GPU_PACK_LIST", m_home->at("list.json")}};
        m_folder = m_home->at("data/parley/gpu-packs/cuda13-torch2.13.0");
    }

    void isRefusedByAProgramForCpus() {
        const CliRun run = m_home->models({"download", "gpu-pack"});
        QVERIFY2(run.status == 1 && run.err.contains("built for CPUs alone"), run.told());
        QCOMPARE(run.complaints().size(), 1);
        QVERIFY(m_home->hub.seen().isEmpty());
        const CliRun list = m_home->models({"list"});
        QVERIFY2(list.status == 0 && !list.out.contains("gpu-pack"), list.told());
    }

    void comesIntoAFolderThatIsNamed() {
        const CliRun run = download();
        QVERIFY2(run.status == 0, run.told());
        QCOMPARE(run.out, (m_folder + "\n").toUtf8());
        for (const char* words : {"warning: A small pack: is of no use to this program",
                                  "alpha, beta: a free one, https://example.org/licence", "PARLEY_CUDA_DIR"}) {
            QVERIFY2(run.err.contains(words), run.told());
        }
        QVERIFY(QFileInfo(m_folder + "/libbeta.so").size() == m_pack->beta().size());
    }

    void isListedCheckedAndRemoved() {
        QVERIFY(download().status == 0);
        const CliRun list = m_home->models({"list"});
        QVERIFY2(list.out.contains("  A small pack\n    1 MB, GPU pack\n    " + m_folder.toUtf8()), list.told());
        QCOMPARE(m_home->models({"path", "gpu-pack"}).out, (m_folder + "\n").toUtf8());
        const QJsonObject json = QJsonDocument::fromJson(m_home->models({"list", "--json"}).out).object();
        QCOMPARE(json["gpu_packs"][0]["path"].toString(), m_folder);
        QVERIFY(json["gpu_packs"][0]["whole"].toBool());
        const CliRun verified = m_home->models({"verify"});
        QVERIFY2(verified.status == 0 && verified.out.contains("A small pack: 4 right, 0 without"), verified.told());
        put(m_folder + "/libalpha.so", QByteArray(m_pack->alpha().size(), 'x'));
        const CliRun damaged = m_home->models({"verify", "gpu-pack"});
        QVERIFY2(damaged.status == 1 && damaged.err.contains("download again: parley-cli models download gpu-pack"),
                 damaged.told());
        const CliRun removed = m_home->models({"remove", "gpu-pack"});
        QVERIFY2(removed.status == 0 && removed.out.contains("removed " + m_folder.toUtf8() + " (1 MB)"),
                 removed.told());
        QVERIFY(!QFileInfo::exists(m_folder));
        for (const char* command : {"path", "verify", "remove"}) {
            const CliRun gone = m_home->models({command, "gpu-pack"});
            QVERIFY2(gone.status == 1 && gone.err.contains("parley-cli models download gpu-pack"), gone.told());
        }
    }

    void isCheckedAndRemovedWhereverItLies() {
        const QString folder = m_home->at("elsewhere/pack");
        QVERIFY(m_home->models({"download", "gpu-pack", "--to", folder}).status == 0);
        const CliRun verified = m_home->models({"verify", folder});
        QVERIFY2(verified.status == 0 && verified.out.contains("A small pack: 4 right, 0 without"), verified.told());
        put(folder + "/libalpha.so", "x");
        const CliRun damaged = m_home->models({"verify", "./elsewhere/pack"});
        QVERIFY2(damaged.status == 1 && damaged.err.contains("models download gpu-pack --to ./elsewhere/pack"),
                 damaged.told());
        QVERIFY2(m_home->models({"remove", folder}).status == 0, "it may be removed");
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(m_home->models({"verify", folder}).status == 1);
    }

    void goesOnAfterKill() {
        m_home->hub.setMischief([](const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.isCdn && answer.count > 500'000) { // beta's wheel
                answer.stallAfter = kStall;
            }
        });
        const auto process = m_home->start({"download", "gpu-pack", "--to", m_folder});
        QVERIFY(process);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_folder + ".part/wheels/beta.whl.part").size() == kStall, kPatienceMs);
        process->kill();
        QVERIFY(process->waitForFinished(kPatienceMs));
        const CliRun list = m_home->models({"list"});
        QVERIFY2(list.out.contains("unfinished, ") && list.out.contains("parley-cli models download gpu-pack"),
                 list.told());
        QVERIFY2(m_home->models({"verify", "gpu-pack"}).err.contains("has not come to its end"), "half is no pack");
        m_home->hub.setMischief({});
        m_home->hub.forget();
        QVERIFY2(download().status == 0, "the rest");
        for (const SeenRequest& seen : m_home->hub.seen()) {
            QVERIFY(seen.request.verb != "GET" || !seen.isCdn || seen.request.from() == kStall);
        }
        QVERIFY(!QFileInfo::exists(m_folder + ".part"));
    }

    void tellsOfPacksForAnotherTorch() {
        m_pack->torch = QStringLiteral("9.9.9");
        put(m_home->at("list.json"), m_pack->json());
        const QString other = m_home->at("data/parley/gpu-packs/cuda13-torch9.9.9");
        QVERIFY(m_home->models({"download", "gpu-pack", "--to", other}).status == 0);
        m_home->more.clear();
        const CliRun list = m_home->models({"list"});
        QVERIFY2(list.out.contains("for torch 9.9.9, and this program has ") &&
                     list.out.contains("parley-cli models remove cuda13-torch9.9.9"),
                 list.told());
        QVERIFY2(m_home->models({"remove", "cuda13-torch9.9.9"}).status == 0, "it may be removed");
        QVERIFY(!QFileInfo::exists(other));
    }

    void saysWhatIsWrongWithAList() {
        put(m_home->at("list.json"), "{}");
        for (const char* command : {"download", "path"}) {
            const CliRun run = m_home->models({command, "gpu-pack"});
            QVERIFY2(run.status == 1 && run.err.contains("the list of the GPU pack") &&
                         run.err.contains("look at PARLEY_GPU_PACK_LIST"),
                     run.told());
        }
        QVERIFY(m_home->models({"list"}).status == 0);
    }

private:
    [[nodiscard]] CliRun download() const { return m_home->models({"download", "gpu-pack", "--to", m_folder}); }

    std::unique_ptr<ModelsHome> m_home;
    std::unique_ptr<FakePack> m_pack;
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestModelsGpuPack)
#include "test_models_gpu_pack.moc"
