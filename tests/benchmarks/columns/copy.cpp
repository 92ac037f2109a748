// The yardstick: how long the machine takes to read the same bytes and write them elsewhere.
#include <cstring>
#include <thread>
#include <vector>

#include "comparators.hpp"

namespace {

// The part of every buffer that is this thread's.
void copy_part(const TepeiBenchBuffer* buffers, std::size_t count, unsigned char* into, unsigned part, unsigned parts) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = buffers[i].size * part / parts;
    const std::size_t end = buffers[i].size * (part + 1) / parts;
    std::memcpy(into + begin, static_cast<const unsigned char*>(buffers[i].bytes) + begin, end - begin);
    into += buffers[i].size;
  }
}

}  // namespace

void tepei_bench_copy(const TepeiBenchBuffer* buffers, std::size_t count, unsigned char* into, unsigned threads) {
  std::vector<std::thread> others;
  for (unsigned part = 1; part < threads; ++part) others.emplace_back(copy_part, buffers, count, into, part, threads);
  copy_part(buffers, count, into, 0, threads);
  for (std::thread& other : others) other.join();
}
