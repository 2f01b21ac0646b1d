// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"
#include "support/data_folder.h"
#include "support/recording_listener.h"

#include <QTemporaryDir>
#include <QTest>
#include <condition_variable>
#include <fstream>
#include <latch>
#include <mutex>

using namespace parley;
using namespace parley::test;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds kAtOnce{1};

/// What becomes of a model, in a word each: loading (once a load), loaded, unloaded, failed.
class ModelDiary final : public LoadListener {
public:
    void onLoading(std::uint64_t /*done*/, std::uint64_t /*total*/) override { note("loading"); }
    void onLoaded(const LoadedInfo& /*info*/) override { note("loaded"); }
    void onUnloaded() override { note("unloaded"); }
    void onFailed(const Error& error) override {
        m_error = error.code;
        note("failed");
    }
    void onNotKept(const Error& /*error*/) override {
        if (m_keepsWriting != nullptr) {
            m_keepsWriting->wait();
        }
    }

    /// Packed weights that can't be kept are being written until then.
    void writeUntil(std::latch& latch) { m_keepsWriting = &latch; }

    /// Waits until it has `count` words.
    std::vector<std::string> wordsOf(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_noted.wait(lock, [&] { return m_words.size() >= count; });
        return m_words;
    }
    [[nodiscard]] std::optional<ErrorCode> error() const { return m_error; }

private:
    void note(const char* word) {
        const std::scoped_lock lock(m_mutex);
        if (m_words.empty() || m_words.back() != word) {
            m_words.emplace_back(word);
        }
        m_noted.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_noted;
    std::vector<std::string> m_words;
    std::optional<ErrorCode> m_error;
    std::latch* m_keepsWriting = nullptr;
};

using Words = std::vector<std::string>;

std::shared_ptr<RecordingListener> submit(Engine& engine, const std::stop_token& stop = {}) {
    auto listener = std::make_shared<RecordingListener>();
    engine.submit({"[S1] Hello. [S2] Hi.", std::nullopt, {.maxTokens = 40, .seed = 5}}, listener, stop);
    return listener;
}

std::shared_ptr<RecordingListener> speak(Engine& engine) {
    auto listener = submit(engine);
    listener->wait();
    return listener;
}

ModelOptions smallModel(const fs::path& folder) {
    const fs::path data = dataFolder() / "plain";
    fs::copy(data / "dia-0626", folder / "dia");
    fs::copy(data / "dac-descript", folder / "dac");
    return {.model = folder / "dia", .codec = folder / "dac", .dtype = "int8", .packedCache = folder / "cache"};
}

} // namespace

/// A model that nobody uses goes out of memory, and comes back by itself.
class TestUnload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void comesBackWithTheNextRequest();
    void worksWithoutAnybodyWhoListens();
    void staysWhileJobsWait();
    void staysWhileItsWeightsAreKept();
    void mayBeCancelledOnItsWayBack();
    void tellsThatItCantComeBack();

private:
    [[nodiscard]] fs::path root() const { return m_folder->path().toStdString(); }

    ModelOptions m_demo{.demo = true};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUnload::comesBackWithTheNextRequest() {
    Engine engine;
    const auto diary = std::make_shared<ModelDiary>();
    engine.use(m_demo, diary);
    const auto before = speak(engine);
    QCOMPARE(before->speech.figures.load, 0.0); // never unloaded unless it is asked for
    QCOMPARE(diary->wordsOf(2), Words({"loading", "loaded"}));
    engine.unloadAfter(kAtOnce);
    QCOMPARE(diary->wordsOf(3).back(), std::string("unloaded"));
    const auto after = speak(engine);
    QCOMPARE(after->ending, std::string("finished"));
    QVERIFY(after->loadedAll && after->speech.figures.load > 0);
    QVERIFY(after->sound == before->sound);
    QCOMPARE(diary->wordsOf(6), Words({"loading", "loaded", "unloaded", "loading", "loaded", "unloaded"}));
}

