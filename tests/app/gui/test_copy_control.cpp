// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/file_check.h"
#include "catalogue/installed_model.h"
#include "gui/studio_window.h"
#include "models/copy_card.h"
#include "models/copy_dialog.h"
#include "models/managed_card.h"
#include "models/model_manager.h"
#include "store/settings_store.h"
#include "support/data_folder.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

using namespace parley::test;
using namespace parley::ui;

namespace {

constexpr int kPatienceMs = 90'000;

/// A window with a small model and its codec in the models folder.
class StudioWithModel {
public:
    StudioWithModel() : m_settings(at("settings.json")) {
        put("plain/dia-transformers", "models/dia");
        put("plain/dac-transformers", "models/dac");
        for (const char* variable : {"HF_HUB_CACHE", "HF_HOME", "HOME", "XDG_CACHE_HOME"}) {
            qputenv(variable, at("elsewhere").toUtf8());
        }
        m_program = std::make_unique<parley::gui::StudioWindow>(m_folder.path(), m_settings);
        m_program->show();
        m_program->window().findChild<QAction*>("manageModels")->trigger();
    }

    [[nodiscard]] QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] ModelManager& manager() { return *m_program->window().findChild<ModelManager*>(); }
    [[nodiscard]] parley::gui::MainWindow& window() { return m_program->window(); }
    [[nodiscard]] SettingsStore& settings() { return m_settings; }

    void end() { m_program.reset(); }

    /// The shown card of the model in this folder of the models folder.
    [[nodiscard]] ManagedCard* card(const char* name) {
        for (ManagedCard* const each : manager().findChildren<ManagedCard*>()) {
            if (!each->isHidden() && each->path() == at("models/") + QLatin1String(name)) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] CopyDialog* ask() {
        pressOnCard("dia", "copyManaged");
        (void)QTest::qWaitFor([this] { return manager().findChild<CopyDialog*>() != nullptr; }, kPatienceMs);
        return manager().findChild<CopyDialog*>();
    }
    static void press(const QWidget* widget, const char* name) {
        auto* const button = widget == nullptr ? nullptr : widget->findChild<QPushButton*>(QLatin1String(name));
        const bool canBePressed = button != nullptr && button->isEnabled();
        QVERIFY2(canBePressed, name);
        if (canBePressed) {
            button->click();
        }
    }
    /// Cards are made anew with every look at the disk, and shown a moment later.
    void pressOnCard(const char* model, const char* name) {
        QVERIFY(QTest::qWaitFor([&] { return card(model) != nullptr; }, kPatienceMs));
        press(card(model), name);
    }
    [[nodiscard]] QStringList modelFolders() const {
        return QDir(at("models")).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] static bool tells(const QWidget* part, const QString& words) {
        for (const QLabel* const label : part == nullptr ? QList<QLabel*>() : part->findChildren<QLabel*>()) {
            if (label->text().contains(words)) {
                return true;
            }
        }
        return false;
    }

private:
    void put(const char* from, const char* to) const {
        std::filesystem::create_directories(at(to).toStdString());
        std::filesystem::copy(dataFolder() / from, at(to).toStdString(), std::filesystem::copy_options::recursive);
    }

    QTemporaryDir m_folder;
    SettingsStore m_settings;
    std::unique_ptr<parley::gui::StudioWindow> m_program;
};

} // namespace

/// Smaller copies in the window, made by the engine.
class TestCopyControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesACopyThatIsUsedVerifiedAndRemoved() {
        StudioWithModel studio;
        CopyDialog* const dialog = studio.ask();
        QVERIFY(dialog != nullptr);
        QVERIFY(StudioWithModel::tells(dialog, "on the disk in place of"));
        dialog->findChild<QRadioButton*>("copyTo-int4")->click();
        StudioWithModel::press(dialog, "makeCopy");
        QTRY_VERIFY_WITH_TIMEOUT(studio.card("dia-int4") != nullptr, kPatienceMs);
        QVERIFY(StudioWithModel::tells(&studio.manager(), "dia, int4 is made: "));
        QVERIFY(studio.card("dia-int4") != nullptr);
        QVERIFY(StudioWithModel::tells(studio.card("dia-int4"), "Measured against dia in float32 over 64 steps: "));
        const auto noted = readInstalled(studio.at("models/dia-int4"));
        QVERIFY(noted && noted->copy && noted->copy->rmsError > 0);
        studio.pressOnCard("dia-int4", "useManaged");
        QTRY_COMPARE_WITH_TIMEOUT(studio.settings().preferences().modelPath, studio.at("models/dia-int4"), kPatienceMs);
        studio.pressOnCard("dia-int4", "verifyManaged");
        QTRY_VERIFY_WITH_TIMEOUT(StudioWithModel::tells(&studio.manager(), "All files are as they should be"),
                                 kPatienceMs);
        auto* const again = studio.ask();
        QVERIFY(again != nullptr && !again->findChild<QRadioButton*>("copyTo-int4")->isEnabled());
        again->reject();
        studio.pressOnCard("dia-int4", "removeManaged");
        studio.pressOnCard("dia-int4", "removeManaged"); // really
        QTRY_COMPARE_WITH_TIMEOUT(studio.modelFolders(), (QStringList{"dac", "dia"}), kPatienceMs);
    }

    void leavesNothingOfACancelledCopy() {
        StudioWithModel studio;
        CopyDialog* const dialog = studio.ask();
        QVERIFY(dialog != nullptr);
        StudioWithModel::press(dialog, "makeCopy");
        auto* const card = studio.manager().findChild<CopyCard*>();
        QVERIFY(card != nullptr);
        StudioWithModel::press(card, "cancelCopy");
        const auto isOver = [&studio] { return studio.manager().findChild<CopyCard*>() == nullptr; };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), kPatienceMs);
        QStringList left = studio.modelFolders();
        left.removeAll("dia-int8"); // it was quicker
        QCOMPARE(left, (QStringList{"dac", "dia"}));
    }

    void endsWithTheProgramWithoutATrace() {
        QStringList left;
        {
            StudioWithModel studio;
            CopyDialog* const dialog = studio.ask();
            QVERIFY(dialog != nullptr);
            StudioWithModel::press(dialog, "makeCopy");
            studio.end();
            left = studio.modelFolders();
        }
        left.removeAll("dia-int8"); // it was quicker
        QCOMPARE(left, (QStringList{"dac", "dia"}));
    }

    void saysWhyACopyCantBeMade() {
        StudioWithModel studio;
        CopyDialog* const dialog = studio.ask();
        QVERIFY(dialog != nullptr);
        QVERIFY(QFile::remove(studio.at("models/dia/model.safetensors"))); // meanwhile
        StudioWithModel::press(dialog, "makeCopy");
        QTRY_VERIFY_WITH_TIMEOUT(StudioWithModel::tells(&studio.manager(), "The model was not found"), kPatienceMs);
        QCOMPARE(studio.modelFolders(), (QStringList{"dac", "dia"}));
    }

    void tellsInTheWindowWhenTheManagerIsClosed() {
        StudioWithModel studio;
        CopyDialog* const dialog = studio.ask();
        QVERIFY(dialog != nullptr);
        StudioWithModel::press(dialog, "makeCopy");
        studio.manager().close();
        QTRY_VERIFY_WITH_TIMEOUT(StudioWithModel::tells(&studio.window(), "dia, int8 is made: "), kPatienceMs);
    }
};

QTEST_MAIN(TestCopyControl)
#include "test_copy_control.moc"
