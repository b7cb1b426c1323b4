/** What of a fast-check arbitrary is measured; the same in every version. */
interface Drawable<Source> {
  generate(source: Source, bias: number | undefined): { readonly value: unknown };
}

/** fast-check's bias in each of the 1,000 runs of a property. */
const biases = Array.from({ length: 1000 }, (_, run) => 2 + Math.floor(Math.log10(run + 1)));

/** Draws one value after the other, as a property of 1,000 runs does, over and over. */
export function drawing<Source>(arbitrary: Drawable<Source>, source: Source): () => unknown {
  let run = 0;
  return () => {
    run = (run + 1) % biases.length;
    return arbitrary.generate(source, biases[run]).value;
  };
}
