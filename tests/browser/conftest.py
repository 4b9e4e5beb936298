"""A page of vestcalc in a real browser: the Chromium of the system, driven by playwright; no network, every complaint collected.

Skipped, with the reason, where playwright (the extra `browser`) or a Chromium is missing. VESTCALC_CHROMIUM names another one.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Opened:
    """A page that was opened, what it asked the network for, and what it complained of."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def figure(self, name: str, award: str = "a1") -> str:
        """A figure of an award as it stands in its section."""
        return str(self.page.inner_text(f'article [data-fig="{award} {name}"]'))

    def move_to(self, day: str) -> None:
        """Moves the slider to a day, as a drag does."""
        self.page.eval_on_selector(
            "#range",
            """(range, day) => {
                const first = JSON.parse(document.getElementById("data").textContent).first;
                range.value = (Date.parse(day) - Date.parse(first)) / 864e5;
                range.dispatchEvent(new Event("input", {bubbles: true}));
                range.dispatchEvent(new Event("change", {bubbles: true}));
            }""",
            day,
        )


Open = Callable[..., Opened]


def chromium() -> str:
    """The browser's path; skips where there is none."""
    named = os.environ.get("VESTCALC_CHROMIUM")
    found = named or next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
    if found is None:
        pytest.skip("no Chromium on this machine; VESTCALC_CHROMIUM names one")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: the extra `browser` brings it")
    path = chromium()
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with driver.sync_playwright() as play:
        running = play.chromium.launch(executable_path=path, args=arguments)
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Open]:
    """`opened(path, width=..., scheme=...)` -> Opened; at the end no page may have asked for anything or complained."""
    contexts, pages = [], []

    def call(path: Path, width: int = 1180, scheme: str = "light", script: bool = True) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)
        contexts.append(context)
        context.set_offline(True)
        one = Opened(context.new_page())
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.on("console", lambda message: one.complaints.append(message.text))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.goto(path.as_uri())
        pages.append((one, path.as_uri()))
        return one

    yield call
    for one, address in pages:
        assert [url for url in one.requests if url.partition("#")[0] != address and not url.startswith("data:")] == []
        assert one.complaints == []
    for context in contexts:
        context.close()
