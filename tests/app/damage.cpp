// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "damage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <cstring>

namespace parley::test {

namespace {

constexpr qsizetype kLengthBytes = 8;

qsizetype headerBytes(const QByteArray& safetensors) {
    return static_cast<qsizetype>(qFromLittleEndian<quint64>(safetensors.constData()));
}

} // namespace

QByteArray withTensorFilled(QByteArray safetensors, const char* tensor, float value) {
    const qsizetype header = headerBytes(safetensors);
    const QJsonObject entry =
        QJsonDocument::fromJson(safetensors.mid(kLengthBytes, header)).object().value(QLatin1String(tensor)).toObject();
    const QJsonArray place = entry.value("data_offsets").toArray();
    if (entry.value("dtype") != "F32" || place.size() != 2) {
        qFatal("there is no float32 tensor %s", tensor);
    }
    for (qint64 at = place[0].toInteger(); at < place[1].toInteger(); at += qint64{sizeof(value)}) {
        std::memcpy(safetensors.data() + kLengthBytes + header + at, &value, sizeof(value));
    }
    return safetensors;
}

QByteArray withNames(const QByteArray& safetensors, const char* before, const char* after) {
    const qsizetype length = headerBytes(safetensors);
    QByteArray header = safetensors.mid(kLengthBytes, length);
    if (!header.contains(before)) {
        qFatal("there is no %s", before);
    }
    header.replace(before, after);
    QByteArray size(kLengthBytes, '\0');
    qToLittleEndian(static_cast<quint64>(header.size()), size.data());
    return size + header + safetensors.mid(kLengthBytes + length);
}

QByteArray replacedOnce(QByteArray text, const char* before, const char* after) {
    const qsizetype at = text.indexOf(before);
    if (at < 0) {
        qFatal("there is no %s", before);
    }
    return text.replace(at, qsizetype(std::strlen(before)), after);
}

} // namespace parley::test
