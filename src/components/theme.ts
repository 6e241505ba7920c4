const KEY = 'theme';
const THEMES = ['auto', 'light', 'dark'];

/** Keep the reader's choice of day or night for every later page. The switch itself works without this. */
export function rememberTheme(): void {
  apply();
  // A page that Back brings as it was left may be of another choice than the one made since.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) apply();
  });
  for (const input of inputs()) {
    input.addEventListener('change', () => {
      document.documentElement.dataset['theme'] = input.value;
      write(input.value);
    });
  }
}

function apply(): void {
  const kept = read();
  if (kept === undefined) return;
  document.documentElement.dataset['theme'] = kept;
  for (const input of inputs()) input.checked = input.value === kept;
}

function inputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name="theme"]')];
}

/** Storage may be switched off; then the choice lasts for the page. */
function read(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept !== null && THEMES.includes(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function write(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Full, or switched off: see above.
  }
}
