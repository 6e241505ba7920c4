const FIRST_AFTER_MS = 1000;
const EVERY_MS = 100;
/** Before that, a rate says little. */
const RATE_AFTER_MS = 500;

/** Called again and again with what is being done, how much of it is done, and how much there is. */
export type Show = (stage: string, done: number, total: number) => void;

/** Where progress is shown, and by which clock. */
export interface Screen {
  /** Whether it is a terminal that somebody looks at. */
  isWatched: boolean;
  write(text: string): void;
  nowMs(): number;
}

/** Standard error: watched where it is a terminal, and not in CI. */
export function standardError(): Screen {
  return {
    isWatched: process.stderr.isTTY && !process.env['CI'],
    write: (text) => process.stderr.write(text),
    nowMs: () => performance.now(),
  };
}

/**
 * Show a line that says how far a run is that takes more than a second; nothing where nobody watches.
 *
 * @returns What stages call, and what takes the line away in the end.
 */
export function showProgress(screen: Screen = standardError()): { show: Show; clear: () => void } {
  let [stageNow, stageStarted, last] = ['', 0, screen.nowMs() + FIRST_AFTER_MS - EVERY_MS];
  let isShowing = false;
  const show: Show = (stage, done, total) => {
    if (!screen.isWatched) return;
    const now = screen.nowMs();
    if (stage !== stageNow) [stageNow, stageStarted] = [stage, now];
    if (now - last < EVERY_MS) return;
    last = now;
    isShowing = true;
    const tookMs = now - stageStarted;
    const rate = (1000 * done) / tookMs;
    const left =
      tookMs < RATE_AFTER_MS || done === 0 ? '' : `, ${Math.round(rate)} a second, ${timeLeft((total - done) / rate)} left`;
    screen.write(`${LINE_AFRESH}${stage}: ${done} of ${total}${left}`);
  };
  const clear = () => {
    if (isShowing) screen.write(LINE_AFRESH);
    isShowing = false;
  };
  return { show, clear };
}

/** Back to the line's beginning, and nothing on it. */
const LINE_AFRESH = '\r\u001B[K';

function timeLeft(seconds: number): string {
  return seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
