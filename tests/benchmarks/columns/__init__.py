"""`make bench-columns`: the columnar path beside what people would use instead."""
