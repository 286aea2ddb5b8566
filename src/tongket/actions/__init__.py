"""Every change of a ledger, one verb a file, and what is read out of it for a person.

The line of a review, in order: `open_ledger`, `take_in` (files to entries), `attribute` (whose, when, which
indicator), `write_review` (entries to review, put together in `composing/`; `as_known` finds by which profile an
earlier one was made). `entries` and `document_places` make the rows of a reading; `read_profile` reads the profile's
file. What is read out: `explain` gives the way back of a figure, `list_documents` tells what is in the ledger,
`list_reviews` which reviews were written, `list_mappings` which mappings of sheets were accepted, `summarise` gives a
review to programs.
What people say of it: `correct` a figure, `excuse` an org from a report, `take_back` either; `corrected` puts the
corrections that hold in their places. `own_work` adds what an org did itself to what those below it told.
Orgs: `org_chart` finds them by name and tells their story, `map_entries` lists the entries that tell of one,
`vietnam/` brings the administrative map of the country, `hang_on_map` gives a profile its part of the map with the
bodies that report for it.

Questions beside a review: `roll_up` asks what a ledger holds, as it was and as it is, down to the figures;
`compare_periods` divides a change into map and work, `find_outliers` points out what stands apart (`rolling/` draws the
tables out of the ledger).

Figures that come as tables: `take_in_table` proposes and accepts what a sheet means (`sheet_rows` makes its rows,
`tables_again` makes them anew for a newer reader, `attribute_tables` says what they are by a profile); `dhis2/` is the
exchange with a DHIS2.

The desk: `open_desk` makes a ledger ready for it, `now` is its clock, `todays_work` is what waits for a person,
`handed_out` a file that leaves it.
`people/` decides who may do what; `inbox/` takes files in, `judging/` keeps what people say of what was read, `jobs/`
is what runs beside the pages; `board/` is who owes what and how it stands, `register/` directives, tasks and
limitations; `pivoting/` lays a roll-up out, `deciding/` is what a person says of its conflicts and misfits; `drafting/`
is the review as people write it, `searching/` finds words in every document, `keeping/` backs the desk up and restores
it.

Apart from the line: `reading_on_spark` reads a corpus into tables on many machines (`read_paths` is what each does).
"""
