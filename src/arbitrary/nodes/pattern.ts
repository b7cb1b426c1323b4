/** A regular expression as a tree. */
export type Pattern =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'class'; readonly characters: string }
  | { readonly kind: 'repeat'; readonly inner: Pattern; readonly min: number; readonly max: number }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] };

/** How often `*` and `+` repeat at most beyond what they must. */
const unbounded = 10;

const codes = (from: number, to: number) =>
  String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
const printable = codes(32, 126);
const digits = codes(48, 57);
const word = digits + codes(65, 90) + codes(97, 122) + '_';
const space = ' \t';
const without = (characters: string) =>
  Array.from(printable)
    .filter((each) => !characters.includes(each))
    .join('');
const shorthands: { readonly [Letter: string]: string } = {
  d: digits,
  D: without(digits),
  w: word,
  W: without(word),
  s: space,
  S: without(space),
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  v: '\v',
};

/** Thrown inside for what the parser does not know: back-references, properties, characters of two code units. */
class Unsupported extends Error {}

/** What a regular expression says. */
export interface Parsed {
  readonly pattern: Pattern;
  /** Whether every text of the pattern matches: what looks around, and an anchor inside a group, may refuse some. */
  readonly isExact: boolean;
}

/** Reads a regular expression made of literals, classes, groups, choices and repeats; `undefined` for any other. */
export function parsePattern({ source, flags }: RegExp): Parsed | undefined {
  if (/[^dgsuvy]/.test(flags) || /[\ud800-\udfff]/.test(source)) return undefined;
  try {
    const reader = new Reader(source);
    const pattern = reader.choice();
    return reader.atEnd() ? { pattern, isExact: reader.isExact && !flags.includes('v') } : undefined;
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Reader {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  isExact = true;

  constructor(source: string) {
    this.#source = source;
  }

  atEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  choice(): Pattern {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    while (!this.atEnd() && !'|)'.includes(this.#peek())) {
      if (this.#isAnchor(parts.length === 0)) {
        this.#at++;
        if (this.#depth > 0) this.isExact = false;
      } else parts.push(this.#repeated(this.#atom()));
    }
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #isAnchor(isFirst: boolean): boolean {
    if (this.#peek() === '^') return isFirst;
    return this.#peek() === '$' && [undefined, ')', '|'].includes(this.#source[this.#at + 1]);
  }

  #atom(): Pattern {
    const character = this.#next();
    if (character === '(') return this.#group();
    if (character === '[') return { kind: 'class', characters: this.#class() };
    if (character === '.') return { kind: 'class', characters: printable };
    if (character === '\\') {
      if (this.#take('b') || this.#take('B')) return this.#inexact();
      const characters = this.#escape();
      return characters.length === 1 ? { kind: 'literal', text: characters } : { kind: 'class', characters };
    }
    if ('^$'.includes(character)) throw new Unsupported();
    return { kind: 'literal', text: character };
  }

  #group(): Pattern {
    const looksAround = this.#lookAround();
    if (!looksAround && this.#take('?')) {
      if (this.#take('<')) this.#at = this.#source.indexOf('>', this.#at) + 1;
      else if (!this.#take(':')) throw new Unsupported();
    }
    this.#depth++;
    const inner = this.choice();
    this.#depth--;
    if (!this.#take(')')) throw new Unsupported();
    return looksAround ? this.#inexact() : inner;
  }

  #lookAround(): boolean {
    const [start] = /^\?<?[=!]/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += start?.length ?? 0;
    return start !== undefined;
  }

  /** What takes no characters, and may refuse those around it. */
  #inexact(): Pattern {
    this.isExact = false;
    return { kind: 'literal', text: '' };
  }

  #repeated(inner: Pattern): Pattern {
    const bounds = this.#bounds();
    if (bounds === undefined) return inner;
    this.#take('?');
    return { kind: 'repeat', inner, ...bounds };
  }

  #bounds(): { readonly min: number; readonly max: number } | undefined {
    if (this.#take('?')) return { min: 0, max: 1 };
    if (this.#take('*')) return { min: 0, max: unbounded };
    if (this.#take('+')) return { min: 1, max: 1 + unbounded };
    const [whole, min, comma, max] = /^\{(\d+)(,(\d*))?\}/.exec(this.#source.slice(this.#at)) ?? [];
    if (whole === undefined) return undefined;
    this.#at += whole.length;
    const least = Number(min);
    return { min: least, max: comma === undefined ? least : max === '' ? least + unbounded : Number(max) };
  }

  #class(): string {
    const isNegated = this.#take('^');
    let characters = '';
    while (!this.#take(']')) {
      const first = this.#member();
      const isRange = first.length === 1 && this.#peek() === '-' && this.#source[this.#at + 1] !== ']';
      if (isRange) this.#at++;
      characters += isRange ? codes(first.charCodeAt(0), this.#member().charCodeAt(0)) : first;
    }
    const each = [...new Set(characters)].join('');
    const members = isNegated ? without(each) : each;
    if (members === '') throw new Unsupported();
    return members;
  }

  #member(): string {
    const character = this.#next();
    if (character === '[') throw new Unsupported();
    return character === '\\' ? this.#escape() : character;
  }

  #escape(): string {
    const letter = this.#next();
    if (letter === 'u' || letter === 'x') {
      const [hex] = (letter === 'u' ? /^[0-9A-Fa-f]{4}/ : /^[0-9A-Fa-f]{2}/).exec(this.#source.slice(this.#at)) ?? [];
      if (hex === undefined) throw new Unsupported();
      this.#at += hex.length;
      return String.fromCharCode(parseInt(hex, 16));
    }
    if (/[bBpPkc0-9]/.test(letter)) throw new Unsupported();
    return shorthands[letter] ?? letter;
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #next(): string {
    if (this.atEnd()) throw new Unsupported();
    return this.#source[this.#at++]!;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }
}
