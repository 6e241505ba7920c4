/** The broader topics of a topic, nearest first. Stops where a vocabulary runs in a circle. */
export function broaderOf(slug: string, broader: Map<string, string>): string[] {
  const chain: string[] = [];
  for (let next = broader.get(slug); next !== undefined && next !== slug && !chain.includes(next); next = broader.get(next))
    chain.push(next);
  return chain;
}
