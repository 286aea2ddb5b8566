"""Reviews: drafted from the roll-up, edited with figures as links, settled and published.

`listing.py` lists reviews and starts one, `draft_page.py` shows a draft and edits it, `history.py` its versions,
`settling.py` takes steps and comments, `files.py` gives Word, PDF and a page, `sources.py` the way back of a figure,
`shown.py` makes paragraphs ready to be shown; `urls.py` has the addresses.
"""
