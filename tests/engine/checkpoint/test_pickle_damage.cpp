// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_reader.h"
#include "pickle_assembler.h"

#include <QTest>
#include <limits>

using namespace parley;
using namespace parley::test;
using namespace std::string_literals;

namespace {

std::optional<Error> errorOfReading(const std::string& pickle) {
    return errorOf([&] { (void)checkpoint::readPickle(pickle, "model.pth"); });
}

PickleAssembler assemble() {
    return PickleAssembler();
}

} // namespace

/// Pickles that are broken. What means harm is in test_pickle_attacks.cpp.
class TestPickleDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesTruncatedPickles();
    void refusesOtherProtocols();
    void refusesDamage_data();
    void refusesDamage();
    void refusesBadTensors_data();
    void refusesBadTensors();
};

void TestPickleDamage::refusesTruncatedPickles() {
    const std::string whole = assemble().raw("}").text("w").tensor(12, 0, {12}, {1}).raw("s").stop();
    QVERIFY(!errorOfReading(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto error = errorOfReading(whole.substr(0, size));
        QVERIFY2(error && error->subject.english() == "model.pth", describe(error));
    }
}

void TestPickleDamage::refusesOtherProtocols() {
    for (const int protocol : {0, 1, 6, 127}) {
        const auto error = errorOfReading(PickleAssembler(protocol).raw("}").stop());
        QVERIFY2(matches(error, ErrorCode::UnsupportedLayout, "protocol"), describe(error));
    }
    const auto error = errorOfReading("(dp0\n.");
    QVERIFY2(matches(error, ErrorCode::CheckpointCorrupt, "begin"), describe(error));
}

void TestPickleDamage::refusesDamage_data() {
    QTest::addColumn<QByteArray>("instructions");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const std::string& instructions, const char* message) {
        QTest::newRow(name) << QByteArray::fromStdString(instructions) << QByteArray(message);
    };
    row("nothing on the stack", "", "takes a value where there is none");
    row("pop of nothing", "0", "takes a value where there is none");
    row("dup of nothing", "2", "takes a value where there is none");
    row("pop below a mark", "K\x01(0", "takes a value where there is none");
    row("no mark", "K\x01t", "closes a list");
    row("append to a tuple",
        ")K\x01"
        "a",
        "not a list");
    row("appends to a mapping",
        "}(K\x01"
        "e",
        "not a list");
    row("item of a list", "]K\x01K\x02s", "not a mapping");
    row("key without a value", "}(K\x01u", "not a mapping");
    row("add to a list", "](K\x01\x90", "not a set");
    row("memo of nothing", "q\x01", "takes a value where there is none");
    row("unknown memo", "h\x03", "never had");
    row("gap in the memo", "K\x01q\x05h\x03", "never had");
    row("memo at 2^32", "K\x01r\xff\xff\xff\xff", "remembers too many");
    row("recall at 2^32", "j\xff\xff\xff\xff", "never had");
    row("unknown instruction", "\xfe", "instruction");
    row("extension code", "\x82\x01", "instruction");
    row("out-of-band buffer", "\x97", "instruction");
    row("text form of an int", "I1\n", "instruction");
    row("line without an end", "cposix", "in the middle");
    row("text of 4 GiB", "X\xff\xff\xff\xff", "in the middle");
    row("text of 2^64", "\x8d\xff\xff\xff\xff\xff\xff\xff\xff", "in the middle");
    row("bytes of 2^64", "\x8e\xff\xff\xff\xff\xff\xff\xff\xff", "in the middle");
    row("int of 4 GiB", "\x8b\xff\xff\xff\xff", "in the middle");
    row("storage by number", "K\x01Q", "refers to its numbers");
    row("storage of another kind",
        "(U\x04moductorch\nFloatStorage\nU\x01"
        "0U\x03"
        "cpuK\x01tQ",
        "refers to its numbers");
    row("storage of a function",
        "(U\x07storagectorch\nSize\nU\x01"
        "0U\x03"
        "cpuK\x01tQ",
        "refers to its numbers");
    row("storage of -1",
        "(U\x07storagectorch\nFloatStorage\nU\x01"
        "0U\x03"
        "cpuJ\xff\xff\xff\xfftQ",
        "refers to its numbers");
}

void TestPickleDamage::refusesDamage() {
    QFETCH(QByteArray, instructions);
    QFETCH(QByteArray, message);
    const auto error = errorOfReading(assemble().raw(instructions.toStdString()).stop());
    QVERIFY2(matches(error, ErrorCode::CheckpointCorrupt, message.toStdString()), describe(error));
}

void TestPickleDamage::refusesBadTensors_data() {
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const PickleAssembler& pickle, const char* message,
                        ErrorCode code = ErrorCode::CheckpointCorrupt) {
        QTest::newRow(name) << QByteArray::fromStdString(pickle.stop()) << code << QByteArray(message);
    };
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    row("too large", assemble().tensor(12, 0, {13}, {1}), "beyond");
    row("offset too large", assemble().tensor(12, 1, {12}, {1}), "beyond");
    row("stride too large", assemble().tensor(12, 0, {2, 6}, {7, 1}), "beyond");
    row("scalar past the end", assemble().tensor(12, 12, {}, {}), "beyond");
    row("offset wraps", assemble().tensor(12, kMax, {kMax, 3}, {1, 1}), "beyond");
    row("product wraps", assemble().tensor(12, 0, {std::int64_t{1} << 32, std::int64_t{1} << 32}, {0, 0}), "beyond");
    row("stride wraps", assemble().tensor(12, 0, {3}, {kMax}), "beyond");
    row("storage wraps", assemble().tensor(kMax, 0, {kMax}, {1}), "beyond");
    row("negative size", assemble().tensor(12, 0, {-1}, {1}), "not possible");
    row("negative stride", assemble().tensor(12, 0, {2}, {-1}), "not possible");
    row("negative offset", assemble().tensor(12, -1, {2}, {1}), "not possible");
    row("stride missing", assemble().tensor(12, 0, {2, 2}, {2}), "strides");
    row("many dimensions", assemble().tensor(12, 0, std::vector<std::int64_t>(65, 1), std::vector<std::int64_t>(65, 1)),
        "not possible");
    row("bomb of one number", assemble().tensor(1, 0, {std::int64_t{1} << 40}, {0}), "larger than",
        ErrorCode::UnsupportedLayout);
    row("no arguments", assemble().global("torch._utils", "_rebuild_tensor_v2").raw(")R"), "not described");
    row("parameter of a text", assemble().global("torch._utils", "_rebuild_parameter").raw("(U\1xNNtR"),
        "without its tensor");
    row("quantized", assemble().storage("QInt8Storage", "0", 1), "torch.QInt8Storage", ErrorCode::UnsupportedLayout);
    row("negated",
        assemble()
            .global("torch._utils", "_rebuild_tensor_v2")
            .raw("(")
            .storage("FloatStorage", "0", 1)
            .raw("K\0))\x89N}U\3neg\x88stR"s),
        "negated", ErrorCode::UnsupportedLayout);
}

void TestPickleDamage::refusesBadTensors() {
    QFETCH(QByteArray, pickle);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, message);
    const auto error = errorOfReading(pickle.toStdString());
    QVERIFY2(matches(error, code, message.toStdString()), describe(error));
}

QTEST_GUILESS_MAIN(TestPickleDamage)
#include "test_pickle_damage.moc"
