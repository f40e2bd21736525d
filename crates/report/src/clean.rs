//! What a person typed, made fit for a printed line.

/// Longest name that is printed, in characters.
pub const LONGEST_NAME: usize = 60;

/// The text on one line, at most `most` characters: runs of white space and control characters become one space, and the
/// marks that turn the writing direction around are left out (they could make a line read as another one).
#[must_use]
pub fn one_line(text: &str, most: usize) -> String {
    let is_turning = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_space = |c: char| c.is_whitespace() || c.is_control();
    let visible: String = text.chars().filter(|c| !is_turning(*c)).collect();
    let words: Vec<&str> = visible
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let kept: String = line.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A name to print; none when nothing visible was typed.
#[must_use]
pub fn name(typed: &str) -> Option<String> {
    let name = one_line(typed, LONGEST_NAME);
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_text_stays_on_its_line() {
        assert_eq!(one_line("a\u{1b}[2J\r\n\u{202e}b\u{0}c", 20), "a [2J b c");
        assert_eq!(one_line("abcdef", 4), "abc…");
        assert_eq!(one_line("  \u{2066} ", 4), "");
        assert_eq!(name(" \n "), None);
        assert_eq!(name("שרה לוי").as_deref(), Some("שרה לוי"));
    }
}
