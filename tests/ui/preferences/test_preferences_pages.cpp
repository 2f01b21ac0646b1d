// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/engine_page.h"
#include "preferences/files_page.h"
#include "preferences/folder_field.h"
#include "preferences/general_page.h"
#include "preferences/sound_page.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using parley::ui::ChoiceBox;
using parley::ui::DeviceChoice;
using parley::ui::EnginePage;
using parley::ui::FilesPage;
using parley::ui::GeneralPage;
using parley::ui::PlayMode;
using parley::ui::Preferences;
using parley::ui::PreferencesPage;
using parley::ui::SoundPage;

namespace {

const QList<DeviceChoice> kDevices{
    {"cpu", "Ryzen", true, "", {{"float32", 7'500'000'000}, {"bfloat16", 3'900'000'000}}, 5'000'000'000},
    {"cuda:0", "RTX", true, "", {{"bfloat16", 3'900'000'000}}, 0, "Uses RTX."},
    {"mps", "Apple GPU", false, "this is no Mac", {}, 0}};

template <typename Widget>
Widget& child(PreferencesPage& page, const char* name) {
    auto* const found = page.findChild<Widget*>(QLatin1String(name));
    if (found == nullptr) {
        qFatal("no child %s", name);
    }
    return *found;
}

QString text(PreferencesPage& page, const char* name) {
    return child<QLabel>(page, name).text();
}

Preferences collected(const PreferencesPage& page) {
    Preferences preferences;
    page.collect(preferences);
    return preferences;
}

} // namespace

class TestPreferencesPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheMemoryThatADtypeNeeds() {
        EnginePage page(kDevices);
        Preferences preferences;
        preferences.device = QStringLiteral("cpu");
        preferences.dtype = QStringLiteral("float32");
        page.fill(preferences);
        QVERIFY(text(page, "memoryHint").contains(QStringLiteral("7.5 GB")));
        QVERIFY(text(page, "memoryHint").contains(QStringLiteral("Only 5.0 GB")));
        QTest::keyClick(&child<ChoiceBox>(page, "dtype"), Qt::Key_Down);
        QCOMPARE(collected(page).dtype, QStringLiteral("bfloat16"));
        QVERIFY(text(page, "memoryHint").contains(QStringLiteral("3.9 GB")));
        QVERIFY(!text(page, "memoryHint").contains(QStringLiteral("Only")));
    }

    void offersOnlyDtypesOfTheDevice() {
        EnginePage page(kDevices);
        Preferences preferences;
        preferences.device = QStringLiteral("cpu");
        preferences.dtype = QStringLiteral("float32");
        page.fill(preferences);
        QSignalSpy edited(&page, &PreferencesPage::edited);
        QTest::keyClick(&child<ChoiceBox>(page, "device"), Qt::Key_Down);
        QCOMPARE(collected(page).device, QStringLiteral("cuda:0"));
        QCOMPARE(collected(page).dtype, QStringLiteral("auto"));
        QCOMPARE(child<ChoiceBox>(page, "dtype").findData(QStringLiteral("float32")), -1);
        QVERIFY(!edited.empty());
    }

    void explainsAutomaticAndMissingDevices() {
        EnginePage page(kDevices);
        page.fill({});
        QVERIFY(text(page, "deviceHint").contains(QStringLiteral("RTX")));
        QVERIFY(text(page, "deviceHint").contains(QStringLiteral("this is no Mac")));
        Preferences preferences;
        preferences.device = QStringLiteral("cuda:7");
        preferences.dtype = QStringLiteral("int8");
        page.fill(preferences);
        QVERIFY(!text(page, "deviceHint").isEmpty());
        QCOMPARE(collected(page).device, QStringLiteral("cuda:7"));
        QCOMPARE(collected(page).dtype, QStringLiteral("int8"));
    }

    void offersTf32WhereThereIsAnNvidiaGpu() {
        EnginePage page(kDevices);
        Preferences preferences;
        page.fill(preferences);
        QVERIFY(!collected(page).tf32); // off unless it is chosen
        QSignalSpy edited(&page, &PreferencesPage::edited);
        child<QCheckBox>(page, "tf32").click();
        QVERIFY(collected(page).tf32 && edited.size() == 1);
        EnginePage without({kDevices.first(), {"cuda", "NVIDIA GPU", false, "there is no driver", {}, 0}});
        QVERIFY(child<QCheckBox>(without, "tf32").isHidden());
        QVERIFY(without.findChild<QLabel*>("tf32Hint") == nullptr);
        preferences.tf32 = true;
        without.fill(preferences);
        QVERIFY(collected(without).tf32); // what was chosen stays
    }

    void keepsTheModelInMemoryAsLongAsItIsTold() {
        EnginePage page(kDevices);
        page.fill({});
        auto& minutes = child<QSpinBox>(page, "unload");
        QCOMPARE(collected(page).unloadMinutes, 15);
        const QSignalSpy edited(&page, &PreferencesPage::edited);
        minutes.setValue(0);
        QCOMPARE(minutes.text(), QStringLiteral("Always"));
        QCOMPARE(collected(page).unloadMinutes, 0);
        QCOMPARE(edited.size(), 1);
        Preferences longest;
        longest.unloadMinutes = parley::ui::kMostUnloadMinutes;
        page.fill(longest);
        QCOMPARE(collected(page), longest);
    }

    void leadsToAnotherModel() {
        EnginePage page(kDevices);
        Preferences preferences;
        preferences.modelPath = QStringLiteral("/models/<b>Dia");
        page.fill(preferences);
        QCOMPARE(text(page, "modelName"), QStringLiteral("<b>Dia"));
        QSignalSpy asked(&page, &EnginePage::modelChoiceRequested);
        QTest::mouseClick(&child<QPushButton>(page, "chooseModel"), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void withoutASoundDeviceItSaysSo() {
        SoundPage page;
        page.setOutputs({}, {});
        QVERIFY(!child<QLabel>(page, "soundDeviceHint").isHidden());
        page.setOutputs({{"one", "Speakers"}}, QStringLiteral("Speakers"));
        QVERIFY(child<QLabel>(page, "soundDeviceHint").isHidden());
        QVERIFY(child<ChoiceBox>(page, "soundDevice").itemText(0).contains(QStringLiteral("Speakers")));
    }

    void anUnpluggedDeviceStaysChosen() {
        SoundPage page;
        Preferences preferences;
        preferences.soundDevice = QStringLiteral("one");
        page.setOutputs({{"one", "Headphones"}}, QStringLiteral("Speakers"));
        page.fill(preferences);
        page.setOutputs({}, {});
        QCOMPARE(collected(page).soundDevice, QStringLiteral("one"));
        page.setOutputs({{"one", "Headphones"}}, QStringLiteral("Speakers"));
        QCOMPARE(child<ChoiceBox>(page, "soundDevice").currentText(), QStringLiteral("Headphones"));
    }

    void everyPlayModeComesBack() {
        for (const PlayMode mode : {PlayMode::AtOnce, PlayMode::WithoutGaps, PlayMode::WhenFinished, PlayMode::Never}) {
            SoundPage page;
            Preferences preferences;
            preferences.playMode = mode;
            page.fill(preferences);
            QCOMPARE(collected(page).playMode, mode);
        }
    }

    void refusesFoldersThatCantBe() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        FilesPage page;
        page.fill({});
        QCOMPARE(page.problem(), QString());
        auto& path = child<QLineEdit>(page, "takesFolderPath");
        QTest::keyClicks(&path, QStringLiteral("relative/path"));
        QVERIFY(!page.problem().isEmpty());
        path.setText(file.fileName());
        QVERIFY(!page.problem().isEmpty());
        path.setText(folder.filePath(QStringLiteral("not yet")));
        QCOMPARE(page.problem(), QString());
        QCOMPARE(collected(page).takesFolder, folder.filePath(QStringLiteral("not yet")));
    }

    void choosesAFolderInADialog() {
        const QTemporaryDir folder;
        FilesPage page;
        page.setStandardFolders(folder.path(), folder.path(), folder.path());
        page.fill({});
        QTest::mouseClick(&child<QToolButton>(page, "voicesFolderChoose"), Qt::LeftButton);
        auto& dialog = child<QFileDialog>(page, "folderDialog");
        Q_EMIT dialog.fileSelected(folder.path());
        QCOMPARE(collected(page).voicesFolder, folder.path());
        dialog.close();
    }

    void keepsLookAndLog() {
        Preferences preferences;
        preferences.theme = QStringLiteral("dark");
        preferences.textPercent = 130;
        preferences.language = QStringLiteral("de");
        preferences.logLevel = QStringLiteral("debug");
        GeneralPage page;
        page.fill(preferences);
        QCOMPARE(collected(page), preferences);
    }
};

int main(int argc, char** argv) {
    QLocale::setDefault(QLocale::c());
    // The platform's own dialog can't be driven.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QApplication application(argc, argv);
    TestPreferencesPages test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_preferences_pages.moc"
