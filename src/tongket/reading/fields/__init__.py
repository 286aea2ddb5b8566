"""What a document says of itself: headline, day of publishing, author, publisher (`reader.py` first)."""
