"""The command line: parse what was asked, call a reader, an action or a query, show what came back.

`main.py` lists the commands and loads one only when it is asked for, so that `tongket read` starts without
Django, Ibis or DuckDB. `read.py` is the command `tongket read`: `inputs.py` finds the files, `batch.py`
spreads them over processes in order, `taking.py` is what one process does with one file (`forms.py`: what goes
in and out), `marks.py` says where each record stands, `screen.py` and `page.py` show it on a terminal and as
one HTML page (`page/`), `progress.py` says how far the work is; `read_on_spark.py` has Spark do it.

`review.py`, `why.py`, `ledger.py` (`ledger_entries.py` shows what people entered), `correct.py`, `excuse.py`,
`take_back.py`, `org.py` (`org_entries.py` shows the entries about one) and `layout.py` are the other commands;
`ledger_file.py` finds the ledger they mean.
`rollup.py` asks the roll-up (`rollup_rows.py` writes its answer in words, `rollup_files.py` into files,
`rollup_changes.py` tells what changed, `rollup_outliers.py` what stands apart).
`take_in.py` takes reports, sheets and DHIS2 files in (`sheet_screen.py` shows what a sheet is proposed to mean),
`export.py` gives figures to other programs.
`writing.py` and `writing_bytes.py` write files that are whole or not there.
`reports.py` takes in the reports of a folder, `moments.py` reads moments as people write them, `language.py` chooses
Vietnamese or English.
No rule of the trade lives here. This is the one room that may import inside functions.
"""
