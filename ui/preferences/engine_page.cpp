// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/engine_page.h"

#include "catalogue/model_places.h"
#include "preferences/choice_box.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QThread>
#include <algorithm>

namespace parley::ui {

namespace {

const QString kAuto = QStringLiteral("auto");

QString sizeText(quint64 bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

} // namespace

EnginePage::EnginePage(const QList<DeviceChoice>& devices, QWidget* parent)
    : PreferencesPage(QStringLiteral("enginePage"), parent), m_devices(devices), m_model(new QLabel),
      m_otherModel(new QPushButton(tr("Choose another &model…"))), m_device(new ChoiceBox(QStringLiteral("device"))),
      m_dtype(new ChoiceBox(QStringLiteral("dtype"))),
      m_tf32(new QCheckBox(tr("Use &TF32 for float32 on NVIDIA GPUs"))), m_threads(new QSpinBox),
      m_unload(new QSpinBox) {
    addModel();
    addDevice();
    fillDevices();
    connect(m_device, &QComboBox::currentIndexChanged, this, &EnginePage::deviceChosen);
    connect(m_dtype, &QComboBox::currentIndexChanged, this, &EnginePage::showMemory);
    for (ChoiceBox* const box : {m_device, m_dtype}) {
        connect(box, &QComboBox::currentIndexChanged, this, &EnginePage::edited);
    }
    connect(m_tf32, &QCheckBox::toggled, this, &EnginePage::edited);
    for (QSpinBox* const box : {m_threads, m_unload}) {
        connect(box, &QSpinBox::valueChanged, this, &EnginePage::edited);
    }
    connect(m_otherModel, &QPushButton::clicked, this, &EnginePage::modelChoiceRequested);
}

void EnginePage::addModel() {
    m_model->setObjectName(QStringLiteral("modelName"));
    m_model->setTextFormat(Qt::PlainText);
    m_model->setWordWrap(true);
    m_otherModel->setObjectName(QStringLiteral("chooseModel"));
    addHeading(tr("Model"));
    auto* const both = new QWidget;
    auto* const row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_model, 1);
    row->addWidget(m_otherModel);
    addRow(tr("Model"), both);
    m_otherModel->setAccessibleName(tr("Choose another model"));
}

void EnginePage::addDevice() {
    m_threads->setObjectName(QStringLiteral("threads"));
    m_threads->setSpecialValueText(tr("Automatic (one per core)"));
    addHeading(tr("Computing"));
    addRow(tr("&Device"), m_device);
    m_deviceHint = addHint(QStringLiteral("deviceHint"));
    addRow(tr("&Number format"), m_dtype);
    m_memory = addHint(QStringLiteral("memoryHint"));
    addTf32();
    addRow(tr("Th&reads"), m_threads);
    addHint(QStringLiteral("threadsHint"), tr("A change loads the model again in the background."));
    addUnload();
}

void EnginePage::addUnload() {
    m_unload->setObjectName(QStringLiteral("unload"));
    m_unload->setRange(0, kMostUnloadMinutes);
    m_unload->setSingleStep(5);
    m_unload->setSpecialValueText(tr("Always"));
    m_unload->setSuffix(tr(" min"));
    addRow(tr("&Keep in memory"), m_unload);
    addHint(QStringLiteral("unloadHint"),
            tr("Unused for so long, the model makes room for other programs. It loads again when it is to speak."));
}

/// Only where there is such a GPU; elsewhere nobody has to read of it, and what was chosen stays.
void EnginePage::addTf32() {
    m_tf32->setObjectName(QStringLiteral("tf32"));
    const bool hasNvidia = std::any_of(m_devices.begin(), m_devices.end(), [](const DeviceChoice& device) {
        return device.available && device.id.startsWith(QLatin1String("cuda"));
    });
    if (!hasNvidia) {
        m_tf32->setParent(this);
        m_tf32->hide();
        return;
    }
    addRow({}, m_tf32);
    addHint(
        QStringLiteral("tf32Hint"),
        tr("Products keep 10 bits in place of 23: faster, and slightly less exact. Other formats and devices stay as "
           "they are."));
}

void EnginePage::fillDevices() {
    const DeviceChoice* const best = automaticDevice(m_devices);
    QList<NamedChoice> choices{{kAuto, best == nullptr ? tr("Automatic") : tr("Automatic: %1").arg(best->name)}};
    for (const DeviceChoice& device : m_devices) {
        const QString name = device.available ? device.name : tr("%1 (can't be used)").arg(device.name);
        choices.append({device.id, name, device.available});
    }
    m_device->setChoices(choices);
}

const DeviceChoice* EnginePage::chosenDevice() const {
    if (m_device->key() == kAuto) {
        return automaticDevice(m_devices);
    }
    const auto found = std::find_if(m_devices.begin(), m_devices.end(),
                                    [&](const DeviceChoice& device) { return device.id == m_device->key(); });
    return found == m_devices.end() ? nullptr : &*found;
}

void EnginePage::deviceChosen() {
    const DeviceChoice* const device = chosenDevice();
    if (device == nullptr) {
        m_deviceHint->setText(tr("This device was not found; another one will be used."));
    } else {
        m_deviceHint->setText(m_device->key() == kAuto ? automaticReason(m_devices) : device->reason);
    }
    m_deviceHint->setVisible(!m_deviceHint->text().isEmpty());
    const QList<DTypeChoice> dtypes = device == nullptr ? QList<DTypeChoice>() : device->dtypes;
    QList<NamedChoice> choices{
        {kAuto, dtypes.isEmpty() ? tr("Automatic") : tr("Automatic: %1").arg(dtypes.first().id)}};
    bool isThere = dtypes.isEmpty();
    for (const DTypeChoice& dtype : dtypes) {
        choices.append({dtype.id, tr("%1, needs %2").arg(dtype.id, sizeText(dtype.needBytes))});
        isThere = isThere || dtype.id == m_dtype->key();
    }
    // A format that doesn't work there must not stay chosen.
    if (!isThere) {
        m_dtype->setKey(kAuto);
    }
    m_dtype->setChoices(choices);
    showMemory();
}

quint64 EnginePage::neededBytes(const DeviceChoice& device) const {
    const QString key = m_dtype->key();
    const auto found = std::find_if(device.dtypes.begin(), device.dtypes.end(),
                                    [&](const DTypeChoice& dtype) { return key == kAuto || dtype.id == key; });
    return found == device.dtypes.end() ? 0 : found->needBytes;
}

void EnginePage::showMemory() {
    const DeviceChoice* const device = chosenDevice();
    const quint64 need = device == nullptr ? 0 : neededBytes(*device);
    const quint64 free = device == nullptr ? 0 : device->freeBytes;
    QString text;
    if (need > 0) {
        text = tr("The full model needs %1 of memory in this format.").arg(sizeText(need));
    }
    if (need > 0 && free > 0) {
        text += QLatin1Char(' ') + (free < need ? tr("Only %1 are free: it may be slow, or fail.").arg(sizeText(free))
                                                : tr("%1 are free.").arg(sizeText(free)));
    }
    m_memory->setText(text);
}

void EnginePage::fill(const Preferences& preferences) {
    const QString path = preferences.modelPath;
    m_model->setText(preferences.demo ? tr("The demo, which makes noise")
                     : path.isEmpty() ? tr("None chosen yet")
                                      : modelNameOf(path));
    m_model->setToolTip(path);
    m_threads->setRange(0, std::max(preferences.threads, QThread::idealThreadCount()));
    m_threads->setValue(preferences.threads);
    m_unload->setValue(preferences.unloadMinutes);
    m_tf32->setChecked(preferences.tf32);
    m_device->setKey(preferences.device);
    deviceChosen();
    m_dtype->setKey(preferences.dtype);
    showMemory();
}

void EnginePage::collect(Preferences& preferences) const {
    preferences.device = m_device->key();
    preferences.dtype = m_dtype->key();
    preferences.tf32 = m_tf32->isChecked();
    preferences.threads = m_threads->value();
    preferences.unloadMinutes = m_unload->value();
}

} // namespace parley::ui
