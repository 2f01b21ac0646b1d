// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "store/sound_track.h"
#include "store/take.h"

#include <QList>
#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <span>

namespace parley::ui {

/// All takes of a folder: a database of what they are (takes.sqlite), and a sound file each. GUI thread; sound files
/// are written and read by workers. While a take is made, its sound goes to a file with every append(), and the next
/// start finds it there, whatever ended the program.
class TakeLibrary : public QObject {
    Q_OBJECT

public:
    /// Opens the folder, repairs what is damaged and recovers takes that were being made when the program ended.
    explicit TakeLibrary(const QString& folder, QObject* parent = nullptr);
    /// Waits for sound files that are being written. Removed takes leave the disk.
    ~TakeLibrary() override;

    /// What a person should be told about the state of the library; empty if all is well.
    [[nodiscard]] QString notice() const;
    /// Newest first, without removed ones.
    [[nodiscard]] QList<Take> takes() const;
    [[nodiscard]] std::optional<Take> take(TakeId id) const;
    /// Grows while the take is made, or while its file is read after it was first asked for (changed() follows then);
    /// null if there is none.
    [[nodiscard]] SoundTrackPtr sound(TakeId id);

    /// A new take in state Making.
    TakeId begin(const Recipe& recipe);
    void append(TakeId id, std::span<const float> samples);
    /// `asMade` is the recipe with the seed, device and dtype that were used; `problem` is for people.
    void finish(TakeId id, TakeState state, const Recipe& asMade, qint64 steps, const QString& problem);

    void setStarred(TakeId id, bool starred);
    void setName(TakeId id, const QString& name);
    void setNote(TakeId id, const QString& note);
    void setSpeed(TakeId id, double speed);

    /// Takes them out of the list. Their sound files stay until forgetRemoved(), or until too many others were removed.
    void remove(const QList<TakeId>& ids);
    [[nodiscard]] bool canUndoRemove() const;
    /// Brings back what the last remove() took out.
    void undoRemove();
    /// Ends undo and frees the disk space of what was removed.
    void forgetRemoved();

    /// True after soundNotSaved(), until the sound is saved: it is in memory only.
    [[nodiscard]] bool hasUnsavedSound(TakeId id) const;
    void retrySave(TakeId id);
    /// Takes whose sound may end with the program: saving failed, or they are being made and their file can't be
    /// written.
    [[nodiscard]] QList<TakeId> takesAtRisk() const;
    /// True while a finished sound is on its way to its file.
    [[nodiscard]] bool isSaving() const;

Q_SIGNALS:
    void added(parley::ui::TakeId id);
    void changed(parley::ui::TakeId id); ///< also while it is made, when sound was added
    void removed(parley::ui::TakeId id);
    void soundNotSaved(parley::ui::TakeId id, const parley::Error& error);
    void noticeChanged(const QString& notice);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley::ui
