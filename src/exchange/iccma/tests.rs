//! What is read, what is written, and what is said of files that nobody can understand.

use super::*;
