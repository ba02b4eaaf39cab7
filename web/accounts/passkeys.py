"""Passkeys: what the browser is asked, and whether its answer is right. The user is always verified.

The library is loaded with the first passkey: it takes 15 MB, and many a server has no accounts.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from assessment.access.accounts import Account, Passkey, SignInMeans
from assessment.errors import SignInRefused

PROGRAM = "Mentorspiegel"


@dataclass(frozen=True)
class Site:
    """The site that passkeys are of."""

    origin: str  # such as https://mentoring.example

    @property
    def name(self) -> str:
        """The name of the machine."""
        return urlsplit(self.origin).hostname or ""


def options_to_add(site: Site, means: SignInMeans, challenge: bytes) -> str:
    """Return as JSON what a browser needs to make a passkey."""
    from webauthn import base64url_to_bytes, generate_registration_options, options_to_json
    from webauthn.helpers.structs import (
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    account = means.account
    options = generate_registration_options(
        rp_id=site.name,
        rp_name=PROGRAM,
        user_id=account.id.encode(),
        user_name=account.address,
        user_display_name=account.name,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(base64url_to_bytes(key.credential_id))
            for key in means.passkeys
        ],
    )
    return options_to_json(options)


def made(site: Site, account: Account, challenge: bytes, answer: str, now: datetime) -> Passkey:
    """Return the passkey that a browser made. Raises SignInRefused for an answer that is not right."""
    from webauthn import verify_registration_response
    from webauthn.helpers import bytes_to_base64url
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        verified = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        raise SignInRefused from None
    return Passkey(
        credential_id=bytes_to_base64url(verified.credential_id),
        account=account.id,
        public_key=bytes_to_base64url(verified.credential_public_key),
        name="",
        created_at=now,
        sign_count=verified.sign_count,
    )


def options_to_use(site: Site, challenge: bytes) -> str:
    """Return as JSON what a browser needs to use a passkey; it knows itself whose there are."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers.structs import UserVerificationRequirement

    options = generate_authentication_options(
        rp_id=site.name,
        challenge=challenge,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def credential_of(answer: str) -> str:
    """Return the id of the passkey that was used. Raises SignInRefused."""
    try:
        identifier = json.loads(answer)["id"]
    except (ValueError, KeyError, TypeError):
        raise SignInRefused from None
    return str(identifier)


def challenge_of(answer: str) -> bytes:
    """Return the challenge that an answer says it is to. Raises SignInRefused."""
    from webauthn import base64url_to_bytes

    try:
        client = base64url_to_bytes(json.loads(answer)["response"]["clientDataJSON"])
        return base64url_to_bytes(json.loads(client)["challenge"])
    except (ValueError, KeyError, TypeError):
        raise SignInRefused from None


def used(site: Site, passkey: Passkey, challenge: bytes, answer: str) -> int:
    """Return the counter of a passkey that was used. Raises SignInRefused."""
    from webauthn import base64url_to_bytes, verify_authentication_response
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        verified = verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        raise SignInRefused from None
    return verified.new_sign_count
