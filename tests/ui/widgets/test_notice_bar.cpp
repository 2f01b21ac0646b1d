// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/notice_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using parley::ui::NoticeBar;
using parley::ui::Tone;

class TestNoticeBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isHiddenUntilThereIsSomething() {
        QWidget window;
        auto* const bar = new NoticeBar(&window);
        window.show();
        QVERIFY(!bar->isVisible());
        bar->tell(Tone::Bad, QStringLiteral("The disk is full."));
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->text(), QStringLiteral("The disk is full."));
        QCOMPARE(bar->accessibleName(), QStringLiteral("The disk is full."));
        bar->clear();
        QVERIFY(!bar->isVisible());
        QCOMPARE(bar->text(), QString());
    }

    void buttonsAreTheWaysOut() {
        NoticeBar bar;
        QSignalSpy closed(&bar, &NoticeBar::closed);
        QStringList done;
        bar.tell(Tone::Warning, QStringLiteral("Not saved."),
                 {{QStringLiteral("Again"), [&] { done.append(QStringLiteral("again")); }},
                  {QStringLiteral("Elsewhere"), [&] { done.append(QStringLiteral("elsewhere")); }}});
        auto* const elsewhere = bar.findChild<QPushButton*>(QStringLiteral("noticeAction1"));
        QVERIFY(elsewhere != nullptr);
        QCOMPARE(elsewhere->text(), QStringLiteral("Elsewhere"));
        QTest::mouseClick(elsewhere, Qt::LeftButton);
        QCOMPARE(done, QStringList{QStringLiteral("elsewhere")});
        QVERIFY(bar.isHidden());
        QCOMPARE(closed.count(), 1);
    }

    void anActionMayTellTheNext() {
        NoticeBar bar;
        bar.tell(Tone::Bad, QStringLiteral("First."),
                 {{QStringLiteral("Try"), [&bar] { bar.tell(Tone::Good, QStringLiteral("Done.")); }}});
        QTest::mouseClick(bar.findChild<QPushButton*>(QStringLiteral("noticeAction0")), Qt::LeftButton);
        QCOMPARE(bar.text(), QStringLiteral("Done."));
        QVERIFY(!bar.isHidden());
    }

    void replacesTheActions() {
        NoticeBar bar;
        bar.tell(Tone::Bad, QStringLiteral("First."), {{QStringLiteral("Try"), [] {}}});
        bar.tell(Tone::Bad, QStringLiteral("Second."));
        const auto buttons = bar.findChildren<QPushButton*>();
        for (const QPushButton* button : buttons) {
            QVERIFY(button->isHidden());
        }
    }

    void closesByButtonAndKey() {
        NoticeBar bar;
        QSignalSpy closed(&bar, &NoticeBar::closed);
        bar.tell(Tone::Neutral, QStringLiteral("Text."));
        auto* const close = bar.findChild<QToolButton*>(QStringLiteral("noticeClose"));
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(bar.isHidden());
        bar.tell(Tone::Neutral, QStringLiteral("Text."));
        bar.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
        QCOMPARE(closed.count(), 2);
    }

    void textIsNeverMarkup() {
        NoticeBar bar;
        bar.tell(Tone::Bad, QStringLiteral("<img src='file:///etc/passwd'><b>x</b>.wav can't be read."));
        QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("noticeText"))->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestNoticeBar)
#include "test_notice_bar.moc"
