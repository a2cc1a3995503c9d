import { expect, it } from 'vitest';
import { DrawnOnce, pagePieces } from './drawn-once.tsx';
import { LanguageContext, useLanguage } from './language.tsx';

const pageBytes = async (page: Parameters<typeof pagePieces>[0]) =>
  Buffer.concat((await pagePieces(page)).map(({ bytes }) => bytes));

const Greeting = ({ name }: { name: string }) => <b>{`${useLanguage() === 'sv' ? 'Hej' : 'Hello'} ${name}`}</b>;

it('a part is drawn once, and stands in every page that asks for the same', async () => {
  const owner = {};
  let drawings = 0;
  const page = (visitor: string) => (
    <main>
      <i>{visitor}</i>
      <DrawnOnce
        owner={owner}
        of={['part']}
        draw={() => {
          drawings += 1;
          return <p>Åsa &amp; Örjan</p>;
        }}
      />
      <i>sist</i>
    </main>
  );
  expect((await pageBytes(page('ett'))).toString()).toBe('<main><i>ett</i><p>Åsa &amp; Örjan</p><i>sist</i></main>');
  expect((await pageBytes(page('två'))).toString()).toBe('<main><i>två</i><p>Åsa &amp; Örjan</p><i>sist</i></main>');
  expect(drawings).toBe(1);
  const [once, again] = [await pagePieces(page('ett')), await pagePieces(page('två'))];
  expect(once.map(({ drawnOnce }) => drawnOnce)).toEqual([false, true, false]);
  expect(again[1]!.bytes).toBe(once[1]!.bytes);
});

it('another owner, another question and another language are other drawings', async () => {
  const [one, two] = [{}, {}];
  const drawn = (owner: object, of: readonly unknown[], language: 'sv' | 'en', name: string) =>
    pageBytes(
      <LanguageContext.Provider value={language}>
        <DrawnOnce owner={owner} of={of} draw={() => <Greeting name={name} />} />
      </LanguageContext.Provider>,
    ).then(String);
  expect(await drawn(one, [1], 'sv', 'a')).toBe('<b>Hej a</b>');
  expect(await drawn(two, [1], 'sv', 'b')).toBe('<b>Hej b</b>');
  expect(await drawn(one, [2], 'sv', 'c')).toBe('<b>Hej c</b>');
  expect(await drawn(one, [1], 'en', 'd')).toBe('<b>Hello d</b>');
  expect(await drawn(one, [1], 'sv', 'e')).toBe('<b>Hej a</b>');
});

it('a part that is drawn by itself, or inside another, is text', async () => {
  const inner = <DrawnOnce owner={{}} of={[]} draw={() => <b>inne</b>} />;
  expect(String(inner)).toBe('<b>inne</b>');
  const outer = <DrawnOnce owner={{}} of={[]} draw={() => <p>{inner}</p>} />;
  expect((await pageBytes(outer)).toString()).toBe('<p><b>inne</b></p>');
});

it('what a person writes cannot stand for a part', async () => {
  const page = (
    <main>
      <DrawnOnce owner={{}} of={[]} draw={() => <b>del</b>} />
      {'<!--0--> \0'}
    </main>
  );
  expect((await pageBytes(page)).toString()).toBe('<main><b>del</b>&lt;!--0--&gt; \0</main>');
});
