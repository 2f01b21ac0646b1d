// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_list_model.h"

#include "store/voice_library.h"

#include <QLocale>
#include <QTextDocument>
#include <algorithm>

namespace parley::ui {

namespace {

QString speakers(const Voice& voice) {
    QStringList names;
    if (!voice.speaker1.isEmpty()) {
        names += VoiceListModel::tr("S1: %1").arg(voice.speaker1);
    }
    if (!voice.speaker2.isEmpty()) {
        names += VoiceListModel::tr("S2: %1").arg(voice.speaker2);
    }
    return names.join(QStringLiteral(", "));
}

QString details(const Voice& voice) {
    QStringList parts;
    if (voice.seconds > 0) {
        parts += VoiceListModel::tr("%1 s").arg(QLocale().toString(voice.seconds, 'f', 1));
    }
    if (const QString names = speakers(voice); !names.isEmpty()) {
        parts += names;
    }
    return parts.join(QStringLiteral(" · "));
}

Voice noVoice() {
    Voice voice;
    voice.name = VoiceListModel::tr("No voice");
    return voice;
}

bool sameIds(const QList<Voice>& a, const QList<Voice>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Voice& one, const Voice& other) { return one.id == other.id; });
}

} // namespace

VoiceListModel::VoiceListModel(VoiceLibrary& library, QObject* parent)
    : QAbstractListModel(parent), m_library(library), m_voices(library.voices()) {
    connect(&library, &VoiceLibrary::changed, this, &VoiceListModel::refresh);
}

int VoiceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_voices.size()) + 1;
}

QVariant VoiceListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool none = index.row() == 0;
    const Voice voice = none ? noVoice() : m_voices[index.row() - 1];
    const QString detail = none ? tr("The model picks one") : details(voice);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return voice.name;
    case Qt::ToolTipRole:
        // Texts of others must not be taken for markup.
        return Qt::convertFromPlainText(voice.problem.isEmpty() ? voice.transcript : voice.problem);
    case Qt::AccessibleTextRole:
        return QStringList{voice.name, detail, voice.problem}.join(QStringLiteral(", "));
    case IdRole:
        return voice.id;
    case DetailRole:
        return detail;
    case ShapeRole:
        return QVariant::fromValue(voice.shape);
    case ProblemRole:
        return voice.problem;
    default:
        return {};
    }
}

bool VoiceListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || !index.isValid() || index.row() == 0 || name.isEmpty()) {
        return false;
    }
    const Voice& voice = m_voices[index.row() - 1];
    if (name != voice.name) {
        m_library.update(voice.id, name, voice.transcript, voice.speaker1, voice.speaker2);
    }
    return true;
}

Qt::ItemFlags VoiceListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.row() > 0 ? usual | Qt::ItemIsEditable : usual;
}

QModelIndex VoiceListModel::indexOf(const QString& id) const {
    const auto found =
        std::find_if(m_voices.begin(), m_voices.end(), [&](const Voice& voice) { return voice.id == id; });
    return index(found == m_voices.end() ? 0 : static_cast<int>(found - m_voices.begin()) + 1);
}

/// A reset ends a name that is being edited, so it happens only when voices come, go or change places.
void VoiceListModel::refresh() {
    QList<Voice> voices = m_library.voices();
    if (sameIds(voices, m_voices)) {
        m_voices = std::move(voices);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_voices = std::move(voices);
    endResetModel();
}

} // namespace parley::ui
