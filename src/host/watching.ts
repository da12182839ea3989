/** Why the system does not tell of all changes; a code of the system's own where it is none of these. */
export type BlindReason =
  | 'folder-limit'
  | 'file-limit'
  | 'not-watchable'
  | 'refused'
  | 'network'
  | { readonly code: string };

/** How it is noticed that the history shown has grown. */
export type Watching =
  /** Not at all: automatic refresh is switched off. */
  | { readonly kind: 'off' }
  /** The system tells. */
  | { readonly kind: 'told' }
  /** It is looked at every so often. */
  | { readonly kind: 'polled'; readonly seconds: number; readonly reason: BlindReason };

/** Tells what watches, for who is there before it: what watches comes a turn after the window's start. */
export class WatchingTeller {
  #look: () => Watching = () => ({ kind: 'off' });

  get now(): Watching {
    return this.#look();
  }

  /** @param look asked from now on */
  follow(look: () => Watching): void {
    this.#look = look;
  }
}
