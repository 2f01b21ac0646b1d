// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/tensor_source.h"
#include "fixtures.h"
#include "pickle_assembler.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace parley;
using namespace parley::test;

namespace {

constexpr const char* kPrefix = "model/";

/// A zip as torch writes it around `pickle`, with twelve float32 whose bytes count from 0 as storage "0".
std::vector<ZipEntry> torchFile(const std::string& pickle) {
    std::string numbers(48, '\0');
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = static_cast<char>(i);
    }
    return {{std::string(kPrefix) + "data.pkl", pickle},
            {std::string(kPrefix) + "byteorder", "little"},
            {std::string(kPrefix) + "data/0", numbers}};
}

/// {"w": a tensor of that view}
std::string oneTensor(std::int64_t offset, const std::vector<std::int64_t>& shape,
                      const std::vector<std::int64_t>& strides) {
    return PickleAssembler().raw("}").text("w").tensor(12, offset, shape, strides).raw("s").stop();
}

/// What element `i` of the storage looks like.
std::string element(int i) {
    std::string bytes;
    for (int k = 4 * i; k < 4 * i + 4; ++k) {
        bytes += static_cast<char>(k);
    }
    return bytes;
}

} // namespace

class TestTorchZip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsTheSameAsItsTwin_data();
    void holdsTheSameAsItsTwin();
    void readsTheCodecsFile();
    void readsFromManyThreads();
    void gathersStridedTensors_data();
    void gathersStridedTensors();
    void findsWrappedTensors_data();
    void findsWrappedTensors();
    void refusesBadArchives_data();
    void refusesBadArchives();

private:
    [[nodiscard]] std::filesystem::path place() const {
        return std::filesystem::path(m_folder.path().toStdString()) / "file";
    }

    QTemporaryDir m_folder;
};

void TestTorchZip::holdsTheSameAsItsTwin_data() {
    QTest::addColumn<QByteArray>("torch");
    QTest::addColumn<QByteArray>("twin");
    QTest::newRow("0626") << QByteArray("plain/dia-0626-pth/model.pth")
                          << QByteArray("plain/dia-0626/model.safetensors");
    QTest::newRow("0.1") << QByteArray("generation-0.1/dia-v01-pth/dia-v0_1.pth")
                         << QByteArray("generation-0.1/dia-v01-safetensors/dia-v0_1.safetensors");
}

void TestTorchZip::holdsTheSameAsItsTwin() {
    QFETCH(QByteArray, torch);
    QFETCH(QByteArray, twin);
    const auto source = checkpoint::openTensorFile(dataFile(torch.toStdString()));
    const auto reference = checkpoint::openTensorFile(dataFile(twin.toStdString()));
    QVERIFY(source->tensors().size() > 60);
    QCOMPARE(source->tensors().size(), reference->tensors().size());
    for (std::size_t i = 0; i < reference->tensors().size(); ++i) {
        const checkpoint::TensorInfo& info = source->tensors()[i];
        const checkpoint::TensorInfo& wanted = reference->tensors()[i];
        QCOMPARE(info.name, wanted.name);
        QCOMPARE(info.dtype, wanted.dtype);
        QCOMPARE(info.shape, wanted.shape);
        QCOMPARE(info.byteCount, wanted.byteCount);
        QVERIFY2(readTensor(*source, info) == readTensor(*reference, wanted), info.name.c_str());
    }
    QVERIFY(source->metadata() == nlohmann::json::object());
}

void TestTorchZip::readsTheCodecsFile() {
    const auto source = checkpoint::openTensorFile(dataFile("plain/dac-descript/weights.pth"));
    const auto* gain = source->find("encoder.block.0.weight_g");
    QVERIFY(gain != nullptr);
    QCOMPARE(gain->shape, (std::vector<std::int64_t>{4, 1, 1}));
    const nlohmann::json& options = source->metadata().at("metadata").at("kwargs");
    QVERIFY(options.at("sample_rate") == nlohmann::json(44100));
    QVERIFY(options.at("encoder_rates") == nlohmann::json({2, 4, 8, 8}));
    QVERIFY(options.at("latent_dim").is_null());
    QVERIFY(options.at("quantizer_dropout") == nlohmann::json(false));
}

