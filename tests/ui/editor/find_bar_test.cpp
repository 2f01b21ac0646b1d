// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/find_bar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <memory>

using namespace parley::ui;

namespace {

const QString kText = QStringLiteral("[S1] The tent.\n[S2] the Tent, the other tent.");

} // namespace

class FindBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_window = std::make_unique<QWidget>();
        auto* rows = new QVBoxLayout(m_window.get());
        m_edit = new QPlainTextEdit(kText);
        m_bar = new FindBar(m_edit);
        rows->addWidget(m_bar);
        rows->addWidget(m_edit);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void findsOnAndOn() {
        m_bar->open(false);
        type("tent");
        QCOMPARE(m_edit->textCursor().selectionStart(), 9);
        QCOMPARE(count(), QStringLiteral("1 of 3"));
        QTest::keyClick(needle(), Qt::Key_Return);
        QCOMPARE(m_edit->textCursor().selectedText(), QStringLiteral("Tent"));
        QCOMPARE(count(), QStringLiteral("2 of 3"));
        QTest::keyClick(needle(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count(), QStringLiteral("1 of 3"));
        QTest::keyClick(needle(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count(), QStringLiteral("3 of 3"));
        m_bar->findNext();
        QCOMPARE(count(), QStringLiteral("1 of 3"));
        QCOMPARE(m_edit->extraSelections().size(), 3);
    }

    void canMindCapitals() {
        m_bar->open(false);
        type("Tent");
        QTest::mouseClick(m_bar->findChild<QCheckBox*>(QStringLiteral("findMatchCase")), Qt::LeftButton, {}, {8, 8});
        m_bar->findNext();
        QCOMPARE(count(), QStringLiteral("1 of 1"));
    }

    void saysWhatIsNotThere() {
        m_bar->open(false);
        type("zebra");
        QCOMPARE(count(), QStringLiteral("Not found"));
        m_bar->findNext();
        m_bar->findPrevious();
        QVERIFY(m_edit->extraSelections().isEmpty());
    }

    void replacesOneByOne() {
        m_bar->open(true);
        type("tent");
        replacement()->setText(QStringLiteral("hut"));
        click("replaceOne");
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("[S1] The hut.\n[S2] the Tent, the other tent."));
        replacement()->setFocus();
        QTest::keyClick(replacement(), Qt::Key_Return);
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("[S1] The hut.\n[S2] the hut, the other tent."));
    }

    void replacesAllAsOneStep() {
        m_bar->open(true);
        type("tent");
        replacement()->setText(QStringLiteral("tents")); // contains the needle: it must not go on forever
        click("replaceAll");
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("[S1] The tents.\n[S2] the tents, the other tents."));
        QVERIFY(count().startsWith(QLatin1Char('3')));
        m_edit->undo();
        QCOMPARE(m_edit->toPlainText(), kText);
    }

    void beginsWithTheSelectionAndEndsInTheText() {
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(5);
        cursor.setPosition(8, QTextCursor::KeepAnchor);
        m_edit->setTextCursor(cursor);
        m_bar->open(false);
        QCOMPARE(needle()->text(), QStringLiteral("The"));
        QTest::keyClick(needle(), Qt::Key_Escape);
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_edit->hasFocus());
        QVERIFY(m_edit->extraSelections().isEmpty());
        m_bar->findNext(); // goes on without the bar
        QCOMPARE(m_edit->textCursor().selectionStart(), 20);
        QVERIFY(m_edit->extraSelections().isEmpty());
    }

private:
    [[nodiscard]] QLineEdit* needle() const { return m_bar->findChild<QLineEdit*>(QStringLiteral("findText")); }
    [[nodiscard]] QLineEdit* replacement() const { return m_bar->findChild<QLineEdit*>(QStringLiteral("replaceText")); }
    [[nodiscard]] QString count() const { return m_bar->findChild<QLabel*>(QStringLiteral("findCount"))->text(); }
    void type(const char* letters) { QTest::keyClicks(needle(), QString::fromLatin1(letters)); }
    void click(const char* name) {
        QTest::mouseClick(m_bar->findChild<QToolButton*>(QString::fromLatin1(name)), Qt::LeftButton);
    }

    std::unique_ptr<QWidget> m_window;
    QPlainTextEdit* m_edit = nullptr;
    FindBar* m_bar = nullptr;
};

QTEST_MAIN(FindBarTest)
#include "find_bar_test.moc"
