// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/linear.h"

#include <map>
#include <string>

namespace parley::model {

/// The network's weights by their planned names, on their way from the reader into the layers.
class Weights {
public:
    void put(const std::string& name, at::Tensor tensor) { m_tensors[name] = std::move(tensor); }

    /// Hands a tensor over; each is taken once.
    [[nodiscard]] at::Tensor take(const std::string& name) {
        const auto node = m_tensors.extract(name);
        return std::move(node.mapped());
    }

    void put(const std::string& name, Linear linear) { m_linears[name] = std::move(linear); }

    /// A matrix that was put as one, or as a tensor.
    [[nodiscard]] Linear takeLinear(const std::string& name) {
        const auto node = m_linears.extract(name);
        return node ? std::move(node.mapped()) : Linear(take(name));
    }

    /// What they are in memory, packed bytes included; shares it.
    [[nodiscard]] std::map<std::string, at::Tensor> memory() const {
        std::map<std::string, at::Tensor> all = m_tensors;
        for (const auto& [name, linear] : m_linears) {
            all[name] = linear.memory();
        }
        return all;
    }

private:
    std::map<std::string, at::Tensor> m_tensors;
    std::map<std::string, Linear> m_linears;
};

} // namespace parley::model
