// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Paints an SVG as a square PNG; it needs no screen.
//   render-icon PICTURE.svg PIXELS OUT.png

#include <QImage>
#include <QPainter>
#include <QString>
#include <QSvgRenderer>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: render-icon PICTURE.svg PIXELS OUT.png\n";
        return 2;
    }
    QSvgRenderer picture(QString::fromLocal8Bit(argv[1]));
    const int pixels = QString::fromLocal8Bit(argv[2]).toInt();
    if (!picture.isValid() || pixels <= 0) {
        std::cerr << "render-icon: " << argv[1] << " is no picture, or " << argv[2] << " no size\n";
        return 1;
    }
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    picture.render(&painter);
    painter.end();
    if (!image.save(QString::fromLocal8Bit(argv[3]), "PNG")) {
        std::cerr << "render-icon: cannot write " << argv[3] << '\n';
        return 1;
    }
    return 0;
}
