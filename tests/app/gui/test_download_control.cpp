// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/library_file.h"
#include "gui/studio_window.h"
#include "models/download_offer.h"
#include "models/first_start_panel.h"
#include "models/managed_card.h"
#include "models/model_manager.h"
#include "store/settings_store.h"
#include "support/data_folder.h"
#include "ui/hub/fake_hub.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace parley::test;
using parley::ui::DownloadOffer;
using parley::ui::ManagedCard;
using parley::ui::ModelManager;
using parley::ui::SettingsStore;

namespace {

constexpr int kPatienceMs = 90'000;

/// A window without a model, and a hub of its own.
class EmptyStudio {
public:
    EmptyStudio() : m_settings(at("settings.json")) {
        // The catalogue pins commits; this hub has one state of everything.
        publish("nari-labs/Dia-1.6B-0626", "plain/dia-transformers-sharded");
        publish("descript/dac_44khz", "plain/dac-transformers");
        qputenv("HF_ENDPOINT", hub.endpoint().toEncoded());
        qputenv("PARLEY_PLAIN_LOOPBACK", "1");
        qputenv("HF_HUB_CACHE", at("hub").toUtf8());
        qputenv("HF_HOME", at("hf").toUtf8());
        qputenv("HOME", folder.path().toUtf8());
        m_program = std::make_unique<parley::gui::StudioWindow>(folder.path(), m_settings);
        m_program->show();
    }

    void publish(const QByteArray& repository, const char* data) {
        hub.addFolder(repository, QString::fromStdString((parley::test::dataFolder() / data).string()));
    }

    [[nodiscard]] QString at(const char* name) const { return folder.filePath(QLatin1String(name)); }
    [[nodiscard]] parley::gui::MainWindow& window() { return m_program->window(); }
    [[nodiscard]] parley::gui::Studio& studio() { return m_program->studio(); }
    [[nodiscard]] SettingsStore& settings() { return m_settings; }
    [[nodiscard]] QPushButton* button(const char* name) {
        return window().findChild<QPushButton*>(QLatin1String(name));
    }

    ModelManager* openManager() {
        window().findChild<QAction*>("manageModels")->trigger();
        return window().findChild<ModelManager*>("modelManager");
    }

    FakeHub hub;
    QTemporaryDir folder;

private:
    SettingsStore m_settings;
    std::unique_ptr<parley::gui::StudioWindow> m_program;
};

} // namespace

