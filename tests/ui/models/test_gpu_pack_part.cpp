// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/download_card.h"
#include "models/gpu_pack_part.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parley::ui;

namespace {

GpuPack smallPack() {
    GpuPack pack;
    pack.id = QStringLiteral("gpu-pack");
    pack.name = QStringLiteral("A pack");
    pack.licences = {{"a", "Terms <of> A", QUrl("https://example.org/a?x=1&y=2")}};
    PackWheel wheel;
    wheel.bytes = 1'400'000'000;
    PackMember member;
    member.bytes = 1'700'000'000;
    wheel.members = {member};
    pack.wheels = {wheel};
    return pack;
}

ManagedDownload running() {
    ManagedDownload download;
    download.folder = QStringLiteral("/packs/a");
    download.name = QStringLiteral("A pack");
    download.isRunning = true;
    return download;
}

QPushButton* button(const QWidget& widget, const char* name) {
    for (QPushButton* const each : widget.findChildren<QPushButton*>(QLatin1String(name))) {
        if (!each->isHidden() && !each->parentWidget()->isHidden()) {
            return each;
        }
    }
    return nullptr;
}

QString textOf(const QWidget& widget, const char* name) {
    const auto* const label = widget.findChild<QLabel*>(QLatin1String(name));
    return label != nullptr && !label->isHidden() ? label->text() : QString();
}

} // namespace

/// What the model manager says of GPU packs.
class TestGpuPackPart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhyTheListCannotBeRead() {
        GpuPackPart part;
        GpuPackView view;
        view.problem = QStringLiteral("It is empty.");
        part.setView(view);
        QVERIFY(!part.isHidden());
        QCOMPARE(textOf(part, "gpuPackListProblem"), view.problem);
    }

    void isHiddenWithoutAnythingToTell() {
        GpuPackPart part;
        QVERIFY(part.isHidden());
        part.setView({{}, {}, smallPack()});
        QVERIFY(!part.isHidden());
        part.setView({});
        QVERIFY(part.isHidden() && button(part, "downloadGpuPack") == nullptr);
    }

    void offersItWithItsTerms() {
        GpuPackPart part;
        part.setView({{}, {}, smallPack()});
        QVERIFY2(textOf(part, "gpuPackWords").contains("1.7"), qPrintable(textOf(part, "gpuPackWords")));
        const QString terms = textOf(part, "gpuPackLicences");
        QVERIFY2(terms.contains("<a href=\"https://example.org/a?x=1&amp;y=2\">Terms &lt;of&gt; A</a>"),
                 qPrintable(terms));
        QSignalSpy asked(&part, &GpuPackPart::downloadRequested);
        QPushButton* const download = button(part, "downloadGpuPack");
        QVERIFY(download && download->text().contains("1.4"));
        download->click();
        QCOMPARE(asked.count(), 1);
    }

    void showsADownloadInPlaceOfTheOffer() {
        GpuPackPart part;
        part.setView({{}, running(), smallPack()});
        QVERIFY(button(part, "downloadGpuPack") == nullptr);
        QSignalSpy paused(&part, &GpuPackPart::pauseRequested);
        QSignalSpy resumed(&part, &GpuPackPart::downloadRequested);
        QSignalSpy removed(&part, &GpuPackPart::removeRequested);
        button(part, "toggleDownload")->click();
        QCOMPARE(paused.count(), 1);
        ManagedDownload stopped = running();
        stopped.isRunning = false;
        stopped.problem = QStringLiteral("The disk is full.");
        part.updateDownload(stopped);
        QVERIFY2(textOf(part, "downloadState").contains("The disk is full."),
                 qPrintable(textOf(part, "downloadState")));
        button(part, "toggleDownload")->click();
        QCOMPARE(resumed.count(), 1);
        button(part, "discardDownload")->click();
        QCOMPARE(removed.count(), 0);
        button(part, "discardDownload")->click();
        QCOMPARE(removed.first().first().toString(), QString("/packs/a"));
    }

    void tellsWhatIsHere() {
        GpuPackPart part;
        part.setView({{{"/packs/a", "A pack", 1'700'000'000, true, {}}}, {}, {}});
        QVERIFY(textOf(part, "gpuPackPlace").contains("1.7"));
        QVERIFY(textOf(part, "gpuPackRestart").contains("started again"));
        QVERIFY(textOf(part, "gpuPackProblem").isEmpty());
        QSignalSpy removed(&part, &GpuPackPart::removeRequested);
        button(part, "removeGpuPack")->click();
        QCOMPARE(removed.count(), 0);
        button(part, "removeGpuPack")->click();
        QCOMPARE(removed.first().first().toString(), QString("/packs/a"));
    }

    void tellsWhatIsWrongInPlaceOfARestart() {
        GpuPackPart part;
        part.setView({{{"/packs/a", "A pack", 1, true, "It is of no use."}}, {}, {}});
        QCOMPARE(textOf(part, "gpuPackProblem"), QString("It is of no use."));
        QVERIFY(textOf(part, "gpuPackRestart").isEmpty());
    }

    void bearsUpdatesWithoutADownload() {
        GpuPackPart part;
        part.updateDownload(running());
        QVERIFY(part.isHidden());
    }
};

QTEST_MAIN(TestGpuPackPart)
#include "test_gpu_pack_part.moc"
