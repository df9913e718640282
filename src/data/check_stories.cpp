// Reads and checks stories/*.json. Faults name the line on which the step begins and the member that is wrong.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "data/check_steps.h"
#include "data/counting_iterator.h"

namespace atlas {
namespace {

using Json = nlohmann::ordered_json;  // as the report: one reader in the program

constexpr int kMaxDepth = 8;  // root, steps, step, text: 4

/// A null, and a fault with the line, if the text isn't one JSON object. `step_lines`: where the objects in "steps"
/// begin, in order.
Json parse(const std::string& file, const std::string& text, Faults& faults, std::vector<int>& step_lines) {
  int line = 1;
  bool too_deep = false;
  std::string key;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
    too_deep = too_deep || depth > kMaxDepth;
    if (event == Json::parse_event_t::key && depth == 1) key = value.get<std::string>();
    if (event == Json::parse_event_t::object_start && depth == 2 && key == "steps") step_lines.push_back(line);
    return !too_deep;
  };
  const CountingIterator begin{text.data(), &line}, end{text.data() + text.size(), &line};
  Json json = Json::parse(begin, end, watch, false);
  if (too_deep) {
    faults.push_back({file, line, {}, "is nested too deep for a story", {}});
  } else if (!is_valid_utf8(text)) {
    faults.push_back({file, 0, {}, "broken UTF-8", {}});
  } else if (!json.is_object()) {
    faults.push_back({file, line, {}, "is not a JSON object", {}});
  } else {
    return json;
  }
  return nullptr;
}

/// The members of one object, each asked for by name.
class Members {
 public:
  Members(CheckContext& c, RowHead head, const Json& json, std::string path)
      : c_(c), head_(std::move(head)), json_(json), path_(std::move(path)) {
    if (!json_.is_object()) fault("", "is not an object", "");
  }

  const RowHead& head() const { return head_; }
  void name(std::string id) { head_.id = std::move(id); }
  std::string path(std::string_view member) const {
    return path_ + (path_.empty() || member.empty() ? "" : ".") + std::string(member);
  }
  void fault(std::string_view member, std::string what, std::string value) {
    c_.fault(head_, path(member), std::move(what), std::move(value));
  }

  std::string text(const char* member) {
    const Json* value = find(member);
    if (value == nullptr) return {};
    if (!value->is_string() || value->get_ref<const std::string&>().empty()) {
      fault(member, "is not a text", value->dump());
      return {};
    }
    return value->get<std::string>();
  }
  std::string id(const char* member) {
    std::string word = text(member);
    if (!word.empty() && !is_id(word)) fault(member, "is not an id (a-z, 0-9 and - only)", word);
    return word;
  }
  Text both(const char* member) {
    const Json* value = find(member);
    if (value == nullptr) return {};
    Members languages(c_, head_, *value, path(member));
    Text text;
    text.en = languages.text("en");
    text.ru = languages.text("ru");
    return text;
  }
  const Json& list(const char* member) {
    static const Json kNothing = Json::array();
    const Json* value = find(member);
    if (value == nullptr) return kNothing;
    if (value->is_array()) return *value;
    fault(member, "is not a list", value->dump());
    return kNothing;
  }

 private:
  const Json* find(const char* member) {
    if (!json_.is_object()) return nullptr;
    const auto found = json_.find(member);
    if (found != json_.end()) return &*found;
    fault(member, "is missing", "");
    return nullptr;
  }

  CheckContext& c_;
  RowHead head_;
  const Json& json_;
  std::string path_;
};

std::vector<ClaimIx> claims_of(CheckContext& c, Members& step) {
  std::vector<ClaimIx> claims;
  for (const Json& id : step.list("claims")) {
    const auto found = std::find_if(c.data.claims.begin(), c.data.claims.end(),
                                    [&](const Claim& claim) { return id.is_string() && id == claim.id; });
    if (found != c.data.claims.end())
      claims.emplace_back(static_cast<size_t>(found - c.data.claims.begin()));
    else
      step.fault("claims", "unknown claim", id.is_string() ? id.get<std::string>() : id.dump());
  }
  return claims;
}

template <class Item>
bool has_id(const std::vector<Item>& items, const std::string& id) {
  return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
}

StoryStep step_of(CheckContext& c, const Story& story, const RowHead& head, const Json& json) {
  Members members(c, head, json, "steps");
  StoryStep step;
  step.line = head.line;
  step.id = members.id("id");
  if (has_id(story.steps, step.id)) members.fault("id", "is already the id of another step", step.id);
  step.chapter = members.id("chapter");
  if (!step.chapter.empty() && !has_id(story.chapters, step.chapter))
    members.fault("chapter", "is no chapter of this story", step.chapter);
  step.link = members.text("state");
  step.title = members.both("title");
  step.text = members.both("text");
  step.claims = claims_of(c, members);
  return step;
}

Story story_of(CheckContext& c, const std::string& file, const Json& json, const std::vector<int>& step_lines) {
  Members members(c, RowHead{file, 1, {}, {}, false}, json, "");
  Story story;
  story.file = file;
  story.id = members.id("id");
  if (const std::string expected = std::string(kStoryPrefix) + story.id + ".json";
      !story.id.empty() && file != expected)
    members.fault("id", "is not the file's name", story.id);
  members.name(story.id);
  c.take_id(members.head());
  story.title = members.both("title");
  story.summary = members.both("summary");
  story.source = c.source(members.head(), members.text("source_id"));
  for (const Json& chapter : members.list("chapters")) {
    Members inside(c, members.head(), chapter, "chapters");
    story.chapters.push_back({inside.id("id"), inside.both("title")});
  }
  const Json& steps = members.list("steps");
  if (steps.empty()) members.fault("steps", "is empty", "");
  size_t next_line = 0;
  for (const Json& step : steps) {
    const bool counted = step.is_object() && next_line < step_lines.size();
    const RowHead head{file, counted ? step_lines[next_line++] : 1, {}, {}, false};
    story.steps.push_back(step_of(c, story, head, step));
  }
  return story;
}

}  // namespace

void check_stories(CheckContext& c, const DataFiles& files) {
  for (const auto& [name, text] : files.text_by_name) {
    if (!name.starts_with(kStoryPrefix)) continue;
    std::vector<int> step_lines;
    const Json json = parse(name, text, c.faults, step_lines);
    if (json.is_object()) c.data.stories.push_back(story_of(c, name, json, step_lines));
  }
}

}  // namespace atlas
