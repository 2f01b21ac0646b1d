// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/colour_contrast.h"
#include "widgets/flat_style.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QStyle>
#include <QTest>

using parley::ui::applyTheme;
using parley::ui::contrast;
using parley::ui::Theme;
using parley::ui::Tone;

Q_DECLARE_METATYPE(parley::ui::Theme)

namespace {

void expectContrast(const QColor& front, const QColor& ground, double least, const char* what) {
    const double found = contrast(front, ground);
    QVERIFY2(
        found >= least,
        qPrintable(
            QStringLiteral("%1: %2 on %3 is %4").arg(QLatin1String(what), front.name(), ground.name()).arg(found)));
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, Theme::System, 100); }

    void contrastIsThatOfTheFormula() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01); // known from WCAG's examples
    }

    void textIsReadable_data() {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }

    void textIsReadable() {
        QFETCH(const Theme, theme);
        applyTheme(*qApp, theme, 100);
        const QPalette palette = QApplication::palette();
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            for (const auto text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
                expectContrast(palette.color(text), palette.color(ground), 7.0, "text");
            }
            expectContrast(palette.color(QPalette::PlaceholderText), palette.color(ground), 4.5, "placeholder");
            expectContrast(palette.color(QPalette::Link), palette.color(ground), 4.5, "link");
            expectContrast(palette.color(QPalette::Highlight), palette.color(ground), 2.5, "highlight");
        }
        expectContrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), 4.5, "selected");
        expectContrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), 7.0, "tool tip");
    }

    void marksAreReadable_data() {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("system") << Theme::System;
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }

    void marksAreReadable() {
        QFETCH(const Theme, theme);
        applyTheme(*qApp, theme, 100);
        const QPalette palette = QApplication::palette();
        const QColor base = palette.color(QPalette::Base);
        const QColor text = palette.color(QPalette::Text);
        for (const int speaker : {1, 2}) {
            expectContrast(parley::ui::speakerColour(speaker, palette), base, 4.5, "speaker");
            expectContrast(text, parley::ui::speakerGround(speaker, palette), 4.5, "on a speaker's ground");
        }
        for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Warning, Tone::Bad}) {
            expectContrast(parley::ui::toneColour(tone, palette), base, 4.5, "tone");
            expectContrast(text, parley::ui::toneGround(tone, palette), 4.5, "on a tone's ground");
        }
        QVERIFY(parley::ui::speakerColour(1, palette) != parley::ui::speakerColour(2, palette));
    }

    void marksAreReadableOnStrangePalettes() {
        for (const QRgb base : {0xff808080U, 0xff000000U, 0xffffff00U, 0xff0000ffU, 0xff7a7a00U}) {
            QPalette palette;
            palette.setColor(QPalette::Base, QColor(base));
            for (const int speaker : {1, 2}) {
                expectContrast(parley::ui::speakerColour(speaker, palette), QColor(base), 4.5, "speaker");
            }
        }
    }

    void darkAndLight() {
        applyTheme(*qApp, Theme::Dark, 100);
        QVERIFY(parley::ui::isDark(QApplication::palette()));
        applyTheme(*qApp, Theme::Light, 100);
        QVERIFY(!parley::ui::isDark(QApplication::palette()));
    }

    void systemRestoresThePlatform() {
        applyTheme(*qApp, Theme::System, 100);
        const QColor window = QApplication::palette().color(QPalette::Window);
        const QFont font = QApplication::font();
        applyTheme(*qApp, Theme::Dark, 200);
        QVERIFY(QApplication::palette().color(QPalette::Window) != window);
        applyTheme(*qApp, Theme::System, 100);
        QCOMPARE(QApplication::palette().color(QPalette::Window), window);
        QCOMPARE(QApplication::font(), font);
    }

    void withoutColoursOfThePlatformOursAreUsed() {
        applyTheme(*qApp, Theme::Light, 100);
        const QPalette light = QApplication::palette();
        applyTheme(*qApp, Theme::System, 100);
        if (qobject_cast<parley::ui::FlatStyle*>(QApplication::style()) == nullptr) {
            QSKIP("this platform has a look of its own");
        }
        QCOMPARE(QApplication::palette().color(QPalette::Window), light.color(QPalette::Window));
        QCOMPARE(QApplication::palette().color(QPalette::Highlight), light.color(QPalette::Highlight));
    }

    void textAndIconsGrow() {
        applyTheme(*qApp, Theme::Light, 100);
        const double size = QFontInfo(QApplication::font()).pointSizeF();
        const int icons = QApplication::style()->pixelMetric(QStyle::PM_ButtonIconSize);
        applyTheme(*qApp, Theme::Light, 200);
        QVERIFY(qAbs(QFontInfo(QApplication::font()).pointSizeF() - 2.0 * size) < 0.6);
        QVERIFY(qAbs(QApplication::style()->pixelMetric(QStyle::PM_ButtonIconSize) - 2 * icons) <= 2);
        const int small = QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize);
        QCOMPARE(QApplication::style()->pixelMetric(QStyle::PM_TabBarIconSize), small);
        applyTheme(*qApp, Theme::Light, 5000);
        QVERIFY(QFontInfo(QApplication::font()).pointSizeF() < 2.5 * size);
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
