import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A lock that this process holds. */
export interface Lock {
  release(): void;
}

/** Who holds a lock. */
export interface Holder {
  pid: number;
  host: string;
  /** When that process started, where the system tells: another one may have its number later. */
  started: string | undefined;
}

/**
 * Take the lock of a folder. One whose process is gone is taken over.
 *
 * @returns The lock, or who holds it. Throws when the folder cannot be written.
 */
export function takeLock(folder: string): Lock | Holder {
  const path = join(folder, 'lock');
  const mine = `${path}.${process.pid}`;
  try {
    for (;;) {
      mkdirSync(folder, { recursive: true });
      if (!writeHolder(mine)) continue; // another import has just ended, and taken the folder away
      if (tryLink(mine, path)) return { release: () => release(folder) };
      const holder = readHolder(path);
      if (holder === 'free') continue;
      if (isAlive(holder)) return holder;
      takeAway(path, holder, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Who holds the lock of a folder now; undefined when nobody does. Takes nothing. */
export function lockHolder(folder: string): Holder | undefined {
  const holder = readHolder(join(folder, 'lock'));
  return holder !== 'free' && isAlive(holder) ? holder : undefined;
}

function writeHolder(path: string): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  try {
    writeFileSync(path, JSON.stringify(holder));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Give the lock back, and take the folder away unless another import waits in it. */
function release(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^lock\.(\d+)/.exec(name)?.[1] ?? process.pid);
    if (name.startsWith('lock.') && !isAlive({ pid, host: hostname(), started: undefined }))
      rmSync(join(folder, name), { force: true });
  }
  rmSync(join(folder, 'lock'), { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Another import is in it.
  }
}

/** A link is made whole or not at all, and never over another: no one sees a lock without its holder. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!WITHOUT_LINKS.has(code)) throw error;
  }
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What disks say that know no hard links. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function readHolder(path: string): Holder | 'free' {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'free';
    if (error instanceof SyntaxError) return { pid: 0, host: hostname(), started: undefined }; // cut off by a crash of the machine
    throw error;
  }
}

function isAlive({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true; // on a shared disk: nobody here can tell
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const startedNow = startOf(pid);
  return started === undefined || startedNow === undefined || started === startedNow;
}

/** When a process started, in ticks since the machine did. Linux only. */
function startOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').split(' ')[20];
  } catch {
    return undefined;
  }
}

/** Take a stale lock away, but give it back when another process has taken it over in the meantime. */
function takeAway(path: string, stale: Holder, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readHolder(aside);
  if (JSON.stringify(taken) !== JSON.stringify(stale)) tryLink(aside, path);
  rmSync(aside, { force: true });
}
