export const shortestPassword = 12;
/** Long enough for any sentence; without a limit somebody could make the server hash a book. */
export const longestPassword = 200;

export type PasswordFault = 'tooShort' | 'tooLong' | 'common' | 'containsName';

/**
 * After NIST SP 800-63B 5.1.1.2: length and no guessable choice; no demands for signs and digits, which only make people write
 * `Sommar2024!`.
 */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const characters = Array.from(password.normalize('NFKC')).length;
  if (characters < shortestPassword) return 'tooShort';
  if (characters > longestPassword) return 'tooLong';
  const folded = fold(password);
  if (isCommon(folded)) return 'common';
  const names = (email.toLowerCase().split('@')[0] ?? '').split(/[._+-]/);
  // A name of three letters turns up in ordinary words.
  if ([names.join(''), ...names].some((name) => name.length >= 4 && folded.includes(fold(name)))) return 'containsName';
  return undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words that people pad to the length with digits, years and signs: the stem is what counts. */
const commonStems: ReadonlySet<string> = new Set(
  `password passw0rd p4ssword lösenord losenord l0senord mittlösenord mittlosenord nyttlösenord hemligt hemlighet välkommen valkommen
   welcome letmein qwerty qwertyuiop qwertyuiopå asdfgh asdfghjkl asdfghjklöä zxcvbn zxcvbnm qazwsx qazwsxedc admin administrator
   administratör sommar vinter höst host vår våren sommaren vintern hösten summer winter spring autumn januari februari mars april
   maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag sverige stockholm
   göteborg malmö kommun kommunen kommunkontoret samband iloveyou jagälskardig monkey dragon football fotboll hockey ishockey
   superman batman pokemon sunshine princess changeme default secret test testtest testar testlösenord abc abcd abcde abcdef abcdefg
   abcdefgh abcdefghijkl hejhej hejhejhej hejsan hejhallå hallåhallå bulle kanelbulle mamma pappa mammapappa`
    .split(/\s+/)
    .map(fold),
);

function isCommon(folded: string): boolean {
  if (new Set(folded).size < 5) return true;
  if (isRun(folded)) return true;
  const stem = folded.replace(/^\p{N}+|\p{N}+$/gu, '');
  if (stem === '' || commonStems.has(stem)) return true;
  // The same word twice is no longer a word of its own.
  const half = stem.slice(0, stem.length / 2);
  return stem === half + half && commonStems.has(half);
}

/** 123456789012, abcdefghijkl and their reverses. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const digits = /^\d+$/.test(text);
  const step = [...steps][0];
  return (
    (steps.size === 1 && (step === 1 || step === -1)) ||
    (digits && '01234567890123456789012345678901234567890'.includes(text))
  );
}
