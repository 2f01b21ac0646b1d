// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/icons.h"

#include <QApplication>
#include <QImage>
#include <QPalette>
#include <QTest>

using parley::ui::icon;

namespace {

/// The mean colour of what is opaque, and how much of the picture that is.
struct Ink {
    QColor colour;
    double share = 0;
};

Ink inkOf(const QPixmap& pixmap) {
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    qint64 red = 0;
    qint64 green = 0;
    qint64 blue = 0;
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255) {
                red += pixel.red();
                green += pixel.green();
                blue += pixel.blue();
                ++count;
            }
        }
    }
    if (count == 0) {
        return {};
    }
    const auto mean = [count](qint64 sum) { return static_cast<int>(sum / count); };
    return {QColor(mean(red), mean(green), mean(blue)),
            static_cast<double>(count) / static_cast<double>(image.width() * image.height())};
}

const QSize kSize(48, 48);

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameHasADrawing_data() {
        QTest::addColumn<QString>("name");
        const QStringList names =
            QStringLiteral(
                "add ab ab-compare check close copy down error examples export fix folder info log loop make "
                "microphone "
                "move-down move-up mute note pause play preferences queue record redo replace restore search sounds "
                "speaker star star-filled stop take trash trim undo up voice volume warning")
                .split(QLatin1Char(' '));
        for (const QString& name : names) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everyNameHasADrawing() {
        QFETCH(const QString, name);
        const double share = inkOf(icon(name).pixmap(kSize)).share;
        QVERIFY2(share > 0.02 && share < 0.6, qPrintable(QString::number(share)));
    }

    void unknownNameGivesNone() {
        QTest::ignoreMessage(QtWarningMsg, "There is no icon named no-such-thing.");
        QVERIFY(icon(QStringLiteral("no-such-thing")).isNull());
    }

    void followsThePalette() {
        const QIcon play = icon(QStringLiteral("play"));
        QPalette palette;
        palette.setColor(QPalette::WindowText, Qt::red);
        palette.setColor(QPalette::Disabled, QPalette::WindowText, Qt::green);
        QApplication::setPalette(palette);
        QCOMPARE(inkOf(play.pixmap(kSize)).colour, QColor(Qt::red));
        QCOMPARE(inkOf(play.pixmap(kSize, QIcon::Disabled)).colour, QColor(Qt::green));
        palette.setColor(QPalette::WindowText, Qt::blue);
        QApplication::setPalette(palette);
        QCOMPARE(inkOf(play.pixmap(kSize)).colour, QColor(Qt::blue));
        QApplication::setPalette(QPalette());
    }

    void keepsAColourOfItsOwn() {
        QCOMPARE(inkOf(icon(QStringLiteral("play"), QColor(Qt::magenta)).pixmap(kSize)).colour, QColor(Qt::magenta));
    }

    void isSharpAtEveryScale() {
        const QPixmap pixmap = icon(QStringLiteral("stop")).pixmap(QSize(16, 16), 3.0);
        QCOMPARE(pixmap.size(), QSize(48, 48));
        QCOMPARE(pixmap.devicePixelRatio(), 3.0);
        QVERIFY(inkOf(pixmap).share > 0.2);
    }
};

QTEST_MAIN(TestIcons)
#include "test_icons.moc"
