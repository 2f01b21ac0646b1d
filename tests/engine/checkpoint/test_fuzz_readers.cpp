// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_reader.h"
#include "checkpoint/tensor_source.h"
#include "fixtures.h"
#include "pickle_assembler.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <random>

using namespace parley;
using namespace parley::test;
using namespace std::string_view_literals;

namespace {

constexpr int kRounds = 3000;

/// Small damage to a file, the same in every run: std::mt19937 is the same everywhere, its distributions are not.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : m_random(seed) {}

    std::string operator()(std::string bytes) {
        for (std::size_t i = 0, count = 1 + below(4); i < count && !bytes.empty(); ++i) {
            mutate(bytes);
        }
        return bytes;
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }

    void mutate(std::string& bytes) {
        constexpr std::array<std::uint64_t, 8> kLengths{0, 1, 0x7f, 0xff, 0x7fffffff, 0xffffffff, ~0ull >> 1, ~0ull};
        const std::size_t at = below(bytes.size());
        switch (below(6)) {
        case 0:
            bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1u << below(8)));
            break;
        case 1:
            bytes[at] = static_cast<char>(below(256));
            break;
        case 2:
            bytes.resize(at);
            break;
        case 3: // A length, over whatever is there.
        {
            const std::string length = littleEndian(kLengths[below(kLengths.size())], std::size_t{1} << below(4));
            bytes.replace(at, std::min(length.size(), bytes.size() - at), length);
            break;
        }
        case 4:
            bytes.insert(at, bytes.substr(below(bytes.size()), below(16)));
            break;
        default:
            bytes.erase(at, 1 + below(16));
            break;
        }
    }

    std::mt19937 m_random;
};

std::string samplePickle() {
    PickleAssembler pickle;
    pickle.raw("}").text("state_dict").global("collections", "OrderedDict").raw(")R(");
    pickle.text("row").tensor(12, 0, {3, 4}, {4, 1}).text("column").tensor(12, 0, {4, 3}, {1, 4});
    pickle.raw("us").text("metadata").raw("}(").text("rates").raw("](K\2K\4e").text("ratio");
    return pickle.raw("G?\xf0\0\0\0\0\0\0N\x88us"sv).stop();
}

std::string sampleSafetensors() {
    return safetensorsBytes(
        R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},)"
        R"("b":{"dtype":"BF16","shape":[4],"data_offsets":[24,32]}})",
        32);
}

/// A smaller copy with one matrix of [2, 64] and one array beside it.
std::string sampleQuantized(bool isInt8) {
    return isInt8
               ? safetensorsBytes(
                     R"({"__metadata__":{"parley_quantized":"int8"},"a":{"dtype":"I8","shape":[2,64],"data_offsets":[0,128]},)"
                     R"("a.scale":{"dtype":"F32","shape":[2],"data_offsets":[128,136]},)"
                     R"("b":{"dtype":"BF16","shape":[4],"data_offsets":[136,144]}})",
                     144)
               : safetensorsBytes(
                     R"({"__metadata__":{"parley_quantized":"int4"},"a":{"dtype":"U8","shape":[2,32],"data_offsets":[0,64]},)"
                     R"("a.scale":{"dtype":"BF16","shape":[2,2],"data_offsets":[64,72]},)"
                     R"("b":{"dtype":"BF16","shape":[4],"data_offsets":[72,80]}})",
                     80);
}

} // namespace

/// Whatever is in a file, a reader may only read it or throw an EngineError: under the sanitizers, this is what says
/// so.
class TestFuzzReaders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void safetensorsFiles();
    void smallerCopies();
    void torchFiles();
    void picklesInTorchFiles();
    void pickles();
    void shardIndexes();

private:
    [[nodiscard]] std::filesystem::path place(const char* name = "file") const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    /// Opens it and reads everything in it; counts the files that could be opened.
    template <typename Open>
    void tryOut(Open&& open) {
        const auto error = errorOf([&] {
            const auto source = open();
            ++m_opened;
            for (const checkpoint::TensorInfo& tensor : source->tensors()) {
                (void)readTensor(*source, tensor);
            }
        });
        QVERIFY(!error || error->code == ErrorCode::CheckpointCorrupt || error->code == ErrorCode::UnsupportedLayout ||
                error->code == ErrorCode::ModelNotFound);
    }

    void tryOutFile(const std::string& bytes) {
        writeFile(place(), bytes);
        tryOut([&] { return checkpoint::openTensorFile(place()); });
    }

    QTemporaryDir m_folder;
    int m_opened = 0;
};

void TestFuzzReaders::safetensorsFiles() {
    m_opened = 0;
    tryOutFile(sampleSafetensors());
    QCOMPARE(m_opened, 1);
    Mutator mutated(1);
    for (int i = 0; i < kRounds; ++i) {
        tryOutFile(mutated(sampleSafetensors()));
    }
    QVERIFY(m_opened < kRounds);
}

void TestFuzzReaders::smallerCopies() {
    for (const bool isInt8 : {true, false}) {
        m_opened = 0;
        tryOutFile(sampleQuantized(isInt8));
        QCOMPARE(m_opened, 1);
        Mutator mutated(isInt8 ? 6 : 7);
        for (int i = 0; i < kRounds; ++i) {
            tryOutFile(mutated(sampleQuantized(isInt8)));
        }
        QVERIFY(m_opened < kRounds);
    }
}

void TestFuzzReaders::torchFiles() {
    m_opened = 0;
    QVERIFY(writeZip(place(), {{"m/data.pkl", samplePickle()}, {"m/data/0", std::string(48, 'x')}}));
    const std::string whole = readFile(place());
    tryOutFile(whole);
    QCOMPARE(m_opened, 1);
    Mutator mutated(2);
    for (int i = 0; i < kRounds; ++i) {
        tryOutFile(mutated(whole));
    }
    QVERIFY(m_opened < kRounds);
}

void TestFuzzReaders::picklesInTorchFiles() {
    Mutator mutated(3);
    for (int i = 0; i < kRounds / 4; ++i) {
        QVERIFY(writeZip(place(), {{"m/data.pkl", mutated(samplePickle())}, {"m/data/0", std::string(48, 'x')}}));
        tryOut([&] { return checkpoint::openTensorFile(place()); });
    }
}

void TestFuzzReaders::pickles() {
    QVERIFY(!errorOf([] { (void)checkpoint::readPickle(samplePickle(), "file"); }));
    Mutator mutated(4);
    for (int i = 0; i < 4 * kRounds; ++i) {
        (void)errorOf([&] { (void)checkpoint::readPickle(mutated(samplePickle()), "file"); });
    }
}

void TestFuzzReaders::shardIndexes() {
    const std::string index = R"({"metadata":{"total_size":32},"weight_map":{"a":"shard","b":"shard"}})";
    writeFile(place("shard"), sampleSafetensors());
    writeFile(place("index"), index);
    m_opened = 0;
    tryOut([&] { return checkpoint::openShardIndex(place("index")); });
    QCOMPARE(m_opened, 1);
    Mutator mutated(5);
    for (int i = 0; i < kRounds; ++i) {
        writeFile(place("index"), mutated(index));
        tryOut([&] { return checkpoint::openShardIndex(place("index")); });
    }
}

QTEST_GUILESS_MAIN(TestFuzzReaders)
#include "test_fuzz_readers.moc"
