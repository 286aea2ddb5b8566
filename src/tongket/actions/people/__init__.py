"""Who may do what at the desk.

`office` knows the profile and where orgs stand to one another, `gate` decides (`terms/roles.py` has the rules) and
enters what a person did with its line in the audit log; `grants` gives roles, `accounts` makes what a person
signs in with, `keep_profile` keeps the profile. `invitations` is the way to an account, `tokens` lets programs act for
people, `block` keeps an account out, `list_people` tells who acts for whom.
`whose` tells whose an entry is.
"""
