"""Checklists answered: evidence gathered from a programme, answers proposed, experts' answers kept beside them."""
