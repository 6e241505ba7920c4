/** One part of a site that is built in several, each by itself. */
export interface Shard {
  /** Counted from 1. */
  number: number;
  of: number;
}

/** The whole site. */
export const WHOLE: Shard = { number: 1, of: 1 };

/** `2/4` → the second of four; undefined for what is no such part. */
export function parseShard(text: string): Shard | undefined {
  const [, number = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  return number >= 1 && number <= of ? { number, of } : undefined;
}

/** Whether a path belongs to a part: every path to exactly one of them, on every machine and in every build. Slashes around it do not count. */
export function isInShard(path: string, { number, of }: Shard): boolean {
  return hash(path.replace(/^\/|\/$/g, '')) % of === number - 1;
}

/** FNV-1a, 32 bits, over the UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
