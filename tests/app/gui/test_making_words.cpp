// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "gui/language.h"
#include "jobs/make_bar.h"
#include "widgets/elided_label.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

/// Figures as a slow machine has them, as long as they get.
JobProgress slowDecoding() {
    JobProgress progress;
    progress.phase = JobProgress::Phase::Decoding;
    progress.fraction = 0.4;
    progress.step = 1240;
    progress.stepsAtMost = 3054;
    progress.tokensPerSecond = 38.1;
    progress.realtime = 0.44;
    progress.secondsLeft = 20 * 60 + 45;
    return progress;
}

} // namespace

/// What is told while takes are made can be read whole, in the real window.
class TestMakingWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areWhole_data();
    void areWhole();
};

void TestMakingWords::areWhole_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("takes");
    // A language that was installed stays.
    for (const QString language : {"en", "de"}) {
        for (const QSize size : {QSize(1100, 700), QSize(1280, 800)}) {
            for (const int takes : {1, 6}) {
                QTest::addRow("%s, %d x %d, %d takes", qPrintable(language), size.width(), size.height(), takes)
                    << language << size << takes;
            }
        }
    }
}

void TestMakingWords::areWhole() {
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    QFETCH(const int, takes);
    gui::installLanguage(*qApp, language);
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.window().resize(size);
    MakeBar& bar = *demo.window().make;
    for (const JobProgress::Phase phase : {JobProgress::Phase::Loading, JobProgress::Phase::Decoding}) {
        JobProgress progress = slowDecoding();
        progress.phase = phase;
        bar.setTakes(takes);
        bar.setMaking({progress, false, takes - 1, progress});
        bar.setWaiting(takes > 1 ? 12 : 0);
        bar.setReadyIn(progress.secondsLeft);
        QCoreApplication::sendPostedEvents(); // the layouts'
        QCoreApplication::processEvents();
        for (const char* name : {"makeStatus", "makeCompany", "makeReady", "makePace"}) {
            const auto* label = dynamic_cast<ElidedLabel*>(demo.find<QLabel>(name));
            QVERIFY(label != nullptr);
            QCOMPARE(label->isVisible(), !label->text().isEmpty());
            QTRY_VERIFY2(
                label->isWhole(),
                qPrintable(
                    QString("%1: “%2” in %3 x %4").arg(name, label->text()).arg(label->width()).arg(label->height())));
        }
    }
}

QTEST_MAIN(TestMakingWords)
#include "test_making_words.moc"
