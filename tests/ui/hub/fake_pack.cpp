// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/hub/fake_pack.h"

#include <zip.h>

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>

namespace parley::test {

namespace {

QString hashOf(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray repositoryOf(const QString& package) {
    return "wheels/" + package.toUtf8();
}

} // namespace

QByteArray noise(qsizetype size, quint32 seed) {
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(seed);
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(generator.generate()); });
    return bytes;
}

QByteArray makeWheel(const WheelFiles& files) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("wheel"));
    int problem = 0;
    zip_t* const archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, &problem);
    if (archive == nullptr) {
        qFatal("no archive can be made: %d", problem);
    }
    for (auto each = files.begin(); each != files.end(); ++each) {
        zip_source_t* const source =
            zip_source_buffer(archive, each->constData(), static_cast<zip_uint64_t>(each->size()), 0);
        if (zip_file_add(archive, each.key().toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            qFatal("%s can't be packed", qPrintable(each.key()));
        }
    }
    if (zip_close(archive) != 0) {
        qFatal("the archive can't be written");
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

FakePack::FakePack(FakeHub& hub)
    : torch(QStringLiteral("2.13.0")), m_hub(hub), m_alpha(noise(300'000, 1)), m_beta(noise(900'000, 2)) {
    const QByteArray licence("as you like");
    publish(QStringLiteral("alpha"),
            makeWheel({{"a/lib/libalpha.so", m_alpha}, {"a.dist-info/LICENSE", licence}, {"a/big.py", noise(9000, 3)}}),
            {{"a/lib/libalpha.so", m_alpha}, {"a.dist-info/LICENSE", licence}});
    publish(QStringLiteral("beta"), makeWheel({{"b/libbeta.so", m_beta}}), {{"b/libbeta.so", m_beta}});
}

void FakePack::publish(const QString& package, const QByteArray& wheel, const WheelFiles& members) {
    QJsonArray list;
    for (auto each = members.begin(); each != members.end(); ++each) {
        const bool isLibrary = each.key().endsWith(QLatin1String(".so"));
        QJsonObject member{{"path", each.key()},
                           {"name", isLibrary ? QFileInfo(each.key()).fileName() : package + QStringLiteral(".txt")},
                           {"bytes", each->size()},
                           {"sha256", hashOf(*each)}};
        if (isLibrary) {
            member.insert("needs", QJsonArray{"libgone.so", "libc.so.6"});
            list.prepend(member);
        } else {
            list.append(member);
        }
    }
    const QString url = m_hub.endpoint().toString() + QLatin1Char('/') + QString::fromUtf8(repositoryOf(package)) +
                        QStringLiteral("/resolve/main/") + package + QStringLiteral(".whl");
    m_listed[package] = QJsonObject{{"package", package}, {"url", url}, {"licence", "free"}, {"members", list}};
    replaceWheel(package, wheel);
}

void FakePack::replaceWheel(const QString& package, const QByteArray& wheel) {
    m_wheels[package] = wheel;
    listed(package)["bytes"] = wheel.size();
    listed(package)["sha256"] = hashOf(wheel);
    m_hub.add(repositoryOf(package), package.toUtf8() + ".whl", wheel);
}

void FakePack::changeMember(const QString& package, const QString& key, const QJsonValue& value) {
    QJsonArray members = listed(package)[QStringLiteral("members")].toArray();
    QJsonObject first = members.first().toObject();
    first[key] = value;
    members.replace(0, first);
    listed(package)["members"] = members;
}

qint64 FakePack::bytesToFetch() const {
    qint64 bytes = 0;
    for (const QByteArray& wheel : m_wheels) {
        bytes += wheel.size();
    }
    return bytes;
}

QByteArray FakePack::json() const {
    QJsonArray wheels;
    for (const QJsonObject& wheel : m_listed) {
        wheels.append(wheel);
    }
    const QJsonObject licence{{"id", "free"}, {"name", "a free one"}, {"url", "https://example.org/licence"}};
    const QJsonObject gone{{"library", "libgone.so"}, {"reason", "nobody calls it"}};
    return QJsonDocument(QJsonObject{{"schema", 1},
                                     {"id", "gpu-pack"},
                                     {"name", "A small pack"},
                                     {"folder", "cuda13-torch" + torch},
                                     {"torch", torch},
                                     {"licences", QJsonArray{licence}},
                                     {"wheels", wheels},
                                     {"left_out", QJsonArray{gone}},
                                     {"in_program", QJsonArray{}},
                                     {"in_system", QJsonArray{"libc.so.6"}}})
        .toJson();
}

} // namespace parley::test
