// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/turn_editing.h"

#include <QPlainTextEdit>
#include <QTest>
#include <functional>

using namespace parley::ui;

namespace {

/// Runs `edit` on a text whose cursor is written as "|", and returns the text with the cursor afterwards. One undo must
/// bring the text back.
QString after(const QString& marked, const std::function<void(QTextCursor&)>& edit) {
    QPlainTextEdit editor;
    const auto at = static_cast<int>(marked.indexOf(u'|'));
    const QString text = QString(marked).remove(u'|');
    editor.setPlainText(text);
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(at);
    edit(cursor);
    QString result = editor.toPlainText();
    result.insert(cursor.position(), u'|');
    editor.undo();
    return editor.toPlainText() == text ? result : QStringLiteral("more than one undo step");
}

} // namespace

class TurnEditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsTurns_data() {
        QTest::addColumn<QString>("expected");
        QTest::newRow("|") << "[S1] |";
        QTest::newRow("[S1] Hello|") << "[S1] Hello\n[S2] |";
        QTest::newRow("[S1] Hello \n  |") << "[S1] Hello \n[S2] |";
        QTest::newRow("[S1] Hello | there") << "[S1] Hello\n[S2] |there";
        QTest::newRow("[S1] A\n[S2] B\nmore|") << "[S1] A\n[S2] B\nmore\n[S1] |";
        QTest::newRow("[S1] A\n[S2] |") << "[S1] A\n|";
        QTest::newRow("[S1] A\n[S2]|") << "[S1] A\n|";
        QTest::newRow("[S1] A\n|[S2] B") << "[S1] A\n[S2] |\n[S2] B";
        QTest::newRow("[S1] A\n[S2] |B") << "[S1] A\n[S2] |\n[S2] B";
        QTest::newRow("[S1] A| [S2] B") << "[S1] A\n|[S2] B";
        QTest::newRow("[S1] A [S2] |B") << "[S1] A\n[S2]| B";
        QTest::newRow("words|") << "words\n[S1] |";
    }
    void beginsTurns() { QTEST(after(QString::fromLatin1(QTest::currentDataTag()), beginNextTurn), "expected"); }

    void setsSpeakers_data() {
        QTest::addColumn<int>("speaker");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty text") << 1 << "|" << "[S1] |";
        QTest::newRow("empty turn") << 2 << "[S1] |" << "[S2] |";
        QTest::newRow("empty turn without space") << 2 << "[S1]|" << "[S2] |";
        QTest::newRow("head of a turn") << 1 << "[S2] |Hi" << "[S1] |Hi";
        QTest::newRow("inside a tag") << 2 << "[S|1] Hi" << "[S2] |Hi";
        QTest::newRow("in front of a tag") << 2 << "|[S1] Hi" << "[S2] |Hi";
        QTest::newRow("line without a tag") << 1 << "|Hi" << "[S1] |Hi";
        QTest::newRow("mid-text") << 2 << "[S1] Hello |there" << "[S1] Hello\n[S2] |there";
        QTest::newRow("end of text") << 1 << "[S2] Hello|" << "[S2] Hello\n[S1] |";
    }
    void setsSpeakers() {
        QFETCH(int, speaker);
        QFETCH(QString, before);
        QTEST(after(before, [speaker](QTextCursor& cursor) { setSpeaker(cursor, speaker); }), "expected");
    }

    void removesTagsAsOnePiece_data() {
        QTest::addColumn<QString>("expected");
        QTest::newRow("[S1] A\n[S2] |B") << "[S1] A\n|B";
        QTest::newRow("[S1]|A") << "|A";
        QTest::newRow("[S1] A|") << "";
        QTest::newRow("[S|1] A") << "";
        QTest::newRow("|[S1] A") << "";
    }
    void removesTagsAsOnePiece() {
        bool removed = false;
        const QString result = after(QString::fromLatin1(QTest::currentDataTag()),
                                     [&removed](QTextCursor& cursor) { removed = removeTagBefore(cursor); });
        QTEST(removed ? result : QString(), "expected");
    }

    void replacesTheSelectionByATurn() {
        QPlainTextEdit editor;
        editor.setPlainText(QStringLiteral("[S1] one two three"));
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(9);
        cursor.setPosition(12, QTextCursor::KeepAnchor);
        beginNextTurn(cursor);
        QCOMPARE(editor.toPlainText(), QStringLiteral("[S1] one\n[S2] three"));
    }
};

QTEST_MAIN(TurnEditingTest)
#include "turn_editing_test.moc"
