// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/notice_bar.h"

#include <QLabel>
#include <QPaintEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using parley::ui::NoticeBar;
using parley::ui::Tone;

namespace {

/// What a widget is asked to paint.
class PaintedRegion : public QObject {
public:
    QRegion region;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            region += static_cast<QPaintEvent*>(event)->region(); // NOLINT(*-static-cast-downcast): by its type
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

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

    /// Words of the same size change no geometry, so nothing but the bar itself would have its ground painted anew.
    void paintsItsGroundInTheNewTone() {
        NoticeBar bar;
        bar.tell(Tone::Good, QStringLiteral("It is done."));
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QTest::qWait(0);
        PaintedRegion painted;
        bar.installEventFilter(&painted);
        bar.tell(Tone::Bad, QStringLiteral("It is done."));
        QTRY_VERIFY(painted.region.contains(QRect(2, 2, 1, bar.height() - 4)));
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

    void nothingIsCutOff_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<QStringList>("labels");
        for (const int width : {240, 272, 340, 500, 900}) {
            QTest::addRow("%d, text", width) << width << QStringList();
            QTest::addRow("%d, one way out", width) << width << QStringList{"Understood"};
            QTest::addRow("%d, two ways out", width) << width << QStringList{"Choose another file", "Try it again"};
        }
    }

    void nothingIsCutOff() {
        QFETCH(const int, width);
        QFETCH(const QStringList, labels);
        QWidget window;
        auto* const rows = new QVBoxLayout(&window);
        auto* const bar = new NoticeBar;
        rows->addWidget(bar);
        rows->addWidget(new QWidget, 1);
        window.resize(width, 600);
        window.show();
        QList<NoticeBar::Action> actions;
        for (const QString& label : labels) {
            actions.append({label, [] {}});
        }
        bar->tell(Tone::Bad, QStringLiteral("The recording of this afternoon can't be read. It may be damaged."),
                  actions);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(window.width(), width);

        const auto* const text = bar->findChild<QLabel*>(QStringLiteral("noticeText"));
        QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
        QVERIFY(bar->height() < window.height() / 2);
        QRegion covered(text->geometry());
        QVERIFY(bar->rect().contains(text->geometry()));
        const auto buttons = bar->findChildren<QAbstractButton*>();
        QCOMPARE(buttons.size(), labels.size() + 1);
        for (const QAbstractButton* button : buttons) {
            QVERIFY(bar->rect().contains(button->geometry()));
            QVERIFY(button->width() >= button->sizeHint().width());
            QVERIFY(!covered.intersects(button->geometry()));
            covered += button->geometry();
        }
    }

    void textIsNeverMarkup() {
        NoticeBar bar;
        bar.tell(Tone::Bad, QStringLiteral("<img src='file:///etc/passwd'><b>x</b>.wav can't be read."));
        QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("noticeText"))->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestNoticeBar)
#include "test_notice_bar.moc"
