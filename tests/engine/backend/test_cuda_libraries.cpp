// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/cuda_libraries.h"

#include <dlfcn.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parley::backend;

/// Libraries for CUDA that are missing, broken or others must never stop the program.
class TestCudaLibraries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void missesThem();
    void standsAFileThatIsNoLibrary();
    void standsALibraryWithoutCuda();
    void opensWhatNvrtcWouldNotFind();
    void looksWhereItIsTold();

private:
    [[nodiscard]] static CudaLibraries opened(const QTemporaryDir& folder) {
        return openCudaLibraries({folder.path().toStdString()});
    }
};

void TestCudaLibraries::missesThem() {
    const QTemporaryDir folder;
    const CudaLibraries found = opened(folder);
    QVERIFY(!found.areOpen && found.areMissing && found.plugin == nullptr);
    QCOMPARE(found.trouble, std::string("libtorch_cuda.so is not there"));
    QVERIFY(!openCudaLibraries({}).areOpen);
    QVERIFY(!openCudaLibraries({"/no/such/folder", ""}).areOpen);
}

void TestCudaLibraries::standsAFileThatIsNoLibrary() {
    const QTemporaryDir folder;
    QFile file(folder.filePath("libtorch_cuda.so"));
    QVERIFY(file.open(QFile::WriteOnly));
    QVERIFY(file.write("no library") > 0);
    file.close();
    const CudaLibraries found = opened(folder);
    QVERIFY(!found.areOpen && !found.areMissing);
    QVERIFY2(found.trouble.find(folder.path().toStdString()) != std::string::npos, found.trouble.c_str());
}

void TestCudaLibraries::standsALibraryWithoutCuda() {
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(PARLEY_EMPTY_LIBRARY, folder.filePath("libtorch_cuda.so")));
    const CudaLibraries found = opened(folder);
    QVERIFY(!found.areOpen);
    QVERIFY2(found.trouble.ends_with("libtorch_cuda.so brings no CUDA"), found.trouble.c_str());
}

void TestCudaLibraries::opensWhatNvrtcWouldNotFind() {
    const QTemporaryDir folder;
    const QString library = folder.filePath("libnvrtc-builtins.so.13.0");
    QVERIFY(QFile::copy(PARLEY_EMPTY_LIBRARY, folder.filePath("libtorch_cuda.so")));
    QVERIFY(QFile::copy(PARLEY_EMPTY_LIBRARY, library));
    const QByteArray path = library.toUtf8();
    QVERIFY(dlopen(path.constData(), RTLD_LAZY | RTLD_NOLOAD) == nullptr);
    (void)opened(folder);
    QVERIFY(dlopen(path.constData(), RTLD_LAZY | RTLD_NOLOAD) != nullptr);
}

void TestCudaLibraries::looksWhereItIsTold() {
    qputenv("PARLEY_CUDA_DIR", "/some/where");
    QVERIFY(cudaFolders() == std::vector<std::filesystem::path>{"/some/where"});
    qunsetenv("PARLEY_CUDA_DIR");
    qputenv("XDG_DATA_HOME", "/my/data");
    const std::vector<std::filesystem::path> folders = cudaFolders();
    QCOMPARE(folders.size(), std::size_t{2});
    QVERIFY(std::filesystem::exists(folders[0] / "libtorch_cpu.so")); // beside the torch that is in use
    QVERIFY(folders[1].string().starts_with("/my/data/parley/gpu-packs/cuda13-torch"));
}

QTEST_GUILESS_MAIN(TestCudaLibraries)
#include "test_cuda_libraries.moc"
