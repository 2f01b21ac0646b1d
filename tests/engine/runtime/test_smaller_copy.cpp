// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"
#include "parley/inspect.h"
#include "parley/smaller_copy.h"
#include "runtime/copy_writer.h"
#include "support/data_folder.h"
#include "support/recording_listener.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::test;

namespace {

ModelOptions original(const std::string& path) {
    return {.model = dataFolder() / path, .codec = dataFolder() / "plain" / "dac-transformers"};
}

Speech spoken(const ModelOptions& model) {
    Engine engine(model);
    const auto heard = std::make_shared<RecordingListener>();
    engine.submit({"[S1] Once. [S2] Twice?", std::nullopt, {.maxTokens = 60, .seed = 3}}, heard, {});
    heard->wait();
    return heard->speech;
}

} // namespace

class TestSmallerCopy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speaksAsTheOriginalDoesInItsFormat_data();
    void speaksAsTheOriginalDoesInItsFormat();
    void tellsItsDifference();
    void autoTakesItsFormat();
    void computesInOtherFormats();
    void tellsBeforehandWhatItTakes();
    void asksForRoom();
    void refusesWhatItCantDo();
    void leavesNothingBehind();

private:
    [[nodiscard]] std::filesystem::path place(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / QTest::currentTestFunction() / name;
    }
    QTemporaryDir m_folder;
};

void TestSmallerCopy::speaksAsTheOriginalDoesInItsFormat_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("format");
    for (const char* model : {"plain/dia-transformers", "plain/dia-transformers-sharded", "plain/dia-0626",
                              "plain/dia-0626-pth", "generation-0.1/dia-v01-safetensors"}) {
        for (const char* format : {"int8", "int4"}) {
            QTest::addRow("%s, %s", model, format) << QByteArray(model) << QByteArray(format);
        }
    }
}

void TestSmallerCopy::speaksAsTheOriginalDoesInItsFormat() {
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, format);
    ModelOptions options = original(model.toStdString());
    const std::string name = QByteArray(model + format).replace('/', '-').toStdString();
    const auto made =
        makeSmallerCopy({.model = options, .format = format.toStdString(), .folder = place(name.c_str())}, {}, {});
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message().c_str());
    options.dtype = format.toStdString();
    const Speech wanted = spoken(options);
    options.model = made.value().folder;
    const Speech heard = spoken(options);
    QVERIFY(!wanted.tokens.values.empty() && heard.tokens.values == wanted.tokens.values); // to the last bit
    QVERIFY(heard.sound.samples == wanted.sound.samples);
}

void TestSmallerCopy::tellsItsDifference() {
    std::uint64_t last = 0;
    bool onlyForward = true;
    const auto onProgress = [&](std::uint64_t done, std::uint64_t total) {
        onlyForward = onlyForward && done >= last && done <= total;
        last = done;
    };
    const ModelOptions options = original("plain/dia-transformers");
    const auto eight = makeSmallerCopy({.model = options, .format = "int8", .folder = place("8")}, onProgress, {});
    const auto four = makeSmallerCopy({.model = options, .format = "int4", .folder = place("4")}, {}, {});
    QVERIFY(eight.ok() && four.ok());
    QVERIFY(onlyForward && last > 0);
    QCOMPARE(eight.value().comparedWith, std::string("float32"));
    QVERIFY(eight.value().rmsError > 1e-5 && eight.value().rmsError < 0.006); // as docs/devices.md has them
    QVERIFY(four.value().rmsError > 2 * eight.value().rmsError && four.value().rmsError < 0.06);
    QVERIFY(eight.value().otherChoices < four.value().otherChoices);
    QVERIFY(four.value().bytes < eight.value().bytes && eight.value().bytes < eight.value().bytesBefore / 2);
    const auto report = inspectCheckpoint({.model = four.value().folder});
    QVERIFY(report.ok() && report.value().layout == "transformers" && report.value().extra.empty());
}

