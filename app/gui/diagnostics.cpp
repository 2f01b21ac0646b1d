// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/diagnostics.h"

#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSysInfo>
#include <QTextStream>

namespace parley::gui {

namespace {

QString modelLine(const ui::ModelState& model) {
    switch (model.phase) {
    case ui::ModelState::Phase::None:
        return QStringLiteral("none");
    case ui::ModelState::Phase::Loading:
        return QStringLiteral("loading");
    case ui::ModelState::Phase::Ready:
        return model.device + QStringLiteral(", ") + model.dtype;
    case ui::ModelState::Phase::Unloaded:
        return model.device + QStringLiteral(", ") + model.dtype + QStringLiteral(", not in memory");
    case ui::ModelState::Phase::Failed:
        break;
    }
    return QString::fromStdString(model.error.message());
}

} // namespace

// In English whatever the language of the window: it is read by those who help.
QString diagnostics(const QString& version, const ui::ModelState& model, const std::vector<DeviceInfo>& devices,
                    const QString& log) {
    QString text;
    QTextStream out(&text);
    out << "Parley " << version << "\nQt " << qVersion() << ", " << QGuiApplication::platformName()
        << "\nSystem: " << QSysInfo::prettyProductName() << ", " << QSysInfo::kernelType() << ' '
        << QSysInfo::kernelVersion() << ", " << QSysInfo::currentCpuArchitecture() << "\nLanguage: " << QLocale().name()
        << '\n';
    for (const QScreen* screen : QGuiApplication::screens()) {
        out << "Screen: " << screen->size().width() << " x " << screen->size().height() << " at "
            << screen->devicePixelRatio() << '\n';
    }
    for (const DeviceInfo& device : devices) {
        out << "Device: " << device.id.c_str() << " (" << device.name.english().c_str() << ")"
            << (device.available ? "" : (" not used: " + device.reason.english()).c_str()) << '\n';
    }
    out << "Model: " << modelLine(model) << "\n\n" << log << '\n';
    return text;
}

} // namespace parley::gui
