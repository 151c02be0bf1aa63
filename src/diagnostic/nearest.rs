//! "Did you mean": the known word that is nearest to a misspelt one.
