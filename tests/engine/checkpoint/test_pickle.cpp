// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_reader.h"
#include "checkpoint/torch_state_dict.h"
#include "pickle_assembler.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace parley;
using namespace parley::test;
using namespace std::string_literals;

namespace {

PickleAssembler assemble(int protocol = 2) {
    return PickleAssembler(protocol);
}

} // namespace

class TestPickle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildsPlainValues_data();
    void buildsPlainValues();
    void buildsTensors();
    void buildsParameters_data();
    void buildsParameters();
    void ignoresAttributesOfMappings();
};

void TestPickle::buildsPlainValues_data() {
    QTest::addColumn<QByteArray>("value"); // Becomes the entry "v" of the result.
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const std::string& value, const char* json) {
        QTest::newRow(name) << QByteArray::fromStdString(value) << QByteArray(json);
    };
    row("none", "N", "null");
    row("bools", "(\x88\x89t", "[true,false]");
    row("small ints", "(K\xffM\xff\xffJ\xff\xff\xff\xfft", "[255,65535,-1]");
    row("long ints", "(\x8a\0\x8a\x01\x80\x8a\x08\0\0\0\0\0\0\0\x80\x8b\x02\0\0\0\xff\0t"s,
        "[0,-128,-9223372036854775808,255]");
    row("float", "G\x3f\xf8\0\0\0\0\0\0"s, "1.5");
    row("texts",
        "(X\x01\0\0\0a\x8c\x01"
        "bU\x01"
        "cT\x01\0\0\0d\x8d\x01\0\0\0\0\0\0\0et"s,
        R"(["a","b","c","d","e"])");
    row("not UTF-8", "U\x01\xff", R"("\ufffd")");
    row("lists",
        "(]]K\x01"
        "aa](K\x02K\x03"
        "e(K\x04lt",
        "[[[1]],[2,3],[4]]");
    row("tuples", "()K\x01\x85K\x01K\x02\x86K\x01K\x02K\x03\x87t", "[[],[1],[1,2],[1,2,3]]");
    row("mappings",
        "(}(U\x01"
        "aK\x01u(U\x01"
        "bK\x02"
        "d}K\x01K\x02st",
        R"([{"a":1},{"b":2},{}])");
    row("memo", "(]q\x05r\x07\0\0\0h\x05j\x07\0\0\0t"s, "[[],[],[]]");
    row("memo by count",
        "(](K\x01\x94"
        "eh\0t"s,
        "[[1],1]");
    row("pop, dup",
        "(K\x01K\x02"
        "0"
        "2(K\x03"
        "1t",
        "[1,1]");
    row("bytes, sets and long ints are left out",
        "(C\x01xB\x01\0\0\0x\x8e\x01\0\0\0\0\0\0\0x\x96\x01\0\0\0\0\0\0\0x\x8f(K\x01\x90(K\x01\x91\x8a\x09"
        "123456789t"s,
        "[]");
    row("sets of protocol 2",
        "(c__builtin__\nset\n](K\x01"
        "e\x85Rc_codecs\nencode\n(U\x01xU\x06latin1tRt",
        "[]");
    row("torch.Size", "ctorch\nSize\n(K\x03K\x04t\x85R", "[3,4]");
    row("dtype", "ctorch\nbfloat16\n", R"("bfloat16")");
}

void TestPickle::buildsPlainValues() {
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, json);
    const std::string pickle =
        assemble(4).raw("\x95"s + std::string(8, '\0')).raw("}").text("v").raw(value.toStdString()).raw("s").stop();
    const auto tree = checkpoint::readPickle(pickle, "model.pth");
    const nlohmann::json built = checkpoint::collectMetadata(tree);
    const nlohmann::json wanted{{"v", nlohmann::json::parse(json.toStdString())}};
    QCOMPARE(QByteArray::fromStdString(built.dump()), QByteArray::fromStdString(wanted.dump()));
}

void TestPickle::buildsTensors() {
    const auto tree = checkpoint::readPickle(assemble().tensor(12, 2, {2, 5}, {5, 1}).stop(), "model.pth");
    const auto* tensor = tree.get<checkpoint::PickleTensor>(tree.root);
    QVERIFY(tensor != nullptr);
    QCOMPARE(tensor->dtype, checkpoint::DType::Float32);
    QCOMPARE(tensor->storage.key, std::string("0"));
    QCOMPARE(tensor->storage.elementCount, std::uint64_t{12});
    QCOMPARE(tensor->offset, std::uint64_t{2});
    QCOMPARE(tensor->shape, (std::vector<std::int64_t>{2, 5}));
    QCOMPARE(tensor->strides, (std::vector<std::int64_t>{5, 1}));
}

void TestPickle::buildsParameters_data() {
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<checkpoint::DType>("dtype");
    const auto row = [](const char* name, const std::string& pickle, checkpoint::DType dtype) {
        QTest::newRow(name) << QByteArray::fromStdString(pickle) << dtype;
    };
    row("parameter",
        assemble()
            .global("torch._utils", "_rebuild_parameter")
            .raw("(")
            .tensor(1, 0, {}, {})
            .raw("\x88Nt")
            .raw("R")
            .stop(),
        checkpoint::DType::Float32);
    row("with state",
        assemble()
            .global("torch._utils", "_rebuild_parameter_with_state")
            .raw("(")
            .tensor(1, 0, {}, {})
            .raw("\x88N}t")
            .raw("R")
            .stop(),
        checkpoint::DType::Float32);
    row("version 1",
        assemble()
            .global("torch._utils", "_rebuild_tensor")
            .raw("(")
            .storage("HalfStorage", "0", 1)
            .raw("K\0"s)
            .tuple({1})
            .tuple({1})
            .raw("tR")
            .stop(),
        checkpoint::DType::Float16);
    row("version 3",
        assemble()
            .global("torch._utils", "_rebuild_tensor_v3")
            .raw("((")
            .text("storage")
            .global("torch.storage", "UntypedStorage")
            .text("0")
            .text("cpu")
            .integer(2)
            .raw("tQK\0"s)
            .tuple({1})
            .tuple({1})
            .raw("\x89N")
            .global("torch", "bfloat16")
            .raw("tR")
            .stop(),
        checkpoint::DType::BFloat16);
}

void TestPickle::buildsParameters() {
    QFETCH(QByteArray, pickle);
    QFETCH(checkpoint::DType, dtype);
    const auto tree = checkpoint::readPickle(pickle.toStdString(), "model.pth");
    const auto* tensor = tree.get<checkpoint::PickleTensor>(tree.root);
    QVERIFY(tensor != nullptr);
    QCOMPARE(tensor->dtype, dtype);
}

void TestPickle::ignoresAttributesOfMappings() {
    PickleAssembler pickle;
    pickle.global("collections", "OrderedDict").raw(")R").text("w").tensor(12, 0, {12}, {1}).raw("s");
    pickle.raw("}").text("_metadata").raw("}sb");
    const auto tree = checkpoint::readPickle(pickle.stop(), "model.pth");
    QCOMPARE(checkpoint::findStateDict(tree, "model.pth").size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestPickle)
#include "test_pickle.moc"
