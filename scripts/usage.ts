/** What a command takes, from whatever it was given: wrong usage is told by an error that `read` throws, and ends the program. */
export function readOrExit<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    return stop((error as Error).message, usage);
  }
}

/** End the program by what is wrong and how the command is used, with exit code 2. */
export function stop(why: string, usage: string): never {
  console.error(`${why}\nUsage: ${usage}`);
  process.exit(2);
}

/** A whole number above 0 that an option takes. */
export function readCount(option: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`${option} takes a whole number above 0, not "${value}".`);
  return Number(value);
}
