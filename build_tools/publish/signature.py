"""Signs a manifest with a key that is kept outside the library, and checks such a signature.

Ed25519 or ECDSA on P-256 with SHA-256 (which browsers as old as Chromium 109 can check too). The signature file names
its algorithm and public key; that key proves who signed only to one who knows it from elsewhere.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from build_tools.errors import StopError
from build_tools.publish.manifest import SIGNATURE, digest

Signer = Callable[[bytes], bytes]
PrivateKey = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey
PublicKey = ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey
_ECDSA = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)  # the same bytes for the same manifest


class Algorithm(StrEnum):
    """The kinds of key; the names that the signature file and the command line use."""

    ED25519 = "ed25519"
    ECDSA_P256 = "ecdsa-p256-sha256"


class SignatureFile(msgspec.Struct, frozen=True):
    """The content of `manifest.json.sig`; key (DER) and signature in base64."""

    algorithm: Algorithm
    public_key: str
    signature: str


class SignatureState(StrEnum):
    """What a signature is worth."""

    NONE = "none"  # there is none
    INVALID = "invalid"  # it does not belong to this manifest, or cannot be read
    UNKNOWN_KEY = "unknown-key"  # it belongs to this manifest, but the key is not one that the reader trusts
    VALID = "valid"  # made with the trusted key


def new_key(path: Path, algorithm: Algorithm = Algorithm.ECDSA_P256) -> str:
    """Make a key, readable by its owner only, with the public half beside it (`.pub`); returns its fingerprint."""
    if path.exists():
        raise StopError("key-exists", file=str(path))
    key: PrivateKey
    if algorithm is Algorithm.ED25519:
        key = ed25519.Ed25519PrivateKey.generate()
    else:
        key = ec.generate_private_key(ec.SECP256R1())
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    path.touch(mode=0o600)
    path.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    public = key.public_key()
    public_file = path.with_name(path.name + ".pub")
    public_file.write_bytes(public.public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo))
    return fingerprint(public)


def fingerprint(key: PublicKey) -> str:
    """SHA-256 of the public key: what an office prints on paper so that others can compare."""
    return digest(_der(key))


def signer(key_file: Path, password: bytes | None = None) -> Signer:
    """A function that makes the signature file for a manifest's content, with the private key in `key_file` (PEM)."""
    key = _private_key(key_file, password)

    def sign_bytes(content: bytes) -> bytes:
        if isinstance(key, ed25519.Ed25519PrivateKey):
            algorithm, signature = Algorithm.ED25519, key.sign(content)
        else:
            algorithm, signature = Algorithm.ECDSA_P256, key.sign(content, _ECDSA)
        made = {
            "algorithm": algorithm.value,
            "public_key": base64.b64encode(_der(key.public_key())).decode(),
            "signature": base64.b64encode(signature).decode(),
        }
        return (json.dumps(made, indent=1) + "\n").encode()

    return sign_bytes


def sign(manifest: Path, key_file: Path, password: bytes | None = None) -> Path:
    """Sign a manifest; the signature stands beside it."""
    target = manifest.with_name(SIGNATURE)
    target.write_bytes(signer(key_file, password)(manifest.read_bytes()))
    return target


def check_signature(content: bytes, signature_file: bytes | None, trusted: Path | None = None) -> SignatureState:
    """What the signature of a manifest's `content` is worth to one who trusts the public key in `trusted` (PEM)."""
    if signature_file is None:
        return SignatureState.NONE
    try:
        made = msgspec.json.decode(signature_file, type=SignatureFile)
        key = _supported(serialization.load_der_public_key(base64.b64decode(made.public_key)))
        signature = base64.b64decode(made.signature)
    except (ValueError, msgspec.MsgspecError):
        return SignatureState.INVALID
    if key is None or not _belongs(key, content, signature):
        return SignatureState.INVALID
    if trusted is None or _der(_public_key(trusted)) != _der(key):
        return SignatureState.UNKNOWN_KEY
    return SignatureState.VALID


def _belongs(key: PublicKey, content: bytes, signature: bytes) -> bool:
    try:
        if isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(signature, content)
        else:
            key.verify(signature, content, _ECDSA)
    except InvalidSignature:
        return False
    return True


def _supported(key: object) -> PublicKey | None:
    if isinstance(key, ed25519.Ed25519PublicKey):
        return key
    return key if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1) else None


def _private_key(path: Path, password: bytes | None) -> PrivateKey:
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password)
    except (OSError, ValueError, TypeError) as error:
        raise StopError("key-unreadable", file=str(path), reason=error) from error
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1):
        return key
    raise StopError("key-unreadable", file=str(path), reason=type(key).__name__)


def _public_key(path: Path) -> PublicKey:
    try:
        key = _supported(serialization.load_pem_public_key(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise StopError("key-unreadable", file=str(path), reason=error) from error
    if key is None:
        raise StopError("key-unreadable", file=str(path), reason="neither Ed25519 nor P-256")
    return key


def _der(key: PublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