void TestUnload::worksWithoutAnybodyWhoListens() {
    Engine engine(m_demo);
    engine.unloadAfter(kAtOnce);
    // It can't be told when it is gone, but it will be, some time.
    std::shared_ptr<RecordingListener> heard = speak(engine);
    QVERIFY(heard->speech.figures.load > 0);
    do {
        heard = speak(engine);
        QCOMPARE(heard->ending, std::string("finished"));
        QTest::qSleep(2);
    } while (heard->speech.figures.load <= 0);
}

void TestUnload::staysWhileJobsWait() {
    Engine engine(m_demo);
    engine.unloadAfter(kAtOnce);
    std::latch allThere{1};
    const auto first = std::make_shared<RecordingListener>();
    first->whenLoading = [&] { allThere.wait(); };
    engine.submit({"[S1] Hello.", std::nullopt, {.maxTokens = 40}}, first);
    std::vector<std::shared_ptr<RecordingListener>> others;
    for (int i = 0; i < 20; ++i) { // more than speak together
        others.push_back(submit(engine));
    }
    allThere.count_down();
    first->wait();
    for (const auto& other : others) {
        other->wait();
        QCOMPARE(other->ending, std::string("finished"));
        QCOMPARE(other->speech.figures.load, 0.0);
    }
}

void TestUnload::staysWhileItsWeightsAreKept() {
    const ModelOptions options = smallModel(root());
    std::ofstream(options.packedCache) << "a file where the folder should be";
    std::latch written{1};
    const auto diary = std::make_shared<ModelDiary>();
    diary->writeUntil(written);
    {
        Engine engine;
        engine.unloadAfter(kAtOnce);
        engine.use(options, diary);
        (void)diary->wordsOf(2);
        for (int i = 0; i < 5; ++i) {
            QTest::qSleep(2); // long enough to be idle, most of the time
            QCOMPARE(speak(engine)->speech.figures.load, 0.0);
        }
        written.count_down();
        QCOMPARE(diary->wordsOf(3).back(), std::string("unloaded"));
        const auto kept = engine.finishCaching({});
        QVERIFY(!kept && kept.error().code == ErrorCode::FileUnwritable); // what became of it can still be asked
    }
}

void TestUnload::mayBeCancelledOnItsWayBack() {
    Engine engine;
    const auto diary = std::make_shared<ModelDiary>();
    engine.use(m_demo, diary);
    engine.unloadAfter(kAtOnce);
    (void)diary->wordsOf(3);
    std::stop_source stop;
    const auto job = std::make_shared<RecordingListener>();
    job->whenLoading = [&] { stop.request_stop(); };
    engine.submit({"[S1] Hello.", std::nullopt, {.maxTokens = 40}}, job, stop.get_token());
    job->wait();
    QCOMPARE(job->ending, std::string("cancelled"));
    QCOMPARE(diary->wordsOf(5), Words({"loading", "loaded", "unloaded", "loading", "unloaded"}));
    QCOMPARE(speak(engine)->ending, std::string("finished"));
    QCOMPARE(diary->wordsOf(7).at(6), std::string("loaded"));
}

void TestUnload::tellsThatItCantComeBack() {
    const ModelOptions options = smallModel(root());
    Engine engine;
    const auto diary = std::make_shared<ModelDiary>();
    engine.use(options, diary);
    engine.unloadAfter(kAtOnce);
    (void)diary->wordsOf(3);
    fs::rename(options.model, root() / "elsewhere");
    const auto lost = speak(engine);
    QCOMPARE(lost->ending, std::string("failed"));
    QVERIFY(lost->error->code == ErrorCode::ModelNotFound);
    QCOMPARE(diary->wordsOf(4), Words({"loading", "loaded", "unloaded", "failed"}));
    QVERIFY(diary->error() == ErrorCode::ModelNotFound);
    fs::rename(root() / "elsewhere", options.model);
    QCOMPARE(speak(engine)->ending, std::string("finished"));
    QCOMPARE(diary->wordsOf(4).size(), std::size_t{4}); // the failure was its last word
}

QTEST_GUILESS_MAIN(TestUnload)
#include "test_unload.moc"
