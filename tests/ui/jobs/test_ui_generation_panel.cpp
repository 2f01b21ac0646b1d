// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/generation_panel.h"
#include "store/preset_store.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace parley::ui;

class TestUiGenerationPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginsWithTheDefaults();
    void isReachedByTab();
    void takesTypedValues_data();
    void takesTypedValues();
    void stepsWithTheArrowKeys();
    void sliderAndFieldAgree();
    void keepsTypedValuesBetweenTheStops();
    void makesNoMoreThanTheModelCan();
    void keepsLengthsOfAnyModel();
    void ignoresTheWheelWithoutFocus();
    void drawsAndKeepsSeeds();
    void tellsOnceOfManyChanges();
    void resets();
    void fitsANarrowColumn();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_panel->findChild<T*>(QLatin1String(name));
    }
    void type(const char* name, const QString& text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PresetStore> m_store;
    std::unique_ptr<GenerationPanel> m_panel;
};

void TestUiGenerationPanel::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<PresetStore>(m_folder->filePath(QStringLiteral("presets.json")));
    m_panel = std::make_unique<GenerationPanel>(*m_store);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestUiGenerationPanel::cleanup() {
    m_panel.reset();
    m_store.reset();
}

void TestUiGenerationPanel::type(const char* name, const QString& text) const {
    auto* const field = child<QAbstractSpinBox>(name);
    QVERIFY(field != nullptr);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestUiGenerationPanel::beginsWithTheDefaults() {
    QCOMPARE(m_panel->settings(), GenerationSettings());
}

void TestUiGenerationPanel::isReachedByTab() {
    QStringList names;
    child<QWidget>("presets")->setFocus();
    for (int i = 0; i < 30; ++i) {
        names.append(QApplication::focusWidget()->objectName());
        QVERIFY2(!QApplication::focusWidget()->accessibleName().isEmpty(), qPrintable(names.constLast()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected{"presets", "resetSettings", "maxTokens", "cfgScale", "temperature", "topP",
                               "topK",    "speed",         "seed",      "drawSeed", "takes",       "closingTag"};
    QCOMPARE(names.mid(0, expected.size()), expected);
}

void TestUiGenerationPanel::takesTypedValues_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");

    QTest::newRow("length") << "maxTokens" << "1000" << "maxTokens" << 1000.0;
    QTest::newRow("guidance") << "cfgScale" << "4.2" << "cfgScale" << 4.2;
    QTest::newRow("temperature") << "temperature" << "1.25" << "temperature" << 1.25;
    QTest::newRow("top-p") << "topP" << "0.80" << "topP" << 0.8;
    QTest::newRow("top-k") << "topK" << "20" << "topK" << 20.0;
    QTest::newRow("speed") << "speed" << "0.75" << "speed" << 0.75;
    QTest::newRow("seed") << "seed" << "4294967295" << "seed" << 4294967295.0;
    QTest::newRow("takes") << "takes" << "16" << "takes" << 16.0;
}

void TestUiGenerationPanel::takesTypedValues() {
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, key);
    QFETCH(double, value);
    const QSignalSpy changed(m_panel.get(), &GenerationPanel::settingsChanged);
    type(qPrintable(name), text);
    QCOMPARE(toJson(m_panel->settings()).value(key).toDouble(), value);
    QVERIFY(!changed.isEmpty());
}

void TestUiGenerationPanel::stepsWithTheArrowKeys() {
    QTest::keyClick(child<QWidget>("maxTokens"), Qt::Key_Down);
    QCOMPARE(m_panel->settings().maxTokens, 3022);
    QTest::keyClick(child<QWidget>("maxTokens"), Qt::Key_PageUp);
    QCOMPARE(m_panel->settings().maxTokens, 3072); // the end of the range, although no multiple of the step
    QTest::keyClick(child<QWidget>("temperature"), Qt::Key_Up);
    QCOMPARE(m_panel->settings().temperature, 1.85);
    QTest::keyClick(child<QWidget>("closingTag"), Qt::Key_Space);
    QVERIFY(!m_panel->settings().closingTag);
}

void TestUiGenerationPanel::sliderAndFieldAgree() {
    auto* const slider = child<QSlider>("topPSlider");
    QCOMPARE(slider->maximum(), 30);
    QCOMPARE(slider->value(), 25);
    slider->setValue(10);
    QCOMPARE(m_panel->settings().topP, 0.80);
    auto* const length = child<QSlider>("maxTokensSlider");
    length->setValue(length->minimum());
    QCOMPARE(m_panel->settings().maxTokens, 860);
    length->setValue(length->maximum());
    QCOMPARE(m_panel->settings().maxTokens, 3072);
}

void TestUiGenerationPanel::keepsTypedValuesBetweenTheStops() {
    type("temperature", QStringLiteral("1.83"));
    QCOMPARE(m_panel->settings().temperature, 1.83);
}

void TestUiGenerationPanel::makesNoMoreThanTheModelCan() {
    const QSignalSpy changed(m_panel.get(), &GenerationPanel::settingsChanged);
    const QString preset = child<QToolButton>("presets")->text();
    m_panel->setMostTokens(384); // as the models of the tests
    QCOMPARE(m_panel->settings().maxTokens, 384);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(child<QToolButton>("presets")->text(), preset); // it is still wished for
    auto* const slider = child<QSlider>("maxTokensSlider");
    QCOMPARE(slider->value(), slider->maximum());
    slider->setValue(slider->minimum());
    QVERIFY(m_panel->settings().maxTokens > 32 && m_panel->settings().maxTokens < 200);
    m_panel->setSettings({});
    m_panel->setMostTokens(3072);
    QCOMPARE(m_panel->settings(), GenerationSettings());
    m_panel->setMostTokens(4096);
    QCOMPARE(m_panel->settings().maxTokens, 3072); // no more than was asked for
    type("maxTokens", QStringLiteral("4000"));
    QCOMPARE(m_panel->settings().maxTokens, 4000);
}

void TestUiGenerationPanel::keepsLengthsOfAnyModel() {
    for (const int tokens : {384, 4096}) {
        GenerationSettings settings;
        settings.maxTokens = tokens;
        QCOMPARE(generationSettingsFromJson(toJson(settings)), settings);
    }
    QVERIFY(generationSettingsFromJson({{"maxTokens", -5}}).maxTokens > 0);
    QVERIFY(generationSettingsFromJson({{"maxTokens", 1e15}}).maxTokens < 10'000'000);
}

void TestUiGenerationPanel::ignoresTheWheelWithoutFocus() {
    child<QWidget>("presets")->setFocus();
    auto* const field = child<QWidget>("topK");
    const QPointF middle = field->rect().center();
    QWheelEvent wheel(middle, field->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(field, &wheel);
    QCOMPARE(m_panel->settings().topK, 45);
    QVERIFY(!wheel.isAccepted()); // the column scrolls instead
}

void TestUiGenerationPanel::drawsAndKeepsSeeds() {
    auto* const draw = child<QAbstractButton>("drawSeed");
    auto* const keep = child<QAbstractButton>("keepSeed");
    QVERIFY(draw->isChecked());
    QVERIFY(!keep->isVisible());
    m_panel->setUsedSeed(3000000001);
    QVERIFY(keep->isVisible());
    QTest::mouseClick(keep, Qt::LeftButton);
    QCOMPARE(m_panel->settings().seed, 3000000001);
    QVERIFY(!draw->isChecked());
    QVERIFY(!keep->isEnabled());
    QTest::mouseClick(draw, Qt::LeftButton);
    QCOMPARE(m_panel->settings().seed, -1);
    QTest::keyClick(draw, Qt::Key_Space); // off again: the last one, ready to be edited
    QCOMPARE(m_panel->settings().seed, 3000000001);
    type("seed", QStringLiteral("7"));
    QVERIFY(keep->isEnabled());
    QVERIFY(!draw->isChecked());
}

void TestUiGenerationPanel::tellsOnceOfManyChanges() {
    const QSignalSpy changed(m_panel.get(), &GenerationPanel::settingsChanged);
    GenerationSettings settings;
    settings.maxTokens = 900;
    settings.topK = 99;
    settings.seed = 5;
    settings.closingTag = false;
    m_panel->setSettings(settings);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_panel->settings(), settings);
    m_panel->setSettings(settings);
    QCOMPARE(changed.size(), 1);
}

void TestUiGenerationPanel::resets() {
    GenerationSettings settings;
    settings.cfgScale = 1.5;
    settings.takes = 9;
    settings.seed = 4;
    m_panel->setSettings(settings);
    QTest::keyClick(child<QWidget>("resetSettings"), Qt::Key_Space);
    QCOMPARE(m_panel->settings(), GenerationSettings());
}

void TestUiGenerationPanel::fitsANarrowColumn() {
    m_panel->setUsedSeed(kMostSeed);
    QVERIFY2(m_panel->minimumSizeHint().width() <= 260,
             qPrintable(QString::number(m_panel->minimumSizeHint().width())));
}

QTEST_MAIN(TestUiGenerationPanel)
#include "test_ui_generation_panel.moc"
