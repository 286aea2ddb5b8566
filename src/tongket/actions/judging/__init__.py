"""A person's word on what was read.

`records` gives the records of a document, each with what is said of it; `doubts` tells which of them are doubtful.
`judge` accepts, rejects, opens again; `accept_sure` accepts all that nothing speaks against, `undo_sure` takes that
back; `change` corrects a figure; `add_record` makes a record that was missed, `added_again` keeps it through later
readings; `comment` says something about one. `rejected` tells what does not hold any more, `open_records` counts what
is left to judge.
"""
