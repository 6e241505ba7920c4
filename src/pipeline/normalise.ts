import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { CleanRecord, RawRecord, Span } from '../model/record.ts';
import type { Staged } from '../model/staged.ts';
import { findMath } from '../model/tex-math.ts';
import { findDoubts } from './doubts.ts';
import { foreignLanguage } from './language.ts';
import { hexHash } from './identity/keys.ts';
import { findLinks } from './links.ts';
import { brokenLinks } from './mends/broken-links.ts';
import { dashes } from './mends/dashes.ts';
import { gluedCommas } from './mends/glued-commas.ts';
import { gluedSentences } from './mends/glued-sentences.ts';
import { invisible } from './mends/invisible.ts';
import { ligatures } from './mends/ligatures.ts';
import { lostBackslash } from './mends/lost-backslash.ts';
import type { Mend } from './mends/mend.ts';
import { EMPHASIS_END, EMPHASIS_START, LONGEST_EMPHASISED, MASK } from './mends/mend.ts';
import { mojibake } from './mends/mojibake.ts';
import { spacedPunctuation } from './mends/spaced-punctuation.ts';
import { starEmphasis } from './mends/star-emphasis.ts';
import { texAccents } from './mends/tex-accents.ts';
import { texDelimiters } from './mends/tex-delimiters.ts';
import { texFonts } from './mends/tex-fonts.ts';
import { texLinks } from './mends/tex-links.ts';
import { texNames } from './mends/tex-names.ts';
import { texQuotes } from './mends/tex-quotes.ts';
import { texSymbols } from './mends/tex-symbols.ts';
import { ties } from './mends/ties.ts';
import { whiteSpace } from './mends/white-space.ts';

/** Repairs of the characters, before anything is looked at; in order. */
const CHARACTER_MENDS: Mend[] = [mojibake, invisible, ligatures, whiteSpace, brokenLinks, texLinks, texDelimiters];

/** Repairs of the text, with math and addresses masked; in order: what TeX spells out first, what punctuation needs last. */
const TEXT_MENDS: Mend[] = [
  texAccents,
  texSymbols,
  texFonts,
  texNames,
  lostBackslash,
  ties,
  dashes,
  texQuotes,
  starEmphasis,
  gluedSentences,
  gluedCommas,
  spacedPunctuation,
  whiteSpace,
];

/** Mend what is certainly damaged in a record's text; leave what is doubtful, and name it. */
export function normalise(record: RawRecord): Staged<CleanRecord> {
  const title = mendText(record.title.replace(/\s*\n\s*/g, ' ')).text;
  const { text: abstract, emphasis } = mendText(record.abstract);
  const output: CleanRecord = {
    raw: record,
    hash: hashOf(record),
    title,
    abstract,
    emphasis,
    links: [...new Set(findLinks(abstract).map((link) => link.href))],
    language: foreignLanguage(abstract || title),
    doubts: findDoubts(title, abstract),
  };
  return { output, messages: reportDoubts(output) };
}

/** One message a doubt; a missing abstract was reported by `parse`, and only `identify` sees titles that are the same. */
function reportDoubts({ title, raw, doubts }: CleanRecord): VFileMessage[] {
  const place = { file: raw.dump, line: raw.line };
  return doubts.flatMap((doubt) =>
    doubt === 'missing-abstract' || doubt === 'near-duplicate' || doubt === 'same-title' ? [] : [message(doubt, place, title)],
  );
}

/** SHA-256 over title, line feed and abstract as they stood: a record's name for itself, whatever mends come later. */
function hashOf(record: RawRecord): string {
  return hexHash(`${record.title}\n${record.abstract}`, 16);
}

function mendText(raw: string): { text: string; emphasis: Span[] } {
  const characters = applyMends(raw.toWellFormed(), CHARACTER_MENDS);
  const { masked, kept } = mask(characters);
  return takeEmphasis(unmask(applyMends(masked, TEXT_MENDS), kept));
}

/** Apply mends until they find nothing more: what one mends may show another what it can. */
function applyMends(text: string, mends: Mend[]): string {
  let mended = text.normalize('NFC');
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = mended;
    mended = mends.reduce((each, { mend }) => mend(each), before).normalize('NFC');
    if (mended === before) break;
  }
  return mended;
}

/** Two are enough for nearly every text. */
const MOST_PASSES = 5;

/** Put math and addresses out of the mends' reach. */
function mask(text: string): { masked: string; kept: string[] } {
  const math = findMath(text);
  const links = findLinks(text).filter((link) => !math.some((span) => link.start < span.end && span.start < link.end));
  const spans = [...math, ...links].sort((a, b) => a.start - b.start);
  let masked = '';
  let from = 0;
  for (const { start, end } of spans) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return { masked: masked + text.slice(from), kept: spans.map(({ start, end }) => text.slice(start, end)) };
}

function unmask(masked: string, kept: string[]): string {
  const rest = kept.values();
  return masked.replaceAll(MASK, () => rest.next().value ?? '');
}

/** Turn the marks around what is emphasised into spans; a mark within another, or without partner, counts for nothing. */
function takeEmphasis(marked: string): { text: string; emphasis: Span[] } {
  if (!marked.includes(EMPHASIS_START)) return { text: marked, emphasis: [] };
  const tight = whiteSpace.mend(marked.replace(OUTSIDE, '$2$1$4$3').replace(SPACE_BEFORE_END, '$2$1')).normalize('NFC');
  const emphasis: Span[] = [];
  let text = '';
  let start = 0;
  let depth = 0;
  for (const part of tight.split(new RegExp(`([${EMPHASIS_START}${EMPHASIS_END}])`))) {
    if (part === EMPHASIS_START) {
      if (depth === 0) start = text.length;
      depth += 1;
    } else if (part === EMPHASIS_END) {
      depth -= 1;
      if (depth === 0) emphasis.push({ start, end: text.length });
    } else {
      text += part;
    }
  }
  return { text, emphasis: text.length > LONGEST_EMPHASISED ? [] : emphasis };
}

/** What is emphasised neither begins nor ends with a space, and no accent stands apart from its letter. */
const OUTSIDE = new RegExp(`(${EMPHASIS_START})(\\s+|\\p{M}+)|(${EMPHASIS_END})(\\p{M}+)`, 'gu');
const SPACE_BEFORE_END = new RegExp(`(\\s+)(${EMPHASIS_END})`, 'g');
