"""Administration, a page a module, with `tabs` over them and what they ask in `forms`; addresses in `urls`.

`people` gives roles and invites.
"""
