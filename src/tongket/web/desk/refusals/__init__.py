"""Why something was not done, in the language that is being spoken.

Actions say it in Vietnamese, in a sentence around what was asked. `spoken.py` finds the sentence in the catalogue in
`locale/`, where `{}` stands for what was put into it, and says the English one around the same.
"""
