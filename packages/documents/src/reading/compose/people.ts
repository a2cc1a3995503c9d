import type { GridPiece, Piece } from '../pieces.ts';
import { lineOf } from '../words.ts';

/** A piece that names one or more people with their titles, before the roles above them are known. */
export interface PeoplePiece {
  readonly kind: 'people';
  readonly people: readonly Person[];
}

interface Person {
  readonly place: number;
  readonly page: number | undefined;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
}

/** What stands over a list of people's columns. */
const columns = ['Roll', 'Namn', 'Titel', 'Enhet'];

const nameWord = /^\p{Lu}[\p{L}'’]*(?:-\p{Lu}[\p{L}'’]*)*\.?$/u;
const particle = /^(?:von|af|av|de|del|la|van|der|den|el|al|bin)$/;
const body =
  /kommun|nämnd|förvaltning|styrelse|region|utskott|kontor|avdelning|enhet|projekt|bilaga|steg|sverige|rådet|grupp/i;
const titleWord =
  /(?:chef|direktör|sekreterare|handläggare|utredare|controller|ekonom|ledare|utvecklare|samordnare|strateg|ordförande|rektor|sköterska|assistent|konsult|jurist|specialist|planerare|ansvarig|koordinator|analytiker|ledamot|ersättare|lärare|arkitekt|ingenjör|administratör|inspektör|rådgivare|professor|mentor|projektägare|kurator|pedagog|biträde|registrator|revisor|råd|manager|director|officer|developer)\b|^vd\b/iu;
const unitWord =
  /(?:förvaltning|kontor|nämnd|avdelning|enhet|bolag|skola|område|verksamhet|kommun|region|styrelse)(?:e?n|et)?s?$/iu;

/** Two to four words that begin with a capital, as a person's name does and a body's does not. */
function isName(text: string): boolean {
  if (text.length > 60 || body.test(text)) return false;
  const words = text.split(' ');
  const capitals = words.filter((word) => nameWord.test(word)).length;
  return words.length <= 5 && capitals >= 2 && words.every((word) => nameWord.test(word) || particle.test(word));
}

function isTitle(text: string): boolean {
  return text.length <= 80 && !/\d|[.:;!?]$/.test(text) && titleWord.test(text);
}

type Named = Omit<Person, 'place' | 'page'>;

/** "Name, title" or "Name, title, unit"; the unit may follow its title without a comma. */
function personOf(line: string): (Named & { readonly sure: boolean }) | undefined {
  const comma = line.indexOf(', ');
  if (comma === -1 || line.length > 160) return undefined;
  const name = line.slice(0, comma);
  const rest = line.slice(comma + 2);
  const [first = '', ...more] = rest.split(', ');
  if (!isName(name) || isName(first) || first === '' || /\d|[.:;!?]$/.test(rest) || first.length > 80) return undefined;
  const split = more.length > 0 ? { title: first, unit: more.join(', ') } : titleAndUnit(first);
  return { name, ...split, sure: titleWord.test(split.title) };
}

/** "ekonom kommunstyrelseförvaltningen": the unit begins with a capital, a word for a unit, or the first half of one ("barn- och …"). */
function titleAndUnit(text: string): { readonly title: string; readonly unit: string } {
  const words = text.split(' ');
  const at = words.findIndex(
    (word, index) =>
      index > 0 && (/^\p{Lu}/u.test(word) || unitWord.test(word) || (word.endsWith('-') && words[index + 1] === 'och')),
  );
  if (at === -1) return { title: text, unit: '' };
  return { title: words.slice(0, at).join(' '), unit: words.slice(at).join(' ') };
}

