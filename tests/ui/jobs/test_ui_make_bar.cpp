// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/make_bar.h"
#include "jobs/progress_text.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <limits>

using namespace parley::ui;

class TestUiMakeBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void makesByButtonAndKeys();
    void saysWhyItCannot();
    void wordsThePhases_data();
    void wordsThePhases();
    void tellsThePace();
    void tellsOfItsCompany();
    void tellsWhenItIsReadyToPlay();
    void cancelsWhileItMakes();
    void narrowKeepsTheWordsAboutProgress();
    void goesBackToIdle();
    void staysAsHighAsItIs();
    void wordsDurations_data();
    void wordsDurations();

private:
    [[nodiscard]] QString text(const char* name) const {
        return m_bar->findChild<QLabel*>(QLatin1String(name))->text();
    }
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_bar->findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<MakeBar> m_bar;
};

namespace {

JobProgress decoding() {
    JobProgress progress;
    progress.phase = JobProgress::Phase::Decoding;
    progress.fraction = 0.25;
    progress.step = 1234;
    progress.stepsAtMost = 3054;
    progress.tokensPerSecond = 12.34;
    progress.realtime = 0.143;
    progress.secondsLeft = 200;
    return progress;
}

/// Without company.
MakingProgress alone(const JobProgress& progress) {
    return {progress, false, 0, progress};
}

} // namespace

void TestUiMakeBar::initTestCase() {
    QLocale::setDefault(QLocale::c());
}

