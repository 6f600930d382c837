"""Where an address leads: its host by name, and the public places that the name stands for."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote, urlsplit

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.web_address import (
    LONGEST_ADDRESS,
    ascii_host,
    is_web_address,
    names_login,
)

Resolve = Callable[..., list[Any]]

_PORTS = {"http": 80, "https": 443}
_HOLDING_V4 = (  # networks whose addresses hold one of IPv4, which is where they lead
    (ipaddress.ip_network("::ffff:0:0/96"), 0),
    (ipaddress.ip_network("::/96"), 0),
    (ipaddress.ip_network("64:ff9b::/96"), 0),
    (ipaddress.ip_network("2002::/16"), 80),
)
_TEREDO = ipaddress.ip_network("2001::/32")  # hides an IPv4 address: nobody needs it
_FOR_MANUALS = ipaddress.ip_network("3fff::/20")  # RFC 9637; older Pythons take it for public


@dataclass(frozen=True, slots=True)
class WebPlace:
    """One http(s) address, taken apart and fit to be asked for."""

    scheme: str
    host: str
    port: int
    target: str  # path and query
    address: str

    @classmethod
    def of(cls, address: str) -> Self:
        """Take an address apart; raises ClaimTrackerError where it is none, or names a login."""
        tidy = address.strip()
        if not is_web_address(tidy):
            raise ClaimTrackerError(_no_address(tidy))
        if names_login(tidy):
            raise ClaimTrackerError(
                "The address names a user or password; take them out and try again."
            )
        try:
            return cls._taken_apart(tidy)
        except ValueError:  # a port or a host that is none, which the error quotes
            raise ClaimTrackerError(_no_address(tidy)) from None

    @classmethod
    def _taken_apart(cls, address: str) -> Self:
        parts = urlsplit(address)
        host = ascii_host(parts)
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            target += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
        scheme = parts.scheme.lower()
        return cls(scheme, host, parts.port or _PORTS[scheme], target, address)

    @property
    def host_header(self) -> str:
        """The host as it is named to the server, with the port where it is not the usual one."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def uri(self) -> str:
        """The address as the server is asked for it: in ASCII, without the part after "#"."""
        return f"{self.scheme}://{self.host_header}{self.target}"

    def numbers(self, resolve: Resolve, *, allows_loopback: bool) -> list[str]:
        """Return the numeric addresses that the name stands for, as resolved this once.

        Raises ClaimTrackerError where any of them is not public: such a name may be a trap.
        """
        try:
            found = resolve(self.host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise ClaimTrackerError(
                f"{self.host} is not found: the name is wrong, or there is no connection."
            ) from error
        numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        for number in numbers:
            if not (is_public(number) or (allows_loopback and _is_loopback(number))):
                raise ClaimTrackerError(
                    f"{self.host} leads to an address inside a private network and is not opened."
                )
        return numbers


def is_public(number: str) -> bool:
    """Whether a numeric address lies in the open Internet, by the registries of IANA."""
    try:
        ip = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _TEREDO or ip in _FOR_MANUALS or ip.is_site_local:
            return False
        for network, bits in _HOLDING_V4:
            if ip in network:
                return is_public(str(ipaddress.IPv4Address(int(ip) >> bits & 0xFFFFFFFF)))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _is_loopback(number: str) -> bool:
    return ipaddress.ip_address(number).is_loopback


def _no_address(tidy: str) -> str:
    shown = tidy[:80] + ("…" if len(tidy) > 80 else "")
    if len(tidy) > LONGEST_ADDRESS:
        return f"The address is longer than {LONGEST_ADDRESS} characters."
    return f"“{shown}” is no address of a web page: it must begin with http:// or https://."
