import type { Snapshot } from '../../files/shared/snapshot.ts';

/** A snapshot on its way to another thread. Null stands for the achievements of the one sent before it. */
type SentSnapshot = Omit<Snapshot, 'achievements'> & {
  readonly achievements: Snapshot['achievements'] | null;
};

/** A message whose snapshot, if it has one, is on its way. */
export type Sent<Message> = Message extends { readonly snapshot: Snapshot }
  ? Omit<Message, 'snapshot'> & { readonly snapshot: SentSnapshot }
  : Message;

/**
 * Copying the achievements is what a message between threads costs, and most snapshots have those of the one before:
 * a scan's result repeats its last event, and where nothing was written nothing else has changed either.
 */
export class SnapshotSender {
  #last: Snapshot['achievements'] | undefined;

  pack<Message extends object>(message: Message): Sent<Message> {
    if (!hasSnapshot<Snapshot>(message)) return message as Sent<Message>;
    const { snapshot } = message;
    const isRepeated = snapshot.achievements === this.#last;
    this.#last = snapshot.achievements;
    const achievements = isRepeated ? null : snapshot.achievements;
    return { ...message, snapshot: { ...snapshot, achievements } } as Sent<Message>;
  }
}

/** The other end: gets every message of one sender, in their order. */
export class SnapshotReceiver {
  #last: Snapshot['achievements'] = [];

  unpack<Message extends object>(sent: Sent<Message>): Message {
    if (!hasSnapshot<SentSnapshot>(sent)) return sent as Message;
    const achievements = sent.snapshot.achievements ?? this.#last;
    this.#last = achievements;
    return { ...sent, snapshot: { ...sent.snapshot, achievements } } as unknown as Message;
  }
}

function hasSnapshot<Kind>(message: unknown): message is { readonly snapshot: Kind } {
  return (
    typeof message === 'object' && message !== null && 'snapshot' in message && message.snapshot !== null
  );
}
