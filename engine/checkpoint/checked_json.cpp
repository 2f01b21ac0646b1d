// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/checked_json.h"

#include "checkpoint/reader_errors.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace parley::checkpoint {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxDepth = 32;

/// Looks for what the parser itself would let pass. A pass of its own, before the one that builds the values: the
/// library's parser with a callback takes quadratic time over an object of many objects.
class Guard final : public nlohmann::json_sax<Json> {
public:
    [[nodiscard]] const std::string& problem() const noexcept { return m_problem; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        return m_keys.back().insert(name).second || fail("has the key " + inQuotes(name) + " twice");
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return fail("is not valid JSON");
    }

private:
    bool open() {
        m_keys.emplace_back();
        return m_keys.size() <= kMaxDepth || fail("is nested too deeply");
    }

    bool close() {
        m_keys.pop_back();
        return true;
    }

    bool fail(std::string problem) {
        m_problem = std::move(problem);
        return false;
    }

    // One for each array and object that is still open. Not a hash table: the keys may have been chosen to collide.
    std::vector<std::set<std::string>> m_keys;
    std::string m_problem;
};

} // namespace

Json parseCheckedJson(std::string_view text, const std::filesystem::path& path, std::string_view what) {
    Guard guard;
    if (!Json::sax_parse(text, &guard)) {
        throwCorrupt(path, std::string(what) + " " + guard.problem());
    }
    return Json::parse(text);
}

} // namespace parley::checkpoint
