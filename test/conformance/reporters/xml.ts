/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: { readonly [Name: string]: string };
  readonly children: readonly Element[];
  readonly text: string;
}

/** The root of an XML document. Throws for all that is not well-formed and for what `renderJUnit` does not write. */
export function parseXml(document: string): Element {
  // oxlint-disable-next-line no-control-regex -- the characters that XML 1.0 allows
  if (!/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(document))
    throw new Error('a character is not allowed');
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(document);
    if (match === null) return undefined;
    at = pattern.lastIndex;
    return match;
  };
  const fail = (what: string) => new Error(`${what} is missing at ${at}: ${document.slice(at, at + 40)}`);
  const element = (): Element => {
    const name = take(/<([a-z-]+)/y)?.[1];
    if (name === undefined) throw fail('an element');
    const attributes: Record<string, string> = {};
    for (let pair = take(/\s+([a-z]+)="([^"<]*)"/y); pair !== undefined; pair = take(/\s+([a-z]+)="([^"<]*)"/y)) {
      if (Object.hasOwn(attributes, pair[1]!)) throw new Error(`attribute "${pair[1]}" is doubled`);
      attributes[pair[1]!] = unescape(pair[2]!);
    }
    if (take(/\s*\/>/y) !== undefined) return { name, attributes, children: [], text: '' };
    if (take(/\s*>/y) === undefined) throw fail('">"');
    const children: Element[] = [];
    let text = '';
    for (;;) {
      text += unescape(take(/[^<]*/y)![0]);
      if (document.startsWith('</', at)) break;
      children.push(element());
    }
    if (take(new RegExp(`</${name}>`, 'y')) === undefined) throw fail(`the end of ${name}`);
    return { name, attributes, children, text };
  };
  if (take(/<\?xml version="1\.0" encoding="UTF-8"\?>\s*/y) === undefined) throw fail('the declaration');
  const root = element();
  if (document.slice(at).trim() !== '') throw new Error('something follows the root');
  return root;
}

const entities: { readonly [Name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescape(text: string): string {
  if (text.includes(']]>')) throw new Error('"]]>" is not allowed in text');
  return text.replaceAll(/&(\w*);?/g, (whole, name: string) => {
    if (whole !== `&${name};` || entities[name] === undefined) throw new Error(`"${whole}" is no entity`);
    return entities[name];
  });
}
