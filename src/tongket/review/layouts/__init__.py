"""The layouts that come with the software, and what a layout may name. A layout is a Word file that users edit.

`party.docx` follows Hướng dẫn 36-HD/VPTW, `state.docx` Nghị định 30/2020/NĐ-CP. They are made by `make.py`
(`python -m tongket.review.layouts.make`), which a test repeats: change the builder, not the shipped files.
`norm.py` says what the norms ask; `heads.py`, `compared.py`, `annexes.py` and `styles.py` are the parts, which
`wordml.py` writes.
A user copies one, edits it in Word or LibreOffice, and names it to `tongket review` as the layout.

Tags are those of docxtpl. `{{ name }}` puts a text, `{{r name }}` words with links or emphasis; `{%p … %}` is a
paragraph, `{%tr … %}` a table row, `{%tc … %}` a cell that steers and vanishes. Names:

- heading: `parent_body`, `issuing_body`, `number_line`, `date_line`, `subject`, `authority`, `signer_post`,
  `signer`, `recipients` (list); also `org`, `period`, `title`;
- body: `opening` (list, each `{{r}}`), `coverage`, `themes` (each `title`, `paragraphs` of `{{r}}`, `charts`; a chart
  has `title` and `image`), `comparison` (absent without a year before: `before`, `map_changed`, `note`, `chart`,
  `lines` with `indicator`, `measure`, `then` `{{r}}`, `then_now` `{{r}}`, `now` `{{r}}`, `change`, `by_map`),
  `limitations` (each `runs` and `came_back`, both `{{r}}`), `tasks` (the same), `basis`;
- annexes: `annexes.NAME` (`number`, `title`; absent where its list is empty), and the lists `figures` (each `title`,
  `columns` with `indicator` and `measure`, `rows` with `org` and `cells` of `{{r}}`, `totals` of `{{r}}`, `rests`;
  a table in the style *Bảng số liệu* gets even columns), `followed` (`task`, `whose`, `told` `{{r}}`),
  `directives` (`key`, `title`, `issued`, `orgs`), `events` (`date`, `kind`, `held`, `org`), `awards` (`honour`,
  `grantor`, `org`), `doubts` (`code`, `message`, `about`), `loose_figures` (`text`, `org`, `sentence` `{{r}}`),
  `unread` (`name`, `why`); those between `figures` and `unread` have `sources` `{{r}}`;
- sources: `totals` (each `place` `{{r}}`, `id`, `label`, `text`, `rests`, `parts` `{{r}}`, `missing`, `own` `{{r}}`,
  `note`), `documents` (each `name`, `whose`, `sources` of `place` `{{r}}`, `where`, `sentence` `{{r}}`, `id`).

`place` carries the bookmark that links arrive at: a layout that drops it has links that lead nowhere.
Looks of marked words are the character styles *Số liệu*, *Mã nguồn*, *Trích đậm*.
"""
