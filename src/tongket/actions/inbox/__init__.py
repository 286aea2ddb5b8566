"""The inbox: files come in, are kept as they are, and are read by jobs one after another.

In: `receive` (files that a person brings, or mail and folders: `mail`, `folder`), `batches` (what came together).
Read: `read_item` is what the job does, `aside` has the document read by a process of its own (`child`), which answers
in rows (`row_wire`); `lines` keeps how the document looks.
Out: `list_inbox` tells what came and how it stands, `whose_document` in whose inbox a document lies, `tell` lets a
person say whose report it is, `told` puts that over what was read.
"""
