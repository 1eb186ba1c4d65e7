from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.publish.check_site import broken_links, outside_requests, site_facts
from build_tools.publish.html_facts import page_facts


def write(site: Path, **pages: str) -> Path:
    """A site of pages `name.html` in the folder `sub`, beside an index page with the anchor `top`."""
    (site / "sub").mkdir()
    (site / "index.html").write_text('<h1 id="top">Trang nhà</h1>', encoding="utf-8")
    for name, body in pages.items():
        text = f'<!doctype html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'
        (site / f"sub/{name}.html").write_text(text, encoding="utf-8")
    return site


@pytest.mark.parametrize(
    "body",
    [
        '<script src="https://example.org/a.js"></script>',
        '<img src="//example.org/a.png" alt="">',
        '<link rel="stylesheet" href="http://example.org/a.css">',
        '<link rel="dns-prefetch" href="//example.org">',
        '<p style="background: url(https://example.org/a.png)">x</p>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>@font-face { src: url( 'https://example.org/a.woff2' ) }</style>",
        '<iframe src="https://example.org/"></iframe>',
        '<img src="../a.png" srcset="../a.png 1x, https://example.org/b.png 2x" alt="">',
        '<svg><image xlink:href="https://example.org/b.png"/></svg>',
        '<svg><use href="https://example.org/b.svg#x"/></svg>',
        '<video poster="HTTPS://example.org/b.png"></video>',
        '<object data="https://example.org/b.pdf"></object>',
        '<meta http-equiv="refresh" content="3; url=https://example.org/">',
    ],
)
def test_what_a_browser_would_request_from_outside(tmp_path: Path, body: str) -> None:
    found = outside_requests(site_facts(write(tmp_path, a=body)))

    assert [(d.code, d.args["page"]) for d in found] == [("outside-request", "sub/a.html")]
    assert "example.org" in found[0].args["address"]


def test_a_style_sheet_is_read_too(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "a.css").write_text("body { background: url(//example.org/a.png) }")

    assert [d.args["page"] for d in outside_requests(site_facts(tmp_path))] == ["a.css"]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://example.org/">Cổng</a>',
        '<link rel="canonical" href="https://example.org/a.html">',
        '<link rel="alternate" type="application/atom+xml" href="https://example.org/a.atom">',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="#x"/></svg>',
        "<p>Xem https://example.org/</p>",
    ],
)
def test_what_is_no_request(tmp_path: Path, body: str) -> None:
    assert outside_requests(site_facts(write(tmp_path, a=body))) == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("khong-co.html", "broken-link"),
        ("khong-co.md", "broken-link"),
        ("./", "broken-link"),
        ("..", "broken-link"),
        ("/index.html", "broken-link"),
        ("../../ra-ngoai.html", "broken-link"),
        ("../index.html#khong-co", "broken-anchor"),
        ("#dieu-1", "broken-anchor"),
        ("?q=1#dieu-1", "broken-anchor"),
    ],
)
def test_dead_links(tmp_path: Path, link: str, code: str) -> None:
    found = broken_links(site_facts(write(tmp_path, a=f'<a href="{link}">x</a>')))

    assert [(d.code, d.args) for d in found] == [(code, {"page": "sub/a.html", "address": link})]


def test_a_missing_picture_is_a_dead_link(tmp_path: Path) -> None:
    found = broken_links(site_facts(write(tmp_path, a='<img src="khong-co.png" alt="">')))

    assert [d.code for d in found] == ["broken-link"]


@pytest.mark.parametrize(
    "link",
    [
        "",
        "#",
        "a.html",
        "../index.html",
        "../index.html#top",
        "../index.html?q=132#top",
        "#khoan-1.diem-đ",
        "#khoan-1.diem-%C4%91",
        "../index.html#:~:text=Trang",
        "mailto:a@example.org",
        "tel:+84",
    ],
)
def test_live_links(tmp_path: Path, link: str) -> None:
    page = f'<p id="khoan-1.diem-đ"><a href="{link}">x</a></p>'

    assert broken_links(site_facts(write(tmp_path, a=page))) == []


def test_the_page_for_any_address_is_checked_for_requests_only(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "404.html").write_text('<a href="/index.html">x</a><img src="https://example.org/a.png" alt="">')

    facts = site_facts(tmp_path)

    assert broken_links(facts) == []
    assert len(outside_requests(facts)) == 1


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read_as_a_page(content: bytes) -> None:
    page_facts(content)


@given(st.text(alphabet="<>!-/ap=\"'img src\x00&#;", max_size=120))
def test_any_broken_markup_can_be_read(content: str) -> None:
    page_facts(content.encode())
