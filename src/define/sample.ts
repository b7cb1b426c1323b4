/** A payload as the documentation prints it, value for value. */
export interface Sample {
  /** The event type of its row; the printed spelling is in the value. */
  readonly type: string;
  /** The shape of the object it shows. */
  readonly shape: string;
  readonly envelope: string;
  readonly value: object;
  readonly source: string;
  /** What had to be mended before it could be read, where something had to be. */
  readonly repaired?: string;
}
