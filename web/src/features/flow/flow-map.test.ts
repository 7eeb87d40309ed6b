import { describe, expect, it } from 'vitest';
import { aFlow } from '@/testing/builders';
import { flowMap } from './flow-map';

const catalog = aFlow('catalog', {
  listens: [{ topic: 'safelight-publication-commands', types: ['list-photo.v1', 'withdraw-photo.v1'] }],
  queues: [
    { name: 'safelight-catalog', kind: 'WORK', waiting: 7, inFlight: 2, delayed: 0 },
    { name: 'safelight-catalog-dlq', kind: 'DEAD_LETTERS', waiting: 1, inFlight: 0, delayed: 0 },
    { name: 'safelight-catalog-undelivered-dlq', kind: 'UNDELIVERED', waiting: 2, inFlight: 0, delayed: 0 },
  ],
});

describe('the map of the flow', () => {
  it('joins who speaks with who hears, and how much', () => {
    const { ways } = flowMap({
      publication: { flow: aFlow('publication', { topics: ['safelight-publication-commands'] }), rates: {}, busy: 0 },
      catalog: { flow: catalog, rates: { 'list-photo.v1': 2, 'withdraw-photo.v1': 0.5, 'photo-changed.v1': 9 }, busy: 0 },
    });
    expect(ways).toEqual([
      {
        id: 'safelight-publication-commands catalog',
        topic: 'safelight-publication-commands',
        from: 'publication',
        to: 'catalog',
        types: ['list-photo.v1', 'withdraw-photo.v1'],
        rate: 2.5,
      },
    ]);
  });

  it('keeps a service in its place that does not answer, with the topics that others hear of it', () => {
    const { stops, ways } = flowMap({ catalog: { flow: catalog, rates: {}, busy: 0 } });
    const silent = stops.find(({ service }) => service === 'publication');
    expect(silent?.measured).toBeUndefined();
    expect(silent?.topics).toEqual(['safelight-publication-commands']);
    expect(ways.map(({ from }) => from)).toEqual(['publication']);
  });

  it('adds up the dead letters', () => {
    expect(flowMap({ catalog: { flow: catalog, rates: {}, busy: 0 } }).stops.find(({ service }) => service === 'catalog')?.dead).toBe(3);
  });

  it('says that it does not know what a queue holds that SQS tells nothing of', () => {
    const unknown = aFlow('search', { queues: [{ name: 'safelight-search-dlq', kind: 'DEAD_LETTERS' }] });
    expect(flowMap({ search: { flow: unknown, rates: {}, busy: 0 } }).stops.find(({ service }) => service === 'search')?.dead).toBeUndefined();
  });
});
