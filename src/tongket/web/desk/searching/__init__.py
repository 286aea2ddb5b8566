"""Search: words in the documents that a person may see, and what they keep of their questions.

`pages.py` shows what was found and keeps questions, `marking.py` marks hits in their sentence; `urls.py` has their
addresses.
"""
