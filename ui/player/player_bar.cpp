// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/player_bar.h"

#include "player/speed_control.h"
#include "player/time_text.h"
#include "player/volume_control.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"
#include "widgets/waveform_view.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace parley::ui {
namespace {

constexpr int kGrowthMs = 250;

QToolButton* toolButton(const QString& name, const QString& iconName, const QString& text, const QString& tip) {
    auto* const button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    return button;
}

} // namespace

PlayerBar::PlayerBar(Player& player, QWidget* parent) : QWidget(parent), m_player(player) {
    setObjectName(QStringLiteral("playerBar"));
    setAccessibleName(tr("Player"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    buildControls();
    buildLayout();
    connectPlayer();
    m_growth.setInterval(kGrowthMs);
    connect(&m_growth, &QTimer::timeout, this, [this] {
        if (m_player.track()->isComplete()) {
            m_growth.stop();
        }
        showTime();
    });
    setTitle({});
    showTrack();
}

void PlayerBar::buildControls() {
    m_notice = new NoticeBar;
    m_notice->setObjectName(QStringLiteral("playerNotice"));
    m_play = toolButton(QStringLiteral("playerPlay"), QStringLiteral("play"), tr("Play"), tr("Play (Space)"));
    m_stop = toolButton(QStringLiteral("playerStop"), QStringLiteral("stop"), tr("Stop"),
                        tr("Stop and go back to the beginning"));
    m_loop =
        toolButton(QStringLiteral("playerLoop"), QStringLiteral("loop"), tr("Loop"), tr("Play it again and again"));
    m_loop->setCheckable(true);
    m_compare = toolButton(QStringLiteral("playerCompare"), QStringLiteral("ab-compare"), tr("Compare two takes"),
                           tr("Switch between two takes at the same place"));
    m_compare->setEnabled(false);
    m_title = new ElidedLabel;
    m_title->setObjectName(QStringLiteral("playerTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont strong = font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_status = new QLabel;
    m_status->setObjectName(QStringLiteral("playerStatus"));
    m_time = new QLabel;
    m_time->setObjectName(QStringLiteral("playerTime"));
    m_waveform = new WaveformView;
    m_waveform->setObjectName(QStringLiteral("playerWaveform"));
    m_waveform->setAccessibleName(tr("Place in the take"));
}

void PlayerBar::buildLayout() {
    auto* const speed = new SpeedControl;
    auto* const volume = new VolumeControl;
    speed->setSpeed(m_player.speed());
    volume->setVolume(m_player.volume());
    connect(speed, &SpeedControl::speedChanged, &m_player, &Player::setSpeed);
    connect(&m_player, &Player::speedChanged, speed, &SpeedControl::setSpeed);
    connect(volume, &VolumeControl::volumeChanged, &m_player, &Player::setVolume);
    connect(&m_player, &Player::volumeChanged, volume, &VolumeControl::setVolume);

    auto* const words = new QHBoxLayout;
    words->setSpacing(16);
    words->addWidget(m_title, 1);
    words->addWidget(m_status);
    words->addWidget(m_time);
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_stop);
    row->addWidget(m_waveform, 1);
    sizeButtons();
    for (QWidget* const control : std::initializer_list<QWidget*>{m_loop, m_compare, speed, volume}) {
        row->addWidget(control);
    }
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(4);
    rows->addWidget(m_notice);
    rows->addLayout(words);
    rows->addLayout(row);
}

/// What the bar is for is half as high again as its text.
void PlayerBar::sizeButtons() {
    const int line = fontMetrics().height();
    for (QToolButton* const button : {m_play, m_stop}) {
        button->setIconSize(QSize(line, line) * 3 / 2);
    }
}

void PlayerBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        sizeButtons();
    }
}

void PlayerBar::connectPlayer() {
    connect(m_play, &QToolButton::clicked, this, &PlayerBar::togglePlay);
    connect(m_stop, &QToolButton::clicked, &m_player, &Player::stop);
    connect(m_loop, &QToolButton::toggled, &m_player, &Player::setLoop);
    connect(&m_player, &Player::loopChanged, m_loop, &QToolButton::setChecked);
    m_loop->setChecked(m_player.loop());
    connect(m_compare, &QToolButton::clicked, this, &PlayerBar::compareRequested);
    connect(m_waveform, &WaveformView::seekRequested, &m_player, &Player::seek);
    connect(&m_player, &Player::trackChanged, this, &PlayerBar::showTrack);
    connect(&m_player, &Player::stateChanged, this, &PlayerBar::showState);
    connect(&m_player, &Player::positionChanged, this, &PlayerBar::showTime);
    connect(&m_player, &Player::problem, this, &PlayerBar::tellProblem);
}

void PlayerBar::setTitle(const QString& title) {
    m_title->setText(title.isEmpty() ? tr("Nothing to play yet") : title);
}

void PlayerBar::setExpectedSeconds(double seconds) {
    m_waveform->setExpectedSeconds(seconds);
}

void PlayerBar::setReadyIn(const std::optional<double>& seconds) {
    m_readyIn = seconds;
    showState();
}

void PlayerBar::setCompareAvailable(bool available) {
    m_compare->setEnabled(available);
}

void PlayerBar::togglePlay() {
    if (m_player.isActive()) {
        m_player.pause();
        return;
    }
    m_notice->clear();
    m_player.play();
}

void PlayerBar::showTrack() {
    const SoundTrackPtr& track = m_player.track();
    m_waveform->setTrack(track);
    m_waveform->setExpectedSeconds(0);
    for (QWidget* const control : std::initializer_list<QWidget*>{m_play, m_stop, m_waveform}) {
        control->setEnabled(track != nullptr);
    }
    if (track && !track->isComplete()) {
        m_growth.start();
    } else {
        m_growth.stop();
    }
    showTime();
    showState();
}

void PlayerBar::showState() {
    const bool active = m_player.isActive();
    m_play->setIcon(icon(active ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setAccessibleName(active ? tr("Pause") : tr("Play"));
    m_play->setToolTip(active ? tr("Pause (Space)") : tr("Play (Space)"));
    QString status;
    if (m_player.state() == Player::State::Waiting) {
        status = tr("Waiting for the rest of the take");
    } else if (m_readyIn && !active) {
        const int seconds = std::max(1, static_cast<int>(std::ceil(std::min(*m_readyIn, 1e6))));
        status = tr("Ready to play in %n s", nullptr, seconds);
    }
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
}

void PlayerBar::showTime() {
    const double length = m_player.track() ? m_player.track()->seconds() : 0.0;
    m_waveform->setPosition(m_player.position());
    //: A player's clock: where it is, and how long the sound is.
    m_time->setText(tr("%1 / %2").arg(timeText(m_player.position()), timeText(length)));
}

void PlayerBar::tellProblem(const QString& text) {
    QList<NoticeBar::Action> actions;
    if (!m_player.isActive()) {
        actions.append({tr("Try again"), [this] { togglePlay(); }});
    }
    m_notice->tell(Tone::Warning, text, actions);
}

void PlayerBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && m_player.track()) {
        togglePlay();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace parley::ui
