// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue.h"
#include "catalogue/gpu_pack.h"
#include "catalogue/json_members.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace parley::ui {

namespace {

constexpr int kSchema = 1;
constexpr int kMostText = 300;

bool isWords(const QString& text) {
    return !text.isEmpty() && text.size() < kMostText;
}

/// A file of the pack, or a library: a name, no path.
bool isPlainName(const QString& text) {
    return isSafePath(text) && !text.contains(QLatin1Char('/'));
}

bool isHash(const QString& text) {
    return isHexadecimal(text, 64);
}

/// Takes the fault of the first object that has one, and in which list it is.
class Faults {
public:
    void take(const Members& members, const char* where) {
        if (m_text.empty() && !members.fault().empty()) {
            m_text = std::string(where) + " has a bad or no \"" + members.fault() + "\"";
        }
    }
    void require(bool isRight, const std::string& text) {
        if (m_text.empty() && !isRight) {
            m_text = text;
        }
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

QStringList readNames(const QJsonValue& value, Faults& faults) {
    QStringList names;
    for (const QJsonValue each : value.toArray()) {
        faults.require(isPlainName(each.toString()), "a list of libraries has a bad name");
        names.append(each.toString());
    }
    return names;
}

qint64 readSize(Members& members) {
    const qint64 bytes = members.bytes("bytes");
    members.require(bytes > 0, "bytes");
    return bytes;
}

PackMember readMember(const QJsonObject& object, Faults& faults) {
    Members members(object);
    PackMember member;
    member.path = members.text("path", isSafePath);
    member.name = members.text("name", isPlainName);
    member.bytes = readSize(members);
    member.sha256 = members.text("sha256", isHash).toLatin1();
    member.needs = readNames(members.value("needs"), faults);
    faults.take(members, "a member");
    return member;
}

PackWheel readWheel(const QJsonObject& object, Faults& faults) {
    Members members(object);
    PackWheel wheel;
    wheel.package = members.text("package", isSafeId);
    wheel.url = QUrl(members.text("url", isWebAddress));
    wheel.bytes = readSize(members);
    wheel.sha256 = members.text("sha256", isHash).toLatin1();
    wheel.licence = members.text("licence", isWords);
    members.require(!members.value("members").toArray().isEmpty(), "members");
    faults.take(members, "a wheel");
    for (const QJsonValue each : members.value("members").toArray()) {
        wheel.members.append(readMember(each.toObject(), faults));
    }
    return wheel;
}

PackLicence readLicence(const QJsonObject& object, Faults& faults) {
    Members members(object);
    PackLicence licence;
    licence.id = members.text("id", isWords);
    licence.name = members.text("name", isWords);
    licence.url = QUrl(members.text("url", isWebAddress));
    faults.take(members, "a licence");
    return licence;
}

PackAbsence readAbsence(const QJsonObject& object, Faults& faults) {
    Members members(object);
    PackAbsence absence;
    absence.library = members.text("library", isPlainName);
    absence.reason = members.text("reason", isWords);
    faults.take(members, "what is left out");
    return absence;
}

/// Every name in the pack and every package once, and every licence known.
void checkTogether(const GpuPack& pack, Faults& faults) {
    QSet<QString> names;
    QSet<QString> packages;
    QSet<QString> licences;
    const auto addOnce = [&](QSet<QString>& set, const QString& name) {
        faults.require(!set.contains(name), name.toStdString() + " is there twice");
        set.insert(name);
    };
    for (const PackLicence& licence : pack.licences) {
        addOnce(licences, licence.id);
    }
    for (const PackWheel& wheel : pack.wheels) {
        addOnce(packages, wheel.package);
        faults.require(licences.contains(wheel.licence), wheel.package.toStdString() + " has no known licence");
        for (const PackMember& member : wheel.members) {
            addOnce(names, member.name);
        }
    }
    for (const PackAbsence& absence : pack.leftOut) {
        addOnce(names, absence.library);
    }
}

} // namespace

Result<GpuPack> readGpuPack(const QByteArray& json) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Faults faults;
    faults.require(root.value(QLatin1String("schema")).toInt() == kSchema, "it is no list of this schema");
    Members members(root);
    GpuPack pack;
    pack.id = members.text("id", isSafeId);
    pack.name = members.text("name", isWords);
    pack.folder = members.text("folder", isSafeId);
    pack.torch = members.text("torch", isSafeId);
    members.require(!members.value("wheels").toArray().isEmpty(), "wheels");
    faults.take(members, "it");
    for (const QJsonValue each : members.value("licences").toArray()) {
        pack.licences.append(readLicence(each.toObject(), faults));
    }
    for (const QJsonValue each : members.value("wheels").toArray()) {
        pack.wheels.append(readWheel(each.toObject(), faults));
    }
    for (const QJsonValue each : members.value("left_out").toArray()) {
        pack.leftOut.append(readAbsence(each.toObject(), faults));
    }
    pack.inProgram = readNames(members.value("in_program"), faults);
    pack.inSystem = readNames(members.value("in_system"), faults);
    checkTogether(pack, faults);
    if (!faults.text().empty()) {
        return Error{ErrorCode::CheckpointCorrupt, phrase("the list of the GPU pack"), {}, {}, faults.text()};
    }
    return pack;
}

} // namespace parley::ui
