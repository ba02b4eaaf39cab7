"""Which files a page hands to its browser, and that no typed text is one."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.support.web.messages import naming, offering, saying
from web.server.named_files import ON_DEMAND, files_named


def test_a_file_to_download_and_a_place_to_upload_to_are_named() -> None:
    places = ForwardMsg()
    one = places.file_urls_response.file_urls.add()
    one.upload_url = one.delete_url = "/_stcore/upload_file/s1/f1"
    button = ForwardMsg()
    button.delta.new_element.download_button.url = "/media/abc.csv?title=x"

    assert files_named(naming("/media/abc.pdf")) == ["/media/abc.pdf"]
    assert set(files_named(places.SerializeToString())) == {"/_stcore/upload_file/s1/f1"}
    assert files_named(button.SerializeToString()) == ["/media/abc.csv"]


def test_a_file_that_is_made_on_demand_is_named_by_its_id() -> None:
    identifier = "0123456789abcdef" * 2  # as long as those of Streamlit

    assert files_named(offering(identifier)) == [f"{ON_DEMAND}{identifier}"]
    assert files_named(saying(f"{ON_DEMAND}{identifier}")) == []


def test_the_address_of_a_file_that_somebody_typed_names_none() -> None:
    assert files_named(saying("/media/abc.pdf")) == []
    assert files_named(saying("see /media/abc.pdf and /_stcore/upload_file/s1/f1")) == []


def test_what_is_no_message_names_none() -> None:
    assert files_named(b"") == []
    assert files_named(b"\xff\xff /media/abc.pdf") == []
    assert files_named(naming("https://elsewhere.example/media/abc.pdf")) == []


def test_a_font_or_a_list_of_other_things_names_none() -> None:
    message = ForwardMsg()
    message.new_session.custom_theme.font_faces.add().url = "/media/x"
    assert files_named(message.SerializeToString()) == []
