//! Pages, forms and static files.
