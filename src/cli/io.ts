/** What a command may touch of the world. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  readonly env: { readonly [Name: string]: string | undefined };
  /** Whether `err` is a terminal, for progress; and whether `out` is one, for colour. */
  readonly terminal: { readonly out: boolean; readonly err: boolean };
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly flags: { readonly [Name: string]: Flag };
  /** Returns the exit code: 0 yes, 1 no. What could not be done is thrown. */
  readonly run: (words: readonly string[], flags: Flags, io: Io) => Promise<number>;
}

/** One flag of a command. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What its value is called in the help. */
  readonly value?: string;
  /** The heading it stands under in the help. */
  readonly group?: string;
  readonly help: string;
}

/** The flags of one call, by name. */
export type Flags = { readonly [Name: string]: string | boolean | readonly (string | boolean)[] | undefined };

/** A flag's text, or `undefined` where it was not given. */
export function text(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** Every text given for a flag. */
export function texts(flags: Flags, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** What `--json` prints. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
