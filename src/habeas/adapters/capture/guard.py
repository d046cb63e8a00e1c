"""Which addresses may be asked: public ones alone, under whatever disguise another may come.

A host is resolved once; every address that it has must be public; the connection goes to the address that was checked,
so that a name which answers differently the next time (DNS rebinding) gains nothing. Each redirect is checked anew.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from habeas.errors import HabeasError

Resolver = Callable[[str, int], list[str]]
_PORTS = {"http": 80, "https": 443}
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?", re.I)
_DOTTED = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
_HERE = ("localhost", "local", "internal", "localdomain", "lan", "home", "corp", "intranet", "onion", "arpa")
_EMBEDDING = tuple(map(ipaddress.ip_network, (
    "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "::ffff:0:0/96", "fec0::/10", "2001:db8::/32",
)))  # fmt: skip
"""Networks of IPv6 that carry an address of IPv4 inside, or are not public: `is_global` lets some of them pass."""


class NotAllowed(HabeasError):
    """The address is none that may be captured: not public, disguised, or not of the web."""

    exit_code = 7


class NotAnAddress(HabeasError):
    """No web address."""

    exit_code = 2


class NotReached(HabeasError):
    """The host has no address, or did not answer."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Rules:
    """What is allowed beyond public addresses: `loopback` ports of this machine. Nothing, but in tests."""

    loopback: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Target:
    """An address that passed: what to connect to, and what to ask for there."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str


PUBLIC = Rules()


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host as the system knows them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]).partition("%")[0] for item in found))


def checked(url: str, *, rules: Rules = PUBLIC, resolver: Resolver = resolve) -> Target:
    """The address with the one IP to connect to. Raises `NotAnAddress`, `NotAllowed`, `NotReached`."""
    parts, port = _parts(url)
    host = _host(parts, url)
    _check_host(host, url)
    try:
        found = resolver(host, port)
    except (OSError, UnicodeError) as error:
        raise NotReached(f"{host} has no address.", "Check the spelling and the network.") from error
    if not found:
        raise NotReached(f"{host} has no address.", "Check the spelling and the network.")
    for ip in found:
        _check_ip(ip, port, rules, host)
    if port not in _PORTS.values() and not _is_allowed_here(found[0], port, rules):
        raise NotAllowed(f"Port {port} of {host} is none of the web's.", "Only ports 80 and 443 are asked.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts._replace(fragment="").geturl(), parts.scheme.lower(), host, port, path, found[0])


def _parts(url: str) -> tuple[SplitResult, int]:
    if len(url) > 4000 or any(c.isspace() or not c.isprintable() for c in url):
        raise NotAnAddress("This is no web address: it is too long, or holds blanks.", "Copy it from the browser anew.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotAnAddress(f"{url[:200]} is no web address.", "Copy it from the browser anew.") from error
    if parts.scheme.lower() not in _PORTS:
        cause = f"Addresses that begin with {parts.scheme[:20]}: are not captured."
        raise NotAllowed(cause, "Only http:// and https:// are.")
    if parts.username is not None or parts.password is not None:
        raise NotAllowed("The address holds a name or a password.", "Leave them out: they would be kept for ever.")
    if not parts.path.isascii() or not parts.query.isascii():
        raise NotAnAddress("The address holds letters beyond ASCII.", "Copy it from the browser, which encodes them.")
    return parts, port if port is not None else _PORTS[parts.scheme.lower()]


def _host(parts: SplitResult, url: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host:
        raise NotAnAddress(f"{url[:200]} names no host.", "Copy it from the browser anew.")
    if ":" in host:
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise NotAnAddress(f"{host[:100]} is no name of a host.", "Copy it from the browser anew.") from error


def _check_host(host: str, url: str) -> None:
    """Refuses numbers in disguise (`2130706433`, `0x7f.1`, `0177.0.0.1`, `127.1`) and names of the office's network."""
    if _NUMBERS.fullmatch(host) and not _DOTTED.fullmatch(host):
        raise NotAllowed(f"{host} is an IP address in disguise.", "Name the page by the name of its host.")
    if ":" not in host and host.rpartition(".")[2] in _HERE:
        raise NotAllowed(f"{host} is a name of this network, not of the web.", "Save the page and add the file.")


def _check_ip(text: str, port: int, rules: Rules, host: str) -> None:
    if _is_allowed_here(text, port, rules):
        return
    try:
        ip = ipaddress.ip_address(text)
    except ValueError as error:
        raise NotAllowed(f"{host} leads to {text}, which is no address.", "Check the spelling.") from error
    inside = isinstance(ip, ipaddress.IPv6Address) and any(ip in net for net in _EMBEDDING)
    if inside or not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_unspecified:
        cause = f"{host} leads to {text}, which is no public address."
        raise NotAllowed(cause, "Pages of your own network are added as saved files.")


def _is_allowed_here(ip: str, port: int, rules: Rules) -> bool:
    return port in rules.loopback and ip in ("127.0.0.1", "::1")
