// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/safetensors_writer.h"
#include "checkpoint/tensor_source.h"
#include "fixtures.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace parley;
using namespace parley::test;
using checkpoint::DType;

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnsWhatWasWritten();
    void readsReleasedFiles();
    void readsPiecesFromManyThreads();
    void refusesForeignRequests();
    void readsMetadata();
    void acceptsOddities_data();
    void acceptsOddities();
    void refusesBadHeaders_data();
    void refusesBadHeaders();
    void refusesBadLengths_data();
    void refusesBadLengths();

private:
    [[nodiscard]] std::filesystem::path place() const {
        return std::filesystem::path(m_folder.path().toStdString()) / "file";
    }

    QTemporaryDir m_folder;
};

void TestSafetensors::returnsWhatWasWritten() {
    const std::string weights("abcdefghijklmnopqrstuvwx");
    const std::string flags("\1\0\1", 3);
    const std::vector<checkpoint::TensorView> views{
        {"b.weight", DType::Float32, {2, 3}, std::as_bytes(std::span(weights))},
        {"a.flags", DType::Bool, {3}, std::as_bytes(std::span(flags))},
        {"scalar", DType::BFloat16, {}, std::as_bytes(std::span(weights).first(2))},
        {"nothing", DType::Int64, {0, 7}, {}},
    };
    checkpoint::writeSafetensors(place(), views);

    const auto source = checkpoint::openTensorFile(place());
    QCOMPARE(source->tensors().size(), views.size());
    QCOMPARE(source->tensors().front().name, std::string("a.flags")); // Sorted.
    for (const checkpoint::TensorView& view : views) {
        const checkpoint::TensorInfo* info = source->find(view.name);
        QVERIFY(info != nullptr);
        QCOMPARE(info->dtype, view.dtype);
        QCOMPARE(info->shape, view.shape);
        QCOMPARE(info->byteCount, view.bytes.size());
        QCOMPARE(readTensor(*source, *info),
                 std::string(reinterpret_cast<const char*>(view.bytes.data()), view.bytes.size()));
    }
    QVERIFY(source->find("a") == nullptr);
    QVERIFY(source->find("zzz") == nullptr);
}

void TestSafetensors::readsReleasedFiles() {
    const auto source = checkpoint::openTensorFile(dataFile("plain/dia-0626/model.safetensors"));
    const auto* tensor = source->find("decoder.logits_dense.weight");
    QVERIFY(tensor != nullptr);
    QCOMPARE(tensor->shape, (std::vector<std::int64_t>{32, 9, 1028}));
    QCOMPARE(checkpoint::name(tensor->dtype), std::string_view("float32"));
    QVERIFY(source->metadata() == (nlohmann::json{{"format", "pt"}}));
}

void TestSafetensors::readsPiecesFromManyThreads() {
    const auto source = checkpoint::openTensorFile(dataFile("plain/dia-0626/model.safetensors"));
    const auto* tensor = source->find("decoder.logits_dense.weight");
    const std::string whole = readTensor(*source, *tensor);
    std::string pieces(whole.size(), '\0');
    const std::size_t size = whole.size() / 4;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                source->read(*tensor, i * size, std::as_writable_bytes(std::span(pieces).subspan(i * size, size)));
            });
        }
    }
    QVERIFY(pieces == whole);
}

void TestSafetensors::refusesForeignRequests() {
    writeFile(place(), safetensorsBytes(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}})", 4));
    const auto source = checkpoint::openTensorFile(place());
    std::vector<std::byte> bytes(4);
    const auto tooMany = errorOf([&] { source->read(source->tensors()[0], 1, bytes); });
    QVERIFY2(matches(tooMany, ErrorCode::Internal, "'a'"), describe(tooMany));
    const auto stranger = errorOf([&] { source->read({"b", DType::UInt8, {4}, 4}, 0, bytes); });
    QVERIFY2(matches(stranger, ErrorCode::Internal, "another checkpoint"), describe(stranger));
}

