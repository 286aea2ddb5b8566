"""The period board: who owes which report, how it stands, and its way from hand to hand.

`board` draws the board of a year (`came`: the documents that came, `steps`: what was done with reports, `states`: how
one stands by its steps and by the day), `report_page` gives all about one report, `words` what it is called.
`take_step` takes its next step, `comment_report` says something about it.
"""
