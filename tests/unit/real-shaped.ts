import fc from 'fast-check';

/** A title and an abstract as papers have them. */
export interface Paper {
  title: string;
  abstract: string;
}

const THINGS = (
  'attention heads|code reviews|court rulings|word vectors|gradient noise|ship radio|stop words|bird song|recommenders|flood maps|' +
  'sparse retrieval|medical images|speech recognition|graph networks|question answering|protein folding|traffic signs|music tagging|' +
  'radio telescopes|crop yields|legal contracts|chess engines|sign language|weather models|optical flow|robot grasping|chat logs|' +
  'news summaries|patient records|satellite images|tabular data|program repair|dialogue agents|knowledge graphs|point clouds|time series'
).split('|');
const TITLES = [
  (a: string, b: string) => `Learning ${capitals(a)} from ${capitals(b)}`,
  (a: string, b: string) => `A Survey of ${capitals(a)} for ${capitals(b)}`,
  (a: string, b: string) => `How Far Do ${capitals(a)} Help ${capitals(b)}?`,
  (a: string, b: string) => `${capitals(a)} without ${capitals(b)}: A negative result`,
  (a: string, b: string) => `On the use of ${a} in ${b}`,
  (a: string, b: string) => `${capitals(a)} Improve ${capitals(b)} in Low-Resource Settings`,
];
const OPENINGS = [
  (a: string, b: string) => `Methods for ${a} rely on ${b}, which are expensive to collect.`,
  (a: string, b: string) => `Despite recent progress in ${a}, little is known about ${b}.`,
  (a: string, b: string) => `This paper studies ${a} and their relation to ${b}.`,
  (a: string, b: string) => `${capitals(a)} are widely used, yet ${b} are rarely considered.`,
];
const MIDDLES = [
  (a: string, b: string) => `We propose a method that learns ${a} jointly with ${b}.`,
  (a: string, b: string) => `To address this, our model treats ${a} as a latent variable of ${b}.`,
  (a: string, b: string) => `It needs no labels for ${a} beyond what ${b} already provide.`,
  (a: string, b: string) => `In addition, we show that errors in ${a} do not spread to ${b}.`,
  (a: string, b: string) => `We compare five ways to combine ${a} with ${b} under the same budget.`,
];
const ENDINGS = [
  (a: string) => `Experiments on three datasets show gains of up to 4.2% for ${a}.`,
  (a: string) => `The results suggest that ${a} deserve more attention.`,
  (a: string, b: string) => `Finally, we discuss what ${b} teach us about ${a}.`,
  (a: string) => `Our code for ${a} is available at https://github.com/example/code.`,
];

/** How a paper is written, whatever its two subjects are: four to eight sentences. */
const writtenPaper: fc.Arbitrary<(a: string, b: string) => Paper> = fc
  .record({
    title: fc.constantFrom(...TITLES),
    opening: fc.constantFrom(...OPENINGS),
    middles: fc.uniqueArray(fc.constantFrom(...MIDDLES), { minLength: 2, maxLength: 5 }),
    ending: fc.constantFrom(...ENDINGS),
  })
  .map(({ title, opening, middles, ending }) => (a, b) => ({
    title: title(a, b),
    abstract: [opening, ...middles, ending].map((sentence) => sentence(a, b)).join(' '),
  }));

/** Papers that have no subject in common, up to eighteen. */
export function papers(minLength: number, maxLength: number): fc.Arbitrary<Paper[]> {
  const subjects = fc.shuffledSubarray(THINGS, { minLength: 2 * maxLength, maxLength: 2 * maxLength });
  return fc
    .tuple(fc.array(writtenPaper, { minLength, maxLength }), subjects)
    .map(([written, things]) => written.map((write, index) => write(things[2 * index] ?? '', things[2 * index + 1] ?? '')));
}

/** Lines of a page around papers. */
export const furniture: fc.Arbitrary<string[]> = fc.constantFrom(
  ['45'],
  ['Upvote', '45'],
  ['Submitted by', 'akhaliq'],
  ['Submitted by taesiri'],
  ['▲ 12'],
  ['123 upvotes'],
  ['· 12 authors'],
  ['---'],
  ['new', 'Get trending papers in your email inbox!', 'Subscribe', 'byAK and the research community'],
);

function capitals(words: string): string {
  return words.replace(/\b\w/g, (letter) => letter.toUpperCase());
}
