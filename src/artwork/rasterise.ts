/** For the browser only: it needs `Image` and `<canvas>`. */

export interface PixelSize {
  width: number;
  height: number;
}

/**
 * Draws a self-contained SVG to PNG bytes. Nothing is fetched: the SVG travels in a `data:` URL, which the page's
 * content security policy must allow for images (`img-src data:`).
 * @throws {Error} if the browser cannot read the SVG, or has no memory left for the picture.
 */
export async function rasteriseSvg(
  svg: string,
  { width, height }: PixelSize,
): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch (cause) {
    throw new Error('The picture could not be drawn', { cause });
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return pngOf(canvas);
}

/** At once: `toBlob` waits until the page is idle, which in Chromium can take seconds after an animation. */
function pngOf(canvas: HTMLCanvasElement): Uint8Array<ArrayBuffer> {
  const [, base64] = canvas.toDataURL('image/png').split('data:image/png;base64,');
  if (base64 === undefined) throw new Error('The picture could not be drawn');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
