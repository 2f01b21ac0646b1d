// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace parley::gui {

QString languageInUse(const QString& language) {
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    return locale.language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
}

void installLanguage(QApplication& application, const QString& language) {
    if (!language.isEmpty()) {
        QLocale::setDefault(QLocale(language));
    }
    const QString code = languageInUse(language);
    const auto install = [&](const QString& file, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(file, folder)) {
            QApplication::installTranslator(translator);
        } else {
            delete translator;
        }
    };
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("parley_") + code, QStringLiteral(":/i18n"));
}

} // namespace parley::gui
