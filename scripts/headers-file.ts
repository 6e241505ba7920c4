/**
 * What a `_headers` file says of an address, as Cloudflare and Netlify read it: a line at the margin is a path, where
 * `*` stands for anything, and the indented lines below it are its headers. Every rule that fits counts; what two of
 * them say under one name is joined by a comma.
 */
export function headersFor(text: string, path: string): Record<string, string> {
  const found: Record<string, string> = {};
  let fits = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) fits = patternToRegExp(line.trim()).test(path);
    else if (fits) {
      const [name = '', ...value] = line.trim().split(':');
      const said = value.join(':').trim();
      found[name] = found[name] === undefined ? said : `${found[name]}, ${said}`;
    }
  }
  return found;
}

function patternToRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`);
}
