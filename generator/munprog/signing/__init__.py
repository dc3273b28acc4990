"""Sign-offs: who has signed which content, with which key, by whose word; whether that makes documents final."""
