// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/copy_card.h"
#include "models/copy_dialog.h"
#include "models/download_card.h"
#include "models/download_offer.h"
#include "models/managed_card.h"
#include "models/model_manager.h"
#include "models/offer_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace parley::ui;
using parley::Error;
using parley::ErrorCode;

namespace {

ManagedModel ownModel() {
    ManagedModel model;
    model.name = QStringLiteral("Dia 1.6B 0626");
    model.path = QStringLiteral("/models/dia");
    model.codecPath = QStringLiteral("/models/dac");
    model.isOwn = true;
    model.bytes = 6'444'000'000;
    model.generation = QStringLiteral("0626");
    model.layout = QStringLiteral("transformers");
    model.dtype = QStringLiteral("float32");
    return model;
}

ManagedModel madeCopy() {
    ManagedModel copy = ownModel();
    copy.name = QStringLiteral("Dia 1.6B 0626, int8");
    copy.isMadeHere = true;
    copy.dtype = QStringLiteral("int8");
    copy.copy = CopyRecord{"Dia 1.6B 0626", "float32", 64, 0.0041, 0.0234};
    return copy;
}

ManagedDownload running() {
    ManagedDownload download;
    download.folder = QStringLiteral("/models/dia");
    download.name = QStringLiteral("Dia 1.6B 0626");
    download.isRunning = true;
    download.progress.phase = DownloadProgress::Phase::Fetching;
    download.progress.file = QStringLiteral("model.safetensors");
    download.progress.fileNumber = 2;
    download.progress.fileCount = 3;
    download.progress.bytes = 1'600'000'000;
    download.progress.total = 6'400'000'000;
    download.progress.bytesPerSecond = 40e6;
    download.progress.secondsLeft = 120;
    download.progress.fileSecondsLeft = 45;
    return download;
}

template <typename Kind>
QString textOf(const QWidget& widget, const char* name) {
    const auto* const part = widget.findChild<Kind*>(QLatin1String(name));
    return part != nullptr && !part->isHidden() ? part->text() : QString();
}

QPushButton* button(const QWidget& widget, const char* name) {
    return widget.findChild<QPushButton*>(QLatin1String(name));
}

} // namespace

