import type { Watch } from '../../src/pipeline/import-dumps.ts';

const FIRST_AFTER_MS = 1000;
const EVERY_MS = 100;

/**
 * Show a line on standard error that says how far a long run is; nothing when that is no terminal, or in CI.
 *
 * @returns What stages call, and what takes the line away in the end.
 */
export function watchProgress(): { watch: Watch; clear: () => void } {
  const isShown = process.stderr.isTTY && !process.env['CI'];
  const started = performance.now();
  let stageStarted = started;
  let stageNow = '';
  let last = started + FIRST_AFTER_MS - EVERY_MS;
  const watch: Watch = (stage, done, total) => {
    if (!isShown) return;
    const now = performance.now();
    if (stage !== stageNow) [stageNow, stageStarted] = [stage, now];
    if (now - last < EVERY_MS) return;
    last = now;
    const seconds = (now - stageStarted) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = rate > 0 ? `, ${Math.round(rate)} a second, ${Math.ceil((total - done) / rate)} s left` : '';
    process.stderr.write(`\r\u001B[K${stage}: ${done} of ${total}${left}`);
  };
  return { watch, clear: () => isShown && process.stderr.write('\r\u001B[K') };
}
