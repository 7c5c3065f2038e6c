// SPDX-License-Identifier: MIT
/// The law of the house, read from rooms.txt, and what in a tree of files breaks it.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::architecture {

struct Room {
    std::string name;
    std::set<std::string> may_include;
};

struct Door {
    std::string package;             ///< what its headers' names begin with
    std::vector<std::string> files;  ///< who may include them; a * at the end stands for anything
};

struct Law {
    std::vector<Room> rooms;
    std::vector<Door> doors;
};

struct File {
    std::string path;  ///< from the root, with slashes
    std::string text;
};

inline constexpr std::size_t most_lines = 400;

inline bool fits(std::string_view pattern, std::string_view name) {
    if (!pattern.ends_with('*')) return pattern == name;
    return name.starts_with(pattern.substr(0, pattern.size() - 1));
}

/// Throws std::runtime_error, with the line, for a line that is not a law, and for a room that would include one that
/// does not stand above it.
inline Law read_law(const std::string& text) {
    Law law;
    std::istringstream lines(text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto refuse = [&](const std::string& why) {
            throw std::runtime_error("rooms.txt:" + std::to_string(number) + ": " + why);
        };
        std::istringstream words(line);
        std::string sort, name, colon;
        words >> sort >> name >> colon;
        if (sort.empty() || sort.starts_with('#')) continue;
        if (colon != ":" || (sort != "room" && sort != "door")) refuse("not 'room x : ...' or 'door x : ...'");

        std::vector<std::string> others;
        for (std::string other; words >> other;) others.push_back(other);
        if (sort == "door") {
            law.doors.push_back({name, others});
            continue;
        }
        Room room{name, {name}};
        for (const std::string& other : others) {
            const std::size_t before = room.may_include.size();
            for (const Room& above : law.rooms) {
                if (fits(other, above.name)) room.may_include.insert(above.name);
            }
            if (room.may_include.size() == before) refuse(other + " does not stand above " + name);
        }
        for (const Room& above : law.rooms) {
            if (above.name == name) refuse(name + " stands twice");
        }
        law.rooms.push_back(std::move(room));
    }
    return law;
}

/// One #include: of our own ("...") or of the system's and others' (<...>).
struct Include {
    std::size_t line;
    std::string name;
    bool own;
};

inline std::vector<Include> includes(const std::string& text) {
    std::vector<Include> found;
    std::istringstream lines(text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        std::size_t at = line.find_first_not_of(" \t");
        if (at == std::string::npos || line[at] != '#') continue;
        at = line.find_first_not_of(" \t", at + 1);
        if (at == std::string::npos || line.compare(at, 7, "include") != 0) continue;
        const std::size_t begin = line.find_first_of("\"<", at);
        const std::size_t end = begin == std::string::npos ? begin : line.find_first_of("\">", begin + 1);
        if (end == std::string::npos) {
            found.push_back({number, line, true});  // a macro: no address that we know
        } else {
            found.push_back({number, line.substr(begin + 1, end - begin - 1), line[begin] == '"'});
        }
    }
    return found;
}

/// The room a file stands in: the longest room name that its folder begins with.
inline const Room* room_of(const Law& law, std::string_view path) {
    const Room* found = nullptr;
    for (const Room& room : law.rooms) {
        const bool within = path.starts_with(room.name) && path.substr(room.name.size()).starts_with('/');
        if (within && (found == nullptr || found->name.size() < room.name.size())) found = &room;
    }
    return found;
}

inline bool of_the_house(std::string_view path) {
    return path.starts_with("rules/") || path.starts_with("engine/") || path.starts_with("cli/");
}

/// A file straight in engine/ is in the room `engine`, but a folder in it needs a line of its own.
inline bool has_a_room(const Law& law, std::string_view path) {
    const Room* room = room_of(law, path);
    if (room == nullptr) return false;
    const bool straight_in = path.substr(room->name.size() + 1).find('/') == std::string_view::npos;
    return straight_in || room->name != "engine";
}

/// Why `path` may not include a header of a package; empty if it may.
inline std::string against_door(const Law& law, const std::string& path, const std::string& header) {
    if (header.find_first_of("./") == std::string::npos) return {};  // the standard library
    const Door* door = nullptr;
    for (const Door& other : law.doors) {
        const bool longer = door == nullptr || door->package.size() < other.package.size();
        if (header.starts_with(other.package) && longer) door = &other;
    }
    if (door == nullptr) return "<" + header + "> has no door in rooms.txt";
    const bool open =
        std::any_of(door->files.begin(), door->files.end(), [&](const std::string& file) { return fits(file, path); });
    return open ? std::string{} : "is not a door of " + door->package;
}

/// A circle of files that include each other, as "a -> b -> a"; empty if there is none.
inline std::string circle(const std::map<std::string, std::vector<std::string>>& included) {
    enum class Seen { no, open, done };
    std::map<std::string, Seen> seen;
    std::vector<std::string> trail;
    std::string found;
    const auto visit = [&](const auto& self, const std::string& file) -> void {
        seen[file] = Seen::open;
        trail.push_back(file);
        const auto next = included.find(file);
        for (const std::string& other : next == included.end() ? std::vector<std::string>{} : next->second) {
            if (seen[other] == Seen::no) self(self, other);
            if (seen[other] != Seen::open || !found.empty()) continue;
            for (auto at = std::find(trail.begin(), trail.end(), other); at != trail.end(); ++at) found += *at + " -> ";
            found += other;
        }
        trail.pop_back();
        seen[file] = Seen::done;
    };
    for (const auto& [file, others] : included) {
        if (seen[file] == Seen::no) visit(visit, file);
    }
    return found;
}

/// Everything in `files` that is against `law`, one line each, beginning with the file (and line) it is about.
inline std::vector<std::string> breaches(const Law& law, const std::vector<File>& files) {
    std::vector<std::string> found;
    std::set<std::string> paths;
    for (const File& file : files) paths.insert(file.path);

    std::map<std::string, std::vector<std::string>> included;
    for (const File& file : files) {
        const auto lines = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
        if (lines > most_lines) found.push_back(file.path + ": " + std::to_string(lines) + " lines; split it by topic");
        if (!file.text.starts_with("// SPDX-License-Identifier: MIT\n")) found.push_back(file.path + ": no SPDX line");
        const bool house = of_the_house(file.path);
        if (house && !has_a_room(law, file.path)) found.push_back(file.path + ": stands in no room of rooms.txt");

        for (const Include& include : includes(file.text)) {
            const std::string where = file.path + ":" + std::to_string(include.line) + ": ";
            if (!include.own) {
                const std::string why = against_door(law, file.path, include.name);
                if (!why.empty()) found.push_back(where + why);
                continue;
            }
            if (!paths.contains(include.name)) {
                found.push_back(where + "\"" + include.name + "\" is no address from the root");
                continue;
            }
            included[file.path].push_back(include.name);
            if (!house) continue;
            const Room* from = room_of(law, file.path);
            const Room* to = room_of(law, include.name);
            if (to == nullptr) {
                found.push_back(where + include.name + " is no part of the house");
            } else if (from != nullptr && !from->may_include.contains(to->name)) {
                found.push_back(where + from->name + " may not include " + to->name);
            }
        }
    }
    if (const std::string files_round = circle(included); !files_round.empty()) {
        found.push_back("files that include each other: " + files_round);
    }
    return found;
}

}  // namespace csapath::architecture