void TestUiMakeBar::init() {
    m_bar = std::make_unique<MakeBar>();
    m_bar->resize(600, 60);
    m_bar->show();
    m_bar->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void TestUiMakeBar::makesByButtonAndKeys() {
    const QSignalSpy made(m_bar.get(), &MakeBar::makeRequested);
    QTest::mouseClick(child<QPushButton>("makeButton"), Qt::LeftButton);
    QTest::keyClick(m_bar.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(m_bar.get(), Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    QCOMPARE(made.size(), 3);
    QCOMPARE(child<QPushButton>("makeButton")->text(), QStringLiteral("Make"));
    m_bar->setTakes(3);
    QCOMPARE(child<QPushButton>("makeButton")->text(), QStringLiteral("Make 3 takes"));
    m_bar->setMaking(alone(decoding()));
    QTest::keyClick(m_bar.get(), Qt::Key_Return, Qt::ControlModifier); // the queue takes more at any time
    QCOMPARE(made.size(), 4);
}

void TestUiMakeBar::saysWhyItCannot() {
    const QSignalSpy made(m_bar.get(), &MakeBar::makeRequested);
    m_bar->setCanMake(false, QStringLiteral("There is no model yet."));
    QTest::mouseClick(child<QPushButton>("makeButton"), Qt::LeftButton);
    QTest::keyClick(m_bar.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(made.isEmpty());
    QCOMPARE(text("makeStatus"), QStringLiteral("There is no model yet."));
    QCoreApplication::sendPostedEvents(); // the layout's
    QVERIFY(child<QLabel>("makeStatus")->width() > m_bar->width() / 2);
    QCOMPARE(child<QPushButton>("makeButton")->toolTip(), QStringLiteral("There is no model yet."));
    m_bar->setMaking(alone(decoding())); // the reason stays readable
    QCOMPARE(text("makePace"), QStringLiteral("There is no model yet."));
    m_bar->setIdle({});
    m_bar->setCanMake(true);
    QTest::mouseClick(child<QPushButton>("makeButton"), Qt::LeftButton);
    QCOMPARE(made.size(), 1);
    QVERIFY(!text("makeStatus").contains(QLatin1String("model")));
}

void TestUiMakeBar::wordsThePhases_data() {
    QTest::addColumn<int>("phase");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("maximum");

    using Phase = JobProgress::Phase;
    QTest::newRow("waiting") << static_cast<int>(Phase::Waiting) << "About to start" << -1 << 0;
    QTest::newRow("loading") << static_cast<int>(Phase::Loading) << "Loading the model, 25 %" << 250 << 1000;
    QTest::newRow("prefill") << static_cast<int>(Phase::Prefill) << "Reading voice and script, 25 %" << 250 << 1000;
    QTest::newRow("decoding") << static_cast<int>(Phase::Decoding) << "Step 1234 of 3054" << 250 << 1000;
}

void TestUiMakeBar::wordsThePhases() {
    QFETCH(int, phase);
    QFETCH(QString, status);
    QFETCH(int, maximum);
    JobProgress progress = decoding();
    progress.phase = static_cast<JobProgress::Phase>(phase);
    m_bar->setMaking(alone(progress));
    QCOMPARE(text("makeStatus"), status);
    QCOMPARE(child<QProgressBar>("makeProgress")->maximum(), maximum);
    if (maximum > 0) {
        QTEST(child<QProgressBar>("makeProgress")->value(), "value");
    }
    QVERIFY(!child<QLabel>("makeCompany")->isVisible());
    m_bar->setWaiting(2);
    QCOMPARE(text("makeStatus"), status);
    QCOMPARE(text("makeCompany"), QStringLiteral("2 waiting"));
}

void TestUiMakeBar::tellsThePace() {
    m_bar->setMaking(alone(decoding()));
    QCOMPARE(text("makePace"), QStringLiteral("12.3 tokens/s · 0.14 × real time · at most 3 min 20 s left"));
    JobProgress unknown;
    unknown.phase = JobProgress::Phase::Decoding;
    m_bar->setMaking(alone(unknown));
    QCOMPARE(text("makePace"), QString());
    unknown.fraction = std::numeric_limits<double>::quiet_NaN(); // nothing to show is no reason to fail
    m_bar->setMaking(alone(unknown));
}

void TestUiMakeBar::tellsOfItsCompany() {
    MakingProgress making = alone(decoding());
    making.others = 3;
    making.all.tokensPerSecond = 38.1;
    making.all.realtime = 0.44;
    m_bar->setMaking(making);
    m_bar->setWaiting(2);
    QCOMPARE(text("makeStatus"), QStringLiteral("Step 1234 of 3054"));
    QCOMPARE(text("makeCompany"), QStringLiteral("3 more · 2 waiting"));
    QCOMPARE(text("makePace"), QStringLiteral("38.1 tokens/s · 0.44 × real time · at most 3 min 20 s left"));
    QCOMPARE(child<QProgressBar>("makeProgress")->value(), 250); // of the one in front
    making.stopping = true;
    m_bar->setMaking(making);
    QCOMPARE(text("makeCompany"), QStringLiteral("3 more · 2 waiting"));
}

void TestUiMakeBar::tellsWhenItIsReadyToPlay() {
    auto* const ready = child<QLabel>("makeReady");
    m_bar->setReadyIn(8.4);
    QVERIFY(!ready->isVisible()); // nothing is being made
    m_bar->setMaking(alone(decoding()));
    QVERIFY(ready->isVisible());
    QCOMPARE(ready->text(), QStringLiteral("Ready to play in 8 s"));
    m_bar->setReadyIn(0.0);
    QCOMPARE(ready->text(), QStringLiteral("Ready to play"));
    m_bar->setReadyIn(std::nullopt);
    QVERIFY(!ready->isVisible());
    m_bar->setReadyIn(std::numeric_limits<double>::infinity());
    QVERIFY(!ready->isVisible());
}

void TestUiMakeBar::cancelsWhileItMakes() {
    const QSignalSpy cancelled(m_bar.get(), &MakeBar::cancelRequested);
    QTest::keyClick(m_bar.get(), Qt::Key_Escape);
    QVERIFY(cancelled.isEmpty());
    QVERIFY(!child<QPushButton>("cancelButton")->isVisible());
    m_bar->setMaking(alone(decoding()));
    QTest::mouseClick(child<QPushButton>("cancelButton"), Qt::LeftButton);
    QTest::keyClick(m_bar.get(), Qt::Key_Escape);
    QTest::keyClick(m_bar.get(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(cancelled.size(), 3);
    MakingProgress stopping = alone(decoding());
    stopping.stopping = true;
    m_bar->setMaking(stopping);
    QVERIFY(!m_bar->cancelAction()->isEnabled());
    QVERIFY(text("makeStatus").startsWith(QLatin1String("Stopping")));
    m_bar->setMaking({}); // the next job
    QVERIFY(m_bar->cancelAction()->isEnabled());
}

void TestUiMakeBar::narrowKeepsTheWordsAboutProgress() {
    m_bar->setMaking(alone(decoding()));
    const auto* cancel = child<QPushButton>("cancelButton");
    QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
    m_bar->resize(420, m_bar->height());
    QTRY_COMPARE(cancel->text(), QString());
    QCOMPARE(cancel->accessibleName(), QStringLiteral("Cancel"));
    QVERIFY(!cancel->icon().isNull());
    m_bar->resize(600, m_bar->height());
    QTRY_COMPARE(cancel->text(), QStringLiteral("Cancel"));
}

void TestUiMakeBar::goesBackToIdle() {
    m_bar->setMaking(alone(decoding()));
    m_bar->setReadyIn(3.0);
    m_bar->setIdle(QStringLiteral("12.4 s of sound in 17 s"));
    QCOMPARE(text("makeStatus"), QStringLiteral("12.4 s of sound in 17 s"));
    QVERIFY(!child<QProgressBar>("makeProgress")->isVisible());
    QVERIFY(!child<QLabel>("makeReady")->isVisible());
    QVERIFY(!child<QPushButton>("cancelButton")->isVisible());
}

void TestUiMakeBar::staysAsHighAsItIs() {
    const int idle = m_bar->sizeHint().height();
    m_bar->setMaking(alone(decoding()));
    m_bar->setWaiting(2);
    m_bar->setReadyIn(3.0);
    QCOMPARE(m_bar->sizeHint().height(), idle);
}

void TestUiMakeBar::wordsDurations_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("words");

    QTest::newRow("soon") << 0.2 << "1 s";
    QTest::newRow("seconds") << 59.4 << "59 s";
    QTest::newRow("a minute") << 59.6 << "1 min 0 s";
    QTest::newRow("hours") << 3900.0 << "1 h 5 min";
    QTest::newRow("beyond all") << 1e300 << "1000 h 0 min";
}

void TestUiMakeBar::wordsDurations() {
    QFETCH(double, seconds);
    QTEST(durationText(seconds), "words");
}

QTEST_MAIN(TestUiMakeBar)
#include "test_ui_make_bar.moc"
