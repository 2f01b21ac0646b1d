// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/panel_probe.h"

#include <QAction>
#include <QClipboard>
#include <memory>

using namespace parley::ui;

class ScriptReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_probe = std::make_unique<PanelProbe>();
        QVERIFY(m_probe->start());
    }
    void cleanup() { m_probe.reset(); }

    void measuresWithTheVoice() {
        m_probe->panel()->setClosingTag(false);
        m_probe->panel()->setScript(QStringLiteral("[S1]") + QString(150, u'a'));
        m_probe->panel()->setBudget(861, 0, QString());
        QCOMPARE(m_probe->panel()->budget().bytes, 151);
        QCOMPARE(m_probe->label("meterBytes"), QStringLiteral("151 of 1,024 bytes"));
        QCOMPARE(m_probe->label("meterSeconds"), QStringLiteral("about 10.0 of 10.0 s"));
        QVERIFY(!m_probe->panel()->budget().fitsSeconds());
        m_probe->panel()->setBudget(3072, 10, QStringLiteral("[S1] Yes."));
        QCOMPARE(m_probe->label("meterBytes"), QStringLiteral("158 of 1,024 bytes"));
        QCOMPARE(m_probe->label("meterSeconds"), QStringLiteral("about 10.0 of 25.7 s"));
        m_probe->panel()->setBudget(3072, 10, QString(1000, u'v'));
        QVERIFY(!m_probe->panel()->canSpeak());
    }

    void measuresAgainstTheModel() {
        m_probe->panel()->setClosingTag(false);
        m_probe->panel()->setScript(QStringLiteral("[S1]") + QString(299, u'a'));
        QVERIFY(m_probe->panel()->canSpeak());
        m_probe->panel()->setMostBytes(256);
        QCOMPARE(m_probe->label("meterBytes"), QStringLiteral("300 of 256 bytes"));
        QVERIFY2(m_probe->panel()->problem().contains("44"), qPrintable(m_probe->panel()->problem()));
        m_probe->panel()->setMostBytes(300);
        QVERIFY(m_probe->panel()->canSpeak());
    }

    void fixesWithOneClick() {
        m_probe->panel()->setScript(kGoodScript + QStringLiteral(" [s1] (Laugh) Bye."));
        QTRY_COMPARE(m_probe->fixButtons().size(), 2);
        QTest::mouseClick(m_probe->fixButtons().first(), Qt::LeftButton);
        QCOMPARE(m_probe->panel()->script(), kGoodScript + QStringLiteral(" [S1] (Laugh) Bye."));
        QTRY_COMPARE(m_probe->fixButtons().size(), 1);
        QTest::mouseClick(m_probe->fixButtons().first(), Qt::LeftButton);
        QCOMPARE(m_probe->panel()->script(), kGoodScript + QStringLiteral(" [S1] (laughs) Bye."));
        QVERIFY(!m_probe->shown("checkList"));
        QVERIFY(m_probe->editor()->hasFocus());
    }

    void keepsTheFocusOnTheRemarks() {
        m_probe->panel()->setScript(kGoodScript + QStringLiteral(" [s1] (Laugh) Bye."));
        QTRY_COMPARE(m_probe->fixButtons().size(), 2);
        m_probe->fixButtons().last()->setFocus();
        QTest::keyClick(m_probe->fixButtons().last(), Qt::Key_Space);
        QTRY_COMPARE(m_probe->fixButtons().size(), 1);
        QVERIFY(m_probe->fixButtons().first()->hasFocus());
    }

    void tabGoesFromRowToRow() {
        m_probe->panel()->setScript(kGoodScript + QStringLiteral(" [s1] (Laugh) Bye."));
        QTRY_COMPARE(m_probe->fixButtons().size(), 2);
        auto* fixAll = m_probe->panel()->findChild<QWidget*>(QStringLiteral("fixAll"));
        fixAll->setFocus();
        QTRY_VERIFY(fixAll->hasFocus());
        QStringList names;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            names += QApplication::focusWidget()->objectName();
        }
        QCOMPARE(names, QStringList({"checkMessage", "checkFix", "checkMessage", "checkFix"}));
    }

    void fixesAllAsOneUndoStep() {
        const QString faulty = QStringLiteral("[s1") + kGoodScript.mid(3) + QStringLiteral(" (Laugh)");
        m_probe->panel()->setScript(faulty);
        m_probe->click("fixAll");
        QCOMPARE(m_probe->panel()->script(), QStringLiteral("[S1") + kGoodScript.mid(3) + QStringLiteral(" (laughs)"));
        m_probe->panel()->actions().undo->trigger();
        QCOMPARE(m_probe->panel()->script(), faulty);
    }

    void goesToThePlaceOfARemark() {
        m_probe->panel()->setScript(kGoodScript + QStringLiteral(" (squints)"));
        m_probe->panel()->setCursorPosition(0);
        QTest::mouseClick(m_probe->panel()->findChild<QToolButton*>(QStringLiteral("checkMessage")), Qt::LeftButton);
        QCOMPARE(m_probe->editor()->textCursor().selectedText(), QStringLiteral("(squints)"));
        QVERIFY(m_probe->editor()->hasFocus());
    }

    void shortensWithAWayBack() {
        m_probe->panel()->setBudget(860, 0, QString());
        const QString tooMuch = kGoodScript + QStringLiteral("\n[S1] One more turn, which is too much.");
        m_probe->panel()->setScript(tooMuch);
        QTRY_COMPARE(m_probe->fixButtons().size(), 1);
        QTest::mouseClick(m_probe->fixButtons().first(), Qt::LeftButton);
        QCOMPARE(m_probe->panel()->script(), kGoodScript);
        m_probe->way(QStringLiteral("Copy the rest"));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("[S1] One more turn, which is too much."));
    }

    void checksALongScriptAfterAPause() {
        m_probe->panel()->setScript(kGoodScript.repeated(100));
        QVERIFY(!m_probe->panel()->canSpeak());
        QTRY_VERIFY(m_probe->shown("checkList"));
        QVERIFY(m_probe->panel()->findChildren<QWidget*>(QStringLiteral("checkMessage")).size() <= 20);
    }

private:
    std::unique_ptr<PanelProbe> m_probe;
};

QTEST_MAIN(ScriptReviewTest)
#include "script_review_test.moc"
