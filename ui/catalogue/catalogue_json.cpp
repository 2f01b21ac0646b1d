// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue.h"
#include "catalogue/json_members.h"

#include <QJsonArray>
#include <QJsonValue>
#include <algorithm>
#include <array>

namespace parley::ui {

namespace {

bool isHash(const QString& text) {
    return text.isEmpty() || isHexadecimal(text, 64);
}

bool isRepository(const QString& text) {
    return text.isEmpty() || isRepositoryName(text);
}

bool isRevision(const QString& text) {
    return text.isEmpty() || isSafeId(text);
}

std::function<bool(const QString&)> oneOf(const QStringList& choices) {
    return [choices](const QString& text) { return text.isEmpty() || choices.contains(text); };
}

bool isAnything(const QString& text) {
    return text.size() < 300;
}

CatalogueFile readFile(const QJsonObject& object, std::string& fault) {
    Members members(object);
    CatalogueFile file;
    file.path = members.text("path", isSafePath);
    file.url = QUrl(members.text("url", [](const QString& text) { return text.isEmpty() || isWebAddress(text); }));
    file.bytes = members.bytes("bytes");
    file.about = members.bytes("about");
    file.sha256 = members.text("sha256", isHash).toLatin1();
    file.isOptional = members.flag("optional");
    fault = fault.empty() ? members.fault() : fault;
    return file;
}

QMap<QString, qint64> readMemory(Members& members) {
    QMap<QString, qint64> memory;
    const QJsonValue value = members.value("memory");
    members.require(value.isUndefined() || value.isObject(), "memory");
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        members.require(each->toInteger(-1) > 0, "memory");
        memory.insert(each.key(), each->toInteger());
    }
    return memory;
}

} // namespace

Result<CatalogueEntry> entryFromJson(const QJsonObject& object) {
    Members members(object);
    CatalogueEntry entry;
    entry.id = members.text("id", isSafeId);
    entry.name = members.text("name", [](const QString& text) { return !text.isEmpty() && isAnything(text); });
    entry.kind = members.text("kind", oneOf({"model", "codec"}));
    entry.isDefault = members.flag("default");
    entry.isMadeHere = members.flag("made_here");
    entry.generation = members.text("generation", oneOf({"0.1", "0626"}));
    entry.layout = members.text("layout", oneOf({"transformers", "reference", "descript"}));
    entry.dtype = members.text("dtype", isAnything);
    entry.licence = members.text("licence", isAnything);
    entry.repository = members.text("repository", isRepository);
    entry.revision = members.text("revision", isRevision);
    entry.codec = members.text("codec", [](const QString& text) { return text.isEmpty() || isSafeId(text); });
    entry.memory = readMemory(members);
    members.require(members.value("files").isArray(), "files");
    std::string fault = members.fault();
    for (const QJsonValue value : members.value("files").toArray()) {
        entry.files.append(readFile(value.toObject(), fault));
        if (entry.repository.isEmpty() && entry.files.last().url.isEmpty() && !entry.isMadeHere && fault.empty()) {
            fault = "repository";
        }
    }
    if (!fault.empty()) {
        return Error{ErrorCode::CheckpointCorrupt,
                     phrase("the list of models"),
                     {},
                     {},
                     entry.id.toStdString() + " has a bad or no \"" + fault + "\""};
    }
    return entry;
}

QJsonObject toJson(const CatalogueEntry& entry) {
    QJsonObject object{{"id", entry.id}, {"name", entry.name}};
    const auto add = [](QJsonObject& to, const char* name, const QString& text) {
        if (!text.isEmpty()) {
            to.insert(QLatin1String(name), text);
        }
    };
    const std::array<std::pair<const char*, QString>, 8> texts{{{"kind", entry.kind},
                                                                {"generation", entry.generation},
                                                                {"layout", entry.layout},
                                                                {"dtype", entry.dtype},
                                                                {"licence", entry.licence},
                                                                {"repository", entry.repository},
                                                                {"revision", entry.revision},
                                                                {"codec", entry.codec}}};
    for (const auto& [name, text] : texts) {
        add(object, name, text);
    }
    QJsonObject memory;
    for (auto each = entry.memory.begin(); each != entry.memory.end(); ++each) {
        memory.insert(each.key(), each.value());
    }
    object.insert("memory", memory);
    QJsonArray files;
    for (const CatalogueFile& file : entry.files) {
        QJsonObject each{{"path", file.path}};
        add(each, "url", file.url.toString(QUrl::FullyEncoded));
        add(each, "sha256", QString::fromLatin1(file.sha256));
        for (const auto& [name, bytes] : {std::pair{"bytes", file.bytes}, std::pair{"about", file.about}}) {
            if (bytes >= 0) {
                each.insert(QLatin1String(name), bytes);
            }
        }
        if (file.isOptional) {
            each.insert("optional", true);
        }
        files.append(each);
    }
    object.insert("files", files);
    if (entry.isMadeHere) {
        object.insert("made_here", true);
    }
    return object;
}

} // namespace parley::ui