void TestTorchZip::readsFromManyThreads() {
    const auto source = checkpoint::openTensorFile(dataFile("plain/dia-0626-pth/model.pth"));
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

void TestTorchZip::gathersStridedTensors_data() {
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<QList<qint64>>("strides");
    QTest::addColumn<QList<int>>("elements");
    using Sizes = QList<qint64>;
    using Elements = QList<int>;
    QTest::newRow("contiguous") << qint64{0} << Sizes{2, 3} << Sizes{3, 1} << Elements{0, 1, 2, 3, 4, 5};
    QTest::newRow("in the middle") << qint64{5} << Sizes{2, 2} << Sizes{2, 1} << Elements{5, 6, 7, 8};
    QTest::newRow("transposed") << qint64{0} << Sizes{3, 4} << Sizes{1, 3}
                                << Elements{0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11};
    QTest::newRow("every other column") << qint64{1} << Sizes{3, 2} << Sizes{4, 2} << Elements{1, 3, 5, 7, 9, 11};
    QTest::newRow("three dimensions") << qint64{0} << Sizes{2, 2, 3} << Sizes{1, 6, 2}
                                      << Elements{0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11};
    QTest::newRow("repeated row") << qint64{2} << Sizes{3, 2} << Sizes{0, 1} << Elements{2, 3, 2, 3, 2, 3};
    QTest::newRow("size 1, odd stride") << qint64{4} << Sizes{1, 2} << Sizes{999, 1} << Elements{4, 5};
    QTest::newRow("scalar") << qint64{11} << Sizes{} << Sizes{} << Elements{11};
    QTest::newRow("nothing") << qint64{12} << Sizes{0, 3} << Sizes{3, 1} << Elements{};
}

void TestTorchZip::gathersStridedTensors() {
    QFETCH(qint64, offset);
    QFETCH(QList<qint64>, shape);
    QFETCH(QList<qint64>, strides);
    QFETCH(QList<int>, elements);
    QVERIFY(writeZip(place(),
                     torchFile(oneTensor(offset, {shape.begin(), shape.end()}, {strides.begin(), strides.end()}))));
    const auto source = checkpoint::openTensorFile(place());
    const checkpoint::TensorInfo& info = source->tensors().at(0);
    std::string wanted;
    for (const int i : elements) {
        wanted += element(i);
    }
    QCOMPARE(readTensor(*source, info), wanted);
    for (std::size_t size = 1; size < 7; ++size) { // Pieces that begin and end within elements.
        for (std::size_t first = 0; first + size <= wanted.size(); ++first) {
            std::string piece(size, '\0');
            source->read(info, first, std::as_writable_bytes(std::span(piece)));
            QCOMPARE(piece, wanted.substr(first, size));
        }
    }
}

void TestTorchZip::findsWrappedTensors_data() {
    QTest::addColumn<QByteArray>("pickle");
    for (const char* wrapper : {"state_dict", "model_state_dict", "model", "module"}) {
        PickleAssembler pickle;
        pickle.raw("}").text("epoch").integer(7).raw("s").text(wrapper).raw("}");
        pickle.text("w").tensor(12, 0, {12}, {1}).raw("s").raw("s");
        QTest::newRow(wrapper) << QByteArray::fromStdString(pickle.stop());
    }
}

void TestTorchZip::findsWrappedTensors() {
    QFETCH(QByteArray, pickle);
    QVERIFY(writeZip(place(), torchFile(pickle.toStdString())));
    const auto source = checkpoint::openTensorFile(place());
    QCOMPARE(source->tensors().size(), std::size_t{1});
    QCOMPARE(source->tensors()[0].name, std::string("w"));
    QVERIFY(source->metadata().at("epoch") == nlohmann::json(7));
}

void TestTorchZip::refusesBadArchives_data() {
    QTest::addColumn<std::vector<ZipEntry>>("entries");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const std::vector<ZipEntry>& entries, ErrorCode code, const char* message) {
        QTest::newRow(name) << entries << code << QByteArray(message);
    };
    const std::string good = oneTensor(0, {12}, {1});
    auto entries = torchFile(good);
    row("other zip", {{"readme.txt", "hello"}}, ErrorCode::UnsupportedLayout, "no data.pkl");
    entries[0].compressed = true;
    row("compressed pickle", entries, ErrorCode::UnsupportedLayout, "compressed");
    entries = torchFile(good);
    entries[2].compressed = true;
    row("compressed numbers", entries, ErrorCode::UnsupportedLayout, "compressed");
    entries = torchFile(good);
    entries[1].content = "big";
    row("big-endian", entries, ErrorCode::UnsupportedLayout, "big-endian");
    entries = torchFile(good);
    entries.pop_back();
    row("no numbers", entries, ErrorCode::CheckpointCorrupt, "'w' are not in the file");
    entries = torchFile(good);
    entries[2].content.pop_back();
    row("too few numbers", entries, ErrorCode::CheckpointCorrupt, "47 bytes");
    entries = torchFile(good);
    entries.push_back({"other/data.pkl", good});
    row("two pickles", entries, ErrorCode::UnsupportedLayout, "more than one");
    row("harmful", torchFile(PickleAssembler().global("posix", "system").text("ls").raw("\x85R").stop()),
        ErrorCode::UnsupportedLayout, "posix.system; nothing was run");
    row("no tensors", torchFile(PickleAssembler().raw("}").stop()), ErrorCode::UnsupportedLayout, "no tensors");
    row("a list", torchFile(PickleAssembler().raw("]").stop()), ErrorCode::UnsupportedLayout, "no tensors");
    PickleAssembler twice;
    twice.raw("}").text("w").tensor(12, 0, {12}, {1}).raw("s").text("w").tensor(12, 0, {12}, {1}).raw("s");
    row("name twice", torchFile(twice.stop()), ErrorCode::CheckpointCorrupt, "'w' is in it twice");
}

void TestTorchZip::refusesBadArchives() {
    QFETCH(std::vector<ZipEntry>, entries);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, message);
    QVERIFY(writeZip(place(), entries));
    const auto error = errorOf([&] { (void)checkpoint::openTensorFile(place()); });
    QVERIFY2(matches(error, code, message.toStdString()), describe(error));
    QCOMPARE(error->subject.english(), place().string());
}

QTEST_GUILESS_MAIN(TestTorchZip)
#include "test_torch_zip.moc"
