// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme.h"

#include "widgets/colour_contrast.h"
#include "widgets/flat_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <algorithm>
#include <array>

namespace parley::ui {
namespace {

constexpr double kTextContrast = 4.5; // WCAG AA for text of usual size
constexpr const char* kPlatformStyle = "parleyPlatformStyle";

/// One look: every colour that the palette doesn't derive from another.
struct Scheme {
    QRgb window, base, alternate, button, text, quiet, disabled, highlight, highlightedText, link, light, mid, dark,
        shadow;
};

constexpr Scheme kLight{0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xffffffff, 0xff1a1f26, 0xff5c6672, 0xff969ea8,
                        0xff2a66c8, 0xffffffff, 0xff1f5bb8, 0xffffffff, 0xffc9ced6, 0xffa4abb6, 0xff7b8490};
constexpr Scheme kDark{0xff1f2227, 0xff16181c, 0xff1b1e22, 0xff2b2f36, 0xffe7e9ec, 0xff9aa3af, 0xff6b737e,
                       0xff3a6fcb, 0xffffffff, 0xff82aef5, 0xff3c424b, 0xff383d45, 0xff121417, 0xff000000};

QPalette paletteOf(const Scheme& scheme) {
    QPalette palette;
    const auto set = [&palette](std::initializer_list<QPalette::ColorRole> roles, QRgb colour) {
        for (const QPalette::ColorRole role : roles) {
            palette.setColor(role, QColor(colour));
        }
    };
    set({QPalette::Window}, scheme.window);
    set({QPalette::Base, QPalette::ToolTipBase}, scheme.base);
    set({QPalette::AlternateBase}, scheme.alternate);
    set({QPalette::Button}, scheme.button);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}, scheme.text);
    set({QPalette::BrightText, QPalette::HighlightedText}, scheme.highlightedText);
    set({QPalette::PlaceholderText}, scheme.quiet);
    set({QPalette::Highlight}, scheme.highlight);
    set({QPalette::Link, QPalette::LinkVisited}, scheme.link);
    set({QPalette::Light, QPalette::Midlight}, scheme.light);
    set({QPalette::Mid}, scheme.mid);
    set({QPalette::Dark}, scheme.dark);
    set({QPalette::Shadow}, scheme.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText}) {
        palette.setColor(QPalette::Disabled, role, QColor(scheme.disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(scheme.mid));
    return palette;
}

/// Where the platform has no style of its own, Qt falls back to Fusion, and ours takes its place.
QStyle* styleFor(const QString& platform, bool own) {
    const bool flat = own || platform.compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
    return flat ? static_cast<QStyle*>(new FlatStyle) : new TextSizedStyle(platform);
}

/// What the platform chose before the first theme was applied.
QString platformStyle(QApplication& application) {
    const QVariant known = application.property(kPlatformStyle);
    if (known.isValid()) {
        return known.toString();
    }
    const QString name = QApplication::style()->name();
    application.setProperty(kPlatformStyle, name);
    return name;
}

/// True where the platform has no colours of its own and Fusion filled in for it.
bool isStylesPalette() {
    if (qobject_cast<FlatStyle*>(QApplication::style()) == nullptr) {
        return false;
    }
    const QPalette now = QApplication::palette();
    const QPalette styles = QApplication::style()->standardPalette();
    const auto isSame = [&](QPalette::ColorRole role) { return now.color(role) == styles.color(role); };
    return isSame(QPalette::Window) && isSame(QPalette::Base) && isSame(QPalette::Text) && isSame(QPalette::Highlight);
}

QColor hueOf(Tone tone, const QPalette& palette) {
    switch (tone) {
    case Tone::Neutral:
        return palette.color(QPalette::Highlight);
    case Tone::Good:
        return {0x2e, 0x8b, 0x57};
    case Tone::Warning:
        return {0xc9, 0x8a, 0x0b};
    case Tone::Bad:
        return {0xd1, 0x3b, 0x3b};
    }
    return palette.color(QPalette::Highlight);
}

// Teal and orange are told apart with any kind of colour blindness.
QColor hueOf(int speaker) {
    return speaker == 2 ? QColor(0xc8, 0x64, 0x1b) : QColor(0x0d, 0x86, 0x8f);
}

/// As much of the hue as leaves the palette's text readable on it.
QColor groundOf(const QColor& hue, const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base);
    for (const double share : std::array{0.18, 0.14, 0.10, 0.06}) {
        const QColor ground = mix(hue, base, share);
        if (contrast(palette.color(QPalette::Text), ground) >= kTextContrast) {
            return ground;
        }
    }
    return base;
}

} // namespace

void applyTheme(QApplication& application, Theme theme, int textPercent) {
    const QString platform = platformStyle(application);
    const bool own = theme != Theme::System;
    QApplication::setStyle(styleFor(platform, own));
    // An empty palette stands for the platform's.
    QApplication::setPalette(own ? paletteOf(theme == Theme::Dark ? kDark : kLight) : QPalette());
    if (!own && isStylesPalette()) {
        QApplication::setPalette(paletteOf(isDark(QApplication::palette()) ? kDark : kLight));
    }

    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const double scale = std::clamp(textPercent, 80, 200) / 100.0;
    if (font.pointSizeF() > 0.0) {
        font.setPointSizeF(font.pointSizeF() * scale);
    } else {
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * scale)));
    }
    QApplication::setFont(font);
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor speakerColour(int speaker, const QPalette& palette) {
    return standOut(hueOf(speaker), palette.color(QPalette::Base), kTextContrast);
}

QColor speakerGround(int speaker, const QPalette& palette) {
    return groundOf(hueOf(speaker), palette);
}

QColor toneColour(Tone tone, const QPalette& palette) {
    return standOut(hueOf(tone, palette), palette.color(QPalette::Base), kTextContrast);
}

QColor toneGround(Tone tone, const QPalette& palette) {
    return groundOf(hueOf(tone, palette), palette);
}

} // namespace parley::ui
