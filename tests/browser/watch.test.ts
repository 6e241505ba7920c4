import { expect } from 'vitest';
import { rootSite, test, watch } from './open.ts';

const BROKEN_PAGE = `<!doctype html><html lang="en"><head><title>Broken</title>
  <meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src *"></head><body>
  <script>window.ran = true</script><p style="color: red">styled</p>
  <img src="https://elsewhere.invalid/pixel.png" alt=""><img src="/gone.png" alt="">
  <script src="/throws.js"></script></body></html>`;

test('whatever must never happen on a page is seen when it does', async ({ browser, served }) => {
  const { address } = await served(rootSite());
  const problems: string[] = [];
  const page = await browser.newPage();
  await page.route('**/broken/', (route) => route.fulfill({ contentType: 'text/html', body: BROKEN_PAGE }));
  await page.route('**/throws.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("thrown")' }),
  );
  watch(page, new URL(address).origin, false, problems);
  await page.goto(`${address}broken/`, { waitUntil: 'load' });
  await page.close();
  const seen = problems.join('\n');
  expect(seen).toContain('asks https://elsewhere.invalid/pixel.png');
  expect(seen).toMatch(/404 for .*\/gone\.png/);
  expect(seen).toContain('throws: thrown');
  expect(seen).toMatch(/says: .*inline script/);
  expect(seen).toMatch(/says: .*inline style/);
});
