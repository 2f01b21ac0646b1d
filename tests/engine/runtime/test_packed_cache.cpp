// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/file_identity.h"
#include "parley/engine.h"
#include "support/data_folder.h"
#include "support/file_size_limit.h"
#include "support/recording_listener.h"

#include <QTemporaryDir>
#include <QTest>
#include <chrono>
#include <fstream>

using namespace parley;
using namespace parley::test;
namespace fs = std::filesystem;

namespace {

struct Heard {
    std::vector<std::int64_t> tokens;
    std::optional<Error> trouble;
    Result<std::monostate> kept = std::monostate{};
};

std::shared_ptr<RecordingListener> begin(Engine& engine) {
    auto listener = std::make_shared<RecordingListener>();
    engine.submit({"[S1] Hello. [S2] Hi.", std::nullopt, {.maxTokens = 40, .seed = 5}}, listener);
    return listener;
}

Heard end(Engine& engine, RecordingListener& listener) {
    listener.wait();
    return {listener.speech.tokens.values, listener.cacheTrouble, engine.finishCaching({})};
}

/// One start of the program.
Heard speak(const ModelOptions& options) {
    Engine engine(options);
    const auto listener = begin(engine);
    return end(engine, *listener);
}

void overwrite(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void touch(const fs::path& path) {
    fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(1));
}

} // namespace

using Damage = std::function<void(const fs::path&)>;
Q_DECLARE_METATYPE(Damage)

class TestPackedCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isMadeOnceAndUsed_data();
    void isMadeOnceAndUsed();
    void followsTheSource();
    void isCheckedAfterItWasTouched();
    void isRemadeWhenDamaged_data();
    void isRemadeWhenDamaged();
    void aFolderThatCantBeWrittenIsNoObstacle();
    void aFullDiskIsNoObstacle();
    void twoAtOnceLeaveOneWholeFile();
    void anEngineThatEndsEarlyLeavesNoPart();
    void keepsTheLastFewAlone();
    void clearsAwayWhatAKilledProgramLeft();
    void theDemoKeepsNothing();

private:
    [[nodiscard]] fs::path root() const { return m_folder->path().toStdString(); }
    [[nodiscard]] ModelOptions options(const std::string& dtype = "int8") const {
        return {
            .model = root() / "dia", .codec = root() / "dac", .dtype = dtype, .packedCache = root() / "cache" / "x"};
    }
    /// The files of the cache that end so.
    [[nodiscard]] std::vector<fs::path> files(const std::string& ending = ".safetensors") const {
        std::vector<fs::path> found;
        for (const fs::directory_entry& entry : fs::directory_iterator(options().packedCache)) {
            if (entry.path().filename().string().ends_with(ending)) {
                found.push_back(entry.path());
            }
        }
        return found;
    }
    [[nodiscard]] fs::path networkFile(const std::string& dtype = "int8") const {
        return files(dtype + "-0626-1.safetensors").at(0);
    }
    [[nodiscard]] static std::uint64_t inode(const fs::path& path) { return files::identityOf(path)->inode; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPackedCache::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    fs::copy(dataFolder() / "plain" / "dia-transformers", root() / "dia", fs::copy_options::recursive);
    fs::copy(dataFolder() / "plain" / "dac-transformers", root() / "dac", fs::copy_options::recursive);
}

void TestPackedCache::isMadeOnceAndUsed_data() {
    QTest::addColumn<QString>("dtype");
    QTest::newRow("int8") << QString("int8");
    QTest::newRow("int4") << QString("int4");
}

