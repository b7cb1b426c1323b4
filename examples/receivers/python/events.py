"""Reads an authenticated event: what it says about one object, and how far along it says the object is."""

import json
import math
import re
from dataclasses import dataclass
from datetime import datetime

from refusal import Refusal


@dataclass(frozen=True)
class Change:
    provider: str
    mode: str  # test objects live beside the real ones, under a key of their own
    event_id: str
    kind: str
    # Deliveries come late, twice and in any order. Of two changes to one object the higher place stands:
    # tier (never left backwards), then time, then the step within the tier.
    place: tuple
    state: dict


KINDS = (
    "orders payments refunds tokens coupons promotionCodes subscriptions invoices checkoutSessions disputes"
).split()

ACTIVITY = [["active", "inactive"]]
SMARTPAY_STAGES = {
    # A soft-declined order still "requires_authorization", so a later authorisation moves it on.
    "orders": [["requires_authorization", "pending"], ["requires_capture"], ["rejected", "failed"], ["succeeded"], ["canceled"]],
    "payments": [["processed"], ["refunded"]],
    "refunds": [["failed"], ["succeeded"]],
    "tokens": [["requires_authorization"], ["active", "disabled"], ["rejected"], ["deleted"]],
    "coupons": ACTIVITY,
    "promotionCodes": ACTIVITY,
}
SMARTPAY_KINDS = {
    **dict.fromkeys(["order.authorized", "order.rejected", "order.canceled"], "orders"),
    "payment.created": "payments",
    "refund.created": "refunds",
    **{f"token.{what}": "tokens" for what in "created approved rejected enabled disabled used deleted".split()},
    **dict.fromkeys(["coupon.created", "coupon.updated"], "coupons"),
    **dict.fromkeys(["promotion_code.created", "promotion_code.updated"], "promotionCodes"),
}

USEEPAY_STAGES = {
    # A payment that succeeded stays so, says UseePay.
    "payments": [
        ["requires_payment_method", "requires_customer_action", "pending", "requires_capture"],
        ["failed"],
        ["canceled"],
        ["succeeded"],
    ],
    "refunds": [["received"], ["accepted"], ["failed"], ["succeeded"]],
    "subscriptions": [
        ["incomplete"],
        ["trialing", "active", "past_due", "unpaid", "paused"],
        ["incomplete_expired", "expired"],
        ["canceled"],
    ],
    "invoices": [["draft"], ["open"], ["payment_failed"], ["uncollectible"], ["void", "canceled"], ["paid"]],
    "checkoutSessions": [["open"], ["expired"], ["complete"]],
    "disputes": [["created"], ["closed"]],
}
USEEPAY_NAMES = {
    "payment_intent": ("payments", "created requires_payment_method requires_customer_action requires_capture pending succeeded canceled failed"),
    "refund": ("refunds", "received accepted succeeded failed"),
    "subscription": ("subscriptions", "created active updated unpaid paused canceled expired"),
    "invoice": ("invoices", "sent paid payment_failed canceled"),
    "checkout_session": ("checkoutSessions", "completed expired"),
    "dispute": ("disputes", "created closed"),
}
USEEPAY_KINDS = {
    f"{prefix}.{action}": kind for prefix, (kind, actions) in USEEPAY_NAMES.items() for action in actions.split()
}
OTHER_SPELLINGS = {
    "invoice.open": "invoice.sent",
    "dispute.create": "dispute.created",
    "dispute.cteate": "dispute.created",
}


def read_smartpay(event):
    """The change that a Smartpay event asks for, or None when there is nothing to do."""
    event_id = require_text(event.get("id"), "id")
    event_data = require_object(event.get("eventData"), "eventData")
    kind = SMARTPAY_KINDS.get(require_text(event_data.get("type"), "eventData.type"))
    if kind is None:
        return None
    data = require_object(event_data.get("data"), "eventData.data")
    status = text(data.get("status"))
    if status is None and isinstance(data.get("active"), bool):
        status = "active" if data["active"] else "inactive"
    reached = place(SMARTPAY_STAGES[kind], status, instant(first(data, "updatedAt", "createdAt")))
    if reached is None:
        return None
    mode = "live" if event.get("test") is False and data.get("test") is not True else "test"
    state = {
        "id": require_text(data.get("id"), "eventData.data.id"),
        "status": status,
        "amount": amount(data.get("amount")),
        "currency": text(data.get("currency")),
        "reference": text(data.get("reference")),
        "order": id_of(data.get("order")),
        "payment": id_of(data.get("payment")),
    }
    return Change("smartpay", mode, event_id, kind, reached, known(state))


