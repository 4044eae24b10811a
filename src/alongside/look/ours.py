"""Addresses that a browser hands us, and that must lead nowhere else."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def our_path(address: str, request: HttpRequest) -> str:
    """The path of an address of ours, or the first page: nobody is sent off the site by a link."""
    if not url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}):
        return "/"
    path = urlsplit(address).path
    return path if path.startswith("/") and not path.startswith("//") else "/"


def sent_by_us(request: HttpRequest) -> bool:
    """Whether a browser says that a page of ours sent this. No page can make a browser lie about it."""
    ours = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Sec-Fetch-Site", "") == "same-origin" or request.headers.get("Origin") == ours
