"""The sections of a document's page on changes: what others change in it, and what it changes in others."""

from __future__ import annotations

from build_tools.render.context import Context
from build_tools.render.readings import article_views, change_views, reading_anchor, reading_of, step_view


def reading_section(ctx: Context, work: str, page: str) -> str:
    """The consolidated reading of an act; empty where the edition holds nothing that changes it."""
    reading = reading_of(ctx, work)
    if reading is None:
        return ""
    section = ctx.fragment(
        page,
        "reading.html.j2",
        work=ctx.work(work),
        reading=reading,
        articles=article_views(ctx, reading),
        anchor_of=reading_anchor,
        listed=[step_view(ctx, step) for step in reading.listed],
    )
    return f"{section}\n\n"


def change_section(ctx: Context, work: str, page: str) -> str:
    """What an act changes, by the act that it changes; empty where it changes nothing."""
    changes = change_views(ctx, work)
    if not changes:
        return ""
    count = sum(len(views) for views in changes.values())
    return f"{ctx.fragment(page, 'changes.html.j2', changes=changes, count=count)}\n\n"
