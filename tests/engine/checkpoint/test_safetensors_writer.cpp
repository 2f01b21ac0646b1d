// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/safetensors_writer.h"
#include "checkpoint/tensor_source.h"
#include "fixtures.h"
#include "support/file_size_limit.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <limits>

using namespace parley;
using namespace parley::test;
using checkpoint::DType;

class TestSafetensorsWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void alignsTheData();
    void streamsInPieces();
    void replacesTheTargetOnlyWhenFinished();
    void refusesMisuse_data();
    void refusesMisuse();
    void refusesBytesThatDontFit();
    void reportsPlacesItCantWriteTo();
    void reportsAFullDisk();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    [[nodiscard]] std::filesystem::path place() const { return folder() / "file"; }
    [[nodiscard]] std::ptrdiff_t fileCount() const {
        return std::distance(std::filesystem::directory_iterator(folder()), std::filesystem::directory_iterator());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSafetensorsWriter::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSafetensorsWriter::alignsTheData() {
    for (const char* name : {"a", "ab", "abc", "abcdefgh"}) {
        checkpoint::writeSafetensors(place(), std::vector<checkpoint::TensorView>{{name, DType::Float32, {0}, {}}});
        QCOMPARE(readFile(place()).size() % 64, std::size_t{0});
    }
}

void TestSafetensorsWriter::streamsInPieces() {
    const std::vector<checkpoint::TensorSpec> specs{{"z", DType::Int16, {3}}, {"a", DType::UInt8, {4}}};
    checkpoint::SafetensorsStreamWriter writer(place(), specs);
    const std::string bytes = "zzzzzzaaaa";
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        writer.append(std::as_bytes(std::span(bytes).subspan(i, std::min<std::size_t>(4, bytes.size() - i))));
    }
    writer.finish();
    const auto source = checkpoint::openTensorFile(place());
    QCOMPARE(readTensor(*source, *source->find("z")), std::string("zzzzzz"));
    QCOMPARE(readTensor(*source, *source->find("a")), std::string("aaaa"));
}

void TestSafetensorsWriter::replacesTheTargetOnlyWhenFinished() {
    writeFile(place(), "before");
    {
        checkpoint::SafetensorsStreamWriter writer(place(),
                                                   std::vector<checkpoint::TensorSpec>{{"a", DType::UInt8, {4}}});
        QCOMPARE(fileCount(), std::ptrdiff_t{2});
        const auto early = errorOf([&] { writer.finish(); });
        QVERIFY2(matches(early, ErrorCode::OptionInvalid, "4 bytes"), describe(early));
        const auto late = errorOf([&] { writer.append(std::as_bytes(std::span("12345", 5))); });
        QVERIFY2(matches(late, ErrorCode::OptionInvalid, "more bytes"), describe(late));
    }
    QCOMPARE(readFile(place()), std::string("before"));
    QCOMPARE(fileCount(), std::ptrdiff_t{1});
}

void TestSafetensorsWriter::refusesMisuse_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("name twice") << QByteArray("other") << qint64{1} << QByteArray("'other' is taken");
    QTest::newRow("metadata") << QByteArray("__metadata__") << qint64{1} << QByteArray("is taken");
    QTest::newRow("not UTF-8") << QByteArray("\xff") << qint64{1} << QByteArray("UTF-8");
    QTest::newRow("negative") << QByteArray("a") << qint64{-1} << QByteArray("shape");
    QTest::newRow("too large") << QByteArray("a") << std::numeric_limits<qint64>::max() << QByteArray("shape");
}

void TestSafetensorsWriter::refusesMisuse() {
    QFETCH(QByteArray, name);
    QFETCH(qint64, size);
    QFETCH(QByteArray, message);
    const std::vector<checkpoint::TensorSpec> specs{{"other", DType::UInt8, {1}},
                                                    {name.toStdString(), DType::Float64, {size}}};
    const auto error = errorOf([&] { checkpoint::SafetensorsStreamWriter(place(), specs).finish(); });
    QVERIFY2(matches(error, ErrorCode::OptionInvalid, message.toStdString()), describe(error));
    QCOMPARE(fileCount(), std::ptrdiff_t{0});
}

void TestSafetensorsWriter::refusesBytesThatDontFit() {
    const std::vector<checkpoint::TensorView> views{{"a", DType::Float32, {2}, std::as_bytes(std::span("1234567", 7))}};
    const auto error = errorOf([&] { checkpoint::writeSafetensors(place(), views); });
    QVERIFY2(matches(error, ErrorCode::OptionInvalid, "'a'"), describe(error));
    QCOMPARE(fileCount(), std::ptrdiff_t{0});
}

void TestSafetensorsWriter::reportsPlacesItCantWriteTo() {
    std::filesystem::create_directories(place() / "within");
    for (const auto& target : {folder() / "absent" / "file", place(), folder() / std::string(300, 'n')}) {
        const auto error = errorOf([&] { checkpoint::writeSafetensors(target, {}); });
        QVERIFY2(matches(error, ErrorCode::FileUnwritable, ""), describe(error));
        QCOMPARE(error->subject.english(), target.string());
    }
    QCOMPARE(fileCount(), std::ptrdiff_t{1});
}

void TestSafetensorsWriter::reportsAFullDisk() {
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    const std::string bytes(std::size_t{4} << 20, 'x');
    const std::vector<checkpoint::TensorView> views{
        {"a", DType::UInt8, {static_cast<std::int64_t>(bytes.size())}, std::as_bytes(std::span(bytes))}};
    std::optional<Error> error;
    {
        const FileSizeLimit disk(1 << 20);
        error = errorOf([&] { checkpoint::writeSafetensors(place(), views); });
    }
    std::signal(SIGXFSZ, before);
    QVERIFY2(matches(error, ErrorCode::DiskFull, ""), describe(error));
    QCOMPARE(fileCount(), std::ptrdiff_t{0});
}

QTEST_GUILESS_MAIN(TestSafetensorsWriter)
#include "test_safetensors_writer.moc"
