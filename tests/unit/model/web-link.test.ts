import { expect, test } from 'vitest';
import { readableAddress, webLinks } from '../../../src/model/web-link.ts';

test('only what leads to the web is a link', () => {
  const links = [
    'https://a.org/x',
    'http://b.org',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'nothing',
    undefined,
  ];
  expect(webLinks(links)).toEqual(['https://a.org/x', 'http://b.org']);
});

test('an address is read without its scheme', () => {
  expect(readableAddress('https://www.github.com/SHI-Labs/')).toBe('github.com/SHI-Labs');
});
