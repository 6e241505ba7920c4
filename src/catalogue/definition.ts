import { capitalise } from './counts.ts';

/**
 * A scope note in its two halves.
 *
 * @example readDefinition('Counts: pruning, coding. Not: networks small by design.')
 *   // → [{ term: 'Counts', text: 'Pruning, coding.' }, { term: 'Does not', text: 'Networks small by design.' }]
 * @returns One line called "Meaning" for a note that is not written so; nothing for an empty one.
 */
export function readDefinition(definition: string): { term: string; text: string }[] {
  const note = definition.trim();
  if (note === '') return [];
  const halves = /^Counts:\s*(?<counts>.*?)\s*(?:\bNot:\s*(?<not>.*))?$/s.exec(note)?.groups;
  if (!halves) return [{ term: 'Meaning', text: note }];
  return [
    { term: 'Counts', text: capitalise(halves.counts ?? '') },
    { term: 'Does not', text: capitalise(halves.not ?? '') },
  ].filter(({ text }) => text !== '');
}
