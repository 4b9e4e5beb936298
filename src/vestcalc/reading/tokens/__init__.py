"""Words and numbers: the lexicon of kinds, and the lexer that turns cleaned text into nodes."""
