<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ManagedModels</name>
    <message numerus="yes">
        <source>%n of its weights are missing or don&apos;t fit; get the model again.</source>
        <translation>
            <numerusform>%n of its weights is missing or doesn&apos;t fit; get the model again.</numerusform>
            <numerusform>%n of its weights are missing or don&apos;t fit; get the model again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryWays</name>
    <message numerus="yes">
        <source>Make at most %n take(s) at a time</source>
        <translation>
            <numerusform>Make at most %n take at a time</numerusform>
            <numerusform>Make at most %n takes at a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptChecks</name>
    <message numerus="yes">
        <source>The model can&apos;t read the last %n byte(s).</source>
        <translation>
            <numerusform>The model can&apos;t read the last byte.</numerusform>
            <numerusform>The model can&apos;t read the last %n bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeechBudget</name>
    <message numerus="yes">
        <source>The script is too long by %n byte(s).</source>
        <translation>
            <numerusform>The script is too long by %n byte.</numerusform>
            <numerusform>The script is too long by %n bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeLibrary</name>
    <message numerus="yes">
        <source>%n take(s) were found by their sound files.</source>
        <translation>
            <numerusform>%n take was found by its sound file.</numerusform>
            <numerusform>%n takes were found by their sound files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiceImport</name>
    <message numerus="yes">
        <source>%n files without their counterpart were left out</source>
        <translation>
            <numerusform>%n file without its counterpart was left out</numerusform>
            <numerusform>%n files without their counterpart were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::gui::ClosingControl</name>
    <message numerus="yes">
        <source>The sound of %n take(s) could not be saved and may be lost when Parley closes.</source>
        <translation>
            <numerusform>The sound of %n take could not be saved and may be lost when Parley closes.</numerusform>
            <numerusform>The sound of %n takes could not be saved and may be lost when Parley closes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::gui::MakingControl</name>
    <message numerus="yes">
        <source>%n take(s) were still waiting when Parley ended.</source>
        <translation>
            <numerusform>%n take was still waiting when Parley ended.</numerusform>
            <numerusform>%n takes were still waiting when Parley ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::gui::ManagerControl</name>
    <message numerus="yes">
        <source>Nothing is wrong; %n files have no known hash to compare with.</source>
        <translation>
            <numerusform>Nothing is wrong; %n file has no known hash to compare with.</numerusform>
            <numerusform>Nothing is wrong; %n files have no known hash to compare with.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::CheckList</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::LibraryNotices</name>
    <message numerus="yes">
        <source>The sound of %n take(s) could not be saved and is only in memory until Parley is closed.</source>
        <translation>
            <numerusform>The sound of %n take could not be saved and is only in memory until Parley is closed.</numerusform>
            <numerusform>The sound of %n takes could not be saved and is only in memory until Parley is closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::LogWriter</name>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::MakeBar</name>
    <message numerus="yes">
        <source>Make %n takes</source>
        <translation>
            <numerusform>Make %n take</numerusform>
            <numerusform>Make %n takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>takes that are made at the same time</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>takes that are made later</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::ModelCard</name>
    <message numerus="yes">
        <source>%n of its weights are missing or don&apos;t fit; get the model again.</source>
        <translation>
            <numerusform>%n of its weights is missing or doesn&apos;t fit; get the model again.</numerusform>
            <numerusform>%n of its weights are missing or don&apos;t fit; get the model again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::PlayerBar</name>
    <message numerus="yes">
        <source>Ready to play in %n s</source>
        <translation>
            <numerusform>Ready to play in %n s</numerusform>
            <numerusform>Ready to play in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::ScriptReview</name>
    <message numerus="yes">
        <source>Can be spoken, with %n remark(s).</source>
        <translation>
            <numerusform>Can be spoken, with %n remark.</numerusform>
            <numerusform>Can be spoken, with %n remarks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeActions</name>
    <message numerus="yes">
        <source>Export %n take(s)…</source>
        <translation>
            <numerusform>Export %n take…</numerusform>
            <numerusform>Export %n takes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeDelegate</name>
    <message numerus="yes">
        <source>%n take(s)</source>
        <translation>
            <numerusform>%n take</numerusform>
            <numerusform>%n takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeExporter</name>
    <message numerus="yes">
        <source>Export %n take(s) as %1: choose a folder</source>
        <translation>
            <numerusform>Export %n take as %1: choose a folder</numerusform>
            <numerusform>Export %n takes as %1: choose a folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n take(s)…</source>
        <translation>
            <numerusform>Exporting %n take…</numerusform>
            <numerusform>Exporting %n takes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n take(s) exported.</source>
        <translation>
            <numerusform>%n take exported.</numerusform>
            <numerusform>%n takes exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n take(s) could not be exported.</source>
        <translation>
            <numerusform>%1 of %n take could not be exported.</numerusform>
            <numerusform>%1 of %n takes could not be exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeModel</name>
    <message numerus="yes">
        <source>%1, %n take(s)</source>
        <translation>
            <numerusform>%1, %n take</numerusform>
            <numerusform>%1, %n takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakesPanel</name>
    <message numerus="yes">
        <source>%n take(s) deleted.</source>
        <translation>
            <numerusform>%n take deleted.</numerusform>
            <numerusform>%n takes deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound file(s) on the clipboard.</source>
        <translation>
            <numerusform>%n sound file on the clipboard.</numerusform>
            <numerusform>%n sound files on the clipboard.</numerusform>
        </translation>
    </message>
</context>
</TS>
