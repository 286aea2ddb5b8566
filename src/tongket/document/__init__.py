"""File bytes in, `Document` out: text with offsets, lines with kind and number, origin, sha256 of the bytes."""