void TestPackedCache::isMadeOnceAndUsed() {
    QFETCH(QString, dtype);
    ModelOptions without = options(dtype.toStdString());
    without.packedCache.clear();
    const Heard plain = speak(without);
    QVERIFY(!plain.tokens.empty() && plain.kept.ok());

    const Heard first = speak(options(dtype.toStdString()));
    QVERIFY(first.kept.ok());
    QCOMPARE(files().size(), std::size_t{2}); // the network and the codec
    const fs::path file = networkFile(dtype.toStdString());
    const std::uint64_t made = inode(file);

    const Heard second = speak(options(dtype.toStdString()));
    QVERIFY(second.kept.ok() && !second.trouble);
    QCOMPARE(inode(file), made);
    QCOMPARE(first.tokens, plain.tokens);
    QCOMPARE(second.tokens, plain.tokens);
}

void TestPackedCache::followsTheSource() {
    (void)speak(options());
    const fs::path file = networkFile();
    for (const char* source : {"model.safetensors", "config.json"}) {
        const std::uint64_t made = inode(file);
        touch(root() / "dia" / source);
        const Heard heard = speak(options());
        QVERIFY(!heard.trouble && heard.kept.ok());
        QVERIFY(inode(file) != made);
        QCOMPARE(files().size(), std::size_t{2});
    }
}

void TestPackedCache::isCheckedAfterItWasTouched() {
    const Heard first = speak(options());
    const fs::path file = networkFile();
    const std::uint64_t made = inode(file);
    const fs::path stampFile = file.string() + ".stamp";
    const std::string stamp = contents(stampFile);
    touch(file);
    const Heard second = speak(options());
    QVERIFY(!second.trouble);
    QCOMPARE(second.tokens, first.tokens);
    QCOMPARE(inode(file), made);
    QVERIFY(contents(stampFile) != stamp);
}

void TestPackedCache::isRemadeWhenDamaged_data() {
    QTest::addColumn<Damage>("damage");
    const auto add = [](const char* name, const Damage& damage) { QTest::newRow(name) << damage; };
    add("emptied", [](const fs::path& path) { fs::resize_file(path, 0); });
    add("cut within the length", [](const fs::path& path) { fs::resize_file(path, 7); });
    add("cut within the header", [](const fs::path& path) { fs::resize_file(path, 100); });
    add("cut in the middle", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) / 2); });
    add("cut by a byte", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) - 1); });
    add("longer by a byte", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) + 1); });
    add("a byte flipped, the time put back", [](const fs::path& path) {
        const auto time = fs::last_write_time(path);
        std::string bytes = contents(path);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
        overwrite(path, bytes);
        fs::last_write_time(path, time);
    });
    add("another model's weights", [](const fs::path& path) {
        overwrite(path, contents(dataFolder() / "plain" / "dia-transformers" / "model.safetensors"));
    });
    add("no model at all", [](const fs::path& path) { overwrite(path, "hello"); });
    add("a folder", [](const fs::path& path) {
        fs::remove(path);
        fs::create_directory(path);
    });
}

void TestPackedCache::isRemadeWhenDamaged() {
    QFETCH(Damage, damage);
    const Heard first = speak(options());
    const fs::path file = networkFile();
    damage(file);
    const Heard second = speak(options());
    QVERIFY(second.trouble.has_value());
    QCOMPARE(second.tokens, first.tokens);
    if (fs::is_directory(file)) {
        QVERIFY(!second.kept.ok()); // it may be somebody's
        return;
    }
    QVERIFY(second.kept.ok());
    const std::uint64_t remade = inode(file);
    const Heard third = speak(options());
    QVERIFY(!third.trouble);
    QCOMPARE(third.tokens, first.tokens);
    QCOMPARE(inode(file), remade);
}

void TestPackedCache::aFolderThatCantBeWrittenIsNoObstacle() {
    overwrite(root() / "cache", "a file where the folder should be");
    const Heard heard = speak(options());
    QVERIFY(!heard.tokens.empty() && !heard.trouble);
    QVERIFY(!heard.kept.ok());
    QCOMPARE(heard.kept.error().code, ErrorCode::FileUnwritable);
}

