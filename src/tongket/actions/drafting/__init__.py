"""The review as people write it: drafted from the roll-up, edited with its figures as links, settled, published.

`draft_text.py` is the text of a paragraph with its links, `draft_form.py` a draft as it is kept; `drafts.py` finds
drafts and how far they are. `start_draft.py` composes the first version, `edit_draft.py` adds one,
`settle_draft.py` approves, locks, publishes and reopens, `comment_draft.py` says something to a paragraph.
`drafted_review.py` puts a draft into the official layout, `fresh_figures.py` finds figures that have changed since,
`linkable.py` those that can be put in; `draft_differences.py` tells two versions apart; `review_file.py` gives one as a
file, `pdf.py` makes a PDF of the Word file.
"""
