#pragma once

// A stable sort for whole vectors. std::stable_sort takes five times as much code for each type and order, and the page
// carries that code.
#include <cstddef>
#include <utility>
#include <vector>

namespace atlas {

/// Law: the same order as std::stable_sort. Merges runs that double in length.
template <class T, class Less>
void sort_stably(std::vector<T>& items, Less less) {
  std::vector<T> merged;
  for (std::size_t run = 1; run < items.size(); run *= 2) {
    merged.clear();
    merged.reserve(items.size());
    for (std::size_t begin = 0; begin < items.size(); begin += 2 * run) {
      const std::size_t middle = begin + run < items.size() ? begin + run : items.size();
      const std::size_t end = middle + run < items.size() ? middle + run : items.size();
      for (std::size_t a = begin, b = middle; a < middle || b < end;) {
        const bool take_b = a == middle || (b < end && less(items[b], items[a]));
        merged.push_back(std::move(items[take_b ? b++ : a++]));
      }
    }
    items.swap(merged);
  }
}

}  // namespace atlas
