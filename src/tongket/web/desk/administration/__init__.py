"""Administration, a page a module, with `tabs` over them and what they ask in `forms`; addresses in `urls`.

`people` gives roles and invites, `orgs` shows orgs through time and changes them, `profile` edits the profile, `log`
reads the audit log, `state` tells how the desk is.
"""
