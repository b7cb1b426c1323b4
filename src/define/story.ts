/** When an event of the fixtures' story happens, and what is different in its object by then. */
export interface Moment {
  /** ISO 8601. */
  readonly at: string;
  /** Laid over the object in every shape. */
  readonly set?: object;
  /** Laid over the object in the shape named. */
  readonly inShape?: { readonly [Shape: string]: object };
  /** Laid over the object in the pinned alternative named. */
  readonly inAlternative?: { readonly [Alternative: string]: object };
}

/** The one coherent story that a version's fixtures tell: a moment for each event type. */
export type Story<Events> = { readonly [Type in keyof Events]: Moment };
