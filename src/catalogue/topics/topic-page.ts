import type { ListedPaper, ListedTopic } from '../catalogue.ts';
import { capitalise, inDigits } from '../wording.ts';

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

/**
 * The papers of one page of a topic under their headings: those that are about it before those that touch on it.
 *
 * A heading counts all papers of its kind, not those of the page.
 */
export function topicHeadings(topic: ListedTopic, papers: ListedPaper[]): { heading: string; papers: ListedPaper[] }[] {
  const isAbout = (paper: ListedPaper) => paper.tags.find((tag) => tag.topic === topic)?.strength === 'core';
  const { true: core = [], false: minor = [] } = Object.groupBy(papers, (paper) => `${isAbout(paper)}`);
  const groups = [
    { heading: about(topic.core.length), papers: core },
    { heading: touching(topic.minor.length, topic.core.length === 0), papers: minor },
  ];
  return groups.filter((group) => group.papers.length > 0);
}

function about(count: number): string {
  return count === 1 ? '1 paper is about it' : `${inDigits(count)} papers are about it`;
}

/** "papers" is said once: the second heading goes on from the first. */
function touching(count: number, isFirst: boolean): string {
  const digits = inDigits(count);
  const noun = !isFirst ? '' : count === 1 ? ' paper' : ' papers';
  return `${digits}${noun} ${count === 1 ? 'touches' : 'touch'} on it`;
}
