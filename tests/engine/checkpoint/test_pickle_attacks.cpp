// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_reader.h"
#include "checkpoint/torch_state_dict.h"
#include "pickle_assembler.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace parley;
using namespace parley::test;

namespace {

constexpr std::size_t kTooMany = 1'100'000; // More than a pickle may build.
constexpr std::size_t kDeep = 200'000;      // More than the stack has frames for.

std::string repeat(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

} // namespace

/// Pickles that want to run something, or to use up memory, stack or time.
class TestPickleAttacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatItRefuses_data();
    void namesWhatItRefuses();
    void refusesOtherWaysToMakeObjects_data();
    void refusesOtherWaysToMakeObjects();
    void limitsWhatItBuilds_data();
    void limitsWhatItBuilds();
    void survivesNesting_data();
    void survivesNesting();
    void keepsMetadataSmall_data();
    void keepsMetadataSmall();
};

void TestPickleAttacks::namesWhatItRefuses_data() {
    QTest::addColumn<QByteArray>("instructions");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* name, const PickleAssembler& instructions, const char* wanted) {
        QTest::newRow(name) << QByteArray::fromStdString(instructions.stop()) << QByteArray(wanted);
    };
    const PickleAssembler start(4);
    const auto assemble = [&start] { return start; };
    row("GLOBAL", assemble().global("posix", "system").text("ls").raw("\x85R"), "posix.system");
    row("STACK_GLOBAL", assemble().text("posix").text("system").raw("\x93").text("ls").raw("\x85R"), "posix.system");
    row("eval", assemble().global("builtins", "eval").text("1").raw("\x85R"), "builtins.eval");
    row("eval of Python 2", assemble().global("__builtin__", "eval").text("1").raw("\x85R"), "__builtin__.eval");
    row("getattr", assemble().global("builtins", "getattr"), "builtins.getattr");
    row("INST", assemble().raw("(iposix\nsystem\n"), "posix.system");
    row("OBJ", assemble().raw("(csubprocess\nPopen\no"), "subprocess.Popen");
    row("NEWOBJ", assemble().raw("csubprocess\nPopen\n)\x81"), "subprocess.Popen");
    row("torch's own", assemble().global("torch", "load"), "torch.load");
    row("deeper in torch", assemble().global("torch.hub", "load"), "torch.hub.load");
    row("dotted", assemble().text("torch._utils").text("_rebuild_tensor_v2.__globals__").raw("\x93"),
        "torch._utils._rebuild_tensor_v2.__globals__");
    row("dot in another place", assemble().text("torch").text("_utils.__loader__").raw("\x93"),
        "torch._utils.__loader__");
    row("numpy", assemble().global("numpy.core.multiarray", "scalar"), "numpy.core.multiarray.scalar");
    row("storage class, called", assemble().global("torch", "FloatStorage").raw(")R"), "torch.FloatStorage");
    row("empty", assemble().global("", ""), "run .;");
    row("control characters", assemble().global("a\x1b[2J", "b"), "a?[2J.b");
}

void TestPickleAttacks::namesWhatItRefuses() {
    QFETCH(QByteArray, instructions);
    QFETCH(QByteArray, name);
    const auto error = errorOf([&] { (void)checkpoint::readPickle(instructions.toStdString(), "model.pth"); });
    QVERIFY2(matches(error, ErrorCode::UnsupportedLayout, name.toStdString()), describe(error));
    QVERIFY2(error->message().find("nothing was run") != std::string::npos, describe(error));
    QVERIFY2(error->message().find("safetensors") != std::string::npos, describe(error));
}

void TestPickleAttacks::refusesOtherWaysToMakeObjects_data() {
    QTest::addColumn<QByteArray>("instructions");
    const auto row = [](const char* name, const char* instructions) {
        QTest::newRow(name) << QByteArray(instructions);
    };
    row("INST of an allowed class", "(icollections\nOrderedDict\n");
    row("OBJ of an allowed class", "(ccollections\nOrderedDict\no");
    row("NEWOBJ of an allowed class", "ccollections\nOrderedDict\n)\x81");
    row("NEWOBJ_EX of an allowed class", "ccollections\nOrderedDict\n)}\x92");
    row("call of a text", "U\1x)R");
    row("call with a list", "ccollections\nOrderedDict\n]R");
    row("OrderedDict with arguments", "ccollections\nOrderedDict\n]\x85R");
    row("Size of a text", "ctorch\nSize\nU\1x\x85R");
    row("state of a list", "]}b");
    row("state of a class", "ccollections\nOrderedDict\n}b");
    row("state that is a tuple", "}N}\x86"
                                 "b");
    row("class named by numbers", "K\1K\2\x93");
}

