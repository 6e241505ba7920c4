/** Numbers of the next broader topics, by number; -1 where there is none in the vocabulary. */
export function numberBroader(topics: { slug: string; broader?: string | undefined }[]): number[] {
  const numbers = new Map(topics.map(({ slug }, number) => [slug, number]));
  return topics.map(({ broader }) => (broader === undefined ? -1 : (numbers.get(broader) ?? -1)));
}

/** The broader topics of a topic, nearest first. Stops where a vocabulary runs in a circle. */
export function broaderOf(topic: number, broader: number[]): number[] {
  const chain: number[] = [];
  for (let next = broader[topic]!; next >= 0 && next !== topic && !chain.includes(next); next = broader[next]!) chain.push(next);
  return chain;
}
