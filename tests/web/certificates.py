"""Certificates for servers of tests, made when they are needed: for this machine or for another name."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LOOPBACK = "127.0.0.1"


def make_certificate(folder: Path, address: str = LOOPBACK, days: int = 1) -> tuple[Path, Path]:
    """Make a certificate that vouches for itself; return its file and that of its key.

    Args:
        folder: Where both are written.
        address: The IP address that it is for.
        days: How long it holds from now on; below 0 it has run out.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "may-thu")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    held = folder / f"{address}.{days}.pem", folder / f"{address}.{days}.key"
    held[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    unlocked = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    held[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, form, unlocked))
    return held
