// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace parley::ui {

/// Somebody's voice, as kept in the voices folder: NAME.wav (or another sound format), NAME.txt, perhaps NAME.json.
struct Voice {
    QString id; ///< the files' base name
    QString name;
    QString soundFile;  ///< absolute; empty if it is gone
    QString transcript; ///< what is said in it, with speaker tags
    QString speaker1;   ///< who speaks as S1; may be empty
    QString speaker2;
    double seconds = 0; ///< 0 until the sound was read
    QByteArray hash;    ///< as Recipe::voiceHash; empty until the sound was read
    QList<float> shape; ///< the loudest sample of each of equal parts, 0 to 1: a small picture
    QString problem;    ///< why it can't be used, for people; empty if it is fine

    bool operator==(const Voice&) const = default;
};

} // namespace parley::ui
