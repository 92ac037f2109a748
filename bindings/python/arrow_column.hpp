// A result's column as Python objects, for those who have no Arrow library.
#pragma once

#include <pybind11/pybind11.h>

#include "tepei/batch/arrow.hpp"

namespace tepei::python {

// Appends the values of one chunk's column to `values`: dictionary text as str, booleans, lists of text; null as None.
// `array` is one this library has made: int8 dictionaries over utf8, bool, list<utf8>.
void append_values(const ArrowSchema& schema, const ArrowArray& array, pybind11::list& values);

}  // namespace tepei::python
