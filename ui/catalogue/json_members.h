// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QUrl>
#include <functional>
#include <string>
#include <utility>

namespace parley::ui {

/// Reads the members of one object, and remembers the first that is not what it has to be.
class Members {
public:
    static constexpr qint64 kMostBytes = qint64{1} << 45U; ///< no file of a model has 35 TB

    explicit Members(QJsonObject object) : m_object(std::move(object)) {}

    QString text(const char* name, const std::function<bool(const QString&)>& isRight) {
        const QJsonValue value = m_object.value(QLatin1String(name));
        const QString text = value.toString();
        require((value.isUndefined() || value.isString()) && isRight(text), name);
        return text;
    }

    qint64 bytes(const char* name) {
        const QJsonValue value = m_object.value(QLatin1String(name));
        const qint64 bytes = value.toInteger(-1);
        require(value.isUndefined() || (bytes >= 0 && bytes <= kMostBytes), name);
        return bytes;
    }

    bool flag(const char* name) {
        const QJsonValue value = m_object.value(QLatin1String(name));
        require(value.isUndefined() || value.isBool(), name);
        return value.toBool();
    }

    [[nodiscard]] QJsonValue value(const char* name) const { return m_object.value(QLatin1String(name)); }
    void require(bool isRight, const char* name) {
        if (!isRight && m_fault.empty()) {
            m_fault = name;
        }
    }
    [[nodiscard]] const std::string& fault() const { return m_fault; }

private:
    QJsonObject m_object;
    std::string m_fault;
};

/// An address that can be asked at all; whether it may be asked is settled with the request.
[[nodiscard]] inline bool isWebAddress(const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

} // namespace parley::ui