void TestSmallerCopy::autoTakesItsFormat() {
    ModelOptions options = original("plain/dia-transformers");
    QCOMPARE(spoken(options).dtype, std::string("float32")); // a small network
    const auto made = makeSmallerCopy({.model = options, .format = "int4", .folder = place("copy")}, {}, {});
    options.model = made.value().folder;
    QCOMPARE(spoken(options).dtype, std::string("int4"));
}

void TestSmallerCopy::computesInOtherFormats() {
    ModelOptions options = original("plain/dia-transformers");
    const auto made = makeSmallerCopy({.model = options, .format = "int8", .folder = place("copy")}, {}, {});
    options.model = made.value().folder;
    for (const char* dtype : {"float32", "bfloat16", "int4"}) {
        options.dtype = dtype;
        const Speech heard = spoken(options);
        QVERIFY2(heard.dtype == dtype && !heard.sound.samples.empty(), dtype);
    }
}

void TestSmallerCopy::tellsBeforehandWhatItTakes() {
    const ModelOptions options = original("plain/dia-transformers");
    for (const char* format : {"int8", "int4"}) {
        const auto forecast = forecastCopy(options, format);
        const auto made = makeSmallerCopy({.model = options, .format = format, .folder = place(format)}, {}, {});
        QVERIFY(forecast.ok() && made.ok());
        const std::uint64_t header = made.value().bytes - forecast.value().bytes;
        QVERIFY2(header > 0 && header < 100'000, std::to_string(header).c_str()); // names, in a tiny model
        QCOMPARE(forecast.value().bytesBefore, made.value().bytesBefore);
        QVERIFY(forecast.value().memory > 0 && forecast.value().memory < forecast.value().memoryIn16);
    }
    const auto wrong = forecastCopy(options, "float32");
    QVERIFY(!wrong.ok() && wrong.error().code == ErrorCode::OptionInvalid);
    const auto nothing = forecastCopy({.model = "/no/such/model"}, "int8");
    QVERIFY(!nothing.ok() && nothing.error().code == ErrorCode::ModelNotFound);
}

void TestSmallerCopy::asksForRoom() {
    QVERIFY(!runtime::roomError("/models", 1'000'000'000, 2'000'000'000));
    const auto error = runtime::roomError("/models", 1'700'000'000, 900'000'000);
    QVERIFY(error && error->code == ErrorCode::DiskFull);
    QCOMPARE(error->message(), std::string("/models: the copy takes 1700 MB, and there is room for 836 MB; make room, "
                                           "or choose another folder"));
    QVERIFY(runtime::roomError("/models", 1, 0));
}

void TestSmallerCopy::refusesWhatItCantDo() {
    const ModelOptions options = original("plain/dia-transformers");
    const auto wrong = makeSmallerCopy({.model = options, .format = "int2", .folder = place("copy")}, {}, {});
    QVERIFY(!wrong.ok() && wrong.error().code == ErrorCode::OptionInvalid);
    const auto there = makeSmallerCopy({.model = options, .folder = m_folder.path().toStdString()}, {}, {});
    QVERIFY(!there.ok() && there.error().code == ErrorCode::FileUnwritable);
    const auto nothing = makeSmallerCopy({.model = {.model = "/no/such/model"}, .folder = place("copy")}, {}, {});
    QVERIFY(!nothing.ok() && nothing.error().code == ErrorCode::ModelNotFound);
    const auto unwritable = makeSmallerCopy({.model = options, .folder = "/proc/copy"}, {}, {});
    QVERIFY(!unwritable.ok() && unwritable.error().code == ErrorCode::FileUnwritable);
    QVERIFY(!std::filesystem::exists(place("copy")));
}

void TestSmallerCopy::leavesNothingBehind() {
    std::stop_source stop;
    const auto cancelled = makeSmallerCopy(
        {.model = original("plain/dia-transformers"), .folder = place("copy")},
        [&](std::uint64_t, std::uint64_t) { stop.request_stop(); }, stop.get_token());
    QVERIFY(!cancelled.ok() && cancelled.error().code == ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(place("copy")));
}

QTEST_GUILESS_MAIN(TestSmallerCopy)
#include "test_smaller_copy.moc"
