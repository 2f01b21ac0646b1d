// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <optional>
#include <utility>

namespace parley::ui {
namespace {

class SvgIconEngine final : public QIconEngine {
public:
    SvgIconEngine(QString name, QByteArray drawing, std::optional<QColor> colour)
        : m_name(std::move(name)), m_drawing(std::move(drawing)), m_colour(std::move(colour)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal scale = painter->device()->devicePixelRatioF();
        const QPixmap picture = scaledPixmap((QSizeF(rect.size()) * scale).toSize(), mode, state, scale);
        painter->drawPixmap(rect, picture);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// The size is in pixels of the device; painted once per colour, so a change of the palette shows at once.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/, qreal /*scale*/) override {
        const QColor colour = colourOf(mode);
        const QString key = QStringLiteral("parley-icon-%1-%2-%3x%4")
                                .arg(m_name, colour.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap picture;
        if (!QPixmapCache::find(key, &picture)) {
            picture = draw(size, colour);
            QPixmapCache::insert(key, picture);
        }
        return picture;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new SvgIconEngine(*this); }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_drawing.isEmpty(); }

private:
    [[nodiscard]] QColor colourOf(QIcon::Mode mode) const {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_colour.value_or(palette.color(QPalette::Active, QPalette::WindowText));
    }

    [[nodiscard]] QPixmap draw(const QSize& size, const QColor& colour) const {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QByteArray drawing = m_drawing;
        QSvgRenderer renderer(drawing.replace("currentColor", colour.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&picture);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter);
        return picture;
    }

    QString m_name;
    QByteArray m_drawing;
    std::optional<QColor> m_colour; ///< none: the palette's text colour
};

QIcon makeIcon(const QString& name, const std::optional<QColor>& colour) {
    QFile file(QStringLiteral(":/parley/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon named %s.", qUtf8Printable(name));
        return {};
    }
    return QIcon(new SvgIconEngine(name, file.readAll(), colour));
}

} // namespace

QIcon icon(const QString& name) {
    return makeIcon(name, std::nullopt);
}

QIcon icon(const QString& name, const QColor& colour) {
    return makeIcon(name, colour);
}

} // namespace parley::ui
