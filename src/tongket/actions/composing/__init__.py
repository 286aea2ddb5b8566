"""How a review is composed out of the ledger, part by part; `actions/write_review.py` puts the parts together.

`basis` says which documents a review rests on, `lines` and `totals` what the figures come to, `statements` what is
said of results, limitations and tasks, `followed` what became of the tasks set before, `drawn` what is drawn as charts,
`compared` the year before, `annexes` what stands behind, `sources` gathers every entry that is led to.
"""
