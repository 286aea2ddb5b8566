"""What each sentence says of the work: a result, a limitation, a task, or nothing.

`reader.py` goes through the sentences in order; `prose.py` says which are sentences of the report at all and under
what heading they stand. `traits.py` lays side by side what is to be seen of each, and `weighing.py` finds the likeliest
row of kinds of the whole text by weights that were learnt
(`docs/decisions/0012-reports-are-told-by-weights-alone.md`). Texts too short for that are told by rules: `meeting.py`
sets those sentences aside that tell of the meeting itself, `setting.py` those that only describe; `wording.py` answers
what the words of one sentence say (was it done, must it be done, was it wanting); `judge.py` puts the answers together
with what the text told before. `openings.py` knows by the first word which patterns a sentence may begin as. The lists
of cues are in `data/cues.txt`, the weights in `data/statement_weights.csv`.
"""
