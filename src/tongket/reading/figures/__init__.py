"""Numbers that count or measure something, with bounds, kind and noun.

`reader.py` goes through the body; `digits.py` says which runs of digits may be figures, `numbers.py` is the grammar
of numbers in digits and words, `nouns.py` of what is counted; `context.py` and `scene.py` read what stands around a
number, `single.py` and `pairs.py` make the records, `words.py` those written in words, `tables.py` those in cells;
`arithmetic.py` checks sums and percents.
"""
