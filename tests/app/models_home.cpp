// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models_home.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace parley::test {

namespace {

const QString kCommit(40, QLatin1Char('c'));

QByteArray contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("can't read %s", qPrintable(path));
    }
    return file.readAll();
}

/// As the hub tags a file: large ones by their SHA-256, small ones as git does.
QString tagOf(const QString& name, const QByteArray& bytes) {
    if (name.endsWith(QLatin1String(".json"))) {
        QByteArray blob = "blob " + QByteArray::number(bytes.size());
        blob.append('\0');
        return QString::fromLatin1(QCryptographicHash::hash(blob + bytes, QCryptographicHash::Sha1).toHex());
    }
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void put(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("can't write %s", qPrintable(path));
    }
}

void link(const QString& path, const QString& target) {
    QDir().mkpath(QFileInfo(path).path());
    if (!QFile::link(target, path)) {
        qFatal("can't link %s", qPrintable(path));
    }
}

} // namespace

QList<Variable> ModelsHome::environment() const {
    return QList<Variable>{{"HOME", at("")},
                           {"XDG_DATA_HOME", at("data")},
                           {"XDG_CACHE_HOME", at("cache")},
                           {"PARLEY_MODELS_DIR", at("models")},
                           {"HF_HUB_CACHE", at("hub")},
                           {"HF_HOME", at("hf")},
                           {"HF_ENDPOINT", hub.endpoint().toString()},
                           {"HF_TOKEN", "hf_secret"},
                           {"HF_HUB_OFFLINE", ""},
                           {"PARLEY_PLAIN_LOOPBACK", "1"}} +
           more;
}

void ModelsHome::publish(const QByteArray& repository, const QString& data) {
    hub.addFolder(repository, dataPath(data));
}

void ModelsHome::cache(const QString& repository, const QString& data, bool shared) const {
    const QString base = at("hub/models--" + QString(repository).replace(QLatin1Char('/'), QLatin1String("--")));
    put(base + "/refs/main", kCommit.toLatin1());
    const QDir source(dataPath(data));
    for (const QString& name : source.entryList(QDir::Files)) {
        const QByteArray bytes = contentOf(source.filePath(name));
        const QString tag = tagOf(name, bytes);
        if (shared && !name.endsWith(QLatin1String(".json"))) {
            const QString xet = QString(tag).replace(0, 4, QStringLiteral("beef"));
            put(at("hub/blobs/be/" + xet), bytes);
            link(base + "/blobs/" + tag, "../../blobs/be/" + xet);
        } else {
            put(base + "/blobs/" + tag, bytes);
        }
        link(base + "/snapshots/" + kCommit + "/" + name, "../../blobs/" + tag);
    }
}

} // namespace parley::test
