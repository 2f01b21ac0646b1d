// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/examples.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <array>

namespace parley::ui {

namespace {

/// A file of resources/examples and what the menu calls it.
struct Entry {
    const char* id;
    const char* title;
};

constexpr std::array<Entry, 9> kEntries = {{
    {"welcome", QT_TRANSLATE_NOOP("Examples", "Welcome to the studio")},
    {"lighthouse", QT_TRANSLATE_NOOP("Examples", "The lighthouse and the storm")},
    {"interview", QT_TRANSLATE_NOOP("Examples", "Interview with a beekeeper")},
    {"argument", QT_TRANSLATE_NOOP("Examples", "Argument about a tent")},
    {"audiobook", QT_TRANSLATE_NOOP("Examples", "Audiobook with two narrators")},
    {"advert", QT_TRANSLATE_NOOP("Examples", "Radio advert for a bakery")},
    {"phone_call", QT_TRANSLATE_NOOP("Examples", "Phone call to the repair shop")},
    {"bedtime", QT_TRANSLATE_NOOP("Examples", "Bedtime story")},
    {"podcast", QT_TRANSLATE_NOOP("Examples", "Opening of a podcast")},
}};

/// A text is kept as a list of lines, which read well in a file.
QString linesOf(const QJsonValue& value) {
    QStringList lines;
    for (const QJsonValue line : value.toArray()) {
        lines.append(line.toString());
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QList<Example> loadExamples() {
    QList<Example> examples;
    for (const Entry& entry : kEntries) {
        const QString id = QString::fromLatin1(entry.id);
        QFile file(QStringLiteral(":/parley/examples/%1.json").arg(id));
        if (!file.open(QIODevice::ReadOnly)) {
            continue; // only in a broken build, which the tests notice
        }
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        examples.append({id, QCoreApplication::translate("Examples", entry.title),
                         linesOf(object.value(QLatin1String("script"))),
                         linesOf(object.value(QLatin1String("voice")))});
    }
    return examples;
}

} // namespace parley::ui
