// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// The window's program, started from outside.
class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsItsVersionWithoutAScreen_data();
    void tellsItsVersionWithoutAScreen();
};

void TestProgram::tellsItsVersionWithoutAScreen_data() {
    QTest::addColumn<QString>("option");
    QTest::newRow("long") << "--version";
    QTest::newRow("short") << "-v";
}

void TestProgram::tellsItsVersionWithoutAScreen() {
    QFETCH(QString, option);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* screen : {"DISPLAY", "WAYLAND_DISPLAY"}) {
        environment.remove(screen);
    }
    environment.insert("QT_QPA_PLATFORM", "xcb");
    program.setProcessEnvironment(environment);
    program.start(PARLEY_WINDOW, {option});
    QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
    const QByteArray out = program.readAllStandardOutput();
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    const QRegularExpression report("^parley [0-9.]+\ncommit: .+\ntorch: [0-9.]+\nCUDA: .+\nQt: ([0-9.]+)\n$");
    const QRegularExpressionMatch match = report.match(QString::fromUtf8(out));
    QVERIFY2(match.hasMatch(), out + program.readAllStandardError());
    QCOMPARE(match.captured(1), QString::fromLatin1(qVersion()));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
