// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/update_control.h"

#include "bridge/error_text.h"
#include "gui/main_window.h"
#include "parley/version.h"
#include "widgets/notice_bar.h"

#include <QDesktopServices>
#include <QPointer>
#include <functional>

namespace parley::gui {

namespace {

QCoro::Task<void> ask(ui::FetchPtr question, QUrl address, std::function<void(ui::Fetched<ui::Release>)> answer) {
    answer(co_await ui::latestRelease(question, address));
}

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

} // namespace

UpdateControl::Place updatePlace() {
    const BuildInfo build = buildInfo();
    return {QUrl(text(build.updates)), QVersionNumber::fromString(text(build.version))};
}

UpdateControl::UpdateControl(MainWindow& window, Place place)
    : QObject(&window), m_window(window), m_place(std::move(place)) {}

UpdateControl::~UpdateControl() {
    if (m_question) {
        m_question->stop();
    }
}

void UpdateControl::check() {
    if (m_question) {
        return;
    }
    m_window.notice->tell(ui::Tone::Neutral, tr("Asking %1 for the newest version…").arg(m_place.address.host()));
    ui::HubSettings settings;
    settings.endpoint = m_place.address;
    settings.allowsPlainLoopback = m_place.allowsPlainLoopback;
    ui::FetchRules rules;
    rules.mostTries = 1; // the person is there, and can ask again
    m_question = std::make_shared<ui::FetchContext>(settings, rules, [](const ui::DownloadProgress&) {});
    const QPointer<UpdateControl> self(this);
    ask(m_question, m_place.address, [self](const ui::Fetched<ui::Release>& answer) {
        if (self) {
            self->m_question.reset();
            self->tell(answer);
        }
    });
}

void UpdateControl::tell(const ui::Fetched<ui::Release>& answer) {
    if (const auto* const fault = std::get_if<ui::TransferFault>(&answer)) {
        Error error = fault->error;
        error.remedy = {}; // it speaks of a download
        m_window.notice->tell(ui::Tone::Warning,
                              tr("Whether there is a newer version is not known. %1").arg(ui::errorText(error)));
        return;
    }
    const auto& release = std::get<ui::Release>(answer);
    const QString newest = release.version.toString();
    if (release.version <= m_place.version) {
        m_window.notice->tell(ui::Tone::Good, tr("This is the newest version, %1.").arg(m_place.version.toString()));
        return;
    }
    m_window.notice->tell(
        ui::Tone::Neutral, tr("Parley %1 is out; this is %2.").arg(newest, m_place.version.toString()),
        {{.label = tr("Open its page"), .run = [page = release.page] { QDesktopServices::openUrl(page); }}});
}

} // namespace parley::gui
