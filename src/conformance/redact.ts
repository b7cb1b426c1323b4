/** What stands in a report in place of a secret, or of a part of one. */
const mark = '[secret]';

/** The shortest secret, the shortest part that is taken for one, and the blocks it is found by, in characters. */
const length = { secret: 4, part: 12, block: 6 };

/** A copy of a value in which no text holds a secret: not whole, not a part of a long one, not as base64, not a PEM's lines. */
export function withoutSecrets<Value>(value: Value, secrets: readonly string[]): Value {
  const redact = redactor(secrets);
  const walk = (inner: unknown): unknown => {
    if (typeof inner === 'string') return redact(inner);
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, field]) => [redact(key), walk(field)]));
  };
  // The shape stays as it is: only texts are exchanged for texts.
  return walk(value) as Value;
}

function redactor(secrets: readonly string[]): (text: string) => string {
  const given = secrets
    .filter((secret) => secret.trim().length >= length.secret)
    .toSorted((a, b) => b.length - a.length);
  const forms = given.flatMap((secret) => [bare(secret), base64(secret)]);
  const blocks = new Set(forms.flatMap((form) => blocksOf(form)));
  const isBlock = (text: string, at: number) => blocks.has(text.slice(at, at + length.block));
  return (text) => {
    const whole = given.reduce((shown, secret) => shown.replaceAll(secret, mark), text);
    let redacted = '';
    let kept = 0;
    for (let at = 0; at + length.block <= whole.length; at += length.block) {
      if (at < kept || !isBlock(whole, at)) continue;
      let [from, to] = [at, at];
      while (from > kept && isBlock(whole, from - 1)) from--;
      while (isBlock(whole, to + 1)) to++;
      to += length.block;
      if (to - from < length.part) continue;
      redacted += whole.slice(kept, from) + mark;
      kept = to;
    }
    return redacted + whole.slice(kept);
  };
}

/** A PEM's content, or another secret, without line breaks. */
function bare(secret: string): string {
  return secret.replaceAll(/-----[A-Z ]+-----|\s/g, '');
}

function base64(secret: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(secret)));
}

function blocksOf(form: string): string[] {
  if (form.length < length.part) return [];
  return Array.from({ length: form.length - length.block + 1 }, (_, at) => form.slice(at, at + length.block));
}
