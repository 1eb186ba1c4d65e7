"""Wording and layout: a resolved library becomes Markdown pages and data files. No inference, no input or output."""

from build_tools.model.library import Original
from build_tools.render.page import DataFile, Page, Rendered, RenderOptions
from build_tools.render.site import render

__all__ = ["DataFile", "Original", "Page", "RenderOptions", "Rendered", "render"]
