/** The most of an error's message that is kept, in characters. */
const limit = 200;

/** What was thrown says, in one line of bounded length. */
export function messageOf(error: unknown): string {
  const { name, message, cause } = (error ?? {}) as Partial<Error>;
  const said = (cause as Error | undefined)?.message || message || name || String(error);
  return said.replaceAll(/\s+/g, ' ').slice(0, limit);
}
