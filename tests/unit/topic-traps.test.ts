import { describe, expect, test } from 'vitest';
import { readLearned } from '../../scripts/learned-folder.ts';
import { readTopics } from '../../scripts/content-folder.ts';
import { deriveTopics, prepareTopics } from '../../src/pipeline/derive-topics.ts';

/** Papers made up for one trap each, read with the vocabulary and the weights that the catalogue ships. */
const model = prepareTopics(readTopics('content').output, readLearned('content'));

function topicsOf(title: string, abstract: string): string[] {
  return deriveTopics({ title, abstract }, model).output.topics.map(({ slug }) => slug);
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

/** A look-alike, the topic that it is not, and a paper that has it; then a topic that the paper does bear. */
const LOOKALIKES: [words: string, not: string, title: string, abstract: string, but?: string][] = [
  [
    'household surveys',
    'surveys',
    'Predicting poverty from household surveys and satellite images',
    'Household surveys are costly and rare. We train a convolutional network on satellite images to predict the answers of a household survey in five African countries, and show that it explains most of the variation in wealth.',
    'climate-earth',
  ],
  [
    'product reviews',
    'surveys',
    'Which product reviews help? Predicting the helpfulness of reviews',
    'Shoppers read reviews before they buy. We classify the sentiment of product reviews and predict how helpful readers find a review from its words.',
    'nlp',
  ],
  [
    'a radio survey of the sky',
    'surveys',
    'Classifying radio sources of a deep survey of the sky',
    'The survey mapped ten million radio galaxies. We train a classifier on labelled galaxies of the survey and find the rare ones among the rest.',
    'physics-astronomy',
  ],
  [
    'quantifying',
    'quantization',
    'Quantifying the carbon footprint of wildfires',
    'We quantify emissions of wildfires from satellite images. Quantification with a segmentation network agrees with measurements on the ground.',
    'climate-earth',
  ],
  [
    'uncertainty quantification of a simulation',
    'quantization',
    'Bayesian uncertainty quantification for neural surrogates of fluid simulation',
    'Surrogates replace costly simulations of fluids. We propose Bayesian neural operators whose uncertainty quantification tells where a surrogate of the Navier-Stokes equations cannot be trusted.',
    'uncertainty-ood',
  ],
  [
    'search in a collection of images',
    'neural-architecture-search',
    'Interactive image search with relative attributes',
    'Users search for an image that they have in mind. We propose a retrieval system for image search that asks which of two images is nearer, and finds the target among a million images in a few rounds.',
    'information-retrieval',
  ],
  [
    'tree search',
    'neural-architecture-search',
    'Monte Carlo tree search with a learned value function for board games',
    'We combine Monte Carlo tree search with deep reinforcement learning. The search is guided by a policy and a value function that are learnt from self-play in Go.',
    'reinforcement-learning',
  ],
  [
    'inductive bias',
    'fairness-bias',
    'The inductive bias of recurrent networks',
    'We study the inductive bias of recurrent neural networks: which functions do LSTMs learn first? Their bias towards short dependencies explains how they generalise.',
    'recurrent-networks',
  ],
  [
    'attention of the community',
    'attention-mechanisms',
    'Clustering sentences without labels',
    'Unsupervised clustering of text has attracted increasing attention in recent years. We propose a clustering algorithm for sentence embeddings that needs no number of clusters.',
    'clustering-dimensionality-reduction',
  ],
  [
    'causal attention masks',
    'causal-inference',
    'Bidirectional masks for language models',
    'Causal language models read from left to right by a causal attention mask. We propose a mask that lets decoder-only transformers look ahead and study its effect on language modelling.',
    'transformers',
  ],
  [
    'adversarial training of a generator',
    'adversarial-attacks',
    'Sharper textures by a generative adversarial network',
    'We propose a generative adversarial network for texture synthesis. Its adversarial loss lets generator and discriminator agree on sharp images, judged by the Fréchet inception distance.',
    'gans-vaes',
  ],
  [
    'GPU kernels',
    'kernel-methods',
    'Fused kernels for faster training on GPUs',
    'We write fused CUDA kernels for training large models on GPU clusters. The kernels halve memory traffic and raise the throughput of distributed training.',
    'ml-systems',
  ],
  [
    'depth of a scene',
    'width-depth',
    'Depth estimation from a single image',
    'We estimate depth maps from single images without labels. In-depth experiments on KITTI show that our monocular depth is more accurate than that of earlier methods.',
    '3d-vision',
  ],
  [
    'optical flow',
    'diffusion-models',
    'Learning optical flow without labels',
    'Optical flow tells how pixels move between frames of a video. We train a network for optical flow on unlabelled video by photometric consistency.',
    'video',
  ],
  [
    'computation graphs',
    'graph-neural-networks',
    'Scheduling computation graphs over many accelerators',
    'Training systems run a computation graph on many devices. We propose a scheduler that splits the graph among GPUs and overlaps communication, so that distributed training is faster.',
    'ml-systems',
  ],
];

test.each(LOOKALIKES)('%s: not %s', (_words, not, title, abstract, but) => {
  const topics = topicsOf(title, abstract);
  expect(topics).not.toContain(not);
  if (but !== undefined) expect(topics).toContain(but);
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

  test.each([
    'Compared with BERT and other Transformers, it needs a tenth of the parameters.',
    'While Transformers dominate the field today, their cost grows with the square of the length.',
    'It is competitive with a Transformer of the same size.',
    'We compare against Transformer baselines.',
  ])('%s', (sentence) => {
    expect(topicsOf('A recurrent cell with a linear gate', `${abstract} ${sentence}`)).not.toContain('transformers');
  });

  test.each([
    'Possible applications include drug discovery, autonomous driving, recommendation and climate modelling.',
    'The method can be applied to robotics, machine translation, medical imaging and speech recognition.',
    'Such networks are widely used in speech recognition, machine translation and music generation.',
  ])('%s', (sentence) => {
    const topics = topicsOf('A recurrent cell with a linear gate', `${abstract} ${sentence}`);
    for (const topic of [
      'autonomous-driving',
      'chemistry-biology',
      'recommendation',
      'climate-earth',
      'robotics',
      'medicine-health',
      'machine-translation',
      'audio-speech',
      'music',
    ])
      expect(topics).not.toContain(topic);
  });

  test.each([
    'Our code is publicly available.',
    'We release our code and trained models on GitHub.',
    'The source code can be found at https://example.org.',
  ])('%s', (sentence) => {
    const topics = topicsOf('A recurrent cell with a linear gate', `${abstract} ${sentence}`);
    for (const topic of ['ml-for-code', 'datasets', 'benchmarks-evaluation', 'ml-systems']) expect(topics).not.toContain(topic);
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

test('a paper on residual networks, pooling and feature maps earns convolutional networks', () => {
  const topics = topicsOf(
    'Rethinking pooling in ResNets',
    'We revisit how ResNet and VGG reduce their feature maps. Replacing strided max pooling by blurred pooling with larger filters makes ResNet-50 invariant to shifts and more accurate on ImageNet.',
  );
  expect(topics).toContain('convolutional-networks');
});

test.each([
  [
    'quantization',
    'model-compression',
    'Post-training quantization to four bits',
    'We propose a method for post-training quantization of weights and activations to 4 bits that loses no accuracy.',
  ],
  [
    'machine-translation',
    'nlp',
    'Neural machine translation for Basque',
    'We train neural machine translation systems between Basque and Spanish and compare word segmentations by BLEU.',
  ],
  [
    'medicine-health',
    'science-medicine',
    'Detecting lung nodules in CT scans',
    'We detect lung nodules in computed tomography of patients with a network trained on scans that radiologists annotated.',
  ],
  [
    'adversarial-attacks',
    'robustness-safety',
    'Transferable adversarial examples',
    'We craft adversarial examples that transfer between models, so that a black-box attack succeeds with few queries.',
  ],
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
