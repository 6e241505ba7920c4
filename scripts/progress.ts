const FIRST_AFTER_MS = 1000;
const EVERY_MS = 100;

/** Called again and again with what is being done, how much of it is done, and how much there is. */
export type Show = (stage: string, done: number, total: number) => void;

/**
 * Show a line on standard error that says how far a long run is; nothing when that is no terminal, or in CI.
 *
 * @returns What stages call, and what takes the line away in the end.
 */
export function showProgress(): { show: Show; clear: () => void } {
  const isShown = process.stderr.isTTY && !process.env['CI'];
  let [stageNow, stageStarted, last] = ['', 0, performance.now() + FIRST_AFTER_MS - EVERY_MS];
  const show: Show = (stage, done, total) => {
    if (!isShown) return;
    const now = performance.now();
    if (stage !== stageNow) [stageNow, stageStarted] = [stage, now];
    if (now - last < EVERY_MS) return;
    last = now;
    const rate = done / Math.max((now - stageStarted) / 1000, 0.001);
    const left = rate > 0 ? `, ${Math.round(rate)} a second, ${Math.ceil((total - done) / rate)} s left` : '';
    process.stderr.write(`\r\u001B[K${stage}: ${done} of ${total}${left}`);
  };
  return { show, clear: () => isShown && process.stderr.write('\r\u001B[K') };
}
