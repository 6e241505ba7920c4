import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingFromLock } from '../scripts/lock.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('the lock file holds every optional package of every system, else npm ci stops (cure: npm run lock)', () => {
  expect(missingFromLock(lock)).toEqual([]);
});

test('a binary that is left out is found, with its place, version and system', () => {
  const packages = {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@tool/windows-arm64': '2.0.0', kept: '^1.0.0' },
    },
    'node_modules/@tool/windows-arm64': { version: '1.0.0' },
    'node_modules/kept': { version: '1.4.0' },
    'node_modules/a/node_modules/@b/tool': { version: '1.0.0', optionalDependencies: { '@tool/darwin-x64': '1.0.0' } },
  };
  expect(missingFromLock({ packages })).toEqual([
    {
      place: 'node_modules/@tool/windows-arm64',
      stub: { version: '2.0.0', os: ['win32'], cpu: ['arm64'], dev: true, optional: true },
    },
    {
      place: 'node_modules/a/node_modules/@tool/darwin-x64',
      stub: { version: '1.0.0', os: ['darwin'], cpu: ['x64'], optional: true },
    },
  ]);
});

test('no registry address is in the lock file', () => {
  expect(JSON.stringify(lock)).not.toMatch(/"resolved":\s*"http/);
});
