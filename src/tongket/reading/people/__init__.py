"""Officials: persons named with a post, what posts they hold and what they do at the event.

`names.py` says where a name may stand, `posts.py` reads the posts beside it, `mentions.py` puts the two together,
`roles.py` reads the verbs around them, and `reader.py` makes one record a person of it all.
"""
