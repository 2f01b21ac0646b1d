// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/safetensors_writer.h"
#include "checkpoint/tensor_source.h"
#include "fixtures.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::test;

class TestShardIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holdsTheSameAsOneFile();
    void countsThePartsThatAreThere();
    void leavesOutWhatTheIndexDoesNotName();
    void refusesBadIndexes_data();
    void refusesBadIndexes();

private:
    [[nodiscard]] std::filesystem::path place(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    void writeShard(const char* file, const std::vector<std::string>& tensors) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestShardIndex::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestShardIndex::writeShard(const char* file, const std::vector<std::string>& tensors) const {
    std::vector<checkpoint::TensorView> views;
    for (const std::string& tensor : tensors) {
        views.push_back({tensor, checkpoint::DType::UInt8, {1}, std::as_bytes(std::span(tensor).first(1))});
    }
    checkpoint::writeSafetensors(place(file), views);
}

void TestShardIndex::holdsTheSameAsOneFile() {
    const auto folder = dataFile("plain/dia-transformers-sharded");
    const auto source = checkpoint::openShardIndex(folder / "model.safetensors.index.json");
    const auto reference = checkpoint::openTensorFile(dataFile("plain/dia-transformers/model.safetensors"));
    QCOMPARE(source->path(), folder);
    QVERIFY(source->metadata().at("total_parameters") == nlohmann::json(661216));
    QCOMPARE(source->tensors().size(), reference->tensors().size());
    for (std::size_t i = 0; i < reference->tensors().size(); ++i) {
        const checkpoint::TensorInfo& info = source->tensors()[i];
        QCOMPARE(info.name, reference->tensors()[i].name);
        QCOMPARE(info.shape, reference->tensors()[i].shape);
        QVERIFY2(readTensor(*source, info) == readTensor(*reference, reference->tensors()[i]), info.name.c_str());
    }
}

void TestShardIndex::countsThePartsThatAreThere() {
    writeShard("one", {"a"});
    writeShard("three", {"c"});
    writeFile(place("index"), R"({"weight_map":{"a":"one","b":"two","c":"three"}})");
    const auto error = errorOf([&] { (void)checkpoint::openShardIndex(place("index")); });
    QVERIFY2(matches(error, ErrorCode::ModelNotFound, "2 of 3 parts"), describe(error));
    QCOMPARE(error->subject.english(), place("two").string());
}

void TestShardIndex::leavesOutWhatTheIndexDoesNotName() {
    writeShard("one", {"a", "extra"});
    writeShard("two", {"b"});
    writeFile(place("index"), R"({"weight_map":{"a":"one","b":"two"}})");
    const auto source = checkpoint::openShardIndex(place("index"));
    QCOMPARE(source->tensors().size(), std::size_t{2});
    QCOMPARE(readTensor(*source, *source->find("b")), std::string("b"));
    QVERIFY(source->find("extra") == nullptr);
    QVERIFY(source->metadata() == nlohmann::json::object());
}

void TestShardIndex::refusesBadIndexes_data() {
    QTest::addColumn<QByteArray>("index"); // "one" holds a and both, "two" holds b and both.
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& index, const char* message,
                        ErrorCode code = ErrorCode::CheckpointCorrupt) {
        QTest::newRow(name) << index << code << QByteArray(message);
    };
    row("empty", "", "not valid JSON");
    row("list", "[]", "no weight_map");
    row("no map", "{}", "no weight_map");
    row("map as a list", R"({"weight_map":["a"]})", "no weight_map");
    row("empty map", R"({"weight_map":{}})", "no weight_map");
    row("tensor twice", R"({"weight_map":{"a":"one","a":"two"}})", "'a' twice");
    row("number as a shard", R"({"weight_map":{"a":1}})", "not the name of a file");
    row("no name", R"({"weight_map":{"a":""}})", "not the name of a file");
    row("absolute", R"({"weight_map":{"a":"/etc/passwd"}})", "not the name of a file");
    row("folder above", R"({"weight_map":{"a":"../one"}})", "not the name of a file");
    row("just above", R"({"weight_map":{"a":".."}})", "not the name of a file");
    row("itself", R"({"weight_map":{"a":"."}})", "not the name of a file");
    row("sub-folder", R"({"weight_map":{"a":"sub/one"}})", "not the name of a file");
    row("backslash", R"({"weight_map":{"a":"..\\one"}})", "not the name of a file");
    row("zero byte", R"({"weight_map":{"a":"one\u0000"}})", "not the name of a file");
    row("broken promise", R"({"weight_map":{"a":"one","absent":"one"}})", "'absent' should be in this file");
    row("wrong shard", R"({"weight_map":{"b":"one"}})", "'b' should be in this file");
    row("in two shards", R"({"weight_map":{"a":"one","b":"two"}})", "'both' is in two");
    row("the index as its own shard", R"({"weight_map":{"a":"index"}})", "neither", ErrorCode::UnsupportedLayout);
}

void TestShardIndex::refusesBadIndexes() {
    QFETCH(QByteArray, index);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, message);
    writeShard("one", {"a", "both"});
    writeShard("two", {"b", "both"});
    writeFile(place("index"), index.toStdString());
    const auto error = errorOf([&] { (void)checkpoint::openShardIndex(place("index")); });
    QVERIFY2(matches(error, code, message.toStdString()), describe(error));
}

QTEST_GUILESS_MAIN(TestShardIndex)
#include "test_shard_index.moc"
