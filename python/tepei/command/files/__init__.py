"""The files people have, each read one row at a time: CSV, Excel workbooks, JSON Lines, Parquet."""
