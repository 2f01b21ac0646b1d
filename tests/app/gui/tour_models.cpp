// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/tour_models.h"

#include "bridge/error_text.h"
#include "models/copy_dialog.h"
#include "models/model_manager.h"

#include <QCoreApplication>
#include <QDir>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace parley::test {

using namespace ui;

namespace {

QString modelsFolder() {
    return QDir::homePath() + QStringLiteral("/.local/share/parley/models");
}

QString ownFolder(const char* name) {
    return modelsFolder() + QLatin1Char('/') + QLatin1String(name);
}

ManagedModel ownModel() {
    ManagedModel own;
    own.name = QStringLiteral("Dia 1.6B 0626");
    own.path = ownFolder("dia-1.6b-0626");
    own.codecPath = own.path;
    own.isOwn = true;
    own.isInUse = true;
    own.bytes = 6'444'700'000;
    own.generation = QStringLiteral("0626");
    own.layout = QStringLiteral("transformers");
    own.dtype = QStringLiteral("float32");
    own.record = {QStringLiteral("The one for the trailer"), QDateTime({2026, 3, 4}, {10, 12}), true, {}};
    return own;
}

ManagedModel madeCopy() {
    ManagedModel copy = ownModel();
    copy.name = QStringLiteral("Dia 1.6B 0626, int8");
    copy.path = ownFolder("Dia-1.6B-0626-int8");
    copy.isInUse = false;
    copy.isMadeHere = true;
    copy.bytes = 2'011'000'000;
    copy.dtype = QStringLiteral("int8");
    copy.record = {};
    copy.copy = CopyRecord{ownModel().name, QStringLiteral("float32"), 64, 0.0041, 0.0234};
    return copy;
}

ManagedModel cachedModel() {
    ManagedModel cached = ownModel();
    cached.name = QStringLiteral("nari-labs/Dia-1.6B");
    cached.path = QDir::homePath() + QStringLiteral("/.cache/huggingface/hub/models--nari-labs--Dia-1.6B/snapshots/1");
    cached.isOwn = cached.isInUse = false;
    cached.generation = QStringLiteral("0.1");
    cached.layout = QStringLiteral("reference");
    cached.record = {};
    return cached;
}

/// One that is not as long as it should be, and one whose hash is wrong.
QList<ManagedModel> damagedModels() {
    ManagedModel shorter = ownModel();
    shorter.name = QStringLiteral("someone/dia-fine-tune");
    shorter.path = ownFolder("someone--dia-fine-tune");
    shorter.isInUse = false;
    shorter.record = {};
    shorter.problem =
        errorText(Error{ErrorCode::CheckpointCorrupt, verbatim("model.safetensors"),
                        phrase("has %1 bytes in place of %2", 3221225472, 6444700000), phrase("download again")});
    ManagedModel wrong = shorter;
    wrong.name = QStringLiteral("someone/dia-in-french");
    wrong.path = ownFolder("someone--dia-in-french");
    wrong.problem.clear();
    wrong.record = {{}, QDateTime({2026, 3, 5}, {9, 40}), false, {}};
    return {shorter, wrong};
}

ManagedModel codec() {
    ManagedModel codec = cachedModel();
    codec.name = QStringLiteral("descript/dac_44khz");
    codec.path = QStringLiteral("/media/models/dac_44khz");
    codec.addedFolder = QStringLiteral("/media/models");
    codec.isCodec = true;
    codec.generation.clear();
    codec.bytes = 306'507'000;
    return codec;
}

QScrollBar* scrollBar(const ModelManager& manager) {
    return manager.findChild<QScrollArea*>("managerArea")->verticalScrollBar();
}

void tourInstalled(ModelManager& manager, const TakePicture& picture) {
    manager.setDiskUse(modelsFolder(), 12'889'400'000, 197'000'000'000);
    manager.setModels({ownModel(), cachedModel(), codec()});
    picture("8-models-installed", &manager);
    manager.setVerifying(ownModel().path, 0.37);
    picture("8-models-verifying", &manager);
}

void tourDamaged(ModelManager& manager, const TakePicture& picture) {
    manager.setModels(damagedModels());
    manager.showError(Error{ErrorCode::CheckpointCorrupt, verbatim("model.safetensors"),
                            phrase("is not what was published: its hash is another one"), phrase("download again")});
    picture("8-models-damaged", &manager);
}

void tourCopies(ModelManager& manager, const TakePicture& picture) {
    manager.setModels({ownModel(), cachedModel()});
    CopyDialog dialog(ownModel().name,
                      {{"int8", 6'444'700'000, 2'011'000'000, 1'995'000'000, 3'222'000'000, false},
                       {"int4", 6'444'700'000, 1'362'000'000, 1'340'000'000, 3'222'000'000, true}},
                      &manager);
    dialog.show();
    picture("8-copy-dialog", &dialog);
    dialog.close();
    manager.setCopy(ManagedCopy{madeCopy().name, 2'400'000'000, 6'444'700'000});
    picture("8-models-copying", &manager);
    manager.setCopy(ManagedCopy{madeCopy().name, 6'444'700'000, 6'444'700'000});
    picture("8-models-comparing", &manager);
    manager.setCopy({});
    manager.setModels({ownModel(), madeCopy()});
    manager.tell(QCoreApplication::translate("parley::gui::CopyControl", "%1 is made: %2 in place of %3.")
                     .arg(madeCopy().name, sizeText(2'011'000'000), sizeText(6'444'700'000)));
    picture("8-models-copied", &manager);
    for (QPushButton* const remove : manager.findChildren<QPushButton*>("removeManaged")) {
        remove->click(); // asks first
    }
    picture("8-models-remove", &manager);
}

void tourDownloads(ModelManager& manager, const TakePicture& picture) {
    manager.setModels({});
    manager.setDownloads(madeUpDownloads());
    manager.showError(Error{ErrorCode::DiskFull, verbatim("/media/models"),
                            phrase("%1 MB are still to come, and there is room for %2 MB", 4321, 900),
                            phrase("make room, then resume the download, or choose another folder")});
    picture("8-models-downloading", &manager);
    scrollBar(manager)->setValue(scrollBar(manager)->maximum());
    picture("8-models-offers", &manager);
}

ManagedDownload download(const char* name, const char* folder) {
    ManagedDownload download;
    download.name = QLatin1String(name);
    download.folder = QLatin1String(folder);
    download.bytesHere = 120'000'000;
    return download;
}

} // namespace

