"""The office's own certificate authority: makes and renews what `habeas serve --team` shows to browsers.

Browsers trust it once, from a file whose fingerprint a person compares. It can vouch for the named hosts and for
nothing else (name constraints, RFC 5280 section 4.2.1.10), so that whoever steals its key cannot stand before a bank.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from habeas.errors import HabeasError

FOLDER = "tls"
AUTHORITY_LASTS = timedelta(days=5 * 365)
SERVER_LASTS = timedelta(days=397)
"""Apple and Chromium refuse longer ones from authorities that they ship; the same measure holds here."""
RENEW_BEFORE = timedelta(days=30)
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_EVERYWHERE = (ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("::/0"))
_NOWHERE = x509.DNSName("none.invalid")  # permitting this alone permits no real name (RFC 6761)


class HostRefused(HabeasError):
    """What was given is not the name or address of a host."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Certificates:
    """What a server needs, and what a person compares. `made` tells that browsers do not trust the authority yet."""

    authority: Path
    certificate: Path
    key: Path
    fingerprint: str
    ends: datetime
    made: bool


def checked_hosts(hosts: Sequence[str]) -> tuple[str, ...]:
    """The names and addresses in lower case, each once, in the order given. Raises `HostRefused`."""
    return tuple(dict.fromkeys(_checked(host.strip().lower().rstrip(".")) for host in hosts))


def certificates(folder: Path, hosts: Sequence[str], *, office: str, now: datetime) -> Certificates:
    """The certificates for `hosts` (checked), kept in `folder`/tls. What is missing, ends soon or names other hosts is
    made.

    Other hosts make another authority, which every browser has to trust anew: the old one could not vouch for them.
    """
    kept = folder / FOLDER
    kept.mkdir(mode=0o700, exist_ok=True)
    signed = _load(kept / "authority.pem", kept / "authority.key")
    fresh = signed is None or _ends_soon(signed[0], now) or _vouches_for(signed[0]) != frozenset(hosts)
    if fresh:
        signed = _authority(hosts, office, now)
        _write(kept / "authority", *signed)
    assert signed is not None
    server = None if fresh else _load(kept / "server.pem", kept / "server.key")
    if server is None or _ends_soon(server[0], now):
        server = _server(hosts, signed, now)
        _write(kept / "server", *server)
    paths = (kept / "authority.pem", kept / "server.pem", kept / "server.key")
    return Certificates(*paths, fingerprint_of(signed[0]), server[0].not_valid_after_utc, fresh)


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 in pairs of capital letters, as browsers print it."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def _checked(host: str) -> str:
    if _address(host) is not None:
        return host
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise HostRefused(
            f"{host or 'Nothing'} is not the name of a host.",
            "Give what colleagues type between https:// and the port, without either: --host lists.office.example.",
        )
    return host


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


Signed = tuple[x509.Certificate, ec.EllipticCurvePrivateKey]


def _load(certificate: Path, key: Path) -> Signed | None:
    if not (certificate.exists() and key.exists()):
        return None
    secret = serialization.load_pem_private_key(key.read_bytes(), None)
    assert isinstance(secret, ec.EllipticCurvePrivateKey)
    return x509.load_pem_x509_certificate(certificate.read_bytes()), secret


def _ends_soon(certificate: x509.Certificate, now: datetime) -> bool:
    return certificate.not_valid_after_utc - now < RENEW_BEFORE


def _vouches_for(authority: x509.Certificate) -> frozenset[str]:
    permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    named = {str(n.value.network_address) if isinstance(n, x509.IPAddress) else n.value for n in permitted}
    return frozenset(named - {_NOWHERE.value})


def _authority(hosts: Sequence[str], office: str, now: datetime) -> Signed:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Habeas of {office}"[:64])
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)  # signs certificates and lists
    made = (
        _begun(name, name, key, now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(_constraints(hosts), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return made.sign(key, hashes.SHA256()), key


def _server(hosts: Sequence[str], signed: Signed, now: datetime) -> Signed:
    authority, secret = signed
    key = ec.generate_private_key(ec.SECP256R1())
    lasts = min(SERVER_LASTS, authority.not_valid_after_utc - now)
    names = [x509.IPAddress(a) if (a := _address(host)) else x509.DNSName(host) for host in hosts]
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(secret.public_key())
    made = (
        _begun(_name("Habeas desk"), authority.subject, key, now, lasts)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(issuer, critical=False)
    )
    return made.sign(secret, hashes.SHA256()), key


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    begun = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    begun = begun.serial_number(x509.random_serial_number())
    # An hour back: the clocks of an office do not agree to the second.
    return begun.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + lasts)


def _constraints(hosts: Sequence[str]) -> x509.NameConstraints:
    addresses = [x509.IPAddress(ipaddress.ip_network(a)) for host in hosts if (a := _address(host))]
    names = [x509.DNSName(host) for host in hosts if _address(host) is None]
    # A kind of name that is not mentioned would be free: names of the other kind are shut out by word.
    excluded = None if addresses else [x509.IPAddress(net) for net in _EVERYWHERE]
    return x509.NameConstraints([*(names or [_NOWHERE]), *addresses], excluded)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _write(stem: Path, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
    """The key first, for its owner alone; each file whole or not at all."""
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    for path, content in (
        (stem.with_suffix(".key"), private),
        (stem.with_suffix(".pem"), certificate.public_bytes(serialization.Encoding.PEM)),
    ):
        partial = path.with_suffix(".new")
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        partial.replace(path)
