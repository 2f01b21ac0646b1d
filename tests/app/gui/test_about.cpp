// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using parley::test::DemoStudio;

namespace {

QAction* aboutAction(DemoStudio& demo) {
    for (QAction* action : demo.window().menuBar()->findChildren<QAction*>()) {
        if (action->menuRole() == QAction::AboutRole) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

class TestAbout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsVersionAndLicence() {
        QApplication::setApplicationVersion("4.5.6");
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        QAction* action = aboutAction(demo);
        QVERIFY(action != nullptr);
        action->trigger();
        const QPointer<QWidget> about = demo.find<QWidget>("aboutWindow");
        QVERIFY(about != nullptr && about->isVisible());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(about->findChild<QLabel*>("aboutVersion")->text().contains("4.5.6"));
        QVERIFY(about->findChild<QLabel*>("aboutLicence")->text().contains("Apache-2.0"));
        QVERIFY(about->findChild<QLabel*>("aboutParts")->text().contains("LGPL"));
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(about == nullptr);
    }
};

QTEST_MAIN(TestAbout)
#include "test_about.moc"
