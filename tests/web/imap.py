"""A mail server for tests, on loopback: the part of IMAP4rev1 (RFC 3501) that looking for unread letters needs."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import ClassVar


class MailServer(socketserver.ThreadingTCPServer):
    """Letters by number from 1, and which of them are read."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(
        self,
        *letters: bytes,
        password: str = "mat-khau",  # noqa: S107 - of a test
        certificate: tuple[Path, Path] | None = None,
    ) -> None:
        """Hold some letters, none of them read; with a certificate and its key, over TLS only."""
        super().__init__(("127.0.0.1", 0), _Session)
        self.tls = certificate is not None
        if certificate is not None:
            context = SSLContext(PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            # Each line shakes hands in its own thread: one that does not trust us holds up nobody.
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.letters = dict(enumerate(letters, 1))
        self.seen: set[int] = set()
        self.asked: list[bytes] = []
        self.password = password

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who hang up: a client that does not trust the certificate."""

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


@contextmanager
def serving(server: MailServer) -> Iterator[MailServer]:
    """Let a server answer until the end of a test."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


class _Session(socketserver.StreamRequestHandler):
    server: MailServer
    _LITERAL: ClassVar = re.compile(rb"\{(\d+)\}\r\n$")

    def handle(self) -> None:
        self._say(b"* OK ready")
        while line := self.rfile.readline():
            while literal := self._LITERAL.search(line):
                self._say(b"+ go on")
                line = line[: literal.start()] + self.rfile.read(int(literal[1])) + self.rfile.readline()
            self.server.asked.append(line)
            tag, _, command = line.strip().partition(b" ")
            self._answer(command)
            self._say(tag + (b" NO refused" if self._refused else b" OK done"))
            if command.upper().startswith(b"LOGOUT"):
                return

    _refused = False

    def _answer(self, command: bytes) -> None:
        words, self._refused = command.upper().split(), False
        if words[0] == b"CAPABILITY":
            self._say(b"* CAPABILITY IMAP4rev1")
        elif words[0] == b"LOGIN":
            self._refused = self.server.password.encode() not in command
        elif words[0] in (b"SELECT", b"EXAMINE"):
            self._say(b"* %d EXISTS" % len(self.server.letters))
        elif words[:2] == [b"UID", b"SEARCH"]:
            unread = sorted(self.server.letters.keys() - self.server.seen)
            self._say(b"* SEARCH " + b" ".join(b"%d" % number for number in unread))
        elif words[:2] == [b"UID", b"FETCH"]:
            number = int(words[2])
            letter = self.server.letters[number]
            head = b"* %d FETCH (UID %d FLAGS () RFC822.SIZE %d BODY[] {%d}\r\n"
            self.wfile.write(head % (number, number, len(letter), len(letter)) + letter + b")\r\n")
        elif words[:2] == [b"UID", b"STORE"]:
            self.server.seen |= {int(number) for number in words[2].split(b",")}

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")
