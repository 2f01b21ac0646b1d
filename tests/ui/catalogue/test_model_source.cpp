// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_source.h"

#include <QTest>
#include <algorithm>

using parley::ErrorCode;
using parley::Result;
using parley::ui::CatalogueEntry;
using parley::ui::CatalogueFile;
using parley::ui::ListedFile;
using parley::ui::neededFiles;
using parley::ui::sourceOf;

namespace {

QStringList needed(const QStringList& names, const QString& wanted = {}) {
    QList<ListedFile> all;
    for (const QString& name : names) {
        all.append({name, 1, {}});
    }
    const Result<QList<CatalogueFile>> files = neededFiles("a/b", all, wanted);
    if (!files) {
        return {QString::fromStdString(files.error().message())};
    }
    QStringList paths;
    for (const CatalogueFile& file : files.value()) {
        paths.append(file.path);
    }
    return paths;
}

} // namespace

/// What a person names, and which files of a repository that means.
class TestModelSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheCatalogue() {
        QCOMPARE(sourceOf("dac-44khz").value().repository, QStringLiteral("descript/dac_44khz"));
    }

    void takesARepository() {
        const CatalogueEntry entry = sourceOf("someone/dia-fine.tune@v2").value();
        QCOMPARE(entry.id, QStringLiteral("someone--dia-fine.tune"));
        QCOMPARE(entry.repository, QStringLiteral("someone/dia-fine.tune"));
        QCOMPARE(entry.revision, QStringLiteral("v2"));
        QVERIFY(entry.files.isEmpty());
        QCOMPARE(sourceOf("someone/dia").value().revision, QStringLiteral("main"));
    }

    void takesAnAddressOnTheHub() {
        const CatalogueEntry entry = sourceOf("https://huggingface.co/a/b/blob/main/dia.safetensors").value();
        QCOMPARE(entry.repository, QStringLiteral("a/b"));
        QCOMPARE(entry.revision, QStringLiteral("main"));
        QCOMPARE(entry.files.first().path, QStringLiteral("dia.safetensors"));
        QVERIFY(entry.files.last().isOptional);
        QVERIFY(sourceOf("https://huggingface.co/a/b").value().files.isEmpty());
        QCOMPARE(sourceOf("https://hf.co/a/b/tree/v3").value().revision, QStringLiteral("v3"));
    }

    void takesTheAddressOfAFile() {
        const CatalogueEntry entry = sourceOf("https://example.org/models/my-dia.safetensors?sign=1").value();
        QCOMPARE(entry.id, QStringLiteral("my-dia"));
        QCOMPARE(entry.files.first().path, QStringLiteral("my-dia.safetensors"));
        QCOMPARE(entry.files.last().url, QUrl("https://example.org/models/config.json"));
    }

    void refusesOtherTexts_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "dia", "a/b/c", "../b", "a/..", "a/b@../c", "https://", "https://example.org/",
              "https://example.org/a.zip", "https://u:p@example.org/a.pth", "https://huggingface.co/a/.."}) {
            QTest::newRow(text) << text;
        }
    }
    void refusesOtherTexts() {
        QFETCH(QString, text);
        const Result<CatalogueEntry> source = sourceOf(text);
        QVERIFY(!source.ok());
        QCOMPARE(source.error().code, ErrorCode::OptionInvalid);
    }

    void takesTheShardsAlone() {
        const QStringList all{".gitattributes",
                              "README.md",
                              "config.json",
                              "dia-v1.pth",
                              "generation_config.json",
                              "model-00001-of-00002.safetensors",
                              "model-00002-of-00002.safetensors",
                              "model.safetensors.index.json",
                              "pytorch_model.bin"};
        QCOMPARE(needed(all), (QStringList{"config.json", "generation_config.json", "model.safetensors.index.json",
                                           "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"}));
    }

    void prefersTheMainFile() {
        QCOMPARE(needed({"config.json", "model.safetensors", "other.safetensors", "weights.pth"}),
                 (QStringList{"config.json", "model.safetensors"}));
        QCOMPARE(needed({"dia.pth", "notes.txt"}), QStringList{"dia.pth"});
        QCOMPARE(needed({"sub/model.safetensors", "dia.pth"}), QStringList{"dia.pth"});
    }

    void asksWhichOneWhereThereAreSeveral() {
        QVERIFY(needed({"a.safetensors", "b.safetensors"}).first().contains("2 files"));
        QCOMPARE(needed({"a.safetensors", "b.safetensors"}, "b.safetensors"), QStringList{"b.safetensors"});
        QVERIFY(needed({"README.md"}).first().contains("no weights"));
    }

    void refusesNamesThatLeadOut() {
        QVERIFY(needed({"../model.safetensors"}).first().contains("leads out"));
        QVERIFY(needed({"model.safetensors", "/etc/x.bin"}).first().contains("leads out"));
    }
};

QTEST_GUILESS_MAIN(TestModelSource)
#include "test_model_source.moc"
