"""The inbox: bring files, see them being read, see what came and how it stands, mend what failed.

`urls.py` has the addresses, `pages.py` the list and its progress, `bringing.py` takes files, `failed.py` shows dead
letters; `shown.py` puts an item into words, `asking.py` makes a question out of the filters, `orgs.py` finds orgs by
name.
"""
