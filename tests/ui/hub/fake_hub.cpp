// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/hub/fake_hub.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutexLocker>
#include <QRandomGenerator>

namespace parley::test {

namespace {

constexpr qint64 kBlock = qint64{64} << 10U;
const QByteArray kCommit(40, 'c');

QUrl serverUrl(const QByteArray& scheme, quint16 port) {
    QUrl url(QStringLiteral("//127.0.0.1"));
    url.setScheme(QString::fromLatin1(scheme));
    url.setPort(port);
    return url;
}

HttpAnswer status(int number) {
    HttpAnswer answer;
    answer.status = number;
    answer.setBody(R"({"error": "of the hub"})");
    return answer;
}

HttpAnswer redirect(int number, const QByteArray& location) {
    HttpAnswer answer;
    answer.status = number;
    answer.set("Location", location);
    return answer;
}

/// The file from the byte that was asked for on.
HttpAnswer content(const HubFile& file, qint64 from, const QByteArray& etag) {
    if (from > 0 && from >= file.size) {
        return status(416);
    }
    HttpAnswer answer;
    answer.status = from > 0 ? 206 : 200;
    answer.bytes = file.bytes;
    answer.from = from;
    answer.count = file.size - from;
    answer.set("ETag", '"' + etag + '"');
    answer.set("Accept-Ranges", "bytes");
    answer.set("Content-Type", "application/octet-stream");
    if (from > 0) {
        answer.set("Content-Range", "bytes " + QByteArray::number(from) + '-' + QByteArray::number(file.size - 1) +
                                        '/' + QByteArray::number(file.size));
    }
    return answer;
}

QByteArray hashOf(const HubFile& file, QCryptographicHash::Algorithm algorithm, const QByteArray& before) {
    QCryptographicHash hash(algorithm);
    hash.addData(before);
    for (qint64 at = 0; at < file.size; at += kBlock) {
        hash.addData(file.bytes(at, std::min(kBlock, file.size - at)));
    }
    return hash.result().toHex();
}

HubFile hashed(HubFile file) {
    file.sha256 = hashOf(file, QCryptographicHash::Sha256, {});
    QByteArray blob = "blob " + QByteArray::number(file.size);
    blob.append('\0');
    file.gitSha1 = hashOf(file, QCryptographicHash::Sha1, blob);
    return file;
}

} // namespace

FakeHub::FakeHub(const std::optional<QSslConfiguration>& tls)
    : m_scheme(tls ? "https" : "http"),
      m_cdn([this](const HttpRequest& request) { return answer(true, request); }, tls),
      m_hub([this](const HttpRequest& request) { return answer(false, request); }, tls) {}

QUrl FakeHub::endpoint() const {
    return serverUrl(m_scheme, m_hub.port());
}

QUrl FakeHub::cdn() const {
    return serverUrl(m_scheme, m_cdn.port());
}

void FakeHub::add(const QByteArray& repository, const QByteArray& path, const QByteArray& text, bool isLarge) {
    HubFile file;
    file.bytes = [text](qint64 from, qint64 count) { return text.mid(from, count); };
    file.size = text.size();
    file.isLarge = isLarge;
    const QMutexLocker locker(&m_mutex);
    m_repositories[repository][path] = hashed(file);
}

void FakeHub::addFolder(const QByteArray& repository, const QString& folder) {
    const QDir source(folder);
    for (const QString& name : source.entryList(QDir::Files)) {
        QFile file(source.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("can't read %s", qPrintable(file.fileName()));
        }
        add(repository, name.toUtf8(), file.readAll(), !name.endsWith(QLatin1String(".json")));
    }
}

void FakeHub::addGenerated(const QByteArray& repository, const QByteArray& path, qint64 size, quint32 seed) {
    // Twice the same block, so that a turned one can be cut from it; each block is turned by another number of bytes.
    QByteArray block(kBlock, Qt::Uninitialized);
    QRandomGenerator generator(seed);
    std::generate(block.begin(), block.end(), [&] { return static_cast<char>(generator.generate()); });
    block += block;
    HubFile file;
    file.size = size;
    file.bytes = [block](qint64 from, qint64 count) {
        QByteArray bytes;
        while (bytes.size() < count) {
            const qint64 at = from + bytes.size();
            const qint64 within = at % kBlock;
            const qint64 turn = (at / kBlock) * 31 % kBlock;
            bytes += block.mid(turn + within, std::min(kBlock - within, count - bytes.size()));
        }
        return bytes;
    };
    const QMutexLocker locker(&m_mutex);
    m_repositories[repository][path] = hashed(file);
}

void FakeHub::rename(const QByteArray& from, const QByteArray& to) {
    const QMutexLocker locker(&m_mutex);
    m_renamed[from] = to;
}

HubFile FakeHub::file(const QByteArray& repository, const QByteArray& path) {
    const QMutexLocker locker(&m_mutex);
    return m_repositories.at(repository).at(path);
}

void FakeHub::setMischief(Mischief mischief) {
    const QMutexLocker locker(&m_mutex);
    m_mischief = std::move(mischief);
}

void FakeHub::expireLinks() {
    const QMutexLocker locker(&m_mutex);
    ++m_signature;
}

QList<SeenRequest> FakeHub::seen() {
    const QMutexLocker locker(&m_mutex);
    return m_seen;
}

void FakeHub::forget() {
    const QMutexLocker locker(&m_mutex);
    m_seen.clear();
}

HttpAnswer FakeHub::answer(bool isCdn, const HttpRequest& request) {
    const QMutexLocker locker(&m_mutex);
    HttpAnswer answer = isCdn ? answerCdn(request) : answerHub(request);
    SeenRequest seen{isCdn, request, answer.status};
    if (m_mischief) {
        m_mischief(seen, answer);
        seen.status = answer.status;
    }
    m_seen.append(seen);
    return answer;
}

HttpAnswer FakeHub::answerCdn(const HttpRequest& request) {
    if (request.target != request.path() + "?signature=" + QByteArray::number(m_signature)) {
        return status(403);
    }
    for (const auto& [name, files] : m_repositories) {
        for (const auto& [path, file] : files) {
            if (request.path() == "/blobs/" + file.sha256) {
                return content(file, request.from(), "cdn-" + file.sha256.left(8));
            }
        }
    }
    return status(404);
}

HttpAnswer FakeHub::answerHub(const HttpRequest& request) {
    const QByteArrayList parts = request.path().mid(1).split('/');
    if (request.path().startsWith("/api/models/")) {
        return listing(parts.value(2) + '/' + parts.value(3));
    }
    const bool isInner = request.path().startsWith("/api/resolve-cache/models/");
    const qsizetype first = isInner ? 3 : 0;
    const QByteArray repository = parts.value(first) + '/' + parts.value(first + 1);
    const qsizetype skipped = isInner ? first + 3 : first + 4; // the revision, and "resolve" where it stands
    return resolve(request, repository, parts.mid(skipped).join('/'), isInner);
}

HttpAnswer FakeHub::listing(const QByteArray& repository) {
    const auto found = m_repositories.find(repository);
    if (found == m_repositories.end()) {
        return status(404);
    }
    QJsonArray siblings;
    for (const auto& [path, file] : found->second) {
        QJsonObject sibling{{"rfilename", QString::fromUtf8(path)}, {"size", file.size}};
        if (file.isLarge) {
            sibling.insert("lfs", QJsonObject{{"sha256", QString::fromLatin1(file.sha256)}, {"size", file.size}});
        }
        siblings.append(sibling);
    }
    HttpAnswer answer;
    answer.set("Content-Type", "application/json");
    answer.setBody(QJsonDocument(QJsonObject{{"sha", QString::fromLatin1(kCommit)}, {"siblings", siblings}}).toJson());
    return answer;
}

HttpAnswer FakeHub::resolve(const HttpRequest& request, const QByteArray& repository, const QByteArray& path,
                            bool isInner) {
    if (const auto renamed = m_renamed.find(repository); renamed != m_renamed.end()) {
        return redirect(307, QByteArray(request.target).replace(repository, renamed->second));
    }
    const auto found = m_repositories.find(repository);
    if (found == m_repositories.end() || !found->second.contains(path)) {
        return status(404);
    }
    const HubFile& file = found->second.at(path);
    HttpAnswer answer;
    if (file.isLarge) {
        answer = redirect(302, (m_scheme + "://127.0.0.1:" + QByteArray::number(m_cdn.port()) + "/blobs/" +
                                file.sha256 + "?signature=" + QByteArray::number(m_signature)));
        answer.set("X-Linked-Etag", '"' + file.sha256 + '"');
        answer.set("X-Linked-Size", QByteArray::number(file.size));
    } else if (isInner) {
        answer = content(file, request.from(), file.gitSha1);
    } else {
        answer = redirect(307, "/api/resolve-cache/models/" + repository + '/' + kCommit + '/' + path);
    }
    answer.set("X-Repo-Commit", kCommit);
    return answer;
}

} // namespace parley::test
