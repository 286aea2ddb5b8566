"""Search: the words of every document and of what was read in it, with marks and without, in either habit of tones.

`words.py` cuts and folds texts and reads what a person typed, `passages.py` makes the passages of a reading,
`index_again.py` puts them into the index as documents come in and makes it anew, `search.py` asks it for somebody, and
`saved.py` keeps questions.
"""
