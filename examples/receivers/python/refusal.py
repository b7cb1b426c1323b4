"""An answer other than 200, with a reason that is safe to show to anybody."""

BODY_LIMIT = 1024 * 1024

REASONS = {
    404: "there is nothing here",
    405: "only POST is allowed",
    413: f"the body is larger than {BODY_LIMIT} bytes",
    500: "something went wrong, please retry",
    503: "this provider is not configured",
}


class Refusal(Exception):
    def __init__(self, status, reason=None):
        super().__init__(reason or REASONS.get(status, "the request cannot be read"))
        self.status = status
