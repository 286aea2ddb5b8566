"""Keep the desk itself in order.

`backup` writes ledger and accounts to one file, `restore` makes them again (`kept_tables` tells which tables and how
their values are written).
"""
