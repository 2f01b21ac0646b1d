// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_list_model.h"
#include "ui/jobs/recording_sink.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace parley::ui;

class TestUiJobListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsItsOrder();
    void letsOnlyWaitingOnesMove();
    void wordsItsStates();
    void cutsBetweenWords_data();
    void cutsBetweenWords();

private:
    void setState(quint64 id, JobState state);
    [[nodiscard]] QList<quint64> ids() const;

    std::unique_ptr<JobListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestUiJobListModel::init() {
    m_tester.reset();
    m_model = std::make_unique<JobListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (quint64 id = 1; id <= 5; ++id) {
        JobEntry entry;
        entry.id = id;
        entry.recipe.script = QStringLiteral("[S1] Line %1.").arg(id);
        m_model->append(entry);
    }
}

void TestUiJobListModel::setState(quint64 id, JobState state) {
    JobEntry entry = *m_model->find(id);
    entry.state = state;
    m_model->update(entry);
}

QList<quint64> TestUiJobListModel::ids() const {
    QList<quint64> all;
    for (const JobEntry& entry : m_model->entries()) {
        all.append(entry.id);
    }
    return all;
}

void TestUiJobListModel::keepsItsOrder() {
    setState(1, JobState::Running);
    setState(4, JobState::Cancelled);
    QCOMPARE(ids(), QList<quint64>({4, 1, 2, 3, 5}));
    setState(1, JobState::Failed);
    setState(2, JobState::Running);
    QCOMPARE(ids(), QList<quint64>({4, 1, 2, 3, 5}));
    setState(3, JobState::Running); // beside the older one
    QCOMPARE(ids(), QList<quint64>({4, 1, 2, 3, 5}));
    setState(3, JobState::Cancelled);
    QCOMPARE(ids(), QList<quint64>({4, 1, 3, 2, 5}));
    setState(3, JobState::Waiting);
    setState(4, JobState::Waiting);
    QCOMPARE(ids(), QList<quint64>({1, 2, 4, 3, 5}));
    QCOMPARE(m_model->firstWaiting(), 2);
    m_model->remove(4);
    QCOMPARE(ids(), QList<quint64>({1, 2, 3, 5}));
}

void TestUiJobListModel::letsOnlyWaitingOnesMove() {
    setState(1, JobState::Done);
    setState(2, JobState::Running);
    QVERIFY(!m_model->moveRows({}, 1, 1, {}, 4));
    QVERIFY(!m_model->moveRows({}, 3, 1, {}, 3));
    QVERIFY(!m_model->moveRows({}, 3, 2, {}, 0));
    QVERIFY(m_model->moveRows({}, 4, 1, {}, 0));
    QCOMPARE(ids(), QList<quint64>({1, 2, 5, 3, 4}));
    QVERIFY(m_model->moveRows({}, 2, 1, {}, 5));
    QCOMPARE(ids(), QList<quint64>({1, 2, 3, 4, 5}));
    QVERIFY(!(m_model->flags(m_model->index(1)) & Qt::ItemIsDragEnabled));
    QVERIFY(m_model->flags(m_model->index(2)) & Qt::ItemIsDragEnabled);
}

void TestUiJobListModel::wordsItsStates() {
    JobEntry entry = *m_model->find(1);
    entry.state = JobState::Running;
    entry.take = 2;
    entry.takes = 3;
    entry.progress.phase = JobProgress::Phase::Decoding;
    entry.progress.step = 12;
    entry.progress.stepsAtMost = 3054;
    entry.progress.fraction = 0.25;
    m_model->update(entry);
    const QModelIndex row = m_model->index(0);
    QCOMPARE(row.data().toString(), QStringLiteral("Line 1."));
    QCOMPARE(row.data(JobListModel::DetailRole).toString(),
             QStringLiteral("Take 2 of 3: Step 12 of %1").arg(QLocale().toString(3054)));
    QCOMPARE(row.data(JobListModel::FractionRole).toDouble(), 0.25);
    entry.state = JobState::Failed;
    entry.takes = 1;
    entry.problem = QStringLiteral("No memory.");
    m_model->update(entry);
    QCOMPARE(m_model->index(0).data(JobListModel::DetailRole).toString(), QStringLiteral("No memory."));
}

void TestUiJobListModel::cutsBetweenWords_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("words");

    QTest::newRow("short") << "[S1] Hi  there. [S2] Oh." << "Hi there. Oh.";
    QTest::newRow("long") << "[S1] Welcome back to the show." << QStringLiteral("Welcome back to…");
    QTest::newRow("one long word") << "Donaudampfschifffahrt" << QStringLiteral("Donaudampfschif…");
    QTest::newRow("no half characters") << QStringLiteral("aaaaaaaaaaaaaa😀😀") << QStringLiteral("aaaaaaaaaaaaaa…");
    QTest::newRow("empty") << "" << "";
}

void TestUiJobListModel::cutsBetweenWords() {
    QFETCH(QString, script);
    QFETCH(QString, words);
    QCOMPARE(firstWords(script, 15), words);
}

QTEST_GUILESS_MAIN(TestUiJobListModel)
#include "test_ui_job_list_model.moc"
