"""Honours reported as given: `honours.py` names them, `givers.py` says who gave them, `reader.py` joins the two."""
