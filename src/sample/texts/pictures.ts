import type { Random } from '../random.ts';

/** What Hermes puts before content that is a list of parts rather than a text. */
const STRUCTURED = '\0json:';

/** A request with a picture, as Hermes stores it. The picture's bytes are noise of a small photograph's size. */
export function pictureMessage(text: string, random: Random): string {
  const url = `data:image/png;base64,iVBORw0KGgo${noise(random, random.int(2000, 12_000))}`;
  return (
    STRUCTURED +
    JSON.stringify([
      { type: 'text', text },
      { type: 'image_url', image_url: { url } },
    ])
  );
}

function noise(random: Random, bytes: number): string {
  const words = new Int32Array(Math.ceil(bytes / 4));
  for (let i = 0; i < words.length; i++) words[i] = random.next() * 4294967296;
  return Buffer.from(words.buffer).toString('base64');
}
