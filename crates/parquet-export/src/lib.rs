//! The table of nights as Parquet, with a type for every column, for R, Python and everything else that reads columns.
//!
//! A crate of its own, outside the default build: Arrow and Parquet are many times the size of the rest.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Date32Array, Float64Array, RecordBatch, UInt32Array};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use exchange::export::nights::{NightTable, Values};
use jiff::civil::{Date, date};
use parquet::arrow::ArrowWriter;
use parquet::errors::ParquetError;

/// Day 0 of Arrow's dates.
const EPOCH: Date = date(1970, 1, 1);

/// Writes the table. The same table gives the same bytes.
///
/// # Errors
/// [`ParquetError`]; never for a table of [`exchange::export::nights::table`], but the library can fail in general.
pub fn write(table: &NightTable) -> Result<Vec<u8>, ParquetError> {
    let batch = batch(table)?;
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None)?;
    writer.write(&batch)?;
    writer.into_inner()
}

fn batch(table: &NightTable) -> Result<RecordBatch, ArrowError> {
    let days = table.dates.iter().map(|date| (*date - EPOCH).get_days());
    let mut fields = vec![Field::new("date", DataType::Date32, false)];
    let mut arrays: Vec<ArrayRef> = vec![Arc::new(Date32Array::from_iter_values(days))];
    for column in &table.columns {
        let array: ArrayRef = match &column.values {
            Values::Whole(values) => Arc::new(UInt32Array::from(values.clone())),
            Values::Amounts(values) => Arc::new(Float64Array::from(values.clone())),
            Values::YesNo(values) => Arc::new(BooleanArray::from(values.clone())),
        };
        fields.push(Field::new(&column.name, array.data_type().clone(), true));
        arrays.push(array);
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, Float64Type, UInt32Type};
    use exchange::export::nights::Column;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    #[test]
    fn what_is_written_is_read_back_with_its_types_and_its_gaps() {
        let column = |name: &str, values| Column {
            name: name.to_owned(),
            values,
        };
        let table = NightTable {
            dates: vec![date(1969, 12, 31), date(2026, 5, 3)],
            columns: vec![
                column("cramps", Values::Whole(vec![Some(0), None])),
                column("alcohol", Values::Amounts(vec![None, Some(1.5)])),
                column("prolonged_sitting", Values::YesNo(vec![Some(true), None])),
            ],
        };
        let bytes = write(&table).expect("a file");
        assert_eq!(write(&table).expect("a file"), bytes, "the same bytes");
        let reader = ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(bytes))
            .and_then(ParquetRecordBatchReaderBuilder::build)
            .expect("readable");
        let batches: Vec<RecordBatch> = reader.collect::<Result<_, _>>().expect("batches");
        let [batch] = batches.as_slice() else {
            panic!("one batch")
        };
        let dates = batch.column(0).as_primitive::<Date32Type>();
        assert_eq!(dates.values().to_vec(), [-1, 20_576]);
        let cramps = batch.column(1).as_primitive::<UInt32Type>();
        assert_eq!(cramps.iter().collect::<Vec<_>>(), [Some(0), None]);
        let alcohol = batch.column(2).as_primitive::<Float64Type>();
        assert_eq!(alcohol.iter().collect::<Vec<_>>(), [None, Some(1.5)]);
        let sitting = batch.column(3).as_boolean();
        assert_eq!(sitting.iter().collect::<Vec<_>>(), [Some(true), None]);
    }

    #[test]
    fn an_empty_table_is_a_file_too() {
        let table = exchange::export::nights::table(&[]);
        assert!(write(&table).expect("a file").starts_with(b"PAR1"));
    }
}
