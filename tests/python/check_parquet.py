"""Reads the Parquet file with pyarrow: the same nights as the CSV, with a type for every column."""

import csv
import io
import os
import subprocess
import tempfile

import pyarrow as pa
import pyarrow.parquet as parquet

SOLEUS = os.environ["SOLEUS_BIN"]
ENV = {**os.environ, "SOLEUS_NOW": "2026-06-01T18:00:00+02:00"}


def soleus(*args, data):
    return subprocess.run([SOLEUS, *args], check=True, capture_output=True, text=True, env={**ENV, "SOLEUS_DATA": data}).stdout


with tempfile.TemporaryDirectory() as work:
    diary = os.path.join(work, "diary")
    table = os.path.join(work, "table.csv")
    with open(table, "w") as out:
        out.write("date,cramps,pain,alcohol,dehydration\n")
        for day in range(1, 29):
            out.write(f"2026-05-{day:02},{day % 3 if day % 5 else ''},{day % 11},{day % 4 / 2},{day % 2}\n")
    soleus("import", table, data=diary)
    soleus("cramp", "--at", "2026-05-30T03:12", data=diary)
    file = os.path.join(work, "nights.parquet")
    soleus("export", "parquet", "--out", file, data=diary)
    read = parquet.read_table(file)
    rows = list(csv.DictReader(io.StringIO(soleus("export", "nights", data=diary))))

assert read.schema.field("date").type == pa.date32()
assert read.schema.field("cramps").type == pa.uint32()
assert read.schema.field("alcohol").type == pa.float64()
assert read.schema.field("dehydration").type == pa.bool_()
assert read.num_rows == len(rows) > 28 and read.column_names == list(rows[0])


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)


for row, same in zip(read.to_pylist(), rows):
    assert {name: cell(value) for name, value in row.items()} == same, (row, same)
print(f"{read.num_rows} nights in {read.num_columns} columns, the same as in the CSV")