/// The manager's cards: what they say, and what their buttons ask for.
class TestModelManager : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatAModelIs() {
        const ManagedCard card(ownModel());
        const QString kind = textOf<QLabel>(card, "managedKind");
        for (const char* part : {"6.4 GB", "Dia 0626", "transformers", "float32", "Not verified yet"}) {
            QVERIFY2(kind.contains(QLatin1String(part)), qPrintable(kind));
        }
        QVERIFY(textOf<QLabel>(card, "managedPlace").contains("/models/dia"));
        QVERIFY(textOf<QLabel>(card, "managedProblem").isEmpty());
    }

    void tellsWhenItWasVerified() {
        ManagedModel model = ownModel();
        model.record.verified = QDateTime::currentDateTimeUtc();
        model.record.wasWhole = true;
        QVERIFY(verifiedText(model).startsWith("Verified on"));
        model.record.wasWhole = false;
        QVERIFY(verifiedText(model).startsWith("Found damaged on"));
        QVERIFY(button(ManagedCard(model), "downloadAgain") != nullptr);
    }

    void offersToRemoveOnlyWhatIsOurs() {
        ManagedModel model = ownModel();
        model.isOwn = false;
        QVERIFY(button(ManagedCard(model), "removeManaged") == nullptr);
        model.addedFolder = "/models";
        QCOMPARE(button(ManagedCard(model), "removeManaged")->text(), QStringLiteral("Forget its folder"));
    }

    void asksBeforeItRemoves() {
        ManagedCard card(ownModel());
        QSignalSpy removed(&card, &ManagedCard::removeRequested);
        QPushButton* const remove = button(card, "removeManaged");
        remove->click();
        QCOMPARE(removed.size(), 0);
        QVERIFY(remove->text().contains("6.4 GB"));
        remove->click();
        QCOMPARE(removed.size(), 1);
    }

    void usesOnlyWhatIsWhole() {
        ManagedModel model = ownModel();
        QVERIFY(button(ManagedCard(model), "useManaged")->isEnabled());
        model.isInUse = true;
        QVERIFY(!button(ManagedCard(model), "useManaged")->isEnabled());
        model.problem = "It is damaged.";
        const ManagedCard card(model);
        QVERIFY(button(card, "useManaged") == nullptr);
        QVERIFY(button(card, "downloadAgain") != nullptr);
        QCOMPARE(textOf<QLabel>(card, "managedProblem"), QStringLiteral("It is damaged."));
    }

    void offersSmallerCopiesOfWhatIsLarge() {
        ManagedModel model = ownModel();
        ManagedCard card(model);
        QSignalSpy wanted(&card, &ManagedCard::copyRequested);
        button(card, "copyManaged")->click();
        QCOMPARE(wanted.size(), 1);
        model.problem = "It is damaged.";
        QVERIFY(button(ManagedCard(model), "copyManaged") == nullptr);
        model.problem.clear();
        model.record.verified = QDateTime::currentDateTimeUtc(); // and found damaged
        QVERIFY(button(ManagedCard(model), "copyManaged") == nullptr);
        model.record = {};
        model.isCodec = true;
        QVERIFY(button(ManagedCard(model), "copyManaged") == nullptr);
    }

    void tellsHowACopyDiffers() {
        const ManagedModel copy = madeCopy();
        const ManagedCard card(copy);
        QCOMPARE(
            textOf<QLabel>(card, "managedCopy"),
            QStringLiteral("Measured against Dia 1.6B 0626 in float32 over 64 steps: 2.3 % of the likeliest tokens "
                           "are others, and scores are off by 0.41 % of their range."));
        QVERIFY(button(card, "copyManaged") == nullptr); // not once more
        QVERIFY(button(card, "useManaged") != nullptr && button(card, "removeManaged") != nullptr);
        ManagedModel damaged = copy;
        damaged.problem = "It is damaged.";
        QVERIFY(button(ManagedCard(damaged), "downloadAgain") == nullptr); // it comes from nowhere
    }

    void tellsHowFarACopyIs() {
        ModelManager manager;
        manager.setCopy(ManagedCopy{"Dia, int8", 1'600'000'000, 6'400'000'000});
        auto* const card = manager.findChild<CopyCard*>();
        QCOMPARE(textOf<QLabel>(*card, "copyState"), QStringLiteral("Copying: 1.6 GB of 6.4 GB"));
        QCOMPARE(card->findChild<QProgressBar*>()->value(), 250);
        manager.setCopy(ManagedCopy{"Dia, int8", 6'400'000'000, 6'400'000'000});
        QCOMPARE(manager.findChild<CopyCard*>(), card); // the same one
        QVERIFY(textOf<QLabel>(*card, "copyState").startsWith("Comparing"));
        QCOMPARE(card->findChild<QProgressBar*>()->maximum(), 0); // busy
        QSignalSpy cancelled(&manager, &ModelManager::copyCancelled);
        button(*card, "cancelCopy")->click();
        QCOMPARE(cancelled.size(), 1);
        manager.setCopy(ManagedCopy{"Dia, int8", 1, 2, true});
        QVERIFY(!button(*card, "cancelCopy")->isEnabled());
        manager.setCopy({});
        QVERIFY(card->isHidden());
    }

    void asksWhichCopy() {
        CopyDialog dialog("Dia", {{"int8", 6'400'000'000, 2'000'000'000, 1'900'000'000, 3'200'000'000, true},
                                  {"int4", 6'400'000'000, 1'400'000'000, 1'300'000'000, 3'200'000'000, false}});
        QVERIFY(!dialog.findChild<QRadioButton*>("copyTo-int8")->isEnabled()); // there is one
        QVERIFY(dialog.findChild<QRadioButton*>("copyTo-int4")->isChecked());
        QCOMPARE(textOf<QLabel>(dialog, "copyHint-int4"),
                 QStringLiteral("1.4 GB on the disk in place of 6.4 GB, and 1.3 GB of memory in place of 3.2 GB in "
                                "bfloat16"));
        QSignalSpy chosen(&dialog, &CopyDialog::chosen);
        button(dialog, "makeCopy")->click();
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("int4"));
        CopyDialog both("Dia", {{"int8", 1, 1, 1, 1, true}, {"int4", 1, 1, 1, 1, true}});
        QVERIFY(!button(both, "makeCopy")->isEnabled());
    }

    void verifiesAndStops() {
        ManagedCard card(ownModel());
        QSignalSpy wanted(&card, &ManagedCard::verifyRequested);
        QSignalSpy stopped(&card, &ManagedCard::stopRequested);
        button(card, "verifyManaged")->click();
        QCOMPARE(wanted.size(), 1);
        card.setVerifying(0.25);
        QCOMPARE(card.findChild<QProgressBar*>()->value(), 250);
        button(card, "verifyManaged")->click();
        QCOMPARE(stopped.size(), 1);
        card.setVerifying(-1);
        QVERIFY(card.findChild<QProgressBar*>()->isHidden());
    }

    void keepsANote() {
        ManagedCard card(ownModel());
        QSignalSpy noted(&card, &ManagedCard::noteChanged);
        auto* const note = card.findChild<QLineEdit*>("managedNote");
        QTest::keyClicks(note, "the warm one");
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted.first().first().toString(), QStringLiteral("the warm one"));
    }

    void tellsHowFarADownloadIs() {
        const DownloadCard card(running());
        QCOMPARE(textOf<QLabel>(card, "downloadState"), QStringLiteral("1.6 GB of 6.4 GB · 40 MB/s · 2 min left"));
        QCOMPARE(textOf<QLabel>(card, "downloadFile"), QStringLiteral("File 2 of 3: model.safetensors · 45 s left"));
        QCOMPARE(card.findChild<QProgressBar*>()->value(), 250);
        QCOMPARE(button(card, "toggleDownload")->text(), QStringLiteral("Pause"));
        QVERIFY(button(card, "discardDownload")->isHidden());
    }

    void tellsWhyADownloadWaits() {
        ManagedDownload download = running();
        download.progress.phase = DownloadProgress::Phase::Waiting;
        download.progress.waitSeconds = 8;
        download.progress.problem =
            Error{ErrorCode::NetworkFailed, parley::verbatim("hub"), parley::verbatim("the connection broke"), {}};
        QVERIFY(downloadText(download).contains("The connection broke") ||
                downloadText(download).contains("the connection broke"));
        QVERIFY2(downloadText(download).endsWith("broke. Trying again in 8 s"), qPrintable(downloadText(download)));
    }

    void pausesResumesAndDiscards() {
        DownloadCard card(running());
        QSignalSpy paused(&card, &DownloadCard::pauseRequested);
        QSignalSpy resumed(&card, &DownloadCard::resumeRequested);
        QSignalSpy discarded(&card, &DownloadCard::discardRequested);
        button(card, "toggleDownload")->click();
        QCOMPARE(paused.size(), 1);
        ManagedDownload download = running();
        download.isRunning = false;
        download.bytesHere = 1'600'000'000;
        card.setDownload(download);
        QVERIFY(textOf<QLabel>(card, "downloadState").contains("1.6 GB"));
        button(card, "toggleDownload")->click();
        QCOMPARE(resumed.size(), 1);
        button(card, "discardDownload")->click();
        button(card, "discardDownload")->click();
        QCOMPARE(discarded.size(), 1);
        const auto* const state = card.findChild<QLabel*>("downloadState");
        const QColor quiet = state->palette().color(state->foregroundRole());
        download.problem = "The network failed.";
        card.setDownload(download);
        QVERIFY(state->palette().color(state->foregroundRole()) != quiet); // it stands out
        QCOMPARE(textOf<QLabel>(card, "downloadState"), QStringLiteral("The network failed."));
    }

    void tellsWhatAnOfferNeeds() {
        OfferCard card(*catalogueEntry("dia-1.6b-0626"));
        QVERIFY(textOf<QLabel>(card, "offerKind").contains("Apache-2.0"));
        QVERIFY(textOf<QLabel>(card, "offerMemory").contains("int8"));
        QSignalSpy wanted(&card, &OfferCard::downloadRequested);
        QCOMPARE(button(card, "downloadOffer")->text(), QStringLiteral("Download 6.4 GB"));
        button(card, "downloadOffer")->click();
        QCOMPARE(wanted.size(), 1);
    }

    void passesOnWhatIsAskedFor() {
        ModelManager manager;
        manager.setModels({ownModel()});
        manager.setDownloads({running()});
        manager.setOffers({*catalogueEntry("dac-44khz")});
        QSignalSpy used(&manager, &ModelManager::useRequested);
        QSignalSpy verified(&manager, &ModelManager::verifyRequested);
        QSignalSpy paused(&manager, &ModelManager::pauseRequested);
        QSignalSpy wanted(&manager, &ModelManager::downloadRequested);
        button(manager, "useManaged")->click();
        button(manager, "verifyManaged")->click();
        button(manager, "toggleDownload")->click();
        button(manager, "downloadOffer")->click();
        manager.findChild<QLineEdit*>("modelSource")->setText("  someone/dia ");
        button(manager, "downloadSource")->click();
        QCOMPARE(used.size(), 1);
        QCOMPARE(verified.first().first().toString(), QStringLiteral("/models/dia"));
        QCOMPARE(paused.first().first().toString(), QStringLiteral("/models/dia"));
        QCOMPARE(wanted.value(0).first().toString(), QStringLiteral("dac-44khz"));
        QCOMPARE(wanted.value(1).first().toString(), QStringLiteral("someone/dia"));
    }

    void updatesACardInItsPlace() {
        ModelManager manager;
        manager.setDownloads({running()});
        ManagedDownload later = running();
        later.progress.bytes = 3'200'000'000;
        manager.updateDownload(later);
        QCOMPARE(manager.findChild<DownloadCard*>()->findChild<QProgressBar*>()->value(), 500);
        later.folder = "/elsewhere";
        manager.updateDownload(later); // nobody's
    }

    void offersTheStandardModel() {
        DownloadOffer offer;
        QSignalSpy wanted(&offer, &DownloadOffer::downloadRequested);
        QPushButton* const download = button(offer, "downloadStandardModel");
        QVERIFY2(download->text().contains("6.8 GB"), qPrintable(download->text()));
        download->click();
        QCOMPARE(wanted.size(), 1);
        offer.setDownloads({running()});
        QVERIFY(!download->isVisibleTo(&offer));
        offer.setDownloads({});
        QVERIFY(download->isVisibleTo(&offer));
    }
};

QTEST_MAIN(TestModelManager)
#include "test_model_manager.moc"
