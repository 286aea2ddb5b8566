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

Apart from the line: `reading_on_spark` reads a corpus into tables on many machines (`read_paths` is what each does).
"""