/** Turns paragraphs and lists that are nothing but people into people; "Namn, titel, enhet" above them has then been said. */
export function withPeople(pieces: readonly Piece[]): readonly (Piece | PeoplePiece)[] {
  const found: (Piece | PeoplePiece)[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    const next = pieces[at + 1];
    const people = peopleOf(piece);
    const underRole = peopleUnderRole(piece);
    if (people !== undefined) found.push({ kind: 'people', people });
    else if (underRole !== undefined) found.push(...underRole);
    else if (isPeopleHeader(piece) && next !== undefined && peopleOf(next) !== undefined) continue;
    else if (piece.kind === 'paragraph' && next?.kind === 'paragraph' && isName(piece.text) && isTitle(next.text)) {
      found.push({ kind: 'people', people: [person(piece, { name: piece.text, ...titleAndUnit(next.text) })] });
      at++;
    } else found.push(piece);
  }
  return found;
}

function isPeopleHeader(piece: Piece): boolean {
  return (
    piece.kind === 'paragraph' &&
    /^(?:för- och efter)?namn, *(?:titel|befattning|roll)(?:, *\p{L}+){0,2}:?$/iu.test(piece.text)
  );
}

/** "Arbetsgrupp:" in the first line of a paragraph, and nothing but people in those below it. */
function peopleUnderRole(piece: Piece): readonly (Piece | PeoplePiece)[] | undefined {
  if (piece.kind !== 'paragraph' || piece.text.includes('\t')) return undefined;
  const [role = '', ...others] = piece.text.split('\n').map(lineOf);
  if (others.length === 0 || !/^\p{Lu}[^:,.]{1,60}:$/u.test(role)) return undefined;
  const people = allPeople(others, { ...piece, place: piece.place + 1 });
  return (
    people && [
      { kind: 'paragraph', text: role.slice(0, -1), place: piece.place, strong: true },
      { kind: 'people', people },
    ]
  );
}

function peopleOf(piece: Piece): readonly Person[] | undefined {
  if (piece.kind === 'list') return allPeople(piece.items, { place: 1, page: undefined });
  if (piece.kind !== 'paragraph' || piece.text.includes('\t')) return undefined;
  const lines = piece.text.split('\n').map(lineOf);
  if (lines.length === 2 && isName(lines[0]!) && isTitle(lines[1]!))
    return [person(piece, { name: lines[0]!, ...titleAndUnit(lines[1]!) })];
  return allPeople(lines, piece);
}

function allPeople(lines: readonly string[], where: Place): readonly Person[] | undefined {
  const people = lines.map((line) => personOf(lineOf(line)));
  if (people.some((each) => each === undefined)) return undefined;
  if (people.filter((each) => each!.sure).length * 2 < people.length) return undefined;
  return people.map((each, index) => person({ ...where, place: where.place + index }, each!));
}

interface Place {
  readonly place: number;
  readonly page?: number | undefined;
}

function person({ place, page }: Place, { name, title, unit }: Named): Person {
  return { place, page, name, title, unit };
}

/** One table of each run of people; a heading right above some of them is their role, not a heading. */
export function withPeopleTables(pieces: readonly (Piece | PeoplePiece)[]): readonly Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const rows: { readonly role: string; readonly person: Person }[] = [];
    for (;;) {
      const piece = pieces[at];
      const next = pieces[at + 1];
      const role = piece?.kind === 'heading' && next?.kind === 'people' ? piece.text : undefined;
      const people = role === undefined ? piece : next;
      if (people?.kind !== 'people') break;
      const last = role ?? (rows.at(-1)?.role || '');
      for (const person of people.people) rows.push({ role: last, person });
      at += role === undefined ? 1 : 2;
    }
    if (rows.length > 0) found.push(gridOf(rows));
    const piece = pieces[at++];
    if (piece !== undefined && piece.kind !== 'people') found.push(piece);
  }
  return found;
}

function gridOf(rows: readonly { readonly role: string; readonly person: Person }[]): GridPiece {
  return {
    kind: 'grid',
    people: true,
    headerRows: 1,
    rows: [
      { place: 0, cells: columns },
      ...rows.map(({ role, person: { place, page, name, title, unit } }) => ({
        place,
        ...(page !== undefined && { page }),
        cells: [role, name, title, unit],
      })),
    ],
  };
}
