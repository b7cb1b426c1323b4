/**
 * What a terminal obeys, what turns text round, and what no text may hold: controls other than tab and line feed, marks of
 * direction, invisible joiners, noncharacters, lone surrogates.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text in which everything that is not to be seen is spelled out, as `\u202e`: a receiver may answer with anything. */
export function visible(text: string): string {
  return text.replaceAll(unseen, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same, in one line. */
export function visibleLine(text: string): string {
  return visible(text)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`);
}

/** A value of a payload or an effect, as JSON in one line of bounded length; `nothing` where there is none. */
export function shownValue(value: unknown, most = 120): string {
  if (value === undefined) return 'nothing';
  const text = visibleLine(JSON.stringify(value));
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
