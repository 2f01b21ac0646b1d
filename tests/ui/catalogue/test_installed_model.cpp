// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/folder_lock.h"
#include "catalogue/installed_model.h"
#include "scratch_folder.h"

#include <QTest>

using parley::ErrorCode;
using parley::Result;
using parley::test::ScratchFolder;
using parley::ui::CatalogueEntry;
using parley::ui::CatalogueFile;
using parley::ui::CopyRecord;
using parley::ui::FolderLock;
using parley::ui::InstalledModel;
using parley::ui::ownFolders;
using parley::ui::readInstalled;
using parley::ui::readUnfinished;
using parley::ui::removeInstalled;
using parley::ui::unfinishedBytes;
using parley::ui::writeInstalled;
using parley::ui::writeUnfinished;

namespace {

CatalogueEntry entryWith(const QStringList& paths) {
    CatalogueEntry entry;
    entry.id = "dia";
    entry.name = "Dia";
    entry.repository = "a/b";
    for (const QString& path : paths) {
        CatalogueFile file;
        file.path = path;
        file.bytes = 4;
        entry.files.append(file);
    }
    return entry;
}

} // namespace

/// Folders of Parley's own: what they hold, and removing no more than that.
class TestInstalledModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScratchFolder>(); }

    void keepsWhatCame() {
        const InstalledModel model{m_folder->at("dia"), entryWith({"a.json"}),
                                   QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)};
        QVERIFY(!writeInstalled(model));
        const auto again = readInstalled(m_folder->at("dia"));
        QVERIFY(again);
        QCOMPARE(again->entry, model.entry);
        QCOMPARE(again->since, model.since);
        QCOMPARE(again->folder, model.folder);
        QVERIFY(!readInstalled(m_folder->path()));
    }

    void keepsHowACopyDiffers() {
        InstalledModel model{m_folder->at("dia"), entryWith({"a.json"}), QDateTime::currentDateTimeUtc()};
        model.copy = CopyRecord{"Dia", "float32", 64, 0.0123, 0.5};
        QVERIFY(!writeInstalled(model));
        QVERIFY(readInstalled(m_folder->at("dia"))->copy == model.copy);
    }

    void listsItsOwnFolders() {
        install({"a.json"});
        QVERIFY(!writeUnfinished(m_folder->at("half"), entryWith({"b.json"})));
        m_folder->put("foreign/model.safetensors", "foreign");
        QCOMPARE(ownFolders(m_folder->path()), (QStringList{m_folder->at("dia"), m_folder->at("half")}));
        QVERIFY(readUnfinished(m_folder->at("half")));
        QVERIFY(!readUnfinished(m_folder->at("dia")));
    }

    void countsWhatIsHalf() {
        QVERIFY(!writeUnfinished(m_folder->at("half"), entryWith({"b.json"})));
        const qint64 before = unfinishedBytes(m_folder->at("half"));
        m_folder->put("half/.parley-part/sub/b.part", QByteArray(1000, 'b'));
        QCOMPARE(unfinishedBytes(m_folder->at("half")), before + 1000);
    }

    void removesEverythingOfItsOwn() {
        install({"a.json", "sub/b.json"});
        m_folder->put("dia/.parley-part/c.part", "part");
        const Result<qint64> bytes = removeInstalled(m_folder->at("dia"));
        QVERIFY(bytes.ok());
        QCOMPARE(bytes.value(), 12);
        QVERIFY(!QFileInfo::exists(m_folder->at("dia")));
    }

    void removesNothingElse() {
        install({"a.json"});
        m_folder->put("dia/mine.txt", "mine");
        m_folder->put("dia/other/mine.txt", "mine");
        QVERIFY(removeInstalled(m_folder->at("dia")).ok());
        QCOMPARE(m_folder->names("dia"), (QStringList{"mine.txt", "other"}));
        m_folder->put("foreign/model.safetensors", "foreign");
        const Result<qint64> foreign = removeInstalled(m_folder->at("foreign"));
        QVERIFY(!foreign.ok());
        QCOMPARE(foreign.error().code, ErrorCode::OptionInvalid);
        QCOMPARE(m_folder->names("foreign"), QStringList{"model.safetensors"});
    }

    void leavesWhatLinksLeadTo() {
        install({"a.json"});
        QVERIFY(QFile::remove(m_folder->at("dia/a.json")));
        m_folder->put("elsewhere/a.json", "kept");
        m_folder->put("elsewhere/b.part", "kept");
        m_folder->link("dia/a.json", m_folder->at("elsewhere/a.json"));
        m_folder->link("dia/.parley-part", m_folder->at("elsewhere"));
        QVERIFY(removeInstalled(m_folder->at("dia")).ok());
        QCOMPARE(m_folder->names("elsewhere"), (QStringList{"a.json", "b.part"}));
        QVERIFY(!QFileInfo::exists(m_folder->at("dia")));
    }

    void believesNoListThatLeadsOut() {
        m_folder->put("victim.txt", "kept");
        m_folder->put(
            "dia/.parley-model.json",
            R"({"entry": {"id": "dia", "name": "Dia", "repository": "a/b", "files": [{"path": "../victim.txt"}]}})");
        QVERIFY(!removeInstalled(m_folder->at("dia")).ok());
        QVERIFY(QFileInfo::exists(m_folder->at("victim.txt")));
    }

    void waitsForNoOtherProgram() {
        install({"a.json"});
        const FolderLock held(m_folder->at("dia"));
        QVERIFY(held.isHeld());
        // Another open file of the same process counts as another program's.
        const FolderLock second(m_folder->at("dia"));
        QVERIFY(!second.isHeld() && second.isForeign());
        QVERIFY(!removeInstalled(m_folder->at("dia")).ok());
        QVERIFY(QFileInfo::exists(m_folder->at("dia/a.json")));
    }

private:
    void install(const QStringList& paths) const {
        for (const QString& path : paths) {
            m_folder->put(("dia/" + path.toUtf8()).constData(), "four");
        }
        QVERIFY(!writeInstalled({m_folder->at("dia"), entryWith(paths), QDateTime::currentDateTimeUtc()}));
    }

    std::unique_ptr<ScratchFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestInstalledModel)
#include "test_installed_model.moc"
