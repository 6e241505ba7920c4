const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'windows'];
const PROCESSORS = ['arm', 'arm64', 'armv7', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * Optional dependencies that a lock file names but does not hold, each with its place beside the package that names it
 * and the least entry that satisfies npm: version, `optional`, and the system that its name tells.
 *
 * @param {{packages: Record<string, {version?: string, dev?: boolean, optionalDependencies?: Record<string, string>}>}} lock
 * @returns {{place: string, stub: object}[]} Empty when the lock file is complete.
 */
export function missingFromLock(lock) {
  const missing = [];
  for (const [parent, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, wanted] of Object.entries(optionalDependencies)) {
      const version = lock.packages[findPlace(lock, parent, name)]?.version;
      // A range that something answers is npm's own business; binaries of systems are always asked for by one version.
      if (version === wanted || (version !== undefined && !/^\d/.test(wanted))) continue;
      const stub = { version: wanted, ...systemOf(name), ...(dev ? { dev } : {}), optional: true };
      missing.push({ place: parent.replace(/(?<=^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, `node_modules/${name}`), stub });
    }
  }
  return missing;
}

/** The key under which `name` is found from the package at `parent`: the nearest node_modules upwards. */
function findPlace(lock, parent, name) {
  const folders = parent.split('/node_modules/');
  const places = folders.map((_, i) => `${folders.slice(0, i + 1).join('/node_modules/')}/node_modules/${name}`).reverse();
  return [...places, `node_modules/${name}`].find((place) => place in lock.packages);
}

/** `@pagefind/darwin-arm64` → `{os: ['darwin'], cpu: ['arm64']}`. */
function systemOf(name) {
  const words = name.split(/[-/@]/);
  const os = SYSTEMS.find((system) => words.includes(system))?.replace('windows', 'win32');
  const cpu = PROCESSORS.find((processor) => words.includes(processor))?.replace('armv7', 'arm');
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}) };
}
