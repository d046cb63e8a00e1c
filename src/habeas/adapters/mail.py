"""Mail through one SMTP server that the office names. Nothing is sent unless its settings are there."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Literal

from habeas.errors import HabeasError

Security = Literal["tls", "starttls", "none"]
_HERE = ("localhost", "127.0.0.1", "::1")
_NOBODY = "localhost"
"""How this machine greets the server: its real name is nobody's business, and asking for it may ask the network."""
SECONDS = 30


class NotSent(HabeasError):
    """The server could not be reached, or it refused the mail."""


class NotSafe(HabeasError):
    """The settings would send names or a password over the network in the clear."""

    exit_code = 7


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Where mail is handed in, as whom, and for whom. `password` never stands in a file of the workspace.

    `security` is `tls` (from the first byte), `starttls`, or `none`, which is refused for any other machine than this.
    """

    host: str
    port: int
    sender: str
    to: tuple[str, ...]
    security: Security = "starttls"
    user: str | None = None
    password: str | None = None

    def __post_init__(self) -> None:
        if self.security == "none" and self.host not in _HERE:
            raise NotSafe(f"Mail to {self.host} would go in the clear.", 'Set security = "starttls" or "tls".')


def send(
    settings: MailSettings, *, subject: str, text: str, at: datetime, context: ssl.SSLContext | None = None
) -> None:
    """Hands one mail in. `at` is its date; `context` is for servers whose certificate an office signs itself.

    Raises `NotSent` with what the server said.
    """
    message = _message(settings, subject, text, at)
    try:
        with _connected(settings, context or ssl.create_default_context()) as server:
            if settings.user:
                server.login(settings.user, settings.password or "")
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise NotSent(f"The mail was not sent by {settings.host}: {said}.", "Check [mail] in habeas.toml.") from None


def _connected(settings: MailSettings, context: ssl.SSLContext) -> smtplib.SMTP:
    if settings.security == "tls":
        return smtplib.SMTP_SSL(settings.host, settings.port, _NOBODY, timeout=SECONDS, context=context)
    server = smtplib.SMTP(settings.host, settings.port, _NOBODY, timeout=SECONDS)
    if settings.security == "starttls":
        try:
            server.starttls(context=context)
        except BaseException:
            server.close()
            raise
    return server


def _message(settings: MailSettings, subject: str, text: str, at: datetime) -> EmailMessage:
    message = EmailMessage()
    message["From"] = settings.sender
    message["To"] = ", ".join(settings.to)
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=settings.sender.rpartition("@")[2].strip("> ") or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    return message
