import type { Language } from '../texts/index.ts';
import { formatFigure, formatKronor, formatMillions, formatNumber, formatThousands } from '../ui/index.ts';
import { type Field, isText, type Value } from './field.rules.ts';
import { type Names, wordsOf } from './names.rules.ts';
import type { RegisterColumn } from './register.rules.ts';
import { RichText } from './rich-text.view.tsx';
import { texts } from './texts.ts';

/** A value as one line of text: in lists, history and conflict. */
export function valueWords(names: Names, column: RegisterColumn, value: Value, language: Language): string {
  const { field } = column;
  const t = texts(language);
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') {
    return field.kind === 'scale' ? wordsOf(names, column, String(value)) : numberWords(field, value, language);
  }
  if (typeof value !== 'string') return value.map((code) => wordsOf(names, column, code)).join(', ');
  return field.kind === 'choice' || field.kind === 'reference' ? wordsOf(names, column, value) : value;
}

function numberWords(field: Field, value: number, language: Language): string {
  if (field.kind === 'money') {
    const format = { kr: formatKronor, tkr: formatThousands, mnkr: formatMillions }[field.unit];
    return format(value, language);
  }
  if (field.kind !== 'number') return formatFigure(value, language);
  if (field.year === true) return String(value);
  // More decimals than people write say only how exactly it is stored.
  const words = field.decimals > 3 ? formatFigure(value, language) : formatNumber(value, language, field.decimals);
  return field.unit === undefined ? words : `${words} ${field.unit}`;
}

/** A value with its links, as a page about one row shows it. */
export function ValueView({
  names,
  column,
  value,
  language,
}: {
  names: Names;
  column: RegisterColumn;
  value: Value;
  language: Language;
}) {
  const { field } = column;
  if (field.kind === 'url' && typeof value === 'string' && value !== '') {
    return (
      <a href={value} rel="noreferrer">
        {value}
      </a>
    );
  }
  if (field.kind === 'reference' && value !== null) {
    const ids = typeof value === 'string' ? [value] : (value as readonly string[]);
    return (
      <>
        {ids.map((id, index) => (
          <>
            {index > 0 && ', '}
            <PointedAt href={names.href(field.to, id)} label={wordsOf(names, column, id)} />
          </>
        ))}
      </>
    );
  }
  if (field.kind === 'richText') return <RichText source={String(value)} />;
  if (isText(field) && field.kind !== 'text') return <div class="plain-text">{String(value)}</div>;
  return <>{valueWords(names, column, value, language)}</>;
}

function PointedAt({ href, label }: { href: string | undefined; label: string }) {
  return href === undefined ? <span>{label}</span> : <a href={href}>{label}</a>;
}
