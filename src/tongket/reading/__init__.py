"""`Document` in, `Reading` out: what was understood of one document, every record with its span, and the findings.

No disk, clock, network or database: the same text gives the same reading on any machine. Word lists and patterns
are data files under `data/`. Open `reader.py` first: it names the steps in their order. Each step is a package with
a map of its own: `furniture/` (which lines are the article), `fields/`, `directives/`, `events/`, `people/`,
`figures/`, `awards/`, `statements/`; then `doubts.py` says what a person should look at.

What every step is given is in `page.py`. `keyed.py` says why one pattern meets every way of writing a word,
`ascii_image.py` what RE2 runs on, `cues.py` finds all cue words in one pass, `sentences.py` says where a sentence
ends, `language.py` whether the text is Vietnamese at all, `spans.py` makes spans of pairs;
`letters.py`, `abbreviations.py`, `places.py`, `org_names.py` and `period_words.py` know the letters, short forms,
provinces, orgs and periods that several steps meet. A reading is written by `form.py` (JSON, there and back) and
`arrow.py` (tables).

Beyond the format, with the profile beside the reading: `attribution.py` says whose report it is and for which period
(`attribution_org.py`, `attribution_period.py`, `attribution_page.py`), `indicators.py` what its figures count
(`figure_reasons.py`, `figure_parts.py`), `scopes.py` whose work they tell, `percent_bases.py` what a percent is of,
`likeness.py` which sentences say the same thing, `evidence.py` how far one shows that a directive was carried out;
`sheets/` reads figures that come in as tables.
"""

from tongket.reading.reader import READER, read

__all__ = ["READER", "read"]