QList<ManagedDownload> madeUpDownloads() {
    ManagedDownload running = download("Dia 1.6B 0626", "/models/dia");
    running.isRunning = true;
    running.progress.phase = DownloadProgress::Phase::Fetching;
    running.progress.file = QStringLiteral("model-00001-of-00002.safetensors");
    running.progress.fileNumber = 4;
    running.progress.fileCount = 5;
    running.progress.bytes = 2'100'000'000;
    running.progress.total = 6'444'700'000;
    running.progress.bytesPerSecond = 38e6;
    running.progress.secondsLeft = 114;
    running.progress.fileSecondsLeft = 76;
    ManagedDownload waiting = running;
    waiting.name = QStringLiteral("someone/dia-fine-tune");
    waiting.folder = QStringLiteral("/models/tune");
    waiting.progress.phase = DownloadProgress::Phase::Waiting;
    waiting.progress.waitSeconds = 16;
    waiting.progress.problem =
        Error{ErrorCode::NetworkFailed, verbatim("huggingface.co"), phrase("the connection broke"), {}};
    const ManagedDownload paused = download("Dia 1.6B 0.1, bfloat16", "/models/bf16");
    ManagedDownload failed = download("DAC codec, 44.1 kHz", "/models/dac");
    failed.problem =
        errorText(Error{ErrorCode::NetworkFailed, verbatim("cdn-lfs.hf.co"), phrase("the connection broke"),
                        phrase("look at the connection, then resume the download")});
    return {running, waiting, paused, failed};
}

void tourModels(QWidget* window, const TakePicture& picture) {
    ModelManager manager(window);
    manager.setOffers(builtInCatalogue());
    manager.setDiskUse(modelsFolder(), 0, 210'000'000'000);
    manager.show();
    picture("8-models-looking", &manager);
    manager.setModels({});
    picture("8-models-none", &manager);
    tourInstalled(manager, picture);
    tourCopies(manager, picture);
    tourDamaged(manager, picture);
    tourDownloads(manager, picture);
}

} // namespace parley::test
