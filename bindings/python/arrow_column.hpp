// A result's column as Python objects, for those who have no Arrow library.
#pragma once

#include <pybind11/pybind11.h>

#include "tepei/batch/arrow.hpp"

namespace tepei::python {

// Appends the values of one chunk's column to `values`: dictionary text as str, money as
// decimal.Decimal, structs as dicts, null as None. `array` is one this library has made: int8 or int32 dictionaries
// over utf8, utf8, bool, int32, decimal128(38, 2), lists and structs of them.
void append_values(const ArrowSchema& schema, const ArrowArray& array, pybind11::list& values);

}  // namespace tepei::python
