/**
 * Gives up in so many milliseconds, though not before what came in while this process was busy has been read. Returns what
 * calls it off.
 */
export function giveUpAfter(milliseconds: number, giveUp: () => void): () => void {
  let timer = setTimeout(() => {
    timer = setTimeout(giveUp);
  }, milliseconds);
  return () => clearTimeout(timer);
}
