// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/export.h"
#include "ui/store/take_samples.h"

#include <QSet>
#include <QTemporaryDir>

using parley::ui::exportFormatFromKey;
using parley::ui::exportFormatKey;
using parley::ui::exportFormatName;
using parley::ui::exportFormats;
using parley::ui::exportFormatSuffix;
using parley::ui::exportName;
using parley::ui::Take;

class TestExportName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesFormats() {
        QStringList keys;
        QSet<QString> names;
        for (const auto format : exportFormats()) {
            keys += exportFormatKey(format);
            names += exportFormatName(format);
            QCOMPARE(exportFormatFromKey(exportFormatKey(format)), std::optional(format));
            QVERIFY(keys.last().startsWith(exportFormatSuffix(format)));
        }
        QCOMPARE(keys, QStringList({"wav", "wav24", "wavfloat", "flac", "ogg", "opus", "mp3"}));
        QCOMPARE(names.size(), 7);
        QVERIFY(!exportFormatFromKey("m4a"));
        QVERIFY(!exportFormatFromKey({}));
    }

    void makesFileNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("script");
        QTest::addColumn<qint64>("seed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("script") << "" << "[S1] Hello there. (laughs) [S2] Hi!" << qint64{7} << "Hello there. Hi! 7";
        QTest::newRow("name") << "Final one" << "[S1] Hello" << qint64{7} << "Final one 7";
        QTest::newRow("no seed") << "Final one" << "" << qint64{-1} << "Final one";
        QTest::newRow("letters") << QString::fromUtf8("Grüße 日本 😀") << "" << qint64{1}
                                 << QString::fromUtf8("Grüße 日本 😀 1");
        QTest::newRow("nothing") << "" << "" << qint64{1} << "Take 1";
        QTest::newRow("only tags") << "" << "[S1] (sighs)" << qint64{1} << "Take 1";
        QTest::newRow("a way out") << "../../etc/passwd" << "" << qint64{1} << "etc passwd 1";
        QTest::newRow("forbidden") << "a/b\\c:d*e?f\"g<h>i|j\nk\x01l" << "" << qint64{1} << "a b c d e f g h i j k l 1";
        QTest::newRow("hidden") << ".-hidden..." << "" << qint64{-1} << "hidden";
        QTest::newRow("long script") << "" << "[S1] " + QString("word ").repeated(50) << qint64{1}
                                     << QString("word ").repeated(12) + "1";
    }

    void makesFileNames() {
        QFETCH(const QString, name);
        QFETCH(const QString, script);
        QFETCH(const qint64, seed);
        QFETCH(const QString, expected);
        Take take;
        take.name = name;
        take.recipe.script = script;
        take.recipe.settings.seed = seed;
        QCOMPARE(exportName(take), expected);
    }

    void keepsFileNamesShort() {
        Take take;
        take.name = QString::fromUtf8("😀").repeated(500);
        const QString name = exportName(take);
        QVERIFY(!name.isEmpty() && name.toUtf8().size() < 200);
        QVERIFY(!name.contains(QChar::ReplacementCharacter));
        QCOMPARE(QString::fromUtf8(name.toUtf8()), name); // not cut inside a letter
    }

    void findsFreePaths() {
        const QTemporaryDir folder;
        const auto wav = parley::ui::ExportFormat::Wav16;
        QCOMPARE(parley::ui::freeExportPath(folder.path(), "a", wav), folder.filePath("a.wav"));
        samples::put(folder.filePath("a.wav"), "x");
        QVERIFY(QFile::link("/nowhere", folder.filePath("a 2.wav")));
        QCOMPARE(parley::ui::freeExportPath(folder.path(), "a", wav), folder.filePath("a 3.wav"));
    }
};

QTEST_GUILESS_MAIN(TestExportName)
#include "test_export_name.moc"