def read_useepay(event):
    """The change that a UseePay event asks for, or None when there is nothing to do."""
    # The dispute event is printed with "eventId" and "date" where all others have "id" and "data".
    event_id = require_text(first(event, "id", "eventId"), "id")
    name = re.sub(r"\.cancelled\Z", ".canceled", require_text(event.get("name"), "name"))
    name = OTHER_SPELLINGS.get(name, name)
    kind = USEEPAY_KINDS.get(name)
    if kind is None:
        return None
    data = require_object(first(event, "data", "date"), "data")
    status = "canceled" if data.get("status") == "cancelled" else text(data.get("status"))
    # The statuses of a dispute are not documented, its two events are.
    stage = name.split(".")[1] if kind == "disputes" else status
    reached = place(USEEPAY_STAGES[kind], stage, instant(first(data, "modify_at", "created_at", "create_at")))
    if reached is None:
        return None
    state = {
        "id": require_text(data.get("id"), "data.id"),
        "status": status,
        "amount": amount(first(data, "amount", "total_amount")),
        "currency": text(data.get("currency")),
        "reference": text(data.get("merchant_order_id")),
        "payment": text(data.get("payment_intent_id")),
        "subscription": text(data.get("subscription_id")),
        "customer": text(data.get("customer_id")) or id_of(data.get("customer")),
    }
    # Events carry no test flag: the sandbox signs with a key of its own.
    return Change("useepay", "live", event_id, kind, reached, known(state))


def place(stages, status, time):
    """A new status has no place, and what it means is for a person to say; none at all comes before every other."""
    if status is None:
        return (-1, time, -1)
    for tier, statuses in enumerate(stages):
        if status in statuses:
            return (tier, time, statuses.index(status))
    return None


def parse_object(body):
    """The JSON object in an authenticated body; refuses anything else with 400."""
    try:
        value = json.loads(body.decode("utf-8-sig"), parse_int=integer, parse_constant=no_number)
    except (ValueError, RecursionError):  # a body that is nested too deeply is refused like one that is no JSON
        raise Refusal(400, "the body is not JSON") from None
    return require_object(value, "the body")


def integer(digits):
    return int(digits) if len(digits) < 300 else float(digits)


def no_number(constant):
    raise ValueError(f"{constant} is not JSON")


def require_object(value, subject):
    if not isinstance(value, dict):
        raise Refusal(400, f"{subject} is not an object")
    return value


def require_text(value, subject):
    if text(value) is None:
        raise Refusal(400, f"{subject} is not a string")
    return value


def text(value):
    """A string that says something, or None."""
    return value if isinstance(value, str) and value else None


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def amount(value):
    """An amount exactly as it was received: never rounded, scaled or converted."""
    return value if is_number(value) else text(value)


def instant(value):
    """A moment in milliseconds since 1970; 0 when the value is not one."""
    if is_number(value):
        return float(value * 1000 if value < 1e11 else value)
    try:
        # UseePay prints dispute times as "2026-03-31T03: 31: 49Z".
        return datetime.fromisoformat(re.sub(r":\s+", ":", value).replace("Z", "+00:00")).timestamp() * 1000
    except (TypeError, ValueError, OverflowError):
        return 0.0


def first(fields, *names):
    """The first of the fields that is neither absent nor null."""
    return next((fields[name] for name in names if fields.get(name) is not None), None)


def id_of(link):
    """The id of a linked object, whether it came as an id or expanded."""
    return text(link.get("id")) if isinstance(link, dict) else text(link)


def known(state):
    return {field: value for field, value in state.items() if value is not None}
