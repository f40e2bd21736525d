//! Apple Health's `export.xml`, event by event in constant memory.
//!
//! The shape is the one that the file's own DOCTYPE declares (HealthKit Export Version 11 to 14): `HealthData` with
//! `Record`, `Workout`, `Correlation` .. as children, times as `2026-10-03 18:31:00 +0200`. Records inside a correlation
//! stand at the top as well. Types: developer.apple.com/documentation/healthkit/data_types.

mod ration;
mod record;

use std::io::BufRead;

use diary::Zone;
use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::Event;

use super::measures::Measures;
use super::reading::{Format, Reading};
use super::{ImportError, Watch};
use ration::{Rationed, TooLong};

/// Deepest nesting of an honest export is 4.
const DEEPEST: usize = 32;
/// Events between two reports of progress.
const EVENTS_A_REPORT: u64 = 4_096;

/// Reads an export of about `bytes` bytes.
pub(super) fn read(
    source: impl BufRead,
    bytes: u64,
    zone: &Zone,
    watch: Watch<'_>,
) -> Result<Reading, ImportError> {
    let mut reader = Reader::from_reader(Rationed::new(source));
    reader.config_mut().check_end_names = true;
    let mut measures = Measures::new(zone);
    let mut buffer = Vec::new();
    let (mut depth, mut events, mut is_whole, mut is_health) = (0_usize, 0_u64, false, false);
    loop {
        buffer.clear();
        reader.get_mut().refill();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(error) => return Err(refusal(error, reader.get_ref())),
        };
        let line = reader.get_ref().line();
        events += 1;
        if events.is_multiple_of(EVENTS_A_REPORT) {
            watch(reader.get_ref().consumed() as f64 / bytes.max(1) as f64);
        }
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    if tag.name().0 != "HealthData" {
                        return Err(ImportError::NotHealthData {
                            found: crate::text::shown(tag.name().0),
                        });
                    }
                    is_health = true;
                } else if depth == 1 {
                    record::take(&tag, line, &mut measures);
                }
                depth += 1;
                if depth > DEEPEST {
                    return Err(ImportError::XmlTooDeep { line });
                }
            }
            Event::Empty(tag) if depth == 1 => record::take(&tag, line, &mut measures),
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                is_whole |= depth == 0;
            }
            Event::DocType(text) if text.contains("<!ENTITY") => {
                return Err(ImportError::XmlEntities { line });
            }
            Event::Eof if is_whole && is_health => break,
            Event::Eof if is_health => return Err(ImportError::XmlCutShort { line }),
            Event::Eof => {
                return Err(ImportError::NotHealthData {
                    found: String::new(),
                });
            }
            _ => {}
        }
    }
    measures.notes.push(
        "A day lasts until 4 in the morning, a night from noon to noon, in the time zone of your diary."
            .to_owned(),
    );
    measures.finish(Format::AppleHealth)
}

/// What the XML library says, for people.
fn refusal<R>(error: Error, source: &Rationed<R>) -> ImportError {
    let line = source.line();
    match error {
        Error::Io(io) => {
            let is_too_long = io.get_ref().is_some_and(|inner| inner.is::<TooLong>());
            if is_too_long {
                ImportError::XmlTooLong { line }
            } else {
                ImportError::Unreadable {
                    line,
                    why: io.to_string(),
                }
            }
        }
        Error::Encoding(_) => ImportError::XmlEncoding { line },
        Error::IllFormed(IllFormedError::MissingEndTag(_)) => ImportError::XmlCutShort { line },
        Error::Syntax(_) if source.is_at_end() => ImportError::XmlCutShort { line },
        other => ImportError::XmlDamaged {
            line,
            why: other.to_string(),
        },
    }
}
