// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/files_page.h"

#include "preferences/choice_box.h"
#include "preferences/folder_field.h"
#include "store/export_format.h"

namespace parley::ui {

FilesPage::FilesPage(QWidget* parent)
    : PreferencesPage(QStringLiteral("filesPage"), parent),
      m_models(new FolderField(QStringLiteral("modelsFolder"), tr("Folder of models"))),
      m_takes(new FolderField(QStringLiteral("takesFolder"), tr("Folder of takes"))),
      m_voices(new FolderField(QStringLiteral("voicesFolder"), tr("Folder of voices"))),
      m_format(new ChoiceBox(QStringLiteral("exportFormat"))) {
    QList<NamedChoice> formats;
    for (const ExportFormat format : exportFormats()) {
        formats.append({exportFormatKey(format), exportFormatName(format)});
    }
    m_format->setChoices(formats);
    addHeading(tr("Folders"));
    addRow(tr("&Models"), m_models);
    addRow(tr("&Takes"), m_takes);
    addRow(tr("&Voices"), m_voices);
    addHint(
        QStringLiteral("foldersHint"),
        tr("An empty field means the place that is shown. A new folder of models or voices is used from now on, one of "
           "takes when Parley is started again; what lies in the old one stays there."));
    addHeading(tr("Export"));
    addRow(tr("&Sound file format"), m_format);
    for (FolderField* const field : {m_models, m_takes, m_voices}) {
        connect(field, &FolderField::edited, this, &FilesPage::edited);
    }
    connect(m_format, &QComboBox::currentIndexChanged, this, &FilesPage::edited);
}

void FilesPage::setStandardFolders(const QString& models, const QString& takes, const QString& voices) {
    m_models->setStandardFolder(models);
    m_takes->setStandardFolder(takes);
    m_voices->setStandardFolder(voices);
}

void FilesPage::fill(const Preferences& preferences) {
    m_models->setFolder(preferences.modelsFolder);
    m_takes->setFolder(preferences.takesFolder);
    m_voices->setFolder(preferences.voicesFolder);
    m_format->setKey(preferences.exportFormat);
}

void FilesPage::collect(Preferences& preferences) const {
    preferences.modelsFolder = m_models->folder();
    preferences.takesFolder = m_takes->folder();
    preferences.voicesFolder = m_voices->folder();
    preferences.exportFormat = m_format->key();
}

QString FilesPage::problem() const {
    for (const FolderField* const field : {m_models, m_takes, m_voices}) {
        if (const QString text = field->problem(); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

} // namespace parley::ui
