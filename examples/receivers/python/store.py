"""The shop's database: what each event did, once."""

import json
import sqlite3
import threading

from events import KINDS

SCHEMA = """
    pragma journal_mode = wal;
    create table if not exists events (provider text, id text, primary key (provider, id)) without rowid;
    create table if not exists objects (
        provider text, mode text, kind text, id text, tier integer, time real, step integer, state text,
        primary key (provider, mode, kind, id)
    ) without rowid;
"""

# Comparing all four columns makes the outcome the same for every order of arrival, ties included.
UPSERT = """
    insert into objects (provider, mode, kind, id, tier, time, step, state) values (?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (provider, mode, kind, id) do update
    set tier = excluded.tier, time = excluded.time, step = excluded.step, state = excluded.state
    where (excluded.tier, excluded.time, excluded.step, excluded.state)
        > (objects.tier, objects.time, objects.step, objects.state)
"""

AUTHORISED = {"smartpay": ("orders", ("succeeded", "requires_capture")), "useepay": ("payments", ("succeeded",))}


class Store:
    """One connection for all threads: SQLite writes one transaction at a time anyhow."""

    def __init__(self, path):
        self.lock = threading.Lock()
        # Give up soon, and let the provider retry. `isolation_level=None`: transactions begin where this file says.
        self.database = sqlite3.connect(path, timeout=0.25, isolation_level=None, check_same_thread=False)
        self.database.executescript(SCHEMA)

    def apply(self, change):
        """Stores a change, once per event. Raises, with nothing stored, when the database fails."""
        key = (change.provider, json.dumps(change.event_id))  # JSON also holds what is no valid Unicode
        with self.lock, Transaction(self.database) as database:
            if database.execute("insert or ignore into events values (?, ?)", key).rowcount == 1:
                row = (change.provider, change.mode, change.kind, json.dumps(change.state["id"]), *change.place)
                database.execute(UPSERT, (*row, json.dumps(change.state)))

    def effects(self):
        with self.lock:
            rows = {kind: self.rows(kind) for kind in KINDS}
        # Computed from the state and not collected from events, so nothing ships twice, however late or often it is said.
        shipments = [
            {"provider": provider, "id": row["id"], "reference": row.get("reference"), "decision": "ship"}
            for provider, (kind, statuses) in AUTHORISED.items()
            for row in rows[kind]
            if row["provider"] == provider and row["mode"] == "live" and row.get("status") in statuses
        ]
        for shipment in shipments:
            if shipment["reference"] is None:
                del shipment["reference"]
        return {**rows, "shipments": shipments}

    def rows(self, kind):
        found = self.database.execute(
            "select provider, mode, state from objects where kind = ? order by provider, mode, id", (kind,)
        )
        return [{"provider": provider, "mode": mode, **json.loads(state)} for provider, mode, state in found]

    def clear(self):
        with self.lock, Transaction(self.database) as database:
            database.execute("delete from events")
            database.execute("delete from objects")

    def close(self):
        with self.lock:
            self.database.close()


class Transaction:
    """All or nothing."""

    def __init__(self, database):
        self.database = database

    def __enter__(self):
        self.database.execute("begin immediate")
        return self.database

    def __exit__(self, kind, _error, _traceback):
        if kind is None:
            self.database.execute("commit")
        elif self.database.in_transaction:
            self.database.execute("rollback")