void TestSafetensors::readsMetadata() {
    writeFile(place(), safetensorsBytes(R"({"__metadata__":{"voice":"warm"}})", 0));
    QVERIFY(checkpoint::openTensorFile(place())->metadata() == (nlohmann::json{{"voice", "warm"}}));
    writeFile(place(), safetensorsBytes("{}", 0));
    QVERIFY(checkpoint::openTensorFile(place())->metadata() == nlohmann::json::object());
}

void TestSafetensors::acceptsOddities_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("dataBytes");
    QTest::addColumn<int>("tensors");
    QTest::newRow("no tensors") << QByteArray("{}      ") << 0 << 0;
    QTest::newRow("not in order") << QByteArray(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[3,5]},
        "b":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}})")
                                  << 5 << 2;
    QTest::newRow("empty tensors") << QByteArray(R"({"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},
        "b":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"c":{"dtype":"F64","shape":[2,0],"data_offsets":[3,3]}})")
                                   << 3 << 3;
    QTest::newRow("further fields") << QByteArray(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"note":1}})")
                                    << 1 << 1;
}

void TestSafetensors::acceptsOddities() {
    QFETCH(QByteArray, header);
    QFETCH(int, dataBytes);
    QFETCH(int, tensors);
    writeFile(place(), safetensorsBytes(header.toStdString(), static_cast<std::size_t>(dataBytes)));
    QCOMPARE(checkpoint::openTensorFile(place())->tensors().size(), static_cast<std::size_t>(tensors));
}

