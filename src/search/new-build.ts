const RELOADED = 'offprint-reloaded';

/**
 * Load the page anew after a failure: a new build may have taken away the files that an open page still asks for.
 *
 * It happens once: not again before `foundWell` was called, so that a lasting failure never goes in a circle, and not
 * where the page itself cannot be fetched.
 *
 * @returns False when the page stays as it is, and the failure must be shown.
 */
export async function reloadOnce(): Promise<boolean> {
  try {
    if (sessionStorage.getItem(RELOADED) !== null) return false;
    const { ok } = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    if (!ok) return false;
    sessionStorage.setItem(RELOADED, 'yes');
    location.reload();
    return true;
  } catch {
    return false; // offline, or a browser that keeps nothing
  }
}

/** Say that all files were there: the next failure may reload again. */
export function foundWell(): void {
  try {
    sessionStorage.removeItem(RELOADED);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
