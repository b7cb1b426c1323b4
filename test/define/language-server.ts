import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** What an editor shows when somebody points at `name`, where `text` first has it, by TypeScript's own language server. */
export async function hover(text: string, names: readonly string[]): Promise<string[]> {
  const server = startServer();
  const uri = pathToFileURL(join(root, 'test/define/unsaved.ts')).href;
  try {
    const hoverCapability = { contentFormat: ['plaintext'] };
    await server.ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(root).href,
      capabilities: { textDocument: { hover: hoverCapability } },
    });
    server.tell('initialized', {});
    server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
    const shown = names.map(async (name) => {
      const answer = await server.ask('textDocument/hover', {
        textDocument: { uri },
        position: positionOf(text, name),
      });
      return (answer as { readonly contents: { readonly value: string } }).contents.value;
    });
    return await Promise.all(shown);
  } finally {
    server.stop();
  }
}

function positionOf(text: string, name: string) {
  const before = text.slice(0, text.indexOf(name)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

function startServer() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdin, stdout } = spawn(process.execPath, [compiler, '--lsp', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map<number, (answer: Message) => void>();
  let asked = 0;
  let received: Buffer = Buffer.alloc(0);

  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const receive = (message: Message) => {
    const { id, method, params } = message;
    if (id === undefined) return;
    if (method === undefined) waiting.get(id)?.(message);
    // The server asks for settings, one per item, and to register for changes: it has none and needs none.
    else send({ id, result: (params as { readonly items?: readonly unknown[] }).items?.map(() => null) ?? null });
  };
  stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const start = received.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, start).toString())?.[1]);
      if (start < 4 || received.length < start + length) return;
      receive(JSON.parse(received.subarray(start, start + length).toString()));
      received = received.subarray(start + length);
    }
  });
  return {
    tell: (method: string, params: object) => send({ method, params }),
    ask: (method: string, params: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        waiting.set((asked += 1), ({ result, error }) =>
          error === undefined ? resolve(result) : reject(new Error(error.message)),
        );
        send({ id: asked, method, params });
      }),
    /** The server ends with its input. */
    stop: () => stdin.end(),
  };
}
