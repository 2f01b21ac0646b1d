// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/hub/fake_hub.h"

#include <QJsonObject>
#include <QMap>

namespace parley::test {

/// What a wheel has, by path.
using WheelFiles = QMap<QString, QByteArray>;

/// A zip archive of these files, packed as wheels are.
[[nodiscard]] QByteArray makeWheel(const WheelFiles& files);

/// Bytes that can't be packed, made of a seed.
[[nodiscard]] QByteArray noise(qsizetype size, quint32 seed);

/// A small GPU pack of two wheels, and a hub that has them: "alpha" with libalpha.so and its licence, "beta" with
/// libbeta.so. libgone.so is left out.
class FakePack {
public:
    explicit FakePack(FakeHub& hub);

    /// The list, as resources/gpu_pack.json is one.
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] const QByteArray& alpha() const { return m_alpha; }
    [[nodiscard]] const QByteArray& beta() const { return m_beta; }
    [[nodiscard]] const QByteArray& wheel(const QString& package) const { return m_wheels.find(package).value(); }
    /// Bytes of both wheels.
    [[nodiscard]] qint64 bytesToFetch() const;

    /// Another archive in the place of a wheel, with the list's hash and size of the archive as they have to be.
    void replaceWheel(const QString& package, const QByteArray& wheel);
    /// Changes the list's idea of the first member of a wheel.
    void changeMember(const QString& package, const QString& key, const QJsonValue& value);

    QString torch; ///< that it completes

private:
    [[nodiscard]] QJsonObject& listed(const QString& package) { return m_listed[package]; }
    void publish(const QString& package, const QByteArray& wheel, const WheelFiles& members);

    FakeHub& m_hub;
    QByteArray m_alpha;
    QByteArray m_beta;
    QMap<QString, QByteArray> m_wheels;
    QMap<QString, QJsonObject> m_listed;
};

} // namespace parley::test
