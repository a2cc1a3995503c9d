/** Kolada ends a title with its unit: "Personalkostnader, kr/inv", "Nöjda brukare, andel (%) (-2023)". */
const knownUnit =
  /^(?:(?:andel|svarsfrekvens|procent)\b.*|\(%\)|index\b.{0,20}|balanstal|genomsnitt|medelvärde|antal\b.{0,25}|år|dagar|(?:kr|tkr|mnkr|miljoner kronor|kg|ton|gram|MWh|kWh|meter|kvm|liter|poäng)\b.{0,25})$/;

/** The unit that a catalogue title ends with, as written after a number; empty where it names none. */
export function unitOfTitle(title: string): string {
  const { name, unit } = split(title);
  if (name === '') return '';
  if (unit === '(%)' || /^(?:andel|svarsfrekvens|procent)\b/.test(unit)) return '%';
  return unit.replace(/^miljoner kronor$/, 'mnkr');
}

/** The title without its unit, for a heading. */
export function nameOfTitle(title: string): string {
  return split(title).name || title;
}

function split(title: string): { name: string; unit: string } {
  const ended = / \((?:-|–)\d{4}\)$/.exec(title)?.[0] ?? '';
  const whole = title.slice(0, title.length - ended.length);
  const comma = whole.lastIndexOf(', ');
  const unit = comma < 0 ? '' : whole.slice(comma + 2).trim();
  return knownUnit.test(unit) ? { name: whole.slice(0, comma) + ended, unit } : { name: '', unit: '' };
}
