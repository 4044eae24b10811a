"""Every setting of Alongside: the environment comes in here and nowhere else.

``docs/settings.md`` says what each variable means; a check compares the two.
"""

from __future__ import annotations

from email.utils import parseaddr
from pathlib import Path

import environ

env = environ.Env()

VAR = Path(env.str("ALONGSIDE_VAR", default=str(Path.cwd() / "var")))
"""The one folder Alongside writes to: the SQLite file, the outbox, the files that people send."""

DEBUG = env.bool("ALONGSIDE_DEBUG", default=False)
DEMO = env.bool("ALONGSIDE_DEMO", default=False)
"""A demo on this machine: the cast can be looked through in one press, and nothing is sent."""

_ON_THIS_MACHINE = DEBUG or DEMO
SECRET_KEY = env.str(
    "ALONGSIDE_SECRET_KEY", default="only-for-this-machine-" * 4 if _ON_THIS_MACHINE else environ.Env.NOTSET
)
SECRET_KEY_FALLBACKS = [key.strip() for key in env.list("ALONGSIDE_OLD_SECRET_KEYS", default=[])]
"""Keys that the secret key replaced: what was signed or sealed with them still counts, and no more is."""
ALLOWED_HOSTS = env.list(
    "ALONGSIDE_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if _ON_THIS_MACHINE else []
)
PUBLIC_ADDRESS = env.str("ALONGSIDE_PUBLIC_ADDRESS", default="http://127.0.0.1:8000").rstrip("/")
"""What links in messages begin with; never taken from a request, so a forged Host leads nowhere."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    # the house, from the ground up: a room imports only rooms above it in this list
    "alongside.journal",
    "alongside.figures",
    "alongside.look",
    "alongside.people",
    "alongside.documents",
    "alongside.messages",
    "alongside.welcome",
    "alongside.place",
    "alongside.safety",
    "alongside.words",
    "alongside.groups",
    "alongside.voice",
    "alongside.promises",
    "alongside.charter",
    "alongside.website",
]

MIDDLEWARE = [
    # Whatever answers below, a refused host, a broken page and the way to https too, these speak last.
    "alongside.look.middleware.careful",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "alongside.look.middleware.in_letters",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.people.middleware.viewer",
    "alongside.welcome.middleware.second_step",
    "alongside.look.middleware.never_kept",
    "alongside.look.errors.no_blank_page",
    "alongside.safety.slowing.SlowDown",
]

ROOT_URLCONF = "alongside.urls"
WSGI_APPLICATION = "alongside.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "alongside.look.context.look",
                "alongside.website.context.way_about",
            ],
            "builtins": ["alongside.look.templatetags.look"],
        },
    }
]
FORM_RENDERER = "alongside.look.forms.Renderer"

# Data -------------------------------------------------------------------------------------------
DATABASES = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'alongside.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
    DATABASES["default"]["TEST"] = {"NAME": env.str("ALONGSIDE_TEST_SQLITE", default=None)}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

BACKUP_KEY = env.str("ALONGSIDE_BACKUP_KEY", default="")
"""What backups are sealed with; kept apart from them, and from this machine."""
SCANNER = env.str("ALONGSIDE_SCANNER", default="")
"""Where clamd listens: a path, or host:port. Empty: nobody is asked."""

# People and doors -------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["alongside.people.backend.ByPerson"]
LOGIN_URL = "welcome:sign_in"
RECOVERY_ROUNDS = 100_000
"""How often a code from paper is hashed before it is kept, so that trying one is work."""
SESSION_ENGINE = "alongside.welcome.store"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "alongside.look.errors.form_too_old"

FRAMEWORKS = Path(env.str("ALONGSIDE_FRAMEWORKS", default=str(VAR / "frameworks")))
"""Frameworks of your own for reviews: a folder of files like those in charter/frameworks."""

# Messages ---------------------------------------------------------------------------------------
OUTBOX = env.str("ALONGSIDE_OUTBOX", default="folder" if _ON_THIS_MACHINE else "smtp")
"""How messages leave: ``folder`` (files in VAR/outbox), ``console``, ``smtp``, ``sms``; several by comma."""
DEFAULT_FROM_EMAIL = env.str("ALONGSIDE_FROM", default="Alongside <hello@alongside.example>")
SECURITY_CONTACT = env.str("ALONGSIDE_SECURITY_CONTACT", default=parseaddr(DEFAULT_FROM_EMAIL)[1])
"""Who is told of a hole: the address in /.well-known/security.txt."""
HEADS_TO = env.list("ALONGSIDE_HEADS_TO", default=[])
"""Addresses outside the house that get the last digest of each journal every night."""
_mail = env.email_url("ALONGSIDE_SMTP_URL", default="smtp://localhost:25")
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
SMS_URL = env.str("ALONGSIDE_SMS_URL", default="")
"""The gateway that takes texts, one POST each; docs/texts.md has the shape."""
SMS_TOKEN = env.str("ALONGSIDE_SMS_TOKEN", default="")
SMS_FROM = env.str("ALONGSIDE_SMS_FROM", default="Alongside")
SMS_SECRET = env.str("ALONGSIDE_SMS_SECRET", default="")
"""What the gateway signs its reports with. Empty: no report is taken."""

# What the page says, and when -------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
# Served from the package itself, where the build put it: no second copy to be collected or forgotten.
WHITENOISE_USE_FINDERS = True
# Each address carries the version of its file, so a browser may keep it: a new one has a new address.
WHITENOISE_MAX_AGE = 0 if DEBUG else 60 * 60 * 24 * 365
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": VAR / "files",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LEAVE_TO = env.str("ALONGSIDE_LEAVE_TO", default="https://www.bbc.co.uk/weather")
"""Where *Leave this page* goes: somewhere harmless that many people open."""

# Safe by default; a demo on 127.0.0.1 speaks plain http -----------------------------------------
_SECURE = not _ON_THIS_MACHINE
SECURE_SSL_REDIRECT = _SECURE and env.bool("ALONGSIDE_REDIRECT_TO_HTTPS", default=True)
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("ALONGSIDE_BEHIND_PROXY", default=False) else None
)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _SECURE
SECURE_HSTS_PRELOAD = _SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_NAME = "__Host-session" if _SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _SECURE else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_HANDLERS = ["alongside.documents.uploads.Capped"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_addresses": {"()": "alongside.quiet_logs.NoAddresses"}},
    "formatters": {"line": {"()": "alongside.quiet_logs.Line"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["no_addresses"], "formatter": "line"}
    },
    "root": {"handlers": ["console"], "level": env.str("ALONGSIDE_LOG_LEVEL", default="INFO")},
    # Django gives its own logger a console of its own while debugging; ours is enough.
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "fido2": {"level": "WARNING"},  # below that it names passkeys
    },
}
