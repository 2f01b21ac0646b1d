// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/bench_words.h"

#include "models/managed_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <string_view>

namespace parley::gui {

namespace {

struct Words {
    std::string_view name;
    const char* label;
    const char* value; ///< with a place for the number; null: a text, or a number without a unit
};

constexpr const char* kSeconds = QT_TRANSLATE_NOOP("Benchmark", "%1 s");
constexpr const char* kPerSecond = QT_TRANSLATE_NOOP("Benchmark", "%1 per second");
constexpr const char* kSpeed = QT_TRANSLATE_NOOP("Benchmark", "%1 GB/s");
constexpr const char* kPerSound = QT_TRANSLATE_NOOP("Benchmark", "%1 s for a second of sound");
constexpr std::array kWords{
    Words{"device", QT_TRANSLATE_NOOP("Benchmark", "Device"), nullptr},
    Words{"dtype", QT_TRANSLATE_NOOP("Benchmark", "Number format"), nullptr},
    Words{"threads", QT_TRANSLATE_NOOP("Benchmark", "Threads"), nullptr},
    Words{"batch", QT_TRANSLATE_NOOP("Benchmark", "Takes at a time"), nullptr},
    Words{"load_s", QT_TRANSLATE_NOOP("Benchmark", "Making up the weights"), kSeconds},
    Words{"text_s", QT_TRANSLATE_NOOP("Benchmark", "Reading the text"), kSeconds},
    Words{"prefill_rows_per_s", QT_TRANSLATE_NOOP("Benchmark", "Steps of a voice that are read"), kPerSecond},
    Words{"step_s", QT_TRANSLATE_NOOP("Benchmark", "One step"), kSeconds},
    Words{"tokens_per_s", QT_TRANSLATE_NOOP("Benchmark", "Steps that are made; 86 are a second of sound"), kPerSecond},
    Words{"step_gb", QT_TRANSLATE_NOOP("Benchmark", "Weights that a step reads"),
          QT_TRANSLATE_NOOP("Benchmark", "%1 GB")},
    Words{"step_gb_per_s", QT_TRANSLATE_NOOP("Benchmark", "How fast it reads them"), kSpeed},
    Words{"copy_gb_per_s", QT_TRANSLATE_NOOP("Benchmark", "How fast the GPU copies"), kSpeed},
    Words{"not_recorded", QT_TRANSLATE_NOOP("Benchmark", "Why steps are not recorded"), nullptr},
    Words{"codec_encode_s_per_s", QT_TRANSLATE_NOOP("Benchmark", "Codec, reading sound"), kPerSound},
    Words{"codec_decode_s_per_s", QT_TRANSLATE_NOOP("Benchmark", "Codec, making sound"), kPerSound},
    Words{"peak_rss_bytes", QT_TRANSLATE_NOOP("Benchmark", "Most memory so far, the window's included"), nullptr}};

const Words* wordsFor(const BenchFigure& figure) {
    const auto* const found = std::ranges::find(kWords, figure.name, &Words::name);
    return found == kWords.end() ? nullptr : found;
}

} // namespace

QString figureLabel(const BenchFigure& figure) {
    const Words* const words = wordsFor(figure);
    return words == nullptr ? QString::fromStdString(figure.name)
                            : QCoreApplication::translate("Benchmark", words->label);
}

QString figureValue(const BenchFigure& figure) {
    if (figure.name == "peak_rss_bytes") {
        return ui::sizeText(std::get<std::int64_t>(figure.value));
    }
    const auto* const number = std::get_if<double>(&figure.value);
    const QString text =
        number == nullptr ? QString::fromStdString(textOf(figure)) : QLocale().toString(*number, 'g', 3);
    const Words* const words = wordsFor(figure);
    return words == nullptr || words->value == nullptr
               ? text
               : QCoreApplication::translate("Benchmark", words->value).arg(text);
}

} // namespace parley::gui
