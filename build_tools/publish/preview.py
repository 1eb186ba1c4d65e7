"""Live preview: serves the built site on this machine only, builds again after a change, and reloads open pages."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

import watchfiles

from build_tools.errors import StopError
from build_tools.publish.clean import bears_mark

HOST = "127.0.0.1"
REVISION_ADDRESS = "/__phobien/revision"
DEBOUNCE_MILLISECONDS = 100
_RELOADER = f"""<script>(function () {{
  var seen;
  function ask() {{
    fetch("{REVISION_ADDRESS}").then(function (r) {{ return r.text(); }}).then(function (now) {{
      if (seen !== undefined && now !== seen) location.reload();
      seen = now;
    }}).catch(function () {{}}).then(function () {{ setTimeout(ask, 300); }});
  }}
  ask();
}})();</script>"""


class Preview:
    """A server of one site folder. `revision` counts the builds; pages reload when it changes. Port 0: any free one."""

    def __init__(self, site_dir: Path, port: int = 8000) -> None:
        self.revision = 0
        handler = partial(_Handler, preview=self, directory=str(site_dir))
        self._server = ThreadingHTTPServer((HOST, port), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """Where the site can be seen."""
        return f"http://{HOST}:{self._server.server_address[1]}/"

    def __enter__(self) -> Self:
        """Start to serve."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and free the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def serve(
    site_dir: Path,
    watch: Sequence[Path],
    rebuild: Callable[[], None],
    *,
    port: int = 8000,
    on_ready: Callable[[str], None] = lambda _address: None,
    stop: threading.Event | None = None,
) -> None:
    """Serve `site_dir` until `stop` is set or the user presses Ctrl+C.

    After a change under one of the paths in `watch`, `rebuild` is called; it reports its own errors, and a failed one
    leaves the site as it was. `on_ready` is told the address. Raises `StopError` where the port is taken.
    """
    from build_tools.publish.pages_kept import keeping_pages  # brings MkDocs, which other commands do not need

    with _open(site_dir, port) as preview, keeping_pages():
        on_ready(preview.address)
        present = [path for path in watch if path.exists()]
        changes = watchfiles.watch(
            *present,
            watch_filter=HandMade(),
            debounce=DEBOUNCE_MILLISECONDS,
            step=20,
            stop_event=stop,
            raise_interrupt=False,
            rust_timeout=500,
        )
        for _ in changes:
            rebuild()
            preview.revision += 1


class HandMade(watchfiles.DefaultFilter):
    """Lets through changes that people make, not the pages that a build writes: it would never come to rest."""

    def __init__(self) -> None:
        super().__init__()
        self._generated: set[str] = set()

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        """Whether a change of `path` is a reason to build again."""
        if not super().__call__(change, path):
            return False
        file = Path(path)
        if file.is_dir():
            return False
        try:
            if bears_mark(file):
                self._generated.add(path)
                return False
        except OSError:  # gone, or locked by the program that writes it
            return path not in self._generated
        return True


def _open(site_dir: Path, port: int) -> Preview:
    try:
        return Preview(site_dir, port)
    except OSError as error:
        raise StopError("port-taken", port=port, reason=error.strerror or error) from error


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, never cached; pages with the reloader added on the way (the files stay as they are)."""

    def __init__(self, *args: Any, preview: Preview, **kwargs: Any) -> None:
        self.preview = preview
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with the revision, a page with the reloader, or a plain file."""
        address = self.path.partition("?")[0].partition("#")[0]
        if address == REVISION_ADDRESS:
            self._answer(str(self.preview.revision).encode(), "text/plain")
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and address.endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            content = page.read_bytes()
            self._answer(content.replace(b"</body>", _RELOADER.encode() + b"</body>", 1), "text/html; charset=utf-8")
            return
        super().do_GET()

    def end_headers(self) -> None:
        """Never cached: the next look shows the next build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """The console is for the builds."""

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
