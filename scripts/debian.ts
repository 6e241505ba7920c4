import { spawnSync } from 'node:child_process';

/** Install a package of Debian or Ubuntu; for continuous integration alone. Says nothing but apt's own errors, and may fail. */
export function installFromDebian(name: string, env: NodeJS.ProcessEnv = process.env): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
  for (const step of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', name],
  ]) {
    const [command = '', ...rest] = [...asRoot, ...step];
    spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}
