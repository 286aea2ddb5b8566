"""What a document says of itself: headline, day of publishing, author, publisher.

`reader.py` gives all four; `bylines.py`, `dates.py` and `publisher.py` find them on a page of a site, `letter.py` in
the letterhead of a written report.
"""
