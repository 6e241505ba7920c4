import type { Page } from 'playwright-core';

/** Wait until the search page has answered what it was asked last. */
export async function answered(page: Page): Promise<void> {
  await page.locator('search[aria-busy="false"]').waitFor();
}

/** Slugs of the results in their order, once they are there. */
export async function ranked(page: Page): Promise<string[]> {
  await answered(page);
  return page.locator('#results > li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['paper'] ?? ''));
}

/** The exact number of papers that have all that was asked. */
export async function total(page: Page): Promise<number> {
  await answered(page);
  return Number(await page.locator('#result-count').getAttribute('data-total'));
}

/** Ask for something else, in one go. */
export async function ask(page: Page, query: string): Promise<void> {
  await page.locator('#q').fill(query);
  await answered(page);
}
