"""Review: what changed between two states of a programme, and what a sign-off covers."""
