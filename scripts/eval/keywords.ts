/** Keywords that authors gave, as they are compared with suggestions: by letters and digits alone, without plural s. */
export function toKeywordKey(keyword: string): string {
  return keyword
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=.{2}[^s])s$/, '').replace(/(?<=.{2})ie$/, 'y'))
    .join('');
}

/** Keys of the keywords that `fewest` papers bear, each with a keyword as it was written. */
export function frequentKeywords(papers: { keywords: string[] }[], fewest: number): Map<string, string> {
  const counts = new Map<string, number>();
  const written = new Map<string, string>();
  for (const { keywords } of papers) {
    for (const [key, keyword] of new Map(keywords.map((keyword) => [toKeywordKey(keyword), keyword]))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (!written.has(key)) written.set(key, keyword);
    }
  }
  return new Map([...written].filter(([key]) => key !== '' && counts.get(key)! >= fewest));
}

/** The keywords that some of these names say; a name may be a label, an acronym or another spelling. */
export function foundKeywords(keywords: Map<string, string>, names: string[][]): Set<string> {
  const keys = new Set(names.flat().map(toKeywordKey));
  return new Set([...keywords].filter(([key]) => keys.has(key)).map(([, keyword]) => keyword));
}
