// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/first_start_panel.h"
#include "models/model_card.h"
#include "widgets/notice_bar.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using parley::Error;
using parley::ErrorCode;
using parley::verbatim;
using parley::ui::applyTheme;
using parley::ui::FirstStartPanel;
using parley::ui::FoundModel;
using parley::ui::ModelCard;
using parley::ui::NoticeBar;
using parley::ui::Theme;

namespace {

FoundModel whole() {
    return {"nari-labs/Dia-1.6B-0626", "/hub/dia", "/hub/dac", 6'400'000'000, "0626", {}, {}};
}

FoundModel withoutCodec() {
    FoundModel model = whole();
    model.codecPath.clear();
    return model;
}

FoundModel damaged() {
    FoundModel model;
    model.name = QStringLiteral("<i>half</i>");
    model.modelPath = QStringLiteral("/hub/half");
    model.error = Error{ErrorCode::CheckpointCorrupt, verbatim("/hub/half"), verbatim("a shard is missing"),
                        verbatim("download it again")};
    return model;
}

int countOf(QRgb colour, const QImage& picture) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            count += picture.pixel(x, y) == colour ? 1 : 0;
        }
    }
    return count;
}

/// The panel as a person has it in front of them.
struct Desk {
    Desk()
        : chosen(&panel, &FirstStartPanel::modelChosen), demo(&panel, &FirstStartPanel::demoChosen),
          searched(&panel, &FirstStartPanel::searchRequested), dismissed(&panel, &FirstStartPanel::dismissed) {
        panel.resize(1000, 900);
        panel.show();
    }

    template <typename Widget>
    Widget& child(const char* name) {
        auto* const found = panel.findChild<Widget*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no child %s", name);
        }
        return *found;
    }
    QString notice() { return child<NoticeBar>("modelNotice").text(); }

    FirstStartPanel panel;
    QSignalSpy chosen;
    QSignalSpy demo;
    QSignalSpy searched;
    QSignalSpy dismissed;
};

} // namespace

class TestFirstStartPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNoModel() {
        Desk desk;
        QVERIFY(!desk.child<QLabel>("modelTitle").text().isEmpty());
        QVERIFY(desk.child<QPushButton>("keepModel").isHidden());
        QVERIFY(!desk.child<QPushButton>("useFiles").isEnabled());
        QCOMPARE(desk.searched.size(), 0);
    }

    void linksStayReadable() {
        applyTheme(*qApp, Theme::Light, 100);
        FirstStartPanel panel;
        applyTheme(*qApp, Theme::Dark, 100); // as when the program starts, before the window is seen
        panel.resize(1000, 900);
        panel.show();
        const QRgb link = QApplication::palette().color(QPalette::Link).rgb();
        auto* words = panel.findChild<QLabel*>("whereToGet");
        QTRY_VERIFY(countOf(link, words->grab().toImage()) > 50); // the lines below the links, at least
        applyTheme(*qApp, Theme::System, 100);
    }

    void usesAModelThatWasFound() {
        Desk desk;
        desk.panel.setFound({whole()});
        auto& use = desk.child<QPushButton>("useFoundModel");
        QVERIFY(!use.accessibleDescription().isEmpty());
        use.setFocus();
        QTest::keyClick(&use, Qt::Key_Space);
        QCOMPARE(desk.chosen.size(), 1);
        QCOMPARE(desk.chosen.first(), (QVariantList{"/hub/dia", "/hub/dac"}));
    }

    void asksForACodecThatIsMissing() {
        Desk desk;
        desk.panel.setFound({withoutCodec()});
        QTest::mouseClick(&desk.child<QPushButton>("useFoundModel"), Qt::LeftButton);
        QCOMPARE(desk.chosen.size(), 0);
        QVERIFY(desk.notice().contains(QStringLiteral("descript/dac_44khz")));
        QCOMPARE(desk.child<QLineEdit>("modelFieldPath").text(), QStringLiteral("/hub/dia"));
        auto& codec = desk.child<QLineEdit>("codecFieldPath");
        QTest::keyClicks(&codec, QStringLiteral("/my/dac"));
        QTest::keyClick(&codec, Qt::Key_Return);
        QCOMPARE(desk.chosen.size(), 1);
        QCOMPARE(desk.chosen.first(), (QVariantList{"/hub/dia", "/my/dac"}));
    }

    void showsWhatCantBeUsedAndWhy() {
        Desk desk;
        FoundModel incomplete = whole();
        incomplete.missing = QStringList{"a", "b"};
        FoundModel nameless = whole();
        nameless.generation = QStringLiteral("unknown");
        desk.panel.setFound({damaged(), incomplete, nameless});
        QCOMPARE(desk.panel.findChildren<ModelCard*>().size(), 3);
        QCOMPARE(desk.panel.findChildren<QLabel*>(QStringLiteral("modelProblem")).size(), 3);
        QVERIFY(desk.child<QLabel>("modelProblem").text().contains(QStringLiteral("a shard is missing")));
        QVERIFY(desk.panel.findChild<QPushButton*>(QStringLiteral("useFoundModel")) == nullptr);
    }

    void searchesWhenAsked() {
        Desk desk;
        auto& again = desk.child<QToolButton>("searchModels");
        QTest::mouseClick(&again, Qt::LeftButton);
        QCOMPARE(desk.searched.size(), 1);
        QVERIFY(!again.isEnabled());
        desk.panel.setFound({});
        QVERIFY(again.isEnabled());
        QVERIFY(desk.child<QLabel>("searchState").isVisible());
        desk.panel.setFound({whole()});
        QVERIFY(!desk.child<QLabel>("searchState").isVisible());
    }

    void anotherSearchReplacesTheCards() {
        Desk desk;
        desk.panel.setFound({whole(), damaged()});
        desk.panel.setFound({whole()});
        QTRY_COMPARE(desk.panel.findChildren<ModelCard*>().size(), 1);
    }

    void takesFilesThatAPersonTypes() {
        Desk desk;
        auto& path = desk.child<QLineEdit>("modelFieldPath");
        QTest::keyClicks(&path, QStringLiteral("  /my/models/../dia.safetensors "));
        QTest::mouseClick(&desk.child<QPushButton>("useFiles"), Qt::LeftButton);
        QCOMPARE(desk.chosen.size(), 1);
        QCOMPARE(desk.chosen.first(), (QVariantList{"/my/dia.safetensors", ""}));
    }

    void takesFilesOfADialog() {
        Desk desk;
        QTest::mouseClick(&desk.child<QPushButton>("modelFieldFolder"), Qt::LeftButton);
        auto& dialog = desk.child<QFileDialog>("checkpointDialog");
        QCOMPARE(dialog.fileMode(), QFileDialog::Directory);
        Q_EMIT dialog.fileSelected(QStringLiteral("/my/dia"));
        QCOMPARE(desk.child<QLineEdit>("modelFieldPath").text(), QStringLiteral("/my/dia"));
        dialog.close();
    }

    void takesWhatIsDropped() {
        Desk desk;
        auto& field = desk.child<QWidget>("modelField");
        const auto drop = [&](const QList<QUrl>& urls) {
            QMimeData data;
            data.setUrls(urls);
            QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&field, &enter);
            QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&field, &event);
        };
        drop({QUrl(QStringLiteral("https://example.org/model"))});
        drop({QUrl::fromLocalFile("/a"), QUrl::fromLocalFile("/b")});
        QCOMPARE(desk.child<QLineEdit>("modelFieldPath").text(), QString());
        drop({QUrl::fromLocalFile("/a b/dia")});
        QCOMPARE(desk.child<QLineEdit>("modelFieldPath").text(), QStringLiteral("/a b/dia"));
    }

    void whileItChecksNothingElseIsChosen() {
        Desk desk;
        desk.panel.setFound({whole()});
        desk.child<QLineEdit>("modelFieldPath").setText(QStringLiteral("/my/dia"));
        desk.panel.setChecking(true);
        QVERIFY(!desk.child<QPushButton>("useFiles").isEnabled());
        QVERIFY(!desk.child<QPushButton>("useDemo").isEnabled());
        QVERIFY(!desk.child<QPushButton>("useFoundModel").isEnabled());
        QTest::keyClick(&desk.child<QLineEdit>("modelFieldPath"), Qt::Key_Return);
        QCOMPARE(desk.chosen.size(), 0);
        desk.panel.setChecking(false);
        QVERIFY(desk.child<QPushButton>("useFiles").isEnabled());
        QCOMPARE(desk.notice(), QString());
    }

    void showsWhyAChoiceIsBad() {
        Desk desk;
        desk.panel.setChecking(true);
        desk.panel.showError(
            {ErrorCode::ModelNotFound, verbatim("/my/dia"), verbatim("does not exist"), verbatim("check the path")});
        QVERIFY(desk.child<NoticeBar>("modelNotice").isVisible());
        QVERIFY(desk.notice().contains(QStringLiteral("/my/dia: does not exist. Check the path.")));
        QVERIFY(desk.child<QPushButton>("useDemo").isEnabled());
    }

    void offersTheDemoAsNoise() {
        Desk desk;
        QVERIFY(desk.child<QLabel>("demoHint").text().contains(QStringLiteral("noise")));
        QTest::mouseClick(&desk.child<QPushButton>("useDemo"), Qt::LeftButton);
        QCOMPARE(desk.demo.size(), 1);
    }

    void theModelInUseCanBeKept() {
        Desk desk;
        desk.panel.setCurrentModel(QStringLiteral("Dia"));
        auto& keep = desk.child<QPushButton>("keepModel");
        QVERIFY(keep.isVisible());
        QTest::mouseClick(&keep, Qt::LeftButton);
        QCOMPARE(desk.dismissed.size(), 1);
    }
};

int main(int argc, char** argv) {
    // The platform's own dialog can't be driven.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QApplication application(argc, argv);
    TestFirstStartPanel test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_first_start_panel.moc"
