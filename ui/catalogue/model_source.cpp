// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_source.h"

#include "catalogue/model_places.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

namespace parley::ui {

namespace {

const QStringList& hubHosts() {
    static const QStringList kHosts{"huggingface.co", "www.huggingface.co", "hf.co"};
    return kHosts;
}

bool isWeights(const QString& path) {
    static const QStringList kEndings{".safetensors", ".pth", ".pt", ".bin"};
    return std::any_of(kEndings.begin(), kEndings.end(), [&](const QString& end) { return path.endsWith(end); });
}

CatalogueEntry entryOfRepository(const QString& repository, const QString& revision) {
    CatalogueEntry entry;
    entry.repository = repository;
    entry.revision = revision.isEmpty() ? QStringLiteral("main") : revision;
    entry.name = repository;
    entry.id = QString(repository).replace(QLatin1Char('/'), QLatin1String("--"));
    return entry;
}

/// A single file, with the config.json beside it if there is one.
CatalogueEntry entryOfFile(const QUrl& url) {
    const QString name = url.fileName();
    CatalogueEntry entry;
    entry.id = QFileInfo(name).completeBaseName();
    entry.name = entry.id;
    CatalogueFile weights;
    weights.path = name;
    weights.url = url;
    CatalogueFile config;
    config.path = QStringLiteral("config.json");
    config.url = url.resolved(QUrl(config.path));
    config.isOptional = true;
    entry.files = {weights, config};
    return entry;
}

Error notASource(const QString& text) {
    return {ErrorCode::OptionInvalid, verbatim(text.toStdString()), phrase("is no model that can be downloaded"),
            phrase("give one of the list, a repository as owner/name, or the https address of a file")};
}

Result<CatalogueEntry> sourceOfUrl(const QString& text, const QUrl& url) {
    static const QRegularExpression kRepository(
        QStringLiteral("^/([^/]+/[^/]+)(?:/(?:tree|resolve|blob)/([^/]+)(?:/(.+))?)?/?$"));
    if (url.host().isEmpty() || !url.isValid() || !url.userInfo().isEmpty()) {
        return notASource(text);
    }
    const QRegularExpressionMatch match = kRepository.match(url.path());
    if (hubHosts().contains(url.host()) && match.hasMatch()) {
        CatalogueEntry entry = entryOfRepository(match.captured(1), match.captured(2));
        const QString file = match.captured(3);
        if (!file.isEmpty() && isSafePath(file)) {
            CatalogueFile weights;
            weights.path = file;
            CatalogueFile config;
            config.path = QStringLiteral("config.json");
            config.isOptional = true;
            entry.files = {weights, config};
        }
        const QStringList parts = entry.repository.split(QLatin1Char('/'));
        return isSafeId(parts.first()) && isSafeId(parts.last()) ? Result<CatalogueEntry>(entry) : notASource(text);
    }
    const CatalogueEntry entry = entryOfFile(url);
    return isSafeId(entry.id) && isSafePath(url.fileName()) && isWeights(url.fileName()) ? Result<CatalogueEntry>(entry)
                                                                                         : notASource(text);
}

CatalogueFile fileOf(const ListedFile& listed, bool isOptional = false) {
    CatalogueFile file;
    file.path = listed.path;
    file.bytes = listed.bytes;
    file.sha256 = listed.sha256;
    file.isOptional = isOptional;
    return file;
}

/// The weights to take, of the files in the repository's own folder: those of an index first, then model.safetensors,
/// then the only file of the best kind.
QList<ListedFile> weightsOf(const QList<ListedFile>& top) {
    const auto having = [&](const auto& isMeant) {
        QList<ListedFile> some;
        std::copy_if(top.begin(), top.end(), std::back_inserter(some),
                     [&](const ListedFile& file) { return isMeant(file.path); });
        return some;
    };
    const QList<ListedFile> index =
        having([](const QString& path) { return path.endsWith(QLatin1String(".safetensors.index.json")); });
    if (index.size() == 1) {
        const QString stem = QString(index.first().path).remove(QLatin1String(".safetensors.index.json"));
        return index + having([&](const QString& path) {
                   return path.startsWith(stem + QLatin1Char('-')) && isShard(path) &&
                          path.endsWith(QLatin1String(".safetensors"));
               });
    }
    QList<ListedFile> main = having([](const QString& path) { return path == QLatin1String("model.safetensors"); });
    if (!main.isEmpty()) {
        return main;
    }
    for (const char* ending : {".safetensors", ".pth", ".pt", ".bin"}) {
        const QList<ListedFile> some =
            having([&](const QString& path) { return path.endsWith(QLatin1String(ending)) && !isShard(path); });
        if (!some.isEmpty()) {
            return some;
        }
    }
    return {};
}

} // namespace

Result<CatalogueEntry> sourceOf(const QString& text) {
    if (const std::optional<CatalogueEntry> known = catalogueEntry(text)) {
        return *known;
    }
    if (text.contains(QLatin1String("://"))) {
        return sourceOfUrl(text, QUrl(text, QUrl::StrictMode));
    }
    const QStringList halves = text.split(QLatin1Char('@'));
    const bool isRepository =
        halves.size() <= 2 && isRepositoryName(halves.first()) && (halves.size() == 1 || isSafeId(halves.last()));
    return isRepository ? Result<CatalogueEntry>(entryOfRepository(halves.first(), halves.mid(1).value(0)))
                        : notASource(text);
}

Result<QList<CatalogueFile>> neededFiles(const QString& repository, const QList<ListedFile>& all,
                                         const QString& wanted) {
    QList<ListedFile> top;
    for (const ListedFile& file : all) {
        if (!isSafePath(file.path) && isWeights(file.path)) {
            return Error{ErrorCode::CheckpointCorrupt,
                         verbatim(repository.toStdString()),
                         phrase("has a file named “%1”, which leads out of its folder", file.path.toStdString()),
                         {}};
        }
        if (isSafePath(file.path) && !file.path.contains(QLatin1Char('/'))) {
            top.append(file);
        }
    }
    QList<ListedFile> weights = weightsOf(top);
    if (!wanted.isEmpty()) {
        weights.removeIf([&](const ListedFile& file) { return file.path != wanted; });
    }
    const bool isIndexed = !weights.isEmpty() && weights.first().path.endsWith(QLatin1String(".json"));
    if (weights.isEmpty() || (weights.size() > 1 && !isIndexed)) {
        return Error{ErrorCode::UnsupportedLayout, verbatim(repository.toStdString()),
                     weights.isEmpty() ? phrase("holds no weights")
                                       : phrase("holds %1 files of weights to choose from", weights.size()),
                     weights.isEmpty() ? Phrase{} : phrase("give the address of one of its files")};
    }
    QList<CatalogueFile> needed;
    for (const ListedFile& file : top) {
        if (file.path == QLatin1String("config.json") || file.path == QLatin1String("generation_config.json")) {
            needed.append(fileOf(file));
        }
    }
    for (const ListedFile& file : weights) {
        needed.append(fileOf(file));
    }
    return needed;
}

} // namespace parley::ui
