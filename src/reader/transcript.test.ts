import { beforeEach, describe, expect, test } from 'vitest';
import { type Place, type Reading, Transcript } from './transcript';

let told: string[];
let transcript: Transcript;
beforeEach(() => {
  told = [];
  transcript = new Transcript({ changed: (id) => told.push(`+${id}`), removed: (id) => told.push(`-${id}`) });
});

const said = (text: string, more: Partial<Reading> = {}): Reading => ({
  speaker: 'customer',
  text,
  at: 1,
  final: true,
  name: null,
  key: null,
  ...more,
});
const texts = (): string[] => transcript.ids().map((id) => transcript.get(id)?.utterance.text ?? '');

/** Shows rows in order, as the first read of a pane does. */
function showAll(...readings: Reading[]): Place[] {
  let previous: Place | null = null;
  return readings.map((reading) => {
    previous = transcript.show(reading, previous, null);
    return previous;
  });
}
const hideAll = (places: readonly Place[], leaving = false): void => {
  for (const place of places) transcript.hide(place, leaving);
};

describe('ids', () => {
  test('the page own key is the id', () => {
    expect(showAll(said('Hi', { key: 'm-17' }))[0]?.id).toBe('m-17');
  });

  test('without a key, two equal messages in a row are two utterances', () => {
    const [first, second] = showAll(said('ok'), said('ok'));
    expect(first?.id).not.toBe(second?.id);
    expect(texts()).toEqual(['ok', 'ok']);
  });

  test('who spoke is part of what makes messages equal', () => {
    const [mine, yours] = showAll(said('ok'), said('ok', { speaker: 'agent' }));
    expect(mine?.id.split('.')[0]).not.toBe(yours?.id.split('.')[0]);
  });

  test('a key that is too long for an id still gives one, always the same', () => {
    const long = 'x'.repeat(500);
    const [place] = showAll(said('Hi', { key: long }));
    expect(place?.id.length).toBeLessThan(40);
  });

  test('a key that two rows carry gives two ids', () => {
    const ids = showAll(said('a', { key: 'k' }), said('b', { key: 'k' })).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('coming back', () => {
  test('repeats nothing: the same rows find their places again', () => {
    const rows = [said('Hi'), said('ok'), said('ok'), said('Bye')];
    const before = showAll(...rows).map(({ id }) => id);
    hideAll([...transcript.ids()].map((id) => placeOf(id)));
    told = [];
    expect(showAll(...rows).map(({ id }) => id)).toEqual(before);
    expect(told).toEqual([]);
  });

  test('an edited message is found by its new words', () => {
    const [place] = showAll(said('helo')) as [Place];
    transcript.update(place, said('hello'));
    hideAll([place]);
    expect(showAll(said('hello'))[0]).toBe(place);
  });

  test('what a page dropped from the top is not said again when the same words are said at the end', () => {
    const places = showAll(said('ok'), said('Where is it?'));
    transcript.hide(places[0] as Place, false);
    const again = transcript.show(said('ok'), places[1] as Place, null);
    expect(again).not.toBe(places[0]);
    expect(texts()).toEqual(['ok', 'Where is it?', 'ok']);
  });

  const placeOf = (id: string): Place => showAllPlaces.get(id) as Place;
  const showAllPlaces = {
    get: (id: string): Place | undefined => {
      for (let place = transcript.last; place !== null; place = place.previous) if (place.id === id) return place;
      return undefined;
    },
  };
});

describe('a message that gets its key late', () => {
  test('by a new row in the place of the old one, it stays one message', () => {
    const [hi, sent] = showAll(said('Hi', { key: 'm-1' }), said('On it', { key: 'echo-1', speaker: 'agent' })) as [Place, Place];
    transcript.hide(sent, true);
    const real = transcript.show(said('On it', { key: 'm-2', speaker: 'agent' }), hi, null);
    expect(real).toBe(sent);
    expect(transcript.show(said('x', { key: 'm-3' }), real, null).id).toBe('m-3');
    expect(texts()).toEqual(['Hi', 'On it', 'x']);
  });

  test('but equal words under another key are another message', () => {
    const [hi, ok] = showAll(said('Hi', { key: 'm-1' }), said('ok', { key: 'm-9' })) as [Place, Place];
    transcript.hide(ok, false);
    expect(transcript.show(said('ok', { key: 'm-2' }), hi, null).id).toBe('m-2');
  });
});

describe('order', () => {
  test('history that loads on top goes before the first', () => {
    const [first] = showAll(said('c'), said('d')) as [Place, Place];
    const a = transcript.show(said('a'), null, first);
    transcript.show(said('b'), a, first);
    expect(texts()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a row put between two stands between them, a thousand times', () => {
    const [first, last] = showAll(said('first'), said('last')) as [Place, Place];
    let next: Place = last;
    for (let count = 0; count < 1_000; count++) next = transcript.show(said(`n${count}`), first, next);
    expect(texts()[1]).toBe('n999');
    expect(texts().at(-2)).toBe('n0');
    expect(transcript.get(last.id)?.after).toBe(transcript.ids().at(-2));
  });

  test('a row that moves is told with the row it follows now', () => {
    const [a, b, c] = showAll(said('a'), said('b'), said('c')) as [Place, Place, Place];
    told = [];
    transcript.settle(a, c, null);
    expect(texts()).toEqual(['b', 'c', 'a']);
    expect(told).toEqual([`+${a.id}`]);
    expect(transcript.get(a.id)?.after).toBe(c.id);
    transcript.settle(b, null, c);
    expect(told).toEqual([`+${a.id}`]);
  });

  test('with nothing known around it, a row goes where its time says', () => {
    const at = (text: string, time: number): Reading => said(text, { at: time });
    showAll(at('ten', 10), at('twelve', 12));
    transcript.show(at('eleven', 11), null, null);
    expect(texts()).toEqual(['ten', 'eleven', 'twelve']);
  });
});

describe('what is told', () => {
  test('a change once, and nothing where nothing changed', () => {
    const [place] = showAll(said('Hi')) as [Place];
    told = [];
    transcript.update(place, said('Hi', { at: 99 }));
    expect(told).toEqual([]);
    transcript.update(place, said('Hi!'));
    transcript.update(place, said('Hi!', { final: false }));
    expect(told).toEqual([`+${place.id}`, `+${place.id}`]);
    expect(transcript.get(place.id)?.utterance).toMatchObject({ text: 'Hi!', final: false, at: 1 });
  });

  test('a removal, after which the words count as new', () => {
    const [place] = showAll(said('Hi')) as [Place];
    transcript.remove(place);
    expect(told.at(-1)).toBe(`-${place.id}`);
    expect(transcript.size).toBe(0);
    expect(transcript.knows(said('Hi'))).toBe(false);
    expect(showAll(said('Hi'))).toHaveLength(1);
  });
});
