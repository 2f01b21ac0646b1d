// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/trace.h"

#include "backend/host_values.h"
#include "backend/parallel.h"
#include "checkpoint/safetensors_writer.h"
#include "parley/script.h"
#include "runtime/edge.h"
#include "runtime/model_loader.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/stack.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace parley {

namespace {

checkpoint::TensorView viewOf(const std::string& name, checkpoint::DType dtype, const at::Tensor& tensor) {
    return {
        name, dtype, tensor.sizes().vec(), {static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes()}};
}

at::Tensor asTokens(const Codes& tokens, const checkpoint::DiaConfig& config) {
    const auto refuse = [](const std::string& problem, const std::string& remedy) {
        throw EngineError(ErrorCode::OptionInvalid, verbatim("the tokens"), verbatim(problem), verbatim(remedy));
    };
    if (tokens.channels != config.decoder.channels || tokens.frames() < 1 ||
        tokens.frames() > config.decoder.maxPositions) {
        refuse("are [" + std::to_string(tokens.frames()) + ", " + std::to_string(tokens.channels) + "]",
               "they should be [1 to " + std::to_string(config.decoder.maxPositions) + ", " +
                   std::to_string(config.decoder.channels) + "]");
    }
    const auto known = [&](std::int64_t id) { return id >= 0 && id < config.decoder.vocab; };
    if (!std::all_of(tokens.values.begin(), tokens.values.end(), known)) {
        refuse("hold ids that a channel doesn't have", "use 0 to " + std::to_string(config.decoder.vocab - 1));
    }
    return backend::idTensor(tokens.values, {1, tokens.frames(), tokens.channels});
}

/// One sequence's logits over all tokens [1, S, C], into the column `which` of logits [S, 2, C, V].
void traceRow(const model::DiaModel& dia, const at::Tensor& tokens, const model::TextMemory* text, std::int64_t which,
              const at::Tensor& logits, const std::stop_token& stop) {
    model::SequenceCache cache = dia.decoder().makeCache(tokens.size(1));
    dia.prefill(tokens, {{&cache, text, 0}}, stop, [&](const at::Tensor& hidden, std::int64_t first) {
        const std::int64_t count = hidden.size(1);
        logits.narrow(0, first, count).select(1, which).copy_(dia.decoder().logits(hidden.squeeze(0)));
    });
}

void trace(const ModelOptions& options, std::string_view text, const Codes& given, const std::filesystem::path& out,
           const std::stop_token& stop) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    backend::setThreads(options.threads);
    // What two reports compare are the reference's numbers, unless another format is asked for.
    const backend::ComputeTarget target =
        backend::chooseTarget(options.device, options.dtype == "auto" ? "float32" : options.dtype);
    const checkpoint::DiaFiles files = runtime::openDiaFiles(options);
    const checkpoint::DiaConfig& config = files.config;
    const Result<std::vector<std::uint8_t>> bytes =
        encodeScript(text, static_cast<std::size_t>(config.encoder.maxPositions));
    if (!bytes) {
        throw EngineError(bytes.error());
    }
    const at::Tensor tokens = asTokens(given, config);
    const model::DiaModel dia(files, target, stop, {});

    const at::Tensor conditional = dia.encoder()(bytes.value(), stop); // [T, D]
    const at::Tensor encoderOut = at::stack({dia.unconditionalOut().expand_as(conditional), conditional});
    const model::TextMemory memory = dia.decoder().remember(conditional, stop);
    const at::Tensor logits = at::empty({tokens.size(1), 2, config.decoder.channels, config.decoder.vocab});
    traceRow(dia, tokens, nullptr, 0, logits, stop);
    traceRow(dia, tokens, &memory, 1, logits, stop);

    const at::Tensor textTokens = at::empty({static_cast<std::int64_t>(bytes.value().size())}, at::kLong);
    std::copy(bytes.value().begin(), bytes.value().end(), textTokens.mutable_data_ptr<std::int64_t>());
    const std::vector<checkpoint::TensorView> views = {
        viewOf("encoder_out", checkpoint::DType::Float32, encoderOut),
        viewOf("logits", checkpoint::DType::Float32, logits),
        viewOf("text_tokens", checkpoint::DType::Int64, textTokens),
    };
    checkpoint::writeSafetensors(out, views);
}

} // namespace

Result<std::monostate> writeTrace(const ModelOptions& options, std::string_view text, const Codes& tokens,
                                  const std::filesystem::path& out, const std::stop_token& stop) {
    return runtime::atEdge([&] { trace(options, text, tokens, out, stop); });
}

} // namespace parley