/// Downloads in the window, from a hub on this machine.
class TestDownloadControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForNothingByItself() {
        EmptyStudio studio;
        QTest::qWait(300);
        QVERIFY(studio.hub.seen().isEmpty());
    }

    void saysWhatTheServerLacks() {
        EmptyStudio studio;
        ModelManager* const manager = studio.openManager();
        askForDownload(*manager, "no/where");
        const auto notice = [manager] {
            QString all;
            for (const QLabel* const label : manager->findChildren<QLabel*>()) {
                all += label->text() + QLatin1Char('\n');
            }
            return all;
        };
        QTRY_VERIFY_WITH_TIMEOUT(notice().contains("has no /api/models/no/where"), kPatienceMs);
        askForDownload(*manager, "nonsense");
        QTRY_VERIFY_WITH_TIMEOUT(notice().contains("no model that can be downloaded"), kPatienceMs);
    }

    void bringsAndUsesAModel() {
        EmptyStudio studio;
        studio.publish("someone/dia", "plain/dia-0626");
        ModelManager* const manager = studio.openManager();
        askForDownload(*manager, "someone/dia");
        const auto cards = [manager] {
            int shown = 0;
            for (const ManagedCard* const card : manager->findChildren<ManagedCard*>()) {
                shown += card->isHidden() ? 0 : 1;
            }
            return shown;
        };
        QTRY_COMPARE_WITH_TIMEOUT(cards(), 1, kPatienceMs);
        askForDownload(*manager, "dac-44khz");
        QTRY_COMPARE_WITH_TIMEOUT(cards(), 2, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(shownButton(*manager, "useManaged") != nullptr, kPatienceMs);
        shownButton(*manager, "useManaged")->click();
        QTRY_COMPARE_WITH_TIMEOUT(studio.settings().preferences().modelPath, studio.at("models/someone--dia"),
                                  kPatienceMs);
        QCOMPARE(studio.settings().preferences().codecPath, studio.at("models/dac-44khz"));
        QCOMPARE(parley::ui::readLibrary(studio.at("models")).defaultModel, studio.at("models/someone--dia"));
        mendsItOnceItIsDamaged(studio);
        verifiesAndRemovesIt(studio, *manager);
    }

    void bringsTheStandardModelWithOneClick() {
        EmptyStudio studio;
        // This hub's shards have other names than the catalogue's, so the download ends in words.
        studio.button("downloadStandardModel")->click();
        const auto* const offer = studio.window().findChild<DownloadOffer*>();
        const auto told = [offer] {
            QString all;
            for (const QLabel* const label : offer->findChildren<QLabel*>()) {
                all += label->isHidden() ? QString() : label->text();
            }
            return all;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told().contains("has no "), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(studio.at("models/dac-44khz/model.safetensors")), kPatienceMs);
    }

private:
    static void mendsItOnceItIsDamaged(EmptyStudio& studio) {
        using Phase = parley::ui::ModelState::Phase;
        const auto phase = [&studio] { return studio.studio().speech.modelState().phase; };
        QTRY_COMPARE_WITH_TIMEOUT(phase(), Phase::Ready, kPatienceMs);
        QFile weights(studio.at("models/someone--dia/model.safetensors"));
        const qint64 size = weights.size();
        QVERIFY(weights.resize(size - 9));
        parley::ui::Preferences again = studio.settings().preferences();
        again.threads = 1; // loads it anew
        studio.settings().setPreferences(again);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), Phase::Failed, kPatienceMs);
        QPushButton* mend = nullptr;
        const auto find = [&] {
            for (QPushButton* const each : studio.window().findChildren<QPushButton*>()) {
                const bool isOfACard = each->objectName() == QLatin1String("downloadAgain");
                mend = !isOfACard && each->text() == QLatin1String("Download again") ? each : mend;
            }
            return mend != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(find(), kPatienceMs);
        if (mend != nullptr) {
            mend->click();
        }
        QTRY_COMPARE_WITH_TIMEOUT(phase(), Phase::Ready, kPatienceMs);
        QCOMPARE(weights.size(), size);
    }

    static void verifiesAndRemovesIt(const EmptyStudio& studio, const ModelManager& manager) {
        const QString model = studio.at("models/someone--dia");
        const auto record = [&] { return parley::ui::readLibrary(studio.at("models")).records.value(model); };
        const auto isTold = [&manager] {
            const auto labels = manager.findChildren<QLabel*>("managedKind");
            return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return !label->parentWidget()->isHidden() && label->text().contains("Verified on");
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(shownButton(manager, "verifyManaged") != nullptr, kPatienceMs);
        shownButton(manager, "verifyManaged")->click();
        QTRY_VERIFY_WITH_TIMEOUT(record().wasWhole && isTold(), kPatienceMs);
        QPushButton* const remove = shownButton(manager, "removeManaged");
        QVERIFY(remove != nullptr);
        remove->click();
        QVERIFY(QFile::exists(model));
        remove->click();
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(model), kPatienceMs);
        QVERIFY(QFile::exists(studio.at("models/dac-44khz")));
    }

    static void askForDownload(ModelManager& manager, const QString& source) {
        manager.findChild<QLineEdit*>("modelSource")->setText(source);
        manager.findChild<QPushButton*>("downloadSource")->click();
    }
    static QPushButton* shownButton(const ModelManager& manager, const char* name) {
        for (QPushButton* const each : manager.findChildren<QPushButton*>(QLatin1String(name))) {
            if (!each->parentWidget()->isHidden() && each->isEnabled()) {
                return each;
            }
        }
        return nullptr;
    }
};

QTEST_MAIN(TestDownloadControl)
#include "test_download_control.moc"
