/** How many keys are kept: a test run has a pair or two. */
const limit = 16;

const keys = new Map<string, Promise<CryptoKey>>();

/** The key that `read` gave for `name` before, or gives now. Reading an RSA key takes longer than signing with it. */
export function remember(name: string, read: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = read();
  if (keys.size >= limit) keys.delete(keys.keys().next().value!);
  keys.set(name, key);
  key.catch(() => keys.delete(name));
  return key;
}
