"""Signing in. Nobody needs to, to read public pages or to say how it is.

A code by e-mail or text is enough for everyone today, and needs no role. Moderators, keepers, leads,
assessors and whoever handles money get a stronger way (a passkey or an authenticator app) before the first
real area opens; it is asked for after the code, in this room, and changes nothing of what is here.
"""