void TestPackedCache::aFullDiskIsNoObstacle() {
    const FileSizeLimit limit(4096);
    const Heard heard = speak(options());
    QVERIFY(!heard.tokens.empty());
    QVERIFY(!heard.kept.ok());
    QCOMPARE(heard.kept.error().code, ErrorCode::DiskFull);
    QCOMPARE(files("").size(), std::size_t{0});
}

void TestPackedCache::twoAtOnceLeaveOneWholeFile() {
    Engine one(options());
    Engine other(options());
    const auto first = begin(one);
    const auto second = begin(other);
    const Heard a = end(one, *first);
    const Heard b = end(other, *second);
    QVERIFY(a.kept.ok() && b.kept.ok());
    QCOMPARE(a.tokens, b.tokens);
    QCOMPARE(files(".part").size(), std::size_t{0});
    const Heard after = speak(options());
    QVERIFY(!after.trouble);
    QCOMPARE(after.tokens, a.tokens);
}

void TestPackedCache::anEngineThatEndsEarlyLeavesNoPart() {
    std::vector<std::int64_t> tokens;
    {
        Engine engine(options());
        const auto listener = begin(engine);
        listener->wait();
        tokens = listener->speech.tokens.values;
        std::stop_source stop;
        stop.request_stop();
        (void)engine.finishCaching(stop.get_token()); // kept or not, as far as it came
    }
    QVERIFY(!fs::exists(options().packedCache) || files(".part").empty());
    const Heard after = speak(options());
    QVERIFY(!after.trouble && after.kept.ok());
    QCOMPARE(after.tokens, tokens);
}

void TestPackedCache::keepsTheLastFewAlone() {
    (void)speak(options());
    const fs::path cache = options().packedCache;
    overwrite(cache / "mine.safetensors", "somebody's own");
    for (int i = 0; i < 10; ++i) { // of a build that keeps its stamps like this
        overwrite(cache / ("target" + std::to_string(i)), "somebody's own");
        overwrite(cache / ("target" + std::to_string(i) + ".stamp"), "x");
    }
    const auto old = [](int i) { return std::string(31, '0') + std::to_string(i) + "-int8-0626-1.safetensors"; };
    for (int i = 0; i < 10; ++i) { // as other models would have left them, long ago
        const std::string name = old(i);
        overwrite(cache / name, "x");
        overwrite(cache / (name + ".stamp"), "x");
        fs::last_write_time(cache / (name + ".stamp"), fs::file_time_type::clock::now() - std::chrono::hours(20 - i));
    }
    touch(root() / "dia" / "config.json");
    (void)speak(options());
    QCOMPARE(files().size(), std::size_t{9});
    QVERIFY(fs::exists(cache / "mine.safetensors") && fs::exists(cache / old(9)));
    QVERIFY(!fs::exists(cache / old(0)));
    for (int i = 0; i < 10; ++i) {
        QVERIFY(fs::exists(cache / ("target" + std::to_string(i))));
    }
    QCOMPARE(files("-codec-1.safetensors").size(), std::size_t{1});
}

void TestPackedCache::clearsAwayWhatAKilledProgramLeft() {
    (void)speak(options());
    const std::string name = "." + networkFile().filename().string();
    const fs::path old = options().packedCache / (name + ".123.part");
    const fs::path young = options().packedCache / (name + ".124.part");
    overwrite(old, "x");
    overwrite(young, "x");
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(25));
    touch(root() / "dia" / "config.json");
    (void)speak(options());
    QVERIFY(!fs::exists(old));
    QVERIFY(fs::exists(young));
}

void TestPackedCache::theDemoKeepsNothing() {
    ModelOptions demo{.demo = true, .dtype = "int8", .packedCache = root() / "cache"};
    const Heard heard = speak(demo);
    QVERIFY(!heard.tokens.empty() && heard.kept.ok());
    QVERIFY(!fs::exists(demo.packedCache));
}

QTEST_GUILESS_MAIN(TestPackedCache)
#include "test_packed_cache.moc"
