// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/language.h"
#include "gui/single_instance.h"
#include "gui/studio_window.h"
#include "parley/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QStandardPaths>
#include <iostream>
#include <string_view>

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

void describeProgram() {
    const parley::BuildInfo build = parley::buildInfo();
    QApplication::setApplicationName(QStringLiteral("parley"));
    QApplication::setApplicationDisplayName(QStringLiteral("Parley"));
    QApplication::setApplicationVersion(build.commit.empty()
                                            ? text(build.version)
                                            : QStringLiteral("%1 (%2)").arg(text(build.version), text(build.commit)));
    QApplication::setDesktopFileName(QStringLiteral("parley"));
}

/// The words of the command line, before there is an application that knows them.
QStringList wordsOf(int argc, char** argv) {
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        words << QString::fromLocal8Bit(argv[i]);
    }
    return words;
}

QStringList absolutePaths(const QStringList& files) {
    QStringList paths;
    for (const QString& file : files) {
        paths << QFileInfo(file).absoluteFilePath();
    }
    return paths;
}

/// The folder that holds everything of the user's; made if it isn't there.
QString dataFolder(const QString& chosen) {
    const QString folder =
        chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : chosen;
    QDir().mkpath(folder);
    return QDir(folder).absolutePath();
}

} // namespace

int main(int argc, char** argv) {
#ifdef __linux__
    // Qt 6.4 takes GStreamer first, whose plugins are often not there; a person's own choice stands.
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND")) {
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    }
#endif
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Turns scripts into dialogue."));
    parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Keep everything in this folder."),
                                  QStringLiteral("folder"));
    parser.addOption(data);
    parser.addPositionalArgument(QStringLiteral("files"), QStringLiteral("Scripts, sounds or takes to open."));
    // The version can be asked for where there is no screen.
    if (parser.parse(wordsOf(argc, argv)) && parser.isSet(version)) {
        std::cout << parley::versionReport("parley") << "Qt: " << qVersion() << '\n';
        return 0;
    }
    QApplication application(argc, argv);
    describeProgram();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/app/parley.svg")));
    parser.process(application);

    const QString folder = dataFolder(parser.value(data));
    const QStringList files = absolutePaths(parser.positionalArguments());
    parley::gui::SingleInstance instance(folder);
    if (!instance.claim()) {
        if (instance.handOver(files)) {
            return 0;
        }
        std::cerr << "parley: another Parley uses " << qPrintable(folder)
                  << " and doesn't answer; end it, or start with --data and another folder\n";
        return 1;
    }
    parley::ui::SettingsStore settings(folder + "/settings.json");
    parley::gui::installLanguage(application, settings.preferences().language);
    parley::gui::StudioWindow studio(folder, settings);
    QObject::connect(&instance, &parley::gui::SingleInstance::filesArrived, &studio.window(),
                     [&studio](const QStringList& arrived) { studio.open(arrived); });
    studio.show();
    if (!files.isEmpty()) {
        studio.open(files);
    }
    return QApplication::exec();
}
