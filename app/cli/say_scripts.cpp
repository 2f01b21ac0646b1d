// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/say_scripts.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>

namespace parley::cli {

namespace {

namespace fs = std::filesystem;

/// A thousand times what a model takes; more is not a script.
constexpr std::size_t kMostBytes = 1U << 20U;

std::string readBounded(std::istream& in) {
    std::string text;
    text.resize(kMostBytes + 1);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

void dropEditorMarks(std::string& text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    if (text.ends_with('\n')) {
        text.pop_back();
        if (text.ends_with('\r')) {
            text.pop_back();
        }
    }
}

Result<std::string> readScript(const std::string& name) {
    std::string text;
    if (name == "-") {
        text = readBounded(std::cin);
    } else {
        std::error_code error;
        std::ifstream file(name, std::ios::binary);
        if (!file || fs::is_directory(name, error)) {
            return Error{ErrorCode::ScriptInvalid, verbatim(name), verbatim("can't be read"),
                         verbatim("check the path")};
        }
        text = readBounded(file);
    }
    if (text.size() > kMostBytes) {
        return Error{ErrorCode::ScriptInvalid, verbatim(name), verbatim("is more than 1 MB long"),
                     verbatim("give a text file")};
    }
    dropEditorMarks(text);
    return text;
}

/// A file name in `folder` that no other script of this run has.
fs::path nameFor(const std::string& script, const fs::path& folder, std::set<fs::path>& taken) {
    const std::string stem = script == "-" ? "script" : fs::path(script).stem().string();
    fs::path path = folder / (stem + ".wav");
    for (int i = 2; !taken.insert(path).second; ++i) {
        path = folder / (stem + "-" + std::to_string(i) + ".wav");
    }
    return path;
}

} // namespace

Result<std::vector<ScriptJob>> collectScripts(const std::optional<std::string>& text,
                                              const std::vector<std::string>& scripts, const fs::path& out) {
    if (text.has_value() == !scripts.empty()) {
        return Error{ErrorCode::OptionInvalid, verbatim("say"),
                     verbatim(text ? "has both a text and --script" : "has nothing to say"),
                     verbatim("give a text, or --script with a file or - for standard input")};
    }
    std::error_code error;
    const bool intoFolder = fs::is_directory(out, error);
    if (scripts.size() > 1 && !intoFolder) {
        return Error{ErrorCode::OptionInvalid, out, verbatim("is not a folder, and there are several scripts"),
                     verbatim("make the folder first, or give one script")};
    }
    std::vector<ScriptJob> jobs;
    std::set<fs::path> taken;
    if (text) {
        jobs.push_back({*text, intoFolder ? nameFor("-", out, taken) : out});
    }
    for (const std::string& script : scripts) {
        Result<std::string> content = readScript(script);
        if (!content) {
            return content.error();
        }
        jobs.push_back({std::move(content).value(), intoFolder ? nameFor(script, out, taken) : out});
    }
    return jobs;
}

} // namespace parley::cli
