"""The finished site and what becomes of it: MkDocs, offline package, manifest and signature, publishing, preview."""

from build_tools.publish.clean import clean_folder, clean_generated
from build_tools.publish.delivery import publish, roll_back
from build_tools.publish.library import init_library
from build_tools.publish.manifest import write_manifest
from build_tools.publish.mkdocs_run import site_address
from build_tools.publish.package import make_package
from build_tools.publish.preview import serve
from build_tools.publish.signature import new_key, sign, signer
from build_tools.publish.site import SiteReport, build_site
from build_tools.publish.verify import VerifyReport, verify

__all__ = [
    "SiteReport",
    "VerifyReport",
    "build_site",
    "clean_folder",
    "clean_generated",
    "init_library",
    "make_package",
    "new_key",
    "publish",
    "roll_back",
    "serve",
    "sign",
    "signer",
    "site_address",
    "verify",
    "write_manifest",
]
