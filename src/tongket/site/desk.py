"""Settings of the desk: those of the ledger with accounts, sessions, jobs and pages around it.

Read from the environment, besides what `settings.py` reads: `TONGKET_SECRET_KEY` (signs sessions; `tongket serve`
makes one and keeps it beside the ledger), `TONGKET_HOSTS` (names under which the desk is reached, with commas),
`TONGKET_HTTPS=1` (reached over https through a proxy: cookies only over https, `X-Forwarded-Proto` is believed),
`TONGKET_PROXIES` (how many proxies stand before the desk, so that failures to sign in are counted by the address of
the person; 0 by default), `TONGKET_MAIL` (`smtp://user:password@host:587`; without it mail is
written to the folder `TONGKET_MAIL_FOLDER`, or to the standard error), `TONGKET_MAIL_FROM`, `TONGKET_IMAP`
(`imaps://user:password@host/INBOX?org=id`: whose unread letters come into that org's inbox) and `TONGKET_WATCH`
(`folder:org`, several with commas: files put there come into that org's inbox).
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url

from tongket.site.settings import *  # noqa: F403 - the ledger's settings, all of them

if DATABASE_URL:  # noqa: F405 - of the ledger's settings
    # A page asks the server some ten times; to connect anew for each request takes longer than they do.
    DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)}  # noqa: F405 - as above

INSTALLED_APPS = [
    "tongket.ledger",
    "tongket.web.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tongket.web.desk.language.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tongket.web.desk.only_own_files.only_own_files",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tongket.web.desk.person.known_person",
]
ROOT_URLCONF = "tongket.site.urls"
WSGI_APPLICATION = "tongket.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "tongket.web.desk.frame.around",
            ],
        },
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who may come in. There is no open sign-up: an account is made from an invitation (`web/desk/account`).
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "tongket.web.desk.account.adapter.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation went to the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # who asks for the password of an address nobody has gets no mail
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Tổng kết] "
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or second factor is told by mail
ACCOUNT_SESSION_REMEMBER = None
# Five wrong passwords for one account from one address lock it for five minutes (allauth's limits, cache below).
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,20/5m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = os.environ.get("TONGKET_HTTPS") != "1"  # a laptop's own localhost
MFA_TOTP_ISSUER = "Tongket"

# Counters of wrong passwords are shared by all workers, so they live in the database.
CACHES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "desk_cache"}
}
if os.environ.get("TONGKET_SERVED"):
    # Answers of the roll-up for all workers of one desk (`actions/pivoting/beside_processes.py`): about 15 kB each.
    CACHES["answers"] = {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "desk_answers",
        "KEY_PREFIX": os.environ["TONGKET_SERVED"],
        "TIMEOUT": 24 * 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    }
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("TONGKET_HTTPS") == "1"
if os.environ.get("TONGKET_HTTPS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TONGKET_PROXIES", "0"))
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

HOSTS = [host.strip() for host in os.environ.get("TONGKET_HOSTS", "localhost,127.0.0.1,[::1]").split(",")]
ALLOWED_HOSTS = HOSTS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS if not host.startswith("[")]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
# Each part of the desk has its own catalogue.
LOCALE_PATHS = sorted((Path(__file__).parents[1] / "web" / "desk").glob("*/locale"))

STATIC_URL = "/static/"
# Served out of the packages themselves: nothing has to be collected before the first page.
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024  # what is no file: a long review is about 1 MB
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # larger files wait on the disk

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

_mail = urlsplit(os.environ.get("TONGKET_MAIL", ""))
_mail_folder = os.environ.get("TONGKET_MAIL_FOLDER", "")
DEFAULT_FROM_EMAIL = os.environ.get("TONGKET_MAIL_FROM", "tongket@localhost")
if _mail.hostname:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _mail.hostname
    EMAIL_PORT = _mail.port or 587
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_TLS = _mail.scheme != "smtp+plain"
elif _mail_folder:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = Path(_mail_folder)
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

TONGKET_IMAP = os.environ.get("TONGKET_IMAP", "")
TONGKET_WATCH = os.environ.get("TONGKET_WATCH", "")
