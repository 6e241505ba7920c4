import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the browser’s own bars have the colour of the paper, by day and by night', () => {
  const [, day, night] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(readFileSync('src/styles/tokens.css', 'utf8')) ?? [];
  const page = readFileSync('src/layouts/Page.astro', 'utf8');
  expect(page).toContain(`media="(prefers-color-scheme: light)" content="${day}"`);
  expect(page).toContain(`media="(prefers-color-scheme: dark)" content="${night}"`);
});
