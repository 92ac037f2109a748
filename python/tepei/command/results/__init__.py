"""What is written of the answers: CSV, Excel workbooks, JSON Lines, Parquet."""
