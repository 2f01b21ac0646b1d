// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "gui/update_control.h"
#include "ui/hub/http_server.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

using namespace parley;
using namespace parley::ui;
using parley::gui::UpdateControl;
using parley::test::DemoStudio;
using parley::test::HttpAnswer;
using parley::test::HttpRequest;
using parley::test::HttpServer;

namespace {

/// A server that tells of a release, and a window that may ask it.
class Asking {
public:
    explicit Asking(const QByteArray& body, int status = 200, bool isSilent = false)
        : m_server([this, body, status, isSilent](const HttpRequest&) {
              ++questions;
              HttpAnswer answer;
              answer.status = status;
              answer.isSilent = isSilent;
              answer.setBody(body);
              return answer;
          }) {
        const QUrl address(QStringLiteral("http://127.0.0.1:%1/latest").arg(m_server.port()));
        control = std::make_unique<UpdateControl>(
            demo.window(), UpdateControl::Place{address, QVersionNumber(1, 10, 0), /*allowsPlainLoopback=*/true});
    }

    [[nodiscard]] QString notice() { return demo.window().notice->text(); }
    [[nodiscard]] int buttons() { return static_cast<int>(demo.window().notice->findChildren<QPushButton*>().size()); }

    std::atomic<int> questions = 0;

private:
    QTemporaryDir m_folder;
    HttpServer m_server;

public:
    DemoStudio demo{m_folder.path()};
    std::unique_ptr<UpdateControl> control;
};

} // namespace

class TestUpdateControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsReleases_data();
    void readsReleases();
    void asksOnlyWhenAsked();
    void tellsOfANewerVersion();
    void tellsThatItIsTheNewest_data();
    void tellsThatItIsTheNewest();
    void tellsWhatWentWrong();
    void mayEndWhileItWaits();
    void isInTheMenuIfThereIsAnAddress();
};

void TestUpdateControl::readsReleases_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("version"); // empty: refused
    const auto row = [](const char* name, const char* tag, const char* page, const char* version) {
        QTest::newRow(name) << QByteArray(R"({"tag_name": ")") + tag + R"(", "html_url": ")" + page + R"("})"
                            << version;
    };
    row("plain", "1.2.3", "https://example.org/r", "1.2.3");
    row("with a letter", "v1.2", "https://example.org/r", "1.2");
    row("no number", "latest", "https://example.org/r", "");
    row("more than a number", "1.2.3-rc1", "https://example.org/r", "");
    row("no page", "1.2.3", "", "");
    row("a page that isn't encrypted", "1.2.3", "http://example.org/r", "");
    row("a file", "1.2.3", "file:///etc/passwd", "");
    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("a list") << QByteArray("[1]") << "";
    QTest::newRow("numbers") << QByteArray(R"({"tag_name": 1, "html_url": 2})") << "";
}

void TestUpdateControl::readsReleases() {
    QFETCH(QByteArray, json);
    QFETCH(QString, version);
    const Result<Release> release = readRelease(json, QUrl("https://api.example.org/x"));
    QCOMPARE(release.ok(), !version.isEmpty());
    if (release) {
        QCOMPARE(release.value().version.toString(), version);
    } else {
        QCOMPARE(release.error().subject.english(), std::string("api.example.org"));
    }
}

void TestUpdateControl::asksOnlyWhenAsked() {
    Asking asking(R"({"tag_name": "v2.0", "html_url": "https://example.org/r"})", 200, /*isSilent=*/true);
    QTest::qWait(100);
    QCOMPARE(asking.questions.load(), 0);
    asking.control->check();
    asking.control->check(); // one question at a time
    QVERIFY(asking.notice().contains("127.0.0.1"));
    QTRY_COMPARE(asking.questions.load(), 1);
    QTest::qWait(100);
    QCOMPARE(asking.questions.load(), 1);
}

void TestUpdateControl::tellsOfANewerVersion() {
    Asking asking(R"({"tag_name": "v1.11.0", "html_url": "https://example.org/r"})");
    asking.control->check();
    QTRY_VERIFY(asking.notice().contains("1.11.0") && asking.notice().contains("1.10.0"));
    QCOMPARE(asking.buttons(), 1);
}

void TestUpdateControl::tellsThatItIsTheNewest_data() {
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("the same") << QByteArray("v1.10.0");
    QTest::newRow("an older one") << QByteArray("v1.9.9");
}

void TestUpdateControl::tellsThatItIsTheNewest() {
    QFETCH(QByteArray, tag);
    Asking asking(R"({"tag_name": ")" + tag + R"(", "html_url": "https://example.org/r"})");
    asking.control->check();
    QTRY_VERIFY2(asking.notice().contains("newest version, 1.10.0"), qPrintable(asking.notice()));
    QCOMPARE(asking.buttons(), 0);
}

void TestUpdateControl::tellsWhatWentWrong() {
    Asking asking("nothing of that kind", 503);
    asking.control->check();
    QTRY_VERIFY(asking.notice().contains("not known"));
    QVERIFY2(asking.notice().contains("503") && !asking.notice().contains("download"), qPrintable(asking.notice()));
    asking.control->check(); // it can be asked again
    QTRY_COMPARE(asking.questions.load(), 2);
}

void TestUpdateControl::mayEndWhileItWaits() {
    Asking asking({}, 200, /*isSilent=*/true);
    asking.control->check();
    QTRY_COMPARE(asking.questions.load(), 1);
    const QString before = asking.notice();
    asking.control.reset();
    QTest::qWait(50);
    QCOMPARE(asking.notice(), before);
}

/// The address is the build's; the preset ci has one that leads nowhere.
void TestUpdateControl::isInTheMenuIfThereIsAnAddress() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    auto* const entry = demo.find<QAction>("lookForUpdates");
    const QUrl address = gui::updatePlace().address;
    QCOMPARE(entry != nullptr, !address.isEmpty());
    if (entry != nullptr) {
        entry->trigger();
        QVERIFY2(demo.window().notice->text().contains(address.host()), qPrintable(demo.window().notice->text()));
    }
}

QTEST_MAIN(TestUpdateControl)
#include "test_update_control.moc"
