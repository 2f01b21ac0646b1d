// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_fixes.h"
#include "editor/script_text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace parley::ui {

namespace {

/// What people write for a listed sound; its first letters only, so that endings don't matter.
constexpr std::array<std::pair<const char*, const char*>, 9> kSynonyms = {{
    {"giggl", "chuckle"},
    {"snicker", "chuckle"},
    {"breathes in", "inhales"},
    {"breathes out", "exhales"},
    {"clapping", "claps"},
    {"ahem", "clears throat"},
    {"shout", "screams"},
    {"hiccup", "burps"},
    {"moan", "groans"},
}};

/// Letters to insert, delete or exchange to make one word of the other.
int editDistance(const QString& from, const QString& to) {
    std::vector<int> row(static_cast<std::size_t>(to.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (qsizetype i = 0; i < from.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int exchanged = diagonal + (from[i] == to[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({exchanged, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// Without the ending of a verb: laughs, laughed and laughing become laugh.
QString stem(QString word) {
    for (const char* ending : {"ing", "ed", "es", "s", "e"}) {
        const QLatin1String end(ending);
        if (word.endsWith(end) && word.size() - end.size() >= 3) {
            word.chop(end.size());
            return word;
        }
    }
    return word;
}

} // namespace

QString nearestNonVerbal(const QString& found) {
    QString words = found.toLower();
    words.remove(u'(').remove(u')');
    words = words.simplified();
    QString nearest;
    int least = words.size() < 5 ? 1 : 2; // more changes than this make another word
    for (const std::string_view listed : kNonVerbals) {
        const auto name = QString::fromUtf8(listed.data(), static_cast<qsizetype>(listed.size()));
        if (name == words || stem(name) == stem(words)) {
            return name;
        }
        if (const int distance = editDistance(words, name); distance < least) {
            least = distance;
            nearest = name;
        }
    }
    for (const auto& [begin, meant] : kSynonyms) {
        if (words.startsWith(QLatin1String(begin))) {
            return QString::fromLatin1(meant);
        }
    }
    return nearest;
}

} // namespace parley::ui
