// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/file_reader.h"
#include "checkpoint/tensor_source.h"
#include "fixtures.h"

#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <limits>

using namespace parley;
using namespace parley::test;

class TestFileReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnywhere();
    void refusesReadsPastTheEnd();
    void noticesAFileThatShrinks();
    void refusesWhatIsNoFile();
    void tellsWhatAFileIs_data();
    void tellsWhatAFileIs();

private:
    [[nodiscard]] std::filesystem::path place(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void TestFileReader::readsAnywhere() {
    writeFile(place("file"), "0123456789");
    const checkpoint::FileReader file(place("file"));
    std::string text(4, '\0');
    file.read(6, std::as_writable_bytes(std::span(text)));
    QCOMPARE(text, std::string("6789"));
    QCOMPARE(file.size(), std::uint64_t{10});
}

void TestFileReader::refusesReadsPastTheEnd() {
    writeFile(place("file"), "0123456789");
    const checkpoint::FileReader file(place("file"));
    std::array<std::byte, 4> bytes{};
    for (const std::uint64_t offset :
         {std::uint64_t{7}, std::uint64_t{11}, std::numeric_limits<std::uint64_t>::max()}) {
        const auto error = errorOf([&] { file.read(offset, bytes); });
        QVERIFY2(matches(error, ErrorCode::CheckpointCorrupt, "ends at 10 bytes"), describe(error));
    }
}

void TestFileReader::noticesAFileThatShrinks() {
    writeFile(place("file"), "0123456789");
    const checkpoint::FileReader file(place("file"));
    std::filesystem::resize_file(place("file"), 8);
    std::array<std::byte, 4> bytes{};
    file.read(4, bytes);
    const auto error = errorOf([&] { file.read(6, bytes); });
    QVERIFY2(matches(error, ErrorCode::CheckpointCorrupt, "became shorter"), describe(error));
}

void TestFileReader::refusesWhatIsNoFile() {
    QCOMPARE(::mkfifo(place("pipe").c_str(), 0600), 0);
    const std::vector<std::pair<std::filesystem::path, std::string>> cases{{place("absent"), "no such file"},
                                                                           {place("absent/too"), "no such file"},
                                                                           {place("pipe"), "a pipe or a device"},
                                                                           {"/dev/zero", "a pipe or a device"},
                                                                           {m_folder.path().toStdString(), "a folder"}};
    for (const auto& [path, text] : cases) {
        const auto error = errorOf([&, &where = path] { (void)checkpoint::openTensorFile(where); });
        QVERIFY2(matches(error, ErrorCode::ModelNotFound, text), describe(error));
    }
}

void TestFileReader::tellsWhatAFileIs_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& content, ErrorCode code, const char* message) {
        QTest::newRow(name) << content << code << QByteArray(message);
    };
    row("empty", "", ErrorCode::CheckpointCorrupt, "empty");
    row("git-lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n", ErrorCode::CheckpointCorrupt,
        "git lfs pull");
    row("web page", "<!DOCTYPE html><html>", ErrorCode::CheckpointCorrupt, "web page");
    row("web page in small letters", " \n<html lang=en>", ErrorCode::CheckpointCorrupt, "web page");
    row("old pickle", QByteArray("\x80\x02\x8a\nl\xfc\x9c\x46\xf9 j\xa8P\x19.", 16), ErrorCode::UnsupportedLayout,
        "convert the file to safetensors");
    row("text", "What is this?", ErrorCode::UnsupportedLayout, "neither");
    row("zeros", QByteArray(64, '\0'), ErrorCode::UnsupportedLayout, "neither");
    row("half a zip", "PK\3\4 and then nothing", ErrorCode::CheckpointCorrupt, "cut off");
    row("a few bytes", "\1\2", ErrorCode::UnsupportedLayout, "neither");
}

void TestFileReader::tellsWhatAFileIs() {
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, message);
    writeFile(place("file"), content.toStdString());
    const auto error = errorOf([&] { (void)checkpoint::openTensorFile(place("file")); });
    QVERIFY2(matches(error, code, message.toStdString()), describe(error));
    QCOMPARE(error->subject.english(), place("file").string());
}

QTEST_GUILESS_MAIN(TestFileReader)
#include "test_file_reader.moc"
