/** A URL, even one that is none, without the user name and the password that it may hold: for messages. */
export function withoutLogin(url: string): string {
  return url.replace(/\/\/.*@/s, '//');
}
