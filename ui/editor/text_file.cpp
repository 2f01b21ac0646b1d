// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/text_file.h"

#include "editor/script_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QStringDecoder>
#include <algorithm>
#include <array>

namespace parley::ui {

namespace {

/// UTF-32 takes four bytes for a character, and a byte order mark four more.
constexpr qint64 kMostFileBytes = kMostCharacters * 4 + 4;

QString say(const char* text) {
    return QCoreApplication::translate("TextFile", text);
}

TextFile refused(const QString& problem) {
    TextFile file;
    file.problem = problem;
    return file;
}

QString tooLong() {
    return say(QT_TRANSLATE_NOOP("TextFile", "It has more than %1 characters, which is too much for one script."))
        .arg(QLocale().toString(kMostCharacters));
}

/// The characters of bytes 80 to 9F, where Windows-1252 differs from Latin-1; 0 where it has none.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

QString fromWindows1252(const QByteArray& bytes) {
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0) {
            c = QChar(kWindows1252[static_cast<std::size_t>(c.unicode() - 0x80)]);
        }
    }
    return text;
}

/// Text has next to no control characters; sound and pictures are full of them.
bool looksBinary(const QString& text) {
    const auto isControl = [](QChar c) {
        return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f';
    };
    return text.contains(QChar(u'\0')) || std::count_if(text.begin(), text.end(), isControl) > 1 + text.size() / 100;
}

} // namespace

TextFile decodeText(const QByteArray& bytes) {
    TextFile file;
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    file.text = decoder.decode(bytes);
    if (marked && (decoder.hasError() || !file.text.isValidUtf16())) {
        return refused(say(QT_TRANSLATE_NOOP("TextFile", "Its text is damaged.")));
    }
    if (decoder.hasError()) {
        file.text = fromWindows1252(bytes);
        file.guessed = true;
    }
    if (looksBinary(file.text)) {
        return refused(say(QT_TRANSLATE_NOOP("TextFile", "It is not a text file.")));
    }
    if (file.text.size() > kMostCharacters) {
        return refused(tooLong());
    }
    file.text = cleanedText(file.text);
    if (file.text.endsWith(u'\n')) {
        file.text.chop(1); // it ends the last line; in an editor it would begin another one
    }
    return file;
}

TextFile readTextFile(const QString& path) {
    const auto read = [&path] {
        const QFileInfo info(path);
        if (!info.exists()) {
            return refused(say(QT_TRANSLATE_NOOP("TextFile", "It is not there.")));
        }
        if (!info.isFile()) {
            return refused(say(QT_TRANSLATE_NOOP("TextFile", "It is not a file.")));
        }
        QFile source(path);
        if (!source.open(QIODevice::ReadOnly)) {
            return refused(source.errorString());
        }
        const QByteArray bytes = source.read(kMostFileBytes + 1);
        if (source.error() != QFileDevice::NoError) {
            return refused(source.errorString());
        }
        return bytes.size() > kMostFileBytes ? refused(tooLong()) : decodeText(bytes);
    };
    TextFile file = read();
    file.path = path;
    return file;
}

QString writeTextFile(const QString& path, const QString& text) {
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8() + '\n';
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : file.errorString();
}

} // namespace parley::ui
