import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, delimiter } from 'node:path';

/** What one run of a command took. */
export interface Cost {
  wallS: number;
  /** User and system time of the command and all that it started, in seconds; undefined where there is no /proc. */
  cpuS: number | undefined;
  /** Most memory that one of its processes held at once, in MB (10⁶ bytes); undefined where there is no /proc. */
  peakMb: number | undefined;
  /** Most that all its processes held at one time; pages that they share are counted for each. */
  treeMb: number | undefined;
}

const SAMPLE_MS = 50;
const TICKS_A_SECOND = 100; // Linux's USER_HZ, the same on every architecture that Node runs on

/** Run a command to its end, watching its memory through Linux's /proc. Throws with its output when it fails. */
export async function measure(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Cost> {
  const started = performance.now();
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Scripts of other packages run on the Node that runs this one, not on whichever the machine has.
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`, ...options.env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said = (said + chunk).slice(-4000)));
  const watch = new Watch(child.pid ?? 0);
  const timer = setInterval(() => watch.sample(), SAMPLE_MS);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve)).finally(() =>
    clearInterval(timer),
  );
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${said}`);
  return { wallS: (performance.now() - started) / 1000, ...watch.cost() };
}

/** The middle run by wall time. */
export function median(costs: Cost[]): Cost {
  const ordered = costs.toSorted((a, b) => a.wallS - b.wallS);
  const middle = ordered[Math.floor((ordered.length - 1) / 2)];
  if (!middle) throw new Error('There is no median of no runs.');
  return middle;
}

/** A process and all below it, looked at again and again while they run. */
class Watch {
  readonly #root: number;
  readonly #ticks = new Map<number, number>();
  #peakKb = 0;
  #treeKb = 0;

  constructor(root: number) {
    this.#root = root;
  }

  sample(): void {
    let treeKb = 0;
    for (const pid of withDescendants(this.#root)) {
      const status = readProc(`${pid}/status`);
      this.#peakKb = Math.max(this.#peakKb, inKb(status, 'VmHWM'));
      treeKb += inKb(status, 'VmRSS');
      const fields = readProc(`${pid}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ');
      this.#ticks.set(pid, Number(fields[11] ?? 0) + Number(fields[12] ?? 0)); // utime and stime of proc(5)
    }
    this.#treeKb = Math.max(this.#treeKb, treeKb);
  }

  cost(): Omit<Cost, 'wallS'> {
    if (this.#peakKb === 0) return { cpuS: undefined, peakMb: undefined, treeMb: undefined };
    const ticks = [...this.#ticks.values()].reduce((sum, each) => sum + each, 0);
    return { cpuS: ticks / TICKS_A_SECOND, peakMb: (this.#peakKb * 1024) / 1e6, treeMb: (this.#treeKb * 1024) / 1e6 };
  }
}

function withDescendants(pid: number): number[] {
  const children = listProc(`${pid}/task`).flatMap((task) =>
    readProc(`${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(withDescendants)];
}

function inKb(status: string, key: string): number {
  return Number(new RegExp(`^${key}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
}

/** Empty where the process has ended meanwhile. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}

function listProc(path: string): string[] {
  try {
    return readdirSync(`/proc/${path}`);
  } catch {
    return [];
  }
}
