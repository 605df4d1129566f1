"""The paper: a real PDF, read back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from boxoffice.domain.catalogue import Event, Location
from boxoffice.domain.ids import (
    AreaId,
    EventId,
    LocationId,
    OrderId,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, OrderLine, OrderStatus, totals_of
from boxoffice.domain.orders.order_code import read_order_code
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.printing.documents import Labels, SoldEvent, SoldSeat, Summary, plain, summary_of
from boxoffice.printing.jobs import PaperFailed, Why, summary_from, values_of
from boxoffice.printing.paper import print_summary, write_pdf
from boxoffice.printing.paper_code import draw_code
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.theme import load_fonts

PLACE = Location(
    LocationId(1),
    "Small House",
    "Weimar",
    timezone="Europe/Berlin",
    street="Am Markt 1",
    zip="99423",
)
WORDS: dict[str, Any] = {field.name: field.name.replace("_", " ") for field in fields(Labels)}
WORDS |= {"test": "TEST", "copy": "COPY {when}", "page": "Page {number} of {count}"}
WORDS |= {"tax_inside": "VAT {rate} inside", "paid": {kind: kind.value for kind in PaymentKind}}
LABELS = Labels(**WORDS)


@pytest.fixture(autouse=True)
def typeface(qapp: QApplication) -> None:
    load_fonts(qapp)


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def line(seat: int, area: str = "Stalls", row: str = "B", number: str | None = None) -> OrderLine:
    return OrderLine(
        EventId(1),
        SeatId(seat),
        AreaId(1),
        area,
        row,
        str(seat) if number is None else number,
        PriceCategoryId(1),
        PriceTypeId(1),
        euros("30"),
        euros("2"),
        Decimal(7),
    )


def summary(
    lines: Sequence[OrderLine],
    *payments: Payment,
    event: str = "The Tempest",
    copied_at: datetime | None = None,
    customer: str = "",
    is_test: bool = False,
) -> Summary:
    totals = totals_of(lines, "EUR")
    order = Order(OrderId(4711), OrderStatus.COMPLETED, "EUR", totals.total, tuple(lines))
    shown = Event(
        EventId(1), event, datetime(2026, 7, 1, 17, 30, tzinfo=UTC), "EUR", subtitle="Comedy"
    )
    sold = SoldEvent(shown, PLACE, tuple(SoldSeat(one, "Full price") for one in lines))
    paid = payments or [Payment(PaymentKind.CASH, totals.total, totals.total + euros("6"))]
    return summary_of(
        order,
        paid,
        totals,
        [sold],
        LocaleFormats("en"),
        LABELS,
        sold_at=datetime(2026, 6, 30, 10, 0, tzinfo=UTC),
        copied_at=copied_at,
        customer=customer,
        is_test=is_test,
    )


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_everything_the_buyer_needs_is_on_the_paper(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    write_pdf(summary([line(11), line(12), line(70, "Floor", "", "")]), path)
    [text] = pages(path)
    for part in (
        "4711",
        "The Tempest",
        "Comedy",
        "Wed 1 Jul 2026, 19:30",
        "Small House",
        "Am Markt 1",
        "99423 Weimar",
        "Stalls",
        "B",
        "11",
        "12",
        "Full price",
        "€30.00",
        "€2.00",
        "€32.00",
        "Floor",
        "standing",
        "€96.00",
        "VAT 7% inside",
        "€6.28",
        "cash",
        "€102.00",
        "€6.00",
    ):
        assert part in text, part
    assert "COPY" not in text
    [page] = pypdf.PdfReader(path).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_a_copy_says_so_and_when(tmp_path: Path) -> None:
    path = tmp_path / "copy.pdf"
    write_pdf(summary([line(1)], copied_at=datetime(2026, 7, 2, 9, 5, tzinfo=UTC)), path)
    assert "COPY Thu 2 Jul 2026, 09:05" in pages(path)[0]


def test_what_was_sold_on_a_test_says_so_on_every_page(tmp_path: Path) -> None:
    path = tmp_path / "test.pdf"
    many = summary([line(n) for n in range(1, 60)], is_test=True)
    write_pdf(many, path)
    found = pages(path)
    assert len(found) > 1
    assert all("TEST" in text for text in found)
    write_pdf(summary([line(1)]), path)
    assert "TEST" not in pages(path)[0]


def test_a_card_payment_has_its_reference_and_no_change(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    paid = Payment(PaymentKind.CARD, euros("32"), euros("32"), "T-4711")
    write_pdf(summary([line(1)], paid), path)
    [text] = pages(path)
    assert "T-4711" in text
    assert "change" not in text


def test_each_payment_of_a_mix_is_listed_and_whose_order_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mix.pdf"
    mix = (
        Payment(PaymentKind.VOUCHER, euros("10"), euros("10"), "V-7"),
        Payment(PaymentKind.CARD, euros("12"), euros("12"), "T-8"),
        Payment(PaymentKind.CASH, euros("10"), euros("20")),
    )
    write_pdf(summary([line(1)], *mix, customer="Ada Lovelace"), path)
    [text] = pages(path)
    parts = [
        "customer Ada Lovelace",
        "voucher €10.00",
        "reference V-7",
        "card €12.00",
        "reference T-8",
        "cash €10.00",
        "tendered €20.00",
        "change €10.00",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, dict(zip(parts, places, strict=True))
    assert places == sorted(places)


def test_an_invoice_says_to_whom_and_money_that_goes_back_has_no_change(tmp_path: Path) -> None:
    path = tmp_path / "invoice.pdf"
    write_pdf(
        summary([line(1)], Payment(PaymentKind.INVOICE, euros("32"), euros("32")), customer="Ada"),
        path,
    )
    [text] = pages(path)
    assert "customer Ada" in text
    assert "invoice €32.00" in text
    assert "reference" not in text
    write_pdf(summary([line(1)], Payment(PaymentKind.CASH, euros("-8"), euros("-8"))), path)
    [text] = pages(path)
    assert "cash \N{MINUS SIGN}€8.00" in text
    assert "change" not in text


def test_many_seats_go_on_over_pages_each_once(tmp_path: Path) -> None:
    path = tmp_path / "many.pdf"
    write_pdf(summary([line(n, number=f"N{n:03}X") for n in range(1, 201)]), path)
    found = pages(path)
    assert len(found) >= 4
    whole = " ".join(found)
    assert all(whole.count(f"N{n:03}X") == 1 for n in range(1, 201))
    for number, text in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in text
        assert "4711" in text
    assert "€6,400.00" in found[-1]


@pytest.mark.parametrize(
    "name",
    [
        "<b>x</b><img src='http://tickets.example/a.png'>",
        "\u202eevil",
        "x" * 10_000,
        "مسرح المدينة",
        "🎭🎭",
        "a\nb\x00c",
        "",
        "{when} %s",
    ],
)
def test_no_name_breaks_the_paper(tmp_path: Path, name: str) -> None:
    path = tmp_path / "odd.pdf"
    write_pdf(summary([line(1, name, name, name)], event=name), path)
    [text] = pages(path)
    assert "€32.00" in text
    assert "4711" in text
    if name.startswith("<b>"):
        assert "<b>x</b>" in text
    assert "\n" not in plain(name)
    assert len(plain(name)) <= 402


def test_an_unwritable_folder_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PaperFailed) as failed:
        write_pdf(summary([line(1)]), tmp_path / "not-there" / "summary.pdf")
    assert failed.value.why is Why.NO_FOLDER
    (tmp_path / "taken.pdf").mkdir()
    with pytest.raises(PaperFailed) as failed:
        write_pdf(summary([line(1)]), tmp_path / "taken.pdf")
    assert (failed.value.why, bool(failed.value.words)) == (Why.OTHER, True)
    assert [left.name for left in tmp_path.iterdir()] == ["taken.pdf"]


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"x" * 1_000_000)
    write_pdf(summary([line(1)]), path)
    assert path.read_bytes().startswith(b"%PDF")
    assert len(pages(path)) == 1


@pytest.mark.parametrize("name", ["", "no such printer"])
def test_without_a_printer_it_is_said(name: str) -> None:
    with pytest.raises(PaperFailed) as failed:
        print_summary(summary([line(1)]), name, lambda: pytest.fail("it has begun"))
    assert failed.value.why is Why.NO_PRINTER


def test_a_summary_is_the_same_after_its_way_to_a_child() -> None:
    whole = summary([line(1), line(2)], customer="Zoë \N{CLAPPER BOARD}")
    assert summary_from(json.loads(json.dumps(values_of(whole)))) == whole


def test_the_code_can_be_read_by_people_too(tmp_path: Path) -> None:
    paper = summary([line(1)])
    write_pdf(paper, tmp_path / "summary.pdf")
    assert paper.code in pages(tmp_path / "summary.pdf")[0]


def test_the_code_is_that_of_the_order() -> None:
    text = summary([line(1)]).code
    assert read_order_code(text) == 4711
    cell = 8
    matrix = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=4)]
    size = len(matrix) * cell
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_code(painter, text, QRectF(0, 0, size, size))
    painter.end()
    for y, row in enumerate(matrix):
        for x, is_dark in enumerate(row):
            shade = image.pixelColor(x * cell + cell // 2, y * cell + cell // 2).value()
            assert (shade < 128) == bool(is_dark)
