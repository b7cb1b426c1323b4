const spaces = [' ', '\n', '\t', '\r\n', '  '];

/** The JSON text of a value, with white space between its tokens and with escapes in its texts where asked for. */
export function spelled(
  value: unknown,
  dice: { readonly space: number | undefined; readonly escape: number | undefined },
): string {
  const text = JSON.stringify(value);
  const { space, escape } = dice;
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]/g, (token) => {
    if (token.startsWith('"')) return escape === undefined ? token : escaped(token, escape);
    return space === undefined
      ? token
      : `${spaces[space % spaces.length]!}${token}${spaces[(space >> 3) % spaces.length]!}`;
  });
}

/** A JSON text in which some characters that need no escape have one. */
function escaped(text: string, dice: number): string {
  return text.replaceAll(/\\u[0-9a-f]{4}|\\.|[^"\\]/g, (character) => {
    if (character.startsWith('\\')) return character;
    if (character === '/') return String.raw`\/`;
    const isChosen = character > '\u007f' || (character.charCodeAt(0) + dice) % 5 === 0;
    return isChosen ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;
  });
}
