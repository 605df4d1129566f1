"""The tables: made, brought up to date, and never touched where they are not ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, make_url

from boxoffice.service.data.migrations import HEAD
from boxoffice.service.data.schema import metadata
from boxoffice.service.data.store import CannotOpen, NewerData, NotOurData, Store
from boxoffice.service.errors import ServiceError
from tests.postgresql import Server
from tests.service.data.test_durability import to_first_version
from tests.service_fixture import running_service

SECRET = "s3cr3t-word"


@contextmanager
def owner(server: Server, address: str) -> Iterator[Connection]:
    url = make_url(server.owners(address)).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def differences(store: Store) -> list[object]:
    """Between the tables there are and those that the program knows."""
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return list(compare_metadata(context, metadata))


def test_the_newest_step_is_the_one_that_is_named() -> None:
    config = Config()
    config.set_main_option("script_location", "boxoffice.service.data:migrations")
    steps = ScriptDirectory.from_config(config)
    assert steps.get_heads() == [HEAD]
    # The header of a SQLite file counts them, and a newer database is told by its number.
    numbers = sorted(step.revision for step in steps.walk_revisions())
    assert numbers == [f"{number:04}" for number in range(1, int(HEAD) + 1)]


def test_a_new_file_has_the_tables_that_the_program_knows(tmp_path: Path) -> None:
    store = Store(tmp_path / "new.sqlite")
    assert differences(store) == []
    assert store.is_new
    store.close()


def test_a_new_database_has_the_tables_that_the_program_knows(server: Server) -> None:
    store = Store(server.owners(server.new_database()))
    assert differences(store) == []
    assert not store.is_new
    store.close()


def test_an_old_file_is_brought_to_the_tables_that_the_program_knows(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with running_service(data=path):
        pass
    to_first_version(path)
    store = Store(path)
    # Where an old file says a thing otherwise (a unique index for a constraint), it stays.
    changes = [change[0] for change in differences(store) if isinstance(change, tuple)]
    assert [change for change in changes if change.endswith(("table", "column"))] == []
    store.close()


@pytest.mark.parametrize("revision", [f"{int(HEAD) + 1:04}", "0010", "9999"])
def test_a_database_of_a_newer_version_is_refused_and_unchanged(
    server: Server, revision: str
) -> None:
    address = server.new_database()
    with owner(server, address) as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
        connection.exec_driver_sql("DROP INDEX one_owner")
        before = tables(connection)
        with pytest.raises(NewerData, match=address.rsplit("/", 1)[1]):
            Store(server.owners(address))
        assert tables(connection) == before
        query = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
        assert query.scalar_one() == revision


def tables(connection: Connection) -> list[tuple[str, ...]]:
    """Every relation there is, with what it is and how many pages it has."""
    query = (
        "SELECT relname, relkind::text, pg_relation_size(oid)::text FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace ORDER BY 1"
    )
    return [tuple(row) for row in connection.exec_driver_sql(query)]


@pytest.mark.parametrize("name", ["somebody", "orders", "alembic_version"])
def test_a_database_with_tables_of_others_is_refused_untouched(server: Server, name: str) -> None:
    address = server.new_database()
    with owner(server, address) as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        connection.exec_driver_sql(f"CREATE TABLE {name} (version_num TEXT)")
        connection.exec_driver_sql(f"INSERT INTO {name} VALUES ('0001')")
        before = tables(connection)
        with pytest.raises(NotOurData, match="left as it is"):
            Store(server.owners(address))
        assert tables(connection) == before


def unreachable(server: Server) -> str:
    return f"postgresql://boxoffice:{SECRET}@127.0.0.1:1/house"


def missing(server: Server) -> str:
    return f"postgresql://boxoffice:{SECRET}@127.0.0.1:{server.port}/nowhere"


def stranger(server: Server) -> str:
    return f"postgresql://nobody:{SECRET}@127.0.0.1:{server.port}/postgres"


def without_rights(server: Server) -> str:
    """An empty database, and the role of a service, which may not make tables."""
    address = server.new_database()
    with owner(server, address) as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        connection.exec_driver_sql("GRANT USAGE ON SCHEMA public TO boxoffice_service")
    return address.replace("@", f":{SECRET}@")


def unknown_host(server: Server) -> str:
    return f"postgresql://boxoffice:{SECRET}@host.invalid/house"


def bad_option(server: Server) -> str:
    return f"postgresql://boxoffice:{SECRET}@127.0.0.1:{server.port}/house?sslmode=perhaps"


def bad_port(server: Server) -> str:
    return f"postgresql://boxoffice:{SECRET}@127.0.0.1:port/house"


@pytest.mark.parametrize(
    "address", [unreachable, missing, stranger, without_rights, unknown_host, bad_option, bad_port]
)
def test_a_database_that_cannot_be_used_is_told_in_one_line_without_the_password(
    server: Server, address: Callable[[Server], str]
) -> None:
    with pytest.raises(CannotOpen) as told:
        Store(address(server))
    text = str(told.value)
    assert text.startswith("cannot use ")
    assert "\n" not in text
    assert SECRET not in text
    assert len(text) > len("cannot use : ") + 10


@pytest.mark.parametrize("address", ["", "house", "mysql://x@y/z", "postgresql://", "://", "\0"])
def test_what_is_no_address_is_told(server: Server, address: str) -> None:
    with pytest.raises(ServiceError) as told:
        Store(address)
    assert "\n" not in str(told.value)


def test_a_file_of_a_newer_step_is_refused_and_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite"
    Store(path).close()
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {3 + int(HEAD) + 1}")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NewerData, match=r"newer\.sqlite"):
        Store(path)
    assert path.read_bytes() == before
