// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/made_copy.h"

#include "catalogue/folder_lock.h"
#include "catalogue/installed_model.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace parley::ui {

namespace {

constexpr qint64 kPiece = qint64{1} << 20U; // a stop is heard this often
constexpr QLatin1String kWorkPrefix(".parley-copy-");

Error stopped() {
    return {ErrorCode::Cancelled, {}, {}, {}, {}};
}

/// Where a copy is made: a hidden folder beside its place, which no search for models looks into.
class WorkFolder {
public:
    explicit WorkFolder(const QFileInfo& target)
        : m_parent(target.absolutePath()), m_isParentNew(!QFileInfo::exists(m_parent)),
          m_path(m_parent + QLatin1Char('/') + kWorkPrefix + target.fileName()), m_isThere(QDir().mkpath(m_path)),
          m_lock(m_path) {
        if (isOurs()) { // of an earlier attempt
            QDir(copy()).removeRecursively();
        }
    }
    ~WorkFolder() {
        if (isOurs()) {
            QDir(copy()).removeRecursively();
            m_lock.remove();
            QDir().rmdir(m_path);
            if (m_isParentNew) { // which does nothing where the copy is in it
                QDir().rmdir(m_parent);
            }
        }
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool isOurs() const { return m_isThere && !m_lock.isForeign(); }
    [[nodiscard]] QString copy() const { return m_path + QStringLiteral("/copy"); }

private:
    QString m_parent;
    bool m_isParentNew;
    QString m_path;
    bool m_isThere;
    FolderLock m_lock;
};

Result<CatalogueFile> notedFile(const QString& folder, const QString& name, const std::stop_token& stop) {
    QFile file(QDir(folder).filePath(name));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    bool isRead = file.open(QIODevice::ReadOnly);
    while (isRead && !file.atEnd()) {
        if (stop.stop_requested()) {
            return stopped();
        }
        const QByteArray piece = file.read(kPiece);
        hash.addData(piece);
        isRead = !piece.isEmpty();
    }
    if (!isRead) {
        return Error{ErrorCode::ModelNotFound,
                     verbatim(file.fileName().toStdString()),
                     phrase("can't be read"),
                     {},
                     file.errorString().toStdString()};
    }
    CatalogueFile noted;
    noted.path = name;
    noted.bytes = file.size();
    noted.sha256 = hash.result().toHex();
    return noted;
}

std::optional<Error> noteCopy(const QString& folder, const CopyOrder& order, const SmallerCopy& made,
                              const std::stop_token& stop) {
    InstalledModel model{folder, {}, QDateTime::currentDateTimeUtc(), {}};
    CatalogueEntry& entry = model.entry;
    const QString id = QFileInfo(order.folder).fileName();
    entry.id = isSafeId(id) ? id : copyFolderName(order.name, order.format);
    entry.name = copyNameOf(order.name, order.format);
    entry.kind = QStringLiteral("model");
    entry.isMadeHere = true;
    entry.layout = QStringLiteral("transformers");
    entry.dtype = order.format;
    for (const char* name : {"config.json", "model.safetensors"}) {
        const Result<CatalogueFile> file = notedFile(folder, QLatin1String(name), stop);
        if (!file) {
            return file.error();
        }
        entry.files.append(file.value());
    }
    model.copy =
        CopyRecord{order.name, QString::fromStdString(made.comparedWith), made.steps, made.rmsError, made.otherChoices};
    return writeInstalled(model);
}

} // namespace

QString copyNameOf(const QString& name, const QString& format) {
    return name.section(QLatin1Char('/'), -1) + QLatin1String(", ") + format;
}

QString copyFolderName(const QString& name, const QString& format) {
    static const QRegularExpression kOdd(QStringLiteral("[^A-Za-z0-9._-]+"));
    const QString safe =
        name.section(QLatin1Char('/'), -1).replace(kOdd, QStringLiteral("-")) + QLatin1Char('-') + format;
    return isSafeId(safe) ? safe : QLatin1String("copy-") + format;
}

Result<SmallerCopy> makeCopy(const CopyOrder& order, const CopyMaker& maker, const OnCopied& onProgress,
                             const std::stop_token& stop) {
    const QFileInfo target(order.folder);
    const Phrase subject = verbatim(order.folder.toStdString());
    if (target.exists() || target.isSymLink()) {
        return Error{ErrorCode::FileUnwritable, subject, phrase("is there already"), phrase("give another folder")};
    }
    removeAbandonedCopies(target.absolutePath());
    const WorkFolder work(target);
    if (!work.isThere()) {
        return Error{ErrorCode::FileUnwritable, subject, phrase("can't be made"), phrase("choose another folder")};
    }
    if (!work.isOurs()) {
        return Error{ErrorCode::FileUnwritable, subject, phrase("is being made by another Parley"),
                     phrase("wait for it to end")};
    }
    SmallerCopyOptions options{.format = order.format.toStdString(), .folder = work.copy().toStdU16String()};
    options.model.model = order.modelPath.toStdU16String();
    options.model.generation = order.generation;
    Result<SmallerCopy> made = maker(options, onProgress, stop);
    if (!made) {
        Error error = made.error();
        if (error.code == ErrorCode::DiskFull || error.code == ErrorCode::FileUnwritable) {
            error.subject = subject; // nobody knows the hidden one
        }
        return error;
    }
    if (std::optional<Error> failure = noteCopy(work.copy(), order, made.value(), stop)) {
        return *failure;
    }
    if (!QDir().rename(work.copy(), order.folder)) {
        return Error{ErrorCode::FileUnwritable, subject, phrase("can't be made"), phrase("choose another folder")};
    }
    made.value().folder = order.folder.toStdU16String();
    return made;
}

void removeAbandonedCopies(const QString& parentFolder) {
    const QDir parent(parentFolder);
    for (const QString& name : parent.entryList({kWorkPrefix + QLatin1Char('*')},
                                                QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot)) {
        const QFileInfo lock(parent.filePath(name) + QStringLiteral("/.parley.lock"));
        if (lock.exists()) { // else somebody else's, however unlikely
            const WorkFolder remains(QFileInfo(parent.absoluteFilePath(name.mid(kWorkPrefix.size()))));
        }
    }
}

} // namespace parley::ui
