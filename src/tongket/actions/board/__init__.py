"""The period board: who owes which report, how it stands, and its way from hand to hand.

`board` draws the board of a year (`came`: the documents that came, `steps`: what was done with reports, `states`: how
one stands by its steps and by the day), `report_page` gives all about one report, `words` what it is called.
`take_step` takes its next step, `comment_report` says something about it, `excuse_report` excuses an org from it;
`remind` sends letters (`letters`: to whom and what, `send_reminder`: the job).

The form of an org without a computer person: `form_page` gives it out, `form_sheet` makes it an Excel file,
`form_values` reads what is typed, `filled` what comes back in a file, `send_form` takes it in and `retire` lets an
earlier one tell nothing more.
"""
