"""Tongket: reports in, a review out, every figure one click from its sentence.

The root stays empty: import from the room that defines a thing. `ARCHITECTURE.md` lists the rooms.
"""