void TestSafetensors::refusesBadHeaders_data() {
    QTest::addColumn<QByteArray>("header"); // Eight bytes of data follow it.
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& header, const char* message,
                        ErrorCode code = ErrorCode::CheckpointCorrupt) {
        QTest::newRow(name) << header << code << QByteArray(message);
    };
    const auto entry = [&row](const char* name, const QByteArray& fields, const char* message,
                              ErrorCode code = ErrorCode::CheckpointCorrupt) {
        row(name, R"({"t":{)" + fields + "}}", message, code);
    };
    row("cut JSON", R"({"t":)", "not valid JSON");
    row("not UTF-8", "{\"\xff\":{}}", "not valid JSON");
    row("two values", "{}{}", "not valid JSON");
    row("key twice", R"({"t":{},"t":{}})", "'t' twice");
    row("field twice", R"({"t":{"dtype":"U8","dtype":"F32"}})", "'dtype' twice");
    row("deep", R"({"t":)" + QByteArray(1'000'000, '['), "nested too deeply");
    row("metadata of numbers", R"({"__metadata__":{"a":1}})", "__metadata__");
    row("metadata as a list", R"({"__metadata__":[]})", "__metadata__");
    row("not an object", R"({"t":3})", "'t'");
    row("hole at the end", "{}", "goes on after");
    row("control characters", R"({"a\u001b[2J":{}})", "'a?[2J'");
    entry("no dtype", R"("shape":[8],"data_offsets":[0,8])", "no dtype");
    entry("no shape", R"("dtype":"U8","data_offsets":[0,8])", "no shape");
    entry("no offsets", R"("dtype":"U8","shape":[8])", "no data_offsets");
    entry("dtype 3", R"("dtype":3,"shape":[8],"data_offsets":[0,8])", "dtype");
    entry("float8", R"("dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8])", "'F8_E4M3'", ErrorCode::UnsupportedLayout);
    entry("shape 8", R"("dtype":"U8","shape":8,"data_offsets":[0,8])", "shape");
    entry("negative size", R"("dtype":"U8","shape":[-8],"data_offsets":[0,8])", "negative");
    entry("fractional size", R"("dtype":"U8","shape":[8.0],"data_offsets":[0,8])", "whole number");
    entry("text as a size", R"("dtype":"U8","shape":["8"],"data_offsets":[0,8])", "whole number");
    entry("size of 2^63", R"("dtype":"U8","shape":[9223372036854775808],"data_offsets":[0,8])", "too large");
    entry("size of 2^64", R"("dtype":"U8","shape":[18446744073709551616],"data_offsets":[0,8])", "whole number");
    entry("product wraps to 8", R"("dtype":"U8","shape":[4294967297,4294967304],"data_offsets":[0,8])", "shape");
    entry("bytes wrap to 8", R"("dtype":"F64","shape":[2305843009213693953],"data_offsets":[0,8])", "shape");
    entry("many dimensions", R"("dtype":"U8","shape":[)" + QByteArray("1,").repeated(40) + R"(8],"data_offsets":[0,8])",
          "shape");
    entry("one offset", R"("dtype":"U8","shape":[8],"data_offsets":[8])", "data_offsets");
    entry("three offsets", R"("dtype":"U8","shape":[8],"data_offsets":[0,8,8])", "data_offsets");
    entry("negative offset", R"("dtype":"U8","shape":[8],"data_offsets":[-8,0])", "negative");
    entry("offsets backwards", R"("dtype":"U8","shape":[8],"data_offsets":[8,0])", "belong together");
    entry("too few bytes", R"("dtype":"F32","shape":[3],"data_offsets":[0,8])", "belong together");
    entry("too many bytes", R"("dtype":"F32","shape":[1],"data_offsets":[0,8])", "belong together");
    entry("hole in front", R"("dtype":"U8","shape":[7],"data_offsets":[1,8])", "hole");
    entry("offset near 2^64", R"("dtype":"U8","shape":[8],"data_offsets":[18446744073709551600,18446744073709551608])",
          "hole");
    entry("past the end", R"("dtype":"U8","shape":[9],"data_offsets":[0,9])", "its header promises");
    entry("too large for any file",
          R"("dtype":"U8","shape":[9223372036854775807],"data_offsets":[0,9223372036854775807]},
             "u":{"dtype":"U8","shape":[9223372036854775807],"data_offsets":[9223372036854775807,18446744073709551614])",
          "more bytes than any file");
    row("overlap", R"({"t":{"dtype":"U8","shape":[6],"data_offsets":[0,6]},
        "u":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}})",
        "overlaps");
    row("same bytes twice", R"({"t":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},
        "u":{"dtype":"U8","shape":[8],"data_offsets":[0,8]}})",
        "overlaps");
    row("hole between", R"({"t":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},
        "u":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}})",
        "hole");
}

void TestSafetensors::refusesBadHeaders() {
    QFETCH(QByteArray, header);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, message);
    writeFile(place(), safetensorsBytes(header.toStdString(), 8));
    const auto error = errorOf([&] { (void)checkpoint::openTensorFile(place()); });
    QVERIFY2(matches(error, code, message.toStdString()), describe(error));
    QCOMPARE(error->subject.english(), place().string());
}

void TestSafetensors::refusesBadLengths_data() {
    QTest::addColumn<quint64>("length");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("zero") << quint64{0} << QByteArray("not valid JSON");
    QTest::newRow("too short") << quint64{1} << QByteArray("not valid JSON");
    QTest::newRow("past the end") << quint64{1000} << QByteArray("the file ends at 10 bytes, its header promises 1008");
    QTest::newRow("over the limit") << quint64{25'000'001} << QByteArray("at most 25000000");
    QTest::newRow("2^63") << (quint64{1} << 63) << QByteArray("at most 25000000");
    QTest::newRow("2^64 - 1") << ~quint64{0} << QByteArray("at most 25000000");
}

void TestSafetensors::refusesBadLengths() {
    QFETCH(quint64, length);
    QFETCH(QByteArray, message);
    writeFile(place(), littleEndian(length, 8) + "{}");
    const auto error = errorOf([&] { (void)checkpoint::openTensorFile(place()); });
    QVERIFY2(matches(error, ErrorCode::CheckpointCorrupt, message.toStdString()), describe(error));
}

QTEST_GUILESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
