// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/colour_contrast.h"
#include "widgets/flat_style.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <functional>
#include <memory>

using parley::ui::applyTheme;
using parley::ui::FlatStyle;
using parley::ui::Theme;

namespace {

using MakeWidget = std::function<QWidget*()>;

/// The strongest contrast between two pictures of the same size at one place.
double strongestDifference(const QImage& one, const QImage& other) {
    double strongest = 1;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) != other.pixel(x, y)) {
                strongest = std::max(strongest, parley::ui::contrast(one.pixelColor(x, y), other.pixelColor(x, y)));
            }
        }
    }
    return strongest;
}

QRect partOf(const QScrollBar& bar, QStyle::SubControl part) {
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = bar.orientation();
    option.minimum = bar.minimum();
    option.maximum = bar.maximum();
    option.sliderPosition = bar.value();
    option.pageStep = bar.pageStep();
    return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, part, &bar);
}

} // namespace

Q_DECLARE_METATYPE(MakeWidget)

class TestFlatStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { applyTheme(*qApp, Theme::Light, 100); }
    void cleanupTestCase() { applyTheme(*qApp, Theme::System, 100); }
    void isThatOfOurThemes();
    void theFocusCanBeSeen_data();
    void theFocusCanBeSeen();
    void theDefaultButtonIsFilled();
    void aLineWithoutFrameHasAGround();
    void aMenuButtonHasRoomForItsArrow();
    void aSliderGoesWhereItIsClicked();
    void aScrollBarIsAllThumbAndTrack();
    void aBusyBarIsAsThinAsOthers();
};

void TestFlatStyle::isThatOfOurThemes() {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme, 100);
        QVERIFY(qobject_cast<FlatStyle*>(QApplication::style()) != nullptr);
    }
}

void TestFlatStyle::theFocusCanBeSeen_data() {
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<MakeWidget>("make");
    const QList<std::pair<const char*, MakeWidget>> kinds{{"button", [] { return new QPushButton("Export"); }},
                                                          {"default button",
                                                           [] {
                                                               auto* button = new QPushButton("Make");
                                                               button->setDefault(true);
                                                               return button;
                                                           }},
                                                          {"tool button",
                                                           [] {
                                                               auto* button = new QToolButton;
                                                               button->setText("Loop");
                                                               button->setAutoRaise(true);
                                                               button->setFocusPolicy(Qt::StrongFocus);
                                                               return button;
                                                           }},
                                                          {"text", [] { return new QLineEdit("Anna"); }},
                                                          {"number", [] { return new QSpinBox; }},
                                                          {"choice", [] { return new QComboBox; }},
                                                          {"slider", [] { return new QSlider(Qt::Horizontal); }},
                                                          {"check box", [] { return new QCheckBox("Star"); }},
                                                          {"radio button", [] { return new QRadioButton("Star"); }}};
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        for (const auto& [name, make] : kinds) {
            QTest::addRow("%s, %s", name, theme == Theme::Light ? "light" : "dark") << theme << make;
        }
    }
}

void TestFlatStyle::theFocusCanBeSeen() {
    QFETCH(const Theme, theme);
    QFETCH(const MakeWidget, make);
    applyTheme(*qApp, theme, 100);
    QWidget window;
    auto* rows = new QVBoxLayout(&window);
    auto* other = new QPushButton("Other");
    other->setAutoDefault(false);
    QWidget* widget = make();
    rows->addWidget(other);
    rows->addWidget(widget);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Tab); // from here on the window shows where the keyboard is
    QTRY_VERIFY(widget->hasFocus());
    QTest::keyClick(widget, Qt::Key_Backtab);
    QTRY_VERIFY(other->hasFocus());
    const QImage without = widget->grab().toImage();
    QTest::keyClick(other, Qt::Key_Tab);
    QTRY_VERIFY(widget->hasFocus());
    QVERIFY(strongestDifference(without, widget->grab().toImage()) > 2.5);
}

void TestFlatStyle::theDefaultButtonIsFilled() {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme, 100);
        QPushButton button("Make");
        button.setDefault(true);
        button.resize(120, 40);
        const QColor highlight = button.palette().color(QPalette::Highlight);
        QCOMPARE(button.grab().toImage().pixelColor(8, 20), highlight);
        button.setEnabled(false);
        QVERIFY(button.grab().toImage().pixelColor(8, 20) != highlight);
    }
}

void TestFlatStyle::aLineWithoutFrameHasAGround() {
    QLineEdit line;
    line.setFrame(false);
    line.resize(120, 24);
    const QColor base = line.palette().color(QPalette::Base);
    QVERIFY(base != line.palette().color(QPalette::Window));
    QCOMPARE(line.grab().toImage().pixelColor(0, 0), base);
}

void TestFlatStyle::aMenuButtonHasRoomForItsArrow() {
    QMenu menu;
    QToolButton button;
    button.setText("Examples");
    button.setPopupMode(QToolButton::InstantPopup);
    const int without = button.sizeHint().width();
    button.setMenu(&menu);
    button.setText("Examples."); // the size is asked for anew
    button.setText("Examples");
    QVERIFY(button.sizeHint().width() >= without + 8);
}

void TestFlatStyle::aSliderGoesWhereItIsClicked() {
    QSlider slider(Qt::Horizontal);
    slider.setRange(0, 100);
    slider.resize(400, 24);
    slider.show();
    QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(300, 12));
    QVERIFY2(qAbs(slider.value() - 75) <= 2, qPrintable(QString::number(slider.value())));
}

void TestFlatStyle::aScrollBarIsAllThumbAndTrack() {
    QScrollBar bar(Qt::Vertical);
    bar.resize(12, 400);
    bar.setRange(0, 1000);
    bar.setPageStep(100);
    QVERIFY(partOf(bar, QStyle::SC_ScrollBarAddLine).isEmpty());
    QCOMPARE(partOf(bar, QStyle::SC_ScrollBarSlider).top(), 0);
    const int height = partOf(bar, QStyle::SC_ScrollBarSlider).height();
    QVERIFY(height >= 24 && height < 60);
    bar.setValue(1000);
    QCOMPARE(partOf(bar, QStyle::SC_ScrollBarSlider).bottom(), 399);
    QCOMPARE(partOf(bar, QStyle::SC_ScrollBarSubPage).height() + height, 400);
    bar.setRange(0, 2'000'000'000); // a step is far less than a pixel
    QVERIFY(partOf(bar, QStyle::SC_ScrollBarSlider).height() >= 24);
    bar.setRange(0, 0);
    QCOMPARE(partOf(bar, QStyle::SC_ScrollBarSlider).height(), 400);
}

/// Nobody knows how far it is, but it is the same bar.
void TestFlatStyle::aBusyBarIsAsThinAsOthers() {
    QProgressBar bar;
    bar.setTextVisible(false);
    bar.resize(200, 24);
    const QColor ground = bar.palette().color(QPalette::Window);
    for (const int most : {100, 0}) {
        bar.setRange(0, most);
        bar.setValue(60);
        const QImage picture = bar.grab().toImage();
        QCOMPARE(picture.pixelColor(50, 2), ground);
        QCOMPARE(picture.pixelColor(50, 21), ground);
        QVERIFY(picture.pixelColor(50, 12) != ground);
    }
}

QTEST_MAIN(TestFlatStyle)
#include "test_flat_style.moc"
