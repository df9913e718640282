#include "geo/cap_tree.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <random>
#include <set>

using namespace atlas;

namespace {

std::vector<glm::vec3> random_points(size_t count) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal;
  std::vector<glm::vec3> points(count);
  for (glm::vec3& p : points) p = glm::normalize(glm::vec3(normal(random), normal(random), normal(random)));
  return points;
}

}  // namespace

TEST_CASE("a cap tree keeps every point once, and each node's cap holds its points", "[geo]") {
  for (const size_t count : {size_t{1}, size_t{64}, size_t{65}, size_t{1000}, size_t{20011}}) {
    const std::vector<glm::vec3> points = random_points(count);
    const CapTree tree(points);
    std::set<uint32_t> seen;
    for (size_t place = 0; place < count; ++place) {
      CHECK(tree.points()[place] == points[tree.given(place)]);
      seen.insert(tree.given(place));
    }
    CHECK(seen.size() == count);
    for (int level = 0; level < tree.levels(); ++level) {
      CHECK(tree.first(level, 0) == 0);
      size_t next = 0;
      for (size_t node = 0; node < size_t{1} << level; ++node) {
        CHECK(tree.first(level, node) == next);
        next = tree.end(level, node);
        for (size_t place = tree.first(level, node); place < next; ++place)
          CHECK(glm::distance(tree.points()[place], tree.cap(level, node).centre) <= tree.cap(level, node).reach);
      }
      CHECK(next == count);
    }
    const int last = tree.levels() - 1;
    for (size_t node = 0; node < size_t{1} << last; ++node)
      CHECK(tree.end(last, node) - tree.first(last, node) <= CapTree::kLeafPoints + 1);
  }
}

TEST_CASE("neighbours stand together: leaves of a cap tree are small", "[geo]") {
  const CapTree tree(random_points(20000));
  const int last = tree.levels() - 1;
  double sum = 0;
  for (size_t node = 0; node < size_t{1} << last; ++node) sum += tree.cap(last, node).reach;
  // A disc of 39 of 20,000 points has a reach of 0.088; cells stay within three times that on average.
  CHECK(sum / static_cast<double>(size_t{1} << last) < 0.264);
}

TEST_CASE("a cap tree of nothing has no nodes", "[geo]") {
  const CapTree tree{std::span<const glm::vec3>{}};
  CHECK(tree.levels() == 0);
  CHECK(tree.node_count() == 0);
}
