import { createHash } from 'node:crypto';
import type { CleanRecord, DoubtId, RawRecord, Span } from '../model/record.ts';
import type { Staged } from '../model/staged.ts';

/** Mend what is certainly damaged in a record's text; leave what is doubtful, and name it. */
export function normalise(record: RawRecord): Staged<CleanRecord> {
  const abstract = takeEmphasis(mend(record.abstract));
  const doubts: DoubtId[] = abstract.text === '' ? ['missing-abstract'] : [];
  const output: CleanRecord = {
    raw: record,
    hash: createHash('sha256').update(`${record.title}\n${record.abstract}`).digest('hex').slice(0, 16),
    title: mend(record.title),
    abstract: abstract.text,
    emphasis: abstract.spans,
    links: findLinks(abstract.text),
    doubts,
  };
  return { output, messages: [] };
}

function mend(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\.,)~(?=\p{L})/gu, ' ')
    .replace(/\\overfeat\b/g, 'overfeat')
    .replace(/(?<=\d)times(?=\d)/g, '×')
    .replace(/(?<= )leq(?= \d)/g, '≤')
    .replace(/ -- /g, ' – ')
    .replace(/(?<=\p{Ll}{3}\.)(?=(?:In|It|The|We|This) )/gu, ' ')
    .trim();
}

function takeEmphasis(marked: string): { text: string; spans: Span[] } {
  let text = '';
  const spans: Span[] = [];
  for (const [index, part] of marked.split(/(?<!\S)\*([\p{L}][^*]*[\p{L}])\*(?![^\s,.;:)])/u).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}

function findLinks(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+|(?<![\w/.])github\.com\/[^\s<>"]+/gi) ?? [];
  const links = found
    .map((link) => link.replace(/[.,;:!?)\]]+$/, ''))
    .map((link) => (/^https?:/i.test(link) ? link : `https://${link}`));
  return [...new Set(links)];
}
