#define BOOST_TEST_MODULE tepei
#include <boost/test/unit_test.hpp>
