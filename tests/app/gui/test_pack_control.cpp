// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pack_control.h"
#include "parley/version.h"
#include "ui/hub/fake_pack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::test;
using parley::gui::PackControl;
using parley::ui::GpuPackPart;
using parley::ui::GpuPackView;

namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

/// GPU packs in the window, from a server on this machine. The programs that are tested are built for the CPU, so
/// nothing is offered, but what is begun or here can be handled.
class TestPackControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_home = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<FakeHub>();
        m_pack = std::make_unique<FakePack>(*m_hub);
        m_pack->torch = QString::fromStdString(std::string(parley::buildInfo().torch));
        QFile list(m_home->filePath("list.json"));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write(m_pack->json()) > 0);
        list.close();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
        qputenv("PARLEY_GPU_PACK_LIST", list.fileName().toUtf8());
        qputenv("PARLEY_PLAIN_LOOPBACK", "1");
        m_folder = m_home->filePath("parley/gpu-packs/cuda13-torch" + m_pack->torch);
        m_control = std::make_unique<PackControl>();
        m_part = std::make_unique<GpuPackPart>();
        m_control->attach(*m_part);
    }
    void cleanup() {
        m_part.reset();
        m_control.reset();
    }

    void saysWhatIsWrongWithTheList() {
        QFile list(m_home->filePath("list.json"));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write("{}") > 0);
        list.close();
        const PackControl control;
        QVERIFY2(control.view().problem.contains("PARLEY_GPU_PACK_LIST"), qPrintable(control.view().problem));
        QVERIFY(list.remove());
        QVERIFY2(PackControl().view().problem.contains("list.json"), qPrintable(PackControl().view().problem));
        QVERIFY(m_control->view().problem.isEmpty());
    }

    void offersNothingThatIsOfNoUse() {
        const GpuPackView view = m_control->view();
        QVERIFY(view.packs.isEmpty() && !view.download && !view.offer);
        QVERIFY(m_part->isHidden());
    }

    void bringsAndRemovesIt() {
        QSignalSpy told(m_control.get(), &PackControl::told);
        bring();
        QCOMPARE(told.count(), 1);
        const GpuPackView view = m_control->view();
        QCOMPARE(view.packs.size(), 1);
        QCOMPARE(view.packs.first().folder, m_folder);
        QVERIFY2(view.packs.first().problem.isEmpty(), qPrintable(view.packs.first().problem));
        QVERIFY(!view.download && !m_part->isHidden());
        Q_EMIT m_part->removeRequested(m_folder);
        QVERIFY(!QFileInfo::exists(m_folder) && m_part->isHidden());
        QCOMPARE(told.count(), 2);
    }

    void pausesAndGoesOn() {
        m_hub->setMischief([](const SeenRequest& seen, HttpAnswer& answer) {
            if (seen.isCdn) {
                answer.stallAfter = 1000;
            }
        });
        Q_EMIT m_part->downloadRequested();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_folder + ".part/wheels/alpha.whl.part").size() == 1000, kPatienceMs);
        QVERIFY(m_control->view().download->isRunning);
        Q_EMIT m_part->pauseRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!m_control->view().download->isRunning, kPatienceMs);
        QVERIFY(m_control->view().download->bytesHere >= 1000);
        QVERIFY(m_control->view().download->problem.isEmpty() && !QFileInfo::exists(m_folder));
        m_hub->setMischief({});
        bring();
    }

    void saysWhyItFailed() {
        m_hub->add("wheels/alpha", "alpha.whl", "no wheel");
        Q_EMIT m_part->downloadRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!m_control->view().download->problem.isEmpty(), kPatienceMs);
        QSignalSpy failed(m_control.get(), &PackControl::failed);
        Q_EMIT m_part->removeRequested(m_folder);
        QVERIFY(!m_control->view().download && failed.isEmpty());
        Q_EMIT m_part->removeRequested(m_folder);
        QCOMPARE(failed.count(), 1);
    }

    void tellsWhatIsDamaged() {
        bring();
        QVERIFY(QFile::resize(m_folder + "/libalpha.so", 5));
        QVERIFY(!m_control->view().packs.first().problem.isEmpty());
    }

    void tellsOfPacksForAnotherTorch() {
        const QString folder = m_home->filePath("parley/gpu-packs/old");
        QVERIFY(QDir().mkpath(folder));
        parley::ui::CatalogueFile file;
        file.path = "liba.so";
        file.bytes = 0;
        file.sha256 = QByteArray(64, 'a');
        QVERIFY(!parley::ui::writePack({folder, "An old pack", "0.0.1", {file}}, folder));
        const GpuPackView view = m_control->view();
        QCOMPARE(view.packs.size(), 1);
        QVERIFY2(view.packs.first().problem.contains("another version"), qPrintable(view.packs.first().problem));
        Q_EMIT m_part->removeRequested(folder);
        QVERIFY(!QFileInfo::exists(folder));
    }

private:
    void bring() {
        Q_EMIT m_part->downloadRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!m_control->view().download || !m_control->view().download->isRunning, kPatienceMs);
        const GpuPackView view = m_control->view();
        QVERIFY2(!view.download, view.download ? qPrintable(view.download->problem) : "");
        QCOMPARE(view.packs.size(), 1);
        QFile file(m_folder + "/libbeta.so");
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == m_pack->beta());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeHub> m_hub;
    std::unique_ptr<FakePack> m_pack;
    QString m_folder;
    std::unique_ptr<PackControl> m_control;
    std::unique_ptr<GpuPackPart> m_part;
};

QTEST_MAIN(TestPackControl)
#include "test_pack_control.moc"
