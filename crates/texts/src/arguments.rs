//! Which arguments a message takes.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};

/// The names behind a dollar sign, anywhere in a message.
pub(crate) fn arguments_of(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    in_pattern(pattern, &mut names);
    names
}

fn in_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            for variant in variants {
                in_pattern(&variant.value, names);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => in_call(arguments, names),
        InlineExpression::TermReference {
            arguments: Some(arguments),
            ..
        } => in_call(arguments, names),
        _ => {}
    }
}

fn in_call(arguments: &CallArguments<&str>, names: &mut BTreeSet<String>) {
    for inline in &arguments.positional {
        in_inline(inline, names);
    }
    for named in &arguments.named {
        in_inline(&named.value, names);
    }
}
