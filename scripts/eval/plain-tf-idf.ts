import stopWords from 'stopwords-iso' with { type: 'json' };

const STOP_WORDS = new Set(stopWords['en']);

/** The plain peer of related papers: all others by cosine of TF-IDF over the words of title and abstract, nearest first. */
export function rankByTfIdf(papers: { slug: string; title: string; abstract: string }[]): Map<string, string[]> {
  const counts = papers.map(({ title, abstract }) => count(`${title} ${abstract}`));
  const papersWith = new Map<string, number>();
  for (const word of counts.flatMap((each) => [...each.keys()])) papersWith.set(word, (papersWith.get(word) ?? 0) + 1);
  const vectors = counts.map((each) =>
    normalise(new Map([...each].map(([word, uses]) => [word, uses * Math.log(papers.length / papersWith.get(word)!)]))),
  );
  return new Map(
    papers.map(({ slug }, at) => {
      const others = papers
        .map((other, i) => ({ slug: other.slug, nearness: dot(vectors[at]!, vectors[i]!) }))
        .filter((other) => other.slug !== slug);
      return [slug, others.sort((a, b) => b.nearness - a.nearness).map((other) => other.slug)];
    }),
  );
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!STOP_WORDS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function normalise(vector: Map<string, number>): Map<string, number> {
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}

function dot(a: Map<string, number>, b: Map<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
