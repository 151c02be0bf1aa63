//! Known answers and laws.
