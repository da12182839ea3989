import type { Snapshot } from '../../files/shared/snapshot.ts';

/** What a snapshot is large by. */
type Bulk = Pick<Snapshot, 'achievements' | 'days'>;

/** A snapshot on its way to another thread. Null stands for what the one sent before it held. */
type SentSnapshot = Omit<Snapshot, keyof Bulk> & { readonly [Part in keyof Bulk]: Bulk[Part] | null };

/** A message whose snapshot, if it has one, is on its way. */
export type Sent<Message> = Message extends { readonly snapshot: Snapshot }
  ? Omit<Message, 'snapshot'> & { readonly snapshot: SentSnapshot }
  : Message;

/**
 * Copying achievements and days is what a message between threads costs, and most snapshots have those of the one before:
 * a scan's result repeats its last event, and where nothing was written nothing else has changed either.
 */
export class SnapshotSender {
  #last: Bulk | undefined;

  pack<Message extends object>(message: Message): Sent<Message> {
    if (!hasSnapshot<Snapshot>(message)) return message as Sent<Message>;
    const { snapshot } = message;
    const before = this.#last;
    this.#last = snapshot;
    return {
      ...message,
      snapshot: {
        ...snapshot,
        achievements: snapshot.achievements === before?.achievements ? null : snapshot.achievements,
        days: snapshot.days === before?.days ? null : snapshot.days,
      },
    } as Sent<Message>;
  }
}

/** The other end: gets every message of one sender, in their order. */
export class SnapshotReceiver {
  #last: Bulk = { achievements: [], days: [] };

  unpack<Message extends object>(sent: Sent<Message>): Message {
    if (!hasSnapshot<SentSnapshot>(sent)) return sent as Message;
    const achievements = sent.snapshot.achievements ?? this.#last.achievements;
    const days = sent.snapshot.days ?? this.#last.days;
    this.#last = { achievements, days };
    return { ...sent, snapshot: { ...sent.snapshot, achievements, days } } as unknown as Message;
  }
}

function hasSnapshot<Kind>(message: unknown): message is { readonly snapshot: Kind } {
  return (
    typeof message === 'object' && message !== null && 'snapshot' in message && message.snapshot !== null
  );
}
