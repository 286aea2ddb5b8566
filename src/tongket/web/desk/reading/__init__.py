"""Reading beside the text: left the document as it looks, right what was read in it, to accept, reject, change, add.

`urls.py` has the addresses, `whose.py` says whom a document is asked of. `page.py` shows the document, cut into
`parts.py` so that none is long; `markup.py` writes its lines with the marks of records, `shown.py` puts records into
words, `card.py` gives one of them anew. `verdicts.py` takes a person's word, `changing.py` changes a figure,
`adding.py` makes a record that was missed, `telling.py` says whose report it is, `figure_form.py` reads what is typed
of a figure; `files.py` gives the original and pictures of its pages.
"""
