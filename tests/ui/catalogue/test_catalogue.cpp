// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <algorithm>

using parley::ErrorCode;
using parley::Result;
using parley::ui::builtInCatalogue;
using parley::ui::CatalogueEntry;
using parley::ui::catalogueEntry;
using parley::ui::CatalogueFile;
using parley::ui::defaultEntry;
using parley::ui::entryFromJson;
using parley::ui::isSafePath;
using parley::ui::readCatalogue;
using parley::ui::toJson;

namespace {

QJsonObject smallEntry() {
    return {{"id", "dia"},
            {"name", "Dia"},
            {"kind", "model"},
            {"repository", "a/b"},
            {"files", QJsonArray{QJsonObject{{"path", "model.safetensors"}, {"bytes", 4}}}}};
}

QByteArray catalogueOf(const QJsonArray& entries) {
    return QJsonDocument(QJsonObject{{"schema", 1}, {"entries", entries}}).toJson();
}

} // namespace

/// The list of models, and what is no such list.
class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatParleyNeeds() {
        const CatalogueEntry model = defaultEntry("model");
        QCOMPARE(model.id, QStringLiteral("dia-1.6b-0626"));
        QCOMPARE(model.generation, QStringLiteral("0626"));
        // 1.611e9 values of four bytes, and not the three copies that the repository holds.
        QVERIFY(model.totalBytes() > 6'440'000'000 && model.totalBytes() < 6'450'000'000);
        QCOMPARE(defaultEntry("codec").id, model.codec);
        QVERIFY(catalogueEntry("dia-1.6b-0.1-bf16"));
        QVERIFY(!catalogueEntry("no-such"));
    }

    void saysEverythingOfEachEntry() {
        for (const CatalogueEntry& entry : builtInCatalogue()) {
            const QByteArray id = entry.id.toUtf8();
            QVERIFY2(!entry.name.isEmpty() && !entry.kind.isEmpty() && !entry.licence.isEmpty(), id);
            QVERIFY2(!entry.layout.isEmpty() && !entry.dtype.isEmpty() && !entry.files.isEmpty(), id);
            QVERIFY2(!entry.repository.isEmpty() && !entry.revision.isEmpty(), id);
            if (entry.kind == "model") {
                QVERIFY2(!entry.generation.isEmpty() && !entry.codec.isEmpty(), id);
                QCOMPARE(entry.memory.keys(), (QStringList{"bfloat16", "float32", "int4", "int8"}));
            }
        }
    }

    void knowsSizeAndHashTogether() {
        for (const CatalogueEntry& entry : builtInCatalogue()) {
            for (const CatalogueFile& file : entry.files) {
                QVERIFY2((file.bytes >= 0) == !file.sha256.isEmpty(), qPrintable(entry.id + "/" + file.path));
                QVERIFY2(file.sha256.isEmpty() || entry.revision.size() == 40, qPrintable(entry.id));
            }
        }
    }

    void hasNoMembersOfOtherNames() {
        QFile file(QStringLiteral(":/parley/models.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList known{"id",      "name",  "kind",       "default",  "generation", "layout", "dtype",
                                "licence", "codec", "repository", "revision", "memory",     "files"};
        const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).object().value("entries").toArray();
        for (const auto& entry : entries) {
            for (const QString& name : entry.toObject().keys()) {
                QVERIFY2(known.contains(name), qPrintable(name));
            }
            const QJsonArray files = entry.toObject().value("files").toArray();
            for (const auto& each : files) {
                for (const QString& name : each.toObject().keys()) {
                    QVERIFY2((QStringList{"path", "url", "bytes", "about", "sha256", "optional"}).contains(name),
                             qPrintable(name));
                }
            }
        }
    }

    void givesBackWhatItWrote() {
        for (CatalogueEntry entry : builtInCatalogue()) {
            entry.isDefault = false;
            const Result<CatalogueEntry> again = entryFromJson(toJson(entry));
            QVERIFY2(again.ok(), qPrintable(entry.id));
            QCOMPARE(again.value(), entry);
        }
    }

    void refusesWhatIsWrong_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto files = [](const QJsonObject& file) { return QJsonValue(QJsonArray{file}); };
        QTest::newRow("no id") << "id" << QJsonValue("");
        QTest::newRow("id of two parts") << "id" << QJsonValue("../dia");
        QTest::newRow("hidden id") << "id" << QJsonValue(".dia");
        QTest::newRow("no name") << "name" << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("another kind") << "kind" << QJsonValue("music");
        QTest::newRow("another generation") << "generation" << QJsonValue("2");
        QTest::newRow("repository of three parts") << "repository" << QJsonValue("a/b/c");
        QTest::newRow("revision with a slash") << "revision" << QJsonValue("a/../b");
        QTest::newRow("memory of nothing") << "memory" << QJsonValue(QJsonObject{{"float32", 0}});
        QTest::newRow("no files") << "files" << QJsonValue("model.safetensors");
        QTest::newRow("codec that is not there") << "codec" << QJsonValue("dac");
        QTest::newRow("file above") << "files" << files({{"path", "../model.safetensors"}});
        QTest::newRow("absolute file") << "files" << files({{"path", "/etc/passwd"}});
        QTest::newRow("negative size") << "files" << files({{"path", "a"}, {"bytes", -1}});
        QTest::newRow("size in words") << "files" << files({{"path", "a"}, {"bytes", "4"}});
        QTest::newRow("short hash") << "files" << files({{"path", "a"}, {"sha256", "4f4e9c50"}});
        QTest::newRow("another scheme") << "files" << files({{"path", "a"}, {"url", "file:///etc/passwd"}});
        QTest::newRow("nowhere to get it") << "repository" << QJsonValue("");
    }
    void refusesWhatIsWrong() {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QVERIFY(readCatalogue(catalogueOf({smallEntry()})).ok());
        QJsonObject entry = smallEntry();
        entry.insert(member, value);
        const auto read = readCatalogue(catalogueOf({entry}));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::CheckpointCorrupt);
    }

    void refusesOtherLists() {
        QVERIFY(!readCatalogue("not JSON").ok());
        QVERIFY(!readCatalogue(R"({"schema": 2, "entries": []})").ok());
        QVERIFY(!readCatalogue(catalogueOf({smallEntry(), smallEntry()})).ok());
    }

    void tellsSafePaths_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("safe");
        for (const char* safe : {"config.json", "a/b.safetensors", "dia-v0_1 (1).pth"}) {
            QTest::newRow(safe) << safe << true;
        }
        for (const char* unsafe :
             {"", "/a", "a//b", "..", "a/../b", "a/..", "./a", "a\\b", "a/", ".hidden", "a\nb", "c:a"}) {
            QTest::newRow(unsafe) << unsafe << false;
        }
    }
    void tellsSafePaths() {
        QFETCH(QString, path);
        QTEST(isSafePath(path), "safe");
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "test_catalogue.moc"
