"""Keep the desk itself in order.

`backup` writes ledger and accounts to one file, `restore` makes them again (`kept_tables` tells which tables,
`written_lines` how their rows are written, `put_rows` how they are put in quickly). `change_map` shows what a change
of orgs does and does it (`map_change` makes the new map), `profile_versions` compares and checks profiles, `audit`
reads the log, `health` tells how the desk is.
"""
