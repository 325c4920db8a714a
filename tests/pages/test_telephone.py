"""A telephone number on a page is shown as it was written, and dialled as a phone dials it."""

from tests.workshop import Workshop

OFFICE = "content/public/divisions/office.yaml"


def test_a_number_with_an_extension_is_dialled_with_it(workshop: Workshop) -> None:
    workshop.edit(OFFICE, "\nphone: 0000-0000021\n", "\nphone: 0000-0000021转3\n")
    workshop.build()

    page = workshop.sites()["public"]["divisions/office/index.html"].decode()

    assert 'href="tel:0000-0000021;ext=3">0000-0000021转3</a>' in page
