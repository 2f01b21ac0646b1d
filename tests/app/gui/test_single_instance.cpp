// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/single_instance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using parley::gui::SingleInstance;

class TestSingleInstance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsFilesToTheFirst();
    void eachFolderHasItsOwn();
    void anotherMayFollow();
};

void TestSingleInstance::handsFilesToTheFirst() {
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    QVERIFY(first.claim());
    QSignalSpy arrived(&first, &SingleInstance::filesArrived);
    SingleInstance second(folder.path());
    QVERIFY(!second.claim());
    QVERIFY(second.handOver({"/a/script.txt", "relative.txt", "/b/Ümläut.wav"}));
    QTRY_COMPARE(arrived.count(), 1);
    QCOMPARE(arrived.first().first().toStringList(), QStringList({"/a/script.txt", "/b/Ümläut.wav"}));
}

void TestSingleInstance::eachFolderHasItsOwn() {
    const QTemporaryDir folder;
    const QTemporaryDir other;
    SingleInstance first(folder.path());
    SingleInstance second(other.path());
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void TestSingleInstance::anotherMayFollow() {
    const QTemporaryDir folder;
    {
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
    }
    SingleInstance second(folder.path());
    QVERIFY(!second.handOver({}));
    QVERIFY(second.claim());
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
