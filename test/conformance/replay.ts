import { execFileSync } from 'node:child_process';

/** What a replay command sends. Header names are in lower case. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [Name: string]: string };
  readonly body: string;
}

/** Says its words, and after `@-` what it is piped, as hexadecimal digits. */
const curl = String.raw`curl() {
  for last; do :; done
  if [ "$last" = @- ]; then set -- "$@" "$(od -An -v -tx1 | tr -d ' \n')"; fi
  printf '%s\0' "$#" "$@"
}`;

/** What each `curl` command sends. A real shell reads the commands, and curl's documentation says what the words mean. */
export function sentBy(commands: readonly string[]): Sent[] {
  const script = [curl, ...commands].join('\n');
  const words = execFileSync('sh', { input: script, encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0');
  const lists: string[][] = [];
  for (let at = 0; at < words.length - 1; at += Number(words[at]) + 1)
    lists.push(words.slice(at + 1, at + 1 + Number(words[at])));
  return lists.map(read);
}

function read([plain, show, asked, method, url, ...options]: readonly string[]): Sent {
  if (plain !== '-g' || show !== '-i' || asked !== '-X')
    throw new Error(`Cannot read curl command: it begins "${plain} ${show} ${asked}"`);
  const headers = new Map<string, string>();
  let body = '';
  for (let at = 0; at < options.length; at += 2) {
    const [option, value] = [options[at], options[at + 1]!];
    if (option === '-H') headers.set(...header(value));
    else if (option === '--data-raw') body = value;
    else if (option === '--data-binary' && value === '@-') body = Buffer.from(options[++at + 1]!, 'hex').toString();
    else throw new Error(`Cannot read curl command: option "${option} ${value}"`);
  }
  return { method: method!, url: url!, headers: Object.fromEntries(headers), body };
}

/** curl drops `Name:`, and sends `Name;` as a header without a value. */
function header(text: string): [string, string] {
  const [, name, rest] = /^([^:;]+)(;|: .+)$/s.exec(text) ?? [];
  if (name === undefined || rest === undefined) throw new Error(`Cannot read curl header: "${text}"`);
  return [name.toLowerCase(), rest.slice(2)];
}
