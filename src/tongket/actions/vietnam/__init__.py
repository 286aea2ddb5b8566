"""The administrative map of Viet Nam, before and after 2025-07-01: 63 to 34 provinces, 10,035 to 3,321 communes.

In: three files in `data/`, made by a script in `tools/` out of a source under the MIT licence (`data/NOTICE`).
Out: rows and changes of `terms/orgs.py`, in a ledger. Open first `read_map`, which reads them and tells what the
source leaves open; `import_map` puts them into the ledger. `docs/orgs.md` tells how to use the map.
"""
