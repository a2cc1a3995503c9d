import { expect, test } from 'vitest';
import { currentEntry } from './frame.tsx';
import { galleryPages, galleryShell } from './gallery/index.tsx';
import { ConflictView, DataTable, ErrorPage, Page, Pager, Select, TextField, Wheel } from './index.ts';
import { pagesAround } from './pager.tsx';

const render = async (view: unknown) => String(await view);

test('a page is a whole document in its language, with skip link, one h1 and its title first', async () => {
  const html = await render(<Page shell={{ ...galleryShell, language: 'en' }} title="Situation" />);
  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(html).toContain('<title>Situation – Samband</title>');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html.indexOf('Skip to content')).toBeLessThan(html.indexOf('<header'));
});

test('no page carries inline style or script, so the content policy can forbid them', async () => {
  for (const page of Object.values(galleryPages)) {
    const html = await render(page(galleryShell));
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  }
});

test('every page of an example municipality says that its figures are invented', async () => {
  expect(await render(<Page shell={galleryShell} title="x" />)).toContain('Exempeldata');
});

test('ids are used once on a page', async () => {
  for (const page of Object.values(galleryPages)) {
    const ids = [...(await render(page(galleryShell))).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  }
});

test('the current entry is the one whose address the path lies deepest under', () => {
  const entries = [
    { href: '/', label: 'Hjulet' },
    { href: '/nulage', label: 'Nuläge' },
    { href: '/nulage/trad', label: 'Träd' },
  ];
  expect(currentEntry(entries, '/nulage/N00001?ar=2020')?.label).toBe('Nuläge');
  expect(currentEntry(entries, '/nulage/trad')?.label).toBe('Träd');
  expect(currentEntry(entries, '/nulagen')).toBeUndefined();
});

test('what people have written is shown as they wrote it, never run', async () => {
  const html = await render(<TextField name="t" label="<b>" value={'"><script>'} error="'&" />);
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  expect(html).not.toContain('<script>');
});

test('a field ties its help and its error to the control', async () => {
  const html = await render(<TextField name="t" label="Rubrik" help="Kort" error="Skriv en rubrik" />);
  expect(html).toContain('aria-describedby="f-t-help f-t-error"');
  expect(html).toContain('aria-invalid="true"');
});

test('a select keeps its choice', async () => {
  const html = await render(
    <Select
      name="s"
      label="S"
      value="b"
      options={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
    />,
  );
  expect(html).toMatch(/<option value="b" selected=""/);
  expect(html.match(/selected/g)).toHaveLength(1);
});

test('a sorted column says its direction, and numbers carry their unit to the phone', async () => {
  const html = await render(
    <DataTable
      caption="T"
      rows={[{ n: 1 }]}
      columns={[
        { key: 'a', label: 'A', sort: { href: '?s=a', direction: 'descending' }, cell: () => 'x' },
        { key: 'n', label: 'N', unit: 'kr', kind: 'number', cell: (row) => row.n },
      ]}
    />,
  );
  expect(html).toContain('aria-sort="descending"');
  expect(html).toContain('data-label="N, kr"');
  expect(html).toMatch(/<th role="rowheader" scope="row"/);
});

test('a wheel segment without a page is no link', async () => {
  const html = await render(<Wheel entries={{ goals: { href: '/mal', count: '4 mål' } }} current="goals" />);
  // Once in the wheel and once in the phone's list.
  expect(html.match(/<a /g)).toHaveLength(2);
  expect(html.match(/aria-current="step"/g)).toHaveLength(2);
});

test('a conflict shows both versions, carries the rest along, and chooses theirs where only they changed it', async () => {
  const html = await render(
    <ConflictView
      action="/x"
      version={7}
      fields={[
        { name: 'a', label: 'A', mine: 'mitt', theirs: 'deras', base: 'mitt' },
        { name: 'b', label: 'B', mine: 'lika', theirs: 'lika' },
      ]}
    />,
  );
  expect(html).toContain('name="version" value="7"');
  expect(html).toContain('<input type="hidden" name="b" value="lika"');
  expect(html).toMatch(/value="deras" checked/);
});

test('an error page says what happened, where, and what to do, with a number to leave', async () => {
  const html = await render(<ErrorPage shell={galleryShell} status={404} />);
  for (const words of ['Sidan finns inte', '/nulage', 'Gå till startsidan', galleryShell.requestId])
    expect(html).toContain(words);
});

test('the pager shows first, last and near pages, and never a gap of one', async () => {
  expect(pagesAround(5, 9)).toEqual([1, 'gap', 4, 5, 6, 'gap', 9]);
  expect(pagesAround(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(await render(<Pager page={1} pageSize={25} total={3} href={(page) => `?sida=${page}`} />)).toContain(
    '1–3 av 3',
  );
});
