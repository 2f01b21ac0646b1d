// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/packed_file.h"
#include "checkpoint/source_key.h"
#include "fixtures.h"

#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <numeric>

using namespace parley;
using namespace parley::test;
using checkpoint::DType;
using checkpoint::PackedFile;
using checkpoint::TensorView;

namespace {

std::vector<std::byte> counting(std::size_t count) {
    std::vector<std::byte> bytes(count);
    for (std::size_t i = 0; i < count; ++i) {
        bytes[i] = static_cast<std::byte>(i * 7 + 1);
    }
    return bytes;
}

/// Reads everything that a model would.
void readAll(const std::filesystem::path& path) {
    const PackedFile file(path);
    for (std::size_t i = 0; i < file.count(); ++i) {
        if (!file.isWhole(i, {})) {
            throw EngineError(ErrorCode::CheckpointCorrupt, path, {}, {}, "a checksum is wrong");
        }
    }
    (void)file.find("norm", DType::Float32, std::vector<std::int64_t>{3});
    (void)file.find("packed", DType::UInt8, std::vector<std::int64_t>{128});
    (void)file.find("plain", DType::BFloat16, std::vector<std::int64_t>{2, 5});
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(const std::filesystem::path&)>)

class TestPackedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsBackWhatWasWritten();
    void alignsWhateverTheOrder();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void noticesEveryCut();
    void noticesEveryFlippedByte();
    void stopsWithoutAFile();
    void keysFollowTheSource_data();
    void keysFollowTheSource();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    [[nodiscard]] std::filesystem::path place() const { return folder() / "packed.safetensors"; }
    void write(const std::stop_token& stop = {}) const {
        const std::vector<TensorView> tensors = {{"norm", DType::Float32, {3}, std::span(m_bytes).first(12)},
                                                 {"plain", DType::BFloat16, {2, 5}, std::span(m_bytes).first(20)},
                                                 {"packed", DType::UInt8, {128}, std::span(m_bytes).first(128)}};
        checkpoint::writePackedFile(place(), "some key", tensors, stop);
    }

    std::vector<std::byte> m_bytes = counting(128);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPackedFile::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPackedFile::bringsBackWhatWasWritten() {
    write();
    const PackedFile file(place());
    QCOMPARE(file.key(), std::string("some key"));
    QCOMPARE(file.count(), std::size_t{3});
    QVERIFY(std::ranges::equal(file.find("plain", DType::BFloat16, std::vector<std::int64_t>{2, 5}),
                               std::span(m_bytes).first(20)));
    readAll(place()); // which throws if anything is wrong
    const auto absent = errorOf([&] { (void)file.find("other", DType::Float32, {}); });
    QVERIFY2(matches(absent, ErrorCode::CheckpointCorrupt, "other"), describe(absent));
    const auto bent = errorOf([&] { (void)file.find("plain", DType::BFloat16, std::vector<std::int64_t>{5, 2}); });
    QVERIFY2(matches(bent, ErrorCode::CheckpointCorrupt, "plain"), describe(bent));
}

void TestPackedFile::alignsWhateverTheOrder() {
    write();
    const PackedFile file(place());
    const auto address = [](std::span<const std::byte> bytes) {
        return reinterpret_cast<std::uintptr_t>(bytes.data());
    };
    QCOMPARE(address(file.find("packed", DType::UInt8, std::vector<std::int64_t>{128})) % 64, std::uintptr_t{0});
    QCOMPARE(address(file.find("norm", DType::Float32, std::vector<std::int64_t>{3})) % 4, std::uintptr_t{0});
    // The same tensors in an order, and behind a header, that leave the packed one somewhere else.
    std::string text = R"({"__metadata__":{"format":"parley-packed","version":"1"},)"
                       R"("a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},)"
                       R"("b":{"dtype":"U8","shape":[128],"data_offsets":[12,140]}})";
    text.resize(64 * 5 - 8, ' ');
    writeFile(place(), safetensorsBytes(text, 140));
    const auto error = errorOf([&] { const PackedFile other(place()); });
    QVERIFY2(matches(error, ErrorCode::CheckpointCorrupt, "'b' is not aligned"), describe(error));
}

