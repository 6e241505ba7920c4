import { expect, test } from 'vitest';
import { nearest } from '../../../src/model/nearest.ts';

const KEYS = ['name', 'address', 'base'];

test('the nearest word needs the fewest letters changed', () => {
  expect(nearest('adress', KEYS)).toBe('address');
  expect(nearest('nmae', KEYS)).toBe('name');
  expect(nearest('Base', KEYS)).toBe('base');
});

test('a word that is like no other has no nearest', () => {
  expect(nearest('favourites', KEYS)).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});
