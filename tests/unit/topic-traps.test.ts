import { describe, expect, test } from 'vitest';
import { readLearned } from '../../scripts/learned-folder.ts';
import { readTopics } from '../../scripts/content-folder.ts';
import type { Paper } from '../../src/model/paper.ts';
import { deriveTopics, prepareTopics } from '../../src/pipeline/derive-topics.ts';

/** Papers made up for one trap each, read with the vocabulary and the weights that the catalogue ships. */
const model = prepareTopics(readTopics('content').output, readLearned('content'));

function topicsOf(title: string, abstract: string): string[] {
  const paper: Paper = {
    slug: 'paper',
    title,
    abstract,
    emphasis: [],
    links: [],
    doubts: [],
    sources: [],
    records: 1,
    run: 1,
    place: 1,
    origin: { dump: 'dump.txt', line: 1 },
  };
  return deriveTopics(paper, model).output.topics.map(({ slug }) => slug);
}

describe('words that look like a topic and are not', () => {
  test('a paper on spectroscopic surveys is no survey', () => {
    const topics = topicsOf(
      'Finding strong lenses in large spectroscopic surveys',
      'Spectroscopic surveys of galaxies have grown to millions of spectra. We present a convolutional neural network that searches the spectra of such a survey for the emission lines of background galaxies. On simulated spectra it reaches high completeness, and we list new lens candidates from the survey.',
    );
    expect(topics).toContain('physics-astronomy');
    expect(topics).not.toContain('surveys');
  });

  test('uncertainty quantification is no quantization', () => {
    const topics = topicsOf(
      'Uncertainty quantification for deep regression',
      'Reliable uncertainty quantification is needed where predictions guide decisions. We propose a calibration method for deep regression and show that its confidence intervals cover the truth at the stated rate.',
    );
    expect(topics).toContain('uncertainty-ood');
    expect(topics).not.toContain('quantization');
    expect(topics).not.toContain('model-compression');
  });

  test('image search is no architecture search', () => {
    const topics = topicsOf(
      'Faster image search by learned hashing',
      'Image search finds pictures that resemble a query. We propose a hashing network that maps images to short codes, so that search over millions of images takes milliseconds, and evaluate retrieval precision on three collections.',
    );
    expect(topics).toContain('information-retrieval');
    expect(topics).not.toContain('neural-architecture-search');
  });
});

describe('words that earn nothing where they stand', () => {
  const abstract =
    'Gated recurrent networks read a sequence step by step. We propose a new recurrent cell with a linear gate that keeps gradients from vanishing, and prove that its memory decays slowly.';

  test('a transformer that is only a baseline', () => {
    const topics = topicsOf(
      'A recurrent cell with a linear gate',
      `${abstract} It outperforms the Transformer baseline on two tasks.`,
    );
    expect(topics).toContain('recurrent-networks');
    expect(topics).not.toContain('transformers');
  });

  test('a transformer that is only the backdrop', () => {
    const topics = topicsOf(
      'A recurrent cell with a linear gate',
      `Unlike Transformers, recurrent networks need constant memory. ${abstract}`,
    );
    expect(topics).not.toContain('transformers');
  });

  test('a list of possible applications', () => {
    const topics = topicsOf(
      'A recurrent cell with a linear gate',
      `${abstract} It has applications such as speech recognition, machine translation, robotics and medical diagnosis.`,
    );
    for (const topic of ['audio-speech', 'machine-translation', 'robotics', 'medicine-health'])
      expect(topics).not.toContain(topic);
  });

  test('code that is available', () => {
    const topics = topicsOf('A recurrent cell with a linear gate', `${abstract} Code is available at https://example.org/code.`);
    for (const topic of ['ml-for-code', 'datasets', 'benchmarks-evaluation']) expect(topics).not.toContain(topic);
  });
});

test('a paper on ConvNets that never says "convolutional" earns the topic', () => {
  const topics = topicsOf(
    'Modern ConvNets keep up',
    'Hierarchical designs brought back several ConvNet priors. We redesign a standard ResNet step by step and find which components matter. The resulting ConvNets, made of standard modules alone, compete well in accuracy and scalability on ImageNet classification.',
  );
  expect(topics).toContain('convolutional-networks');
});

test.each([
  [
    'vision-transformers',
    'transformers',
    'Vision transformers need registers',
    'We study artefacts in the feature maps of vision transformers (ViT) and propose to add register tokens to the input sequence of the Vision Transformer.',
  ],
  [
    'music',
    'audio-speech',
    'Transcribing piano music',
    'We propose a model for the transcription of music from audio: piano notes with their onsets are read from recordings of music.',
  ],
])('%s brings %s', (narrower, broader, title, abstract) => {
  const topics = topicsOf(title, abstract);
  expect(topics).toContain(narrower);
  expect(topics).toContain(broader);
});
