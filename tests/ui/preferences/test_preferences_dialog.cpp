// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/choice_box.h"
#include "preferences/preferences_dialog.h"
#include "widgets/notice_bar.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>

using parley::ui::ChoiceBox;
using parley::ui::DeviceChoice;
using parley::ui::NoticeBar;
using parley::ui::Preferences;
using parley::ui::PreferencesDialog;

namespace {

const QList<DeviceChoice> kDevices{{"cpu",
                                    "Ryzen",
                                    true,
                                    "",
                                    {{"float32", 7'500'000'000}, {"bfloat16", 3'900'000'000}},
                                    16'000'000'000,
                                    "Uses Ryzen."},
                                   {"mps", "Apple GPU", false, "this is no Mac", {}, 0}};

/// The dialog as a person has it in front of them.
struct Desk {
    explicit Desk(const Preferences& preferences = {})
        : dialog(preferences, kDevices), applied(&dialog, &PreferencesDialog::applied) {
        dialog.setStandardFolders("/m", "/t", "/v");
        dialog.show();
    }

    template <typename Widget>
    Widget& child(const char* name) {
        auto* const found = dialog.findChild<Widget*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no child %s", name);
        }
        return *found;
    }
    QPushButton& button(QDialogButtonBox::StandardButton which) {
        return *child<QDialogButtonBox>("preferencesButtons").button(which);
    }
    void press(QDialogButtonBox::StandardButton which) { QTest::mouseClick(&button(which), Qt::LeftButton); }
    void chooseDark() { child<ChoiceBox>("theme").setKey(QStringLiteral("dark")); }
    Preferences lastApplied() { return applied.last().first().value<Preferences>(); }

    PreferencesDialog dialog;
    QSignalSpy applied;
};

} // namespace

class TestPreferencesDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appliesOnlyWhenAsked() {
        Desk desk;
        QVERIFY(!desk.button(QDialogButtonBox::Apply).isEnabled());
        desk.chooseDark();
        QCOMPARE(desk.applied.size(), 0);
        QVERIFY(desk.button(QDialogButtonBox::Apply).isEnabled());
        desk.press(QDialogButtonBox::Apply);
        QCOMPARE(desk.applied.size(), 1);
        QCOMPARE(desk.lastApplied().theme, QStringLiteral("dark"));
        QVERIFY(desk.dialog.isVisible());
        QVERIFY(!desk.button(QDialogButtonBox::Apply).isEnabled());
    }

    void okAppliesAndCloses() {
        Desk desk;
        desk.chooseDark();
        desk.press(QDialogButtonBox::Ok);
        QCOMPARE(desk.applied.size(), 1);
        QVERIFY(!desk.dialog.isVisible());
    }

    void escapeForgets() {
        Desk desk;
        desk.chooseDark();
        QTest::keyClick(&desk.dialog, Qt::Key_Escape);
        QVERIFY(!desk.dialog.isVisible());
        QCOMPARE(desk.applied.size(), 0);
        desk.dialog.show();
        desk.press(QDialogButtonBox::Ok);
        QCOMPARE(desk.applied.size(), 0);
    }

    void nothingChangesBesideWhatWasEdited() {
        Preferences before;
        before.modelPath = QStringLiteral("/models/dia");
        before.codecPath = QStringLiteral("/models/dac");
        before.device = QStringLiteral("cuda:3");
        before.soundDevice = QStringLiteral("unplugged");
        before.exportFormat = QStringLiteral("from the future");
        before.language = QStringLiteral("fr");
        before.threads = 200;
        before.volume = 0.3;
        before.consentSeen = true;
        Desk desk(before);
        desk.press(QDialogButtonBox::Ok);
        QCOMPARE(desk.applied.size(), 0);
        desk.dialog.show();
        desk.chooseDark();
        desk.press(QDialogButtonBox::Ok);
        Preferences expected = before;
        expected.theme = QStringLiteral("dark");
        QCOMPARE(desk.lastApplied(), expected);
    }

    void changesFromElsewhereKeepTheEdits() {
        Desk desk;
        desk.chooseDark();
        Preferences now;
        now.volume = 0.2;
        now.textPercent = 120;
        desk.dialog.setPreferences(now);
        QCOMPARE(desk.child<QSpinBox>("textSize").value(), 120);
        desk.press(QDialogButtonBox::Apply);
        now.theme = QStringLiteral("dark");
        QCOMPARE(desk.lastApplied(), now);
    }

    void resetsAllButTheModel() {
        Preferences before;
        before.modelPath = QStringLiteral("/models/dia");
        before.theme = QStringLiteral("dark");
        before.threads = 2;
        before.takesFolder = QStringLiteral("/elsewhere");
        Desk desk(before);
        desk.press(QDialogButtonBox::RestoreDefaults);
        QCOMPARE(desk.applied.size(), 0);
        desk.press(QDialogButtonBox::Apply);
        Preferences expected;
        expected.modelPath = before.modelPath;
        QCOMPARE(desk.lastApplied(), expected);
    }

    void aBadFolderIsShownAndNothingApplied() {
        Desk desk;
        desk.dialog.openPage(PreferencesDialog::Page::General);
        desk.chooseDark();
        desk.child<QLineEdit>("takesFolderPath").setText(QStringLiteral("nowhere/in/particular"));
        desk.press(QDialogButtonBox::Ok);
        QVERIFY(desk.dialog.isVisible());
        QCOMPARE(desk.applied.size(), 0);
        QVERIFY(desk.child<NoticeBar>("preferencesNotice").isVisible());
        QVERIFY(desk.child<QLineEdit>("takesFolderPath").isVisible());
        desk.child<QLineEdit>("takesFolderPath").clear();
        desk.press(QDialogButtonBox::Ok);
        QVERIFY(!desk.dialog.isVisible());
        QCOMPARE(desk.applied.size(), 1);
    }

    void pagesAreTurnedByKey() {
        Desk desk;
        auto& pages = desk.child<QListWidget>("preferencesPages");
        QTest::keyClick(&pages, Qt::Key_End);
        QVERIFY(desk.child<ChoiceBox>("theme").isVisible());
        QTest::keyClick(&pages, Qt::Key_Home);
        QVERIFY(desk.child<ChoiceBox>("device").isVisible());
    }

    void everyControlHasANameAndIsReachedByKey() {
        Desk desk;
        for (const char* name : {"theme", "textSize", "language", "logLevel", "device", "dtype", "threads",
                                 "soundDevice", "playMode", "takesFolderPath", "exportFormat"}) {
            const auto& control = desk.child<QWidget>(name);
            QVERIFY2(!control.accessibleName().isEmpty(), name);
            QVERIFY2((control.focusPolicy() & Qt::TabFocus) != 0, name);
        }
    }

    void fitsAtTheLargestText_data() {
        QTest::addColumn<int>("page");
        for (int page = 0; page < 4; ++page) {
            QTest::addRow("page %d", page) << page;
        }
    }
    void fitsAtTheLargestText() {
        QFETCH(int, page);
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(large.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            Desk desk;
            desk.dialog.resize(1000, 640);
            desk.dialog.openPage(static_cast<PreferencesDialog::Page>(page));
            const auto& area =
                *qobject_cast<QScrollArea*>(desk.child<QStackedWidget>("preferencesStack").currentWidget());
            QTRY_COMPARE(area.horizontalScrollBar()->maximum(), 0);
            QVERIFY(desk.dialog.width() <= 1000);
        }
        QApplication::setFont(usual);
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "test_preferences_dialog.moc"