void TestPickleAttacks::refusesOtherWaysToMakeObjects() {
    QFETCH(QByteArray, instructions);
    const std::string pickle = PickleAssembler(4).raw(instructions.toStdString()).stop();
    const auto error = errorOf([&] { (void)checkpoint::readPickle(pickle, "model.pth"); });
    QVERIFY2(matches(error, ErrorCode::CheckpointCorrupt, ""), describe(error));
}

void TestPickleAttacks::limitsWhatItBuilds_data() {
    QTest::addColumn<QByteArray>("instructions");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, const std::string& instructions, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(instructions) << code;
    };
    row("values", repeat("N0", kTooMany), ErrorCode::CheckpointCorrupt);
    row("stack", "N" + repeat("2", kTooMany), ErrorCode::CheckpointCorrupt);
    row("marks", repeat("(", kTooMany), ErrorCode::CheckpointCorrupt);
    row("bytes", std::string(checkpoint::kMaxPickleBytes, '('), ErrorCode::CheckpointCorrupt);
    row("large torch.Size", "ctorch\nSize\n(" + repeat("N", kDeep) + "t\x85R", ErrorCode::CheckpointCorrupt);
    row("large storage key", PickleAssembler().storage("FloatStorage", std::string(kDeep, '0'), 1).stop().substr(2),
        ErrorCode::CheckpointCorrupt);
    row("long name", "c" + std::string(kDeep, 'a') + "\nb\n", ErrorCode::UnsupportedLayout);
}

void TestPickleAttacks::limitsWhatItBuilds() {
    QFETCH(QByteArray, instructions);
    QFETCH(ErrorCode, code);
    const std::string pickle = PickleAssembler().raw(instructions.toStdString()).stop();
    const auto error = errorOf([&] { (void)checkpoint::readPickle(pickle, "model.pth"); });
    QVERIFY2(matches(error, code, ""), describe(error));
    QVERIFY(error->message().size() < 400);
}

void TestPickleAttacks::survivesNesting_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("lists") << QByteArray::fromStdString(repeat("]", kDeep) + repeat("a", kDeep - 1));
    QTest::newRow("tuples") << QByteArray::fromStdString(")" + repeat("\x85", kDeep));
    QTest::newRow("marks") << QByteArray::fromStdString(repeat("(", kDeep) + repeat("t", kDeep));
    QTest::newRow("mappings") << QByteArray::fromStdString(repeat("}U\1k", kDeep) + "N" + repeat("s", kDeep));
    QTest::newRow("a list in itself") << QByteArray("]q\1h\1a");
    QTest::newRow("a mapping in itself") << QByteArray("}q\1U\1kh\1s");
}

void TestPickleAttacks::survivesNesting() {
    QFETCH(QByteArray, value);
    const std::string pickle = PickleAssembler().raw("}U\1v").raw(value.toStdString()).raw("s").stop();
    const auto tree = checkpoint::readPickle(pickle, "model.pth");
    QVERIFY(checkpoint::collectMetadata(tree).contains("v")); // Cut off somewhere, but there.
}

void TestPickleAttacks::keepsMetadataSmall_data() {
    QTest::addColumn<QByteArray>("value");
    // Each list holds the one before it ten times: 10^30 texts in all.
    std::string laughs = "]U\3ha!aq\1";
    for (int i = 0; i < 30; ++i) {
        laughs += "0](" + repeat("h\1", 10) + "eq\1";
    }
    QTest::newRow("lists of lists") << QByteArray::fromStdString(laughs);
    std::string texts = PickleAssembler().text(std::string(kDeep, 'x')).stop().substr(2);
    texts.back() = 'q';
    QTest::newRow("a text again and again")
        << QByteArray::fromStdString("](" + texts + "\1" + repeat("h\1", kDeep) + "e");
}

void TestPickleAttacks::keepsMetadataSmall() {
    QFETCH(QByteArray, value);
    const std::string pickle = PickleAssembler().raw("}U\1v").raw(value.toStdString()).raw("s").stop();
    const auto tree = checkpoint::readPickle(pickle, "model.pth");
    QVERIFY(checkpoint::collectMetadata(tree).dump().size() < std::size_t{4} << 20);
}

QTEST_GUILESS_MAIN(TestPickleAttacks)
#include "test_pickle_attacks.moc"
