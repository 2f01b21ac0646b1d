// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
// What the panel does by itself to a script, and tells, always with a way back.

#include "editor/dropped_files.h"
#include "editor/named_dialogue.h"
#include "editor/script_editor.h"
#include "editor/script_files.h"
#include "editor/script_menus.h"
#include "editor/script_panel.h"
#include "editor/script_review.h"
#include "widgets/notice_bar.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

namespace parley::ui {

namespace {

QString fileName(const QString& path) {
    return QFileInfo(path).fileName();
}

QString namesText(const NamedDialogue& dialogue) {
    QString mapped = ScriptPanel::tr("%1 became [S1] and %2 became [S2].").arg(dialogue.first, dialogue.second);
    if (dialogue.others.isEmpty()) {
        return mapped;
    }
    return mapped + QLatin1Char(' ') +
           ScriptPanel::tr("A script has two speakers, so these names stay in the text: %1.")
               .arg(dialogue.others.join(QStringLiteral(", ")));
}

} // namespace

void ScriptPanel::connectFiles() {
    connect(m_files, &ScriptFiles::opened, this, &ScriptPanel::takeFile);
    connect(m_files, &ScriptFiles::refused, this, [this](const TextFile& file) {
        m_notice->tell(Tone::Bad, tr("“%1” was not opened. %2").arg(fileName(file.path), file.problem),
                       {{tr("Open another…"), [this] { m_files->chooseToOpen(); }}});
        Q_EMIT fileAnswered();
    });
    connect(m_files, &ScriptFiles::saved, this, [this](const QString& path, const QString& script) {
        m_notice->tell(Tone::Good, tr("The script is saved in %1.").arg(QDir::toNativeSeparators(path)));
        Q_EMIT scriptSaved(script);
    });
    connect(m_files, &ScriptFiles::saveFailed, this, [this](const QString& path, const QString& problem) {
        m_notice->tell(Tone::Bad, tr("“%1” was not saved. %2").arg(fileName(path), problem),
                       {{tr("Save elsewhere…"), [this] { m_files->chooseToSave(script()); }}});
    });
}

void ScriptPanel::openScriptFile(const QString& path) {
    m_files->open(path);
}

void ScriptPanel::saveScriptFile(const QString& path) {
    m_files->save(path, script());
}

void ScriptPanel::takeFile(const TextFile& file) {
    const QString before = script();
    const std::optional<NamedDialogue> dialogue = readNamedDialogue(file.text);
    setScript(dialogue ? dialogue->script : file.text);

    QStringList sentences{tr("“%1” is open.").arg(fileName(file.path))};
    QList<NoticeBar::Action> ways;
    if (file.guessed) {
        sentences.append(
            tr("It is not in Unicode and was read as Western European; look over its special characters."));
    }
    if (dialogue) {
        sentences.append(namesText(*dialogue));
        ways.append({tr("Keep as written"), [this, text = file.text] { setScript(text); }});
    }
    if (!before.trimmed().isEmpty() && before != script()) {
        ways.append({tr("Bring back the script before"), [this, before] { setScript(before); }});
    }
    m_notice->tell(file.guessed ? Tone::Warning : Tone::Neutral, sentences.join(QLatin1Char(' ')), ways);
    Q_EMIT fileAnswered();
}

void ScriptPanel::tellNames(const NamedDialogue& dialogue) {
    const auto keep = [this] {
        if (!m_editor->keepAsPasted()) {
            m_notice->tell(Tone::Warning, tr("The pasted text was changed since; undo brings it back."));
        }
    };
    m_notice->tell(dialogue.others.isEmpty() ? Tone::Neutral : Tone::Warning, namesText(dialogue),
                   {{tr("Keep as pasted"), keep}});
}

void ScriptPanel::applyFix(const QString& fixedScript, bool shortened) {
    const QString before = script();
    setScript(fixedScript);
    if (!m_review->hasRemarks()) {
        focusScript(); // the button that was pressed is gone
    }
    if (!shortened) {
        return;
    }
    const QString rest = before.mid(fixedScript.size()).trimmed();
    m_notice->tell(Tone::Neutral, tr("What did not fit was taken off the end."),
                   {{tr("Copy the rest"), [rest] { QGuiApplication::clipboard()->setText(rest); }},
                    {tr("Bring it back"), [this, before] { setScript(before); }}});
}

void ScriptPanel::chooseExample(const Example& example) {
    const QString before = script();
    setScript(example.script);
    if (!before.trimmed().isEmpty() && before != script()) {
        m_notice->tell(Tone::Neutral, tr("The example took the place of your script."),
                       {{tr("Bring back the script before"), [this, before] { setScript(before); }}});
    }
    Q_EMIT exampleChosen(example.script, example.voiceText);
}

void ScriptPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void ScriptPanel::dropEvent(QDropEvent* event) {
    Q_EMIT filesDropped(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace parley::ui
