/**
 * What `run` makes of items, by their keys; what is known by its key is not made again, and what has one key is made once.
 *
 * @param run  Gives one output an item, in their order.
 */
export function mapOnce<In, Out>(
  items: In[],
  keyOf: (item: In) => string,
  known: ReadonlyMap<string, Out>,
  run: (items: In[]) => Out[],
): { outputs: Out[]; byKey: Map<string, Out> } {
  const keys = items.map(keyOf);
  const unknown = new Map(items.flatMap((item, at): [string, In][] => (known.has(keys[at]!) ? [] : [[keys[at]!, item]])));
  const made = run([...unknown.values()]);
  const byKey = new Map([...unknown.keys()].map((key, at) => [key, made[at]!]));
  const outputs = keys.map((key) => byKey.get(key) ?? known.get(key)!);
  return { outputs, byKey: new Map(keys.map((key, at) => [key, outputs[at]!])) };
}