void TestPackedFile::refusesOtherFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto add = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    add("nothing", "");
    add("text", "hello, this is no model at all");
    add("another safetensors file", safetensorsBytes(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})", 2));
    add("another version", safetensorsBytes(R"({"__metadata__":{"format":"parley-packed","version":"999"}})", 0));
    add("a header as long as the world", littleEndian(~std::uint64_t{0}, 8) + "{}");
    add("offsets beyond the end",
        safetensorsBytes(
            R"({"__metadata__":{"format":"parley-packed","version":"1"},)"
            R"("a":{"dtype":"U8","shape":[18446744073709551615],"data_offsets":[0,18446744073709551615]}})",
            2));
    add("a hole", safetensorsBytes(R"({"__metadata__":{"format":"parley-packed","version":"1"},)"
                                   R"("a":{"dtype":"U8","shape":[2],"data_offsets":[64,66]}})",
                                   66));
    add("metadata that are no texts", safetensorsBytes(R"({"__metadata__":{"format":["parley-packed"]}})", 0));
}

void TestPackedFile::refusesOtherFiles() {
    QFETCH(QByteArray, bytes);
    writeFile(place(), bytes.toStdString());
    QVERIFY(errorOf([&] { const PackedFile file(place()); }).has_value());
}

void TestPackedFile::noticesEveryCut() {
    write();
    const std::string whole = readFile(place());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        writeFile(place(), whole.substr(0, size));
        QVERIFY2(errorOf([&] { readAll(place()); }).has_value(), std::to_string(size).c_str());
    }
    writeFile(place(), whole + "x");
    QVERIFY(errorOf([&] { readAll(place()); }).has_value());
}

void TestPackedFile::noticesEveryFlippedByte() {
    write();
    const std::string whole = readFile(place());
    const std::size_t dataStart = whole.size() - 160;
    for (std::size_t i = dataStart; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
        writeFile(place(), damaged);
        QVERIFY2(errorOf([&] { readAll(place()); }).has_value(), std::to_string(i).c_str());
    }
    // In the header some bytes are padding, or a part of the key; none may lead out of the file.
    for (std::size_t i = 0; i < dataStart; ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x01);
        writeFile(place(), damaged);
        (void)errorOf([&] { readAll(place()); });
    }
}

void TestPackedFile::stopsWithoutAFile() {
    std::stop_source stop;
    stop.request_stop();
    const auto error = errorOf([&] { write(stop.get_token()); });
    QVERIFY2(matches(error, ErrorCode::Cancelled, ""), describe(error));
    QVERIFY(std::filesystem::is_empty(folder()));
}

void TestPackedFile::keysFollowTheSource_data() {
    QTest::addColumn<std::function<void(const std::filesystem::path&)>>("change");
    QTest::addColumn<QString>("purpose");
    const auto add = [](const char* name, const std::function<void(const std::filesystem::path&)>& change,
                        const QString& purpose = "int8") { QTest::newRow(name) << change << purpose; };
    const auto keepTime = [](const std::filesystem::path& path, const std::function<void()>& change) {
        const auto time = std::filesystem::last_write_time(path);
        change();
        std::filesystem::last_write_time(path, time);
    };
    add("another purpose", [](const std::filesystem::path&) {}, "int4");
    add("touched", [](const std::filesystem::path& path) {
        std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::microseconds(1));
    });
    add("longer, at the same time", [keepTime](const std::filesystem::path& path) {
        keepTime(path, [&] { writeFile(path, readFile(path) + "x"); });
    });
    for (const std::size_t place : {std::size_t{0}, std::size_t{40}, std::size_t{2'999'999}}) {
        add(("changed at " + std::to_string(place) + ", at the same time").c_str(),
            [keepTime, place](const std::filesystem::path& path) {
                keepTime(path, [&] {
                    std::string bytes = readFile(path);
                    bytes[place] = '#';
                    writeFile(path, bytes);
                });
            });
    }
}

void TestPackedFile::keysFollowTheSource() {
    QFETCH(std::function<void(const std::filesystem::path&)>, change);
    QFETCH(QString, purpose);
    const std::vector<std::filesystem::path> files = {folder() / "a", folder() / "b"};
    writeFile(files[0], "first");
    writeFile(files[1], std::string(3'000'000, 'x'));
    const std::string before = checkpoint::sourceKey(files, "int8");
    QCOMPARE(checkpoint::sourceKey(files, "int8"), before);
    change(files[1]);
    QVERIFY(checkpoint::sourceKey(files, purpose.toStdString()) != before);
}

QTEST_GUILESS_MAIN(TestPackedFile)
#include "test_packed_file.moc"
