/**
 * Waits for `work`, but not for ever.
 * @param seconds how long at most
 * @param what names the thing waited for, as it should read in the error
 * @throws Error `Gave up after N s waiting for <what>`
 */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Gave up after ${seconds} s waiting for ${what}`)),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([work, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
