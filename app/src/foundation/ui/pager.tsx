import { formatNumber } from '../format/index.ts';
import { useLanguage, useTexts } from './language.tsx';

export interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly href: (page: number) => string;
}

export function Pager({ page, pageSize, total, href }: PagerProps) {
  const texts = useTexts();
  const language = useLanguage();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (total === 0) return null;
  const number = (value: number) => formatNumber(value, language);
  return (
    <nav class="pager" aria-label={texts.pager}>
      <p>
        {texts.rowsShown(number((page - 1) * pageSize + 1), number(Math.min(page * pageSize, total)), number(total))}
      </p>
      {last > 1 && (
        <ul>
          {page > 1 && <PageLink href={href(page - 1)} label={texts.previous} rel="prev" />}
          {pagesAround(page, last).map((target) =>
            target === 'gap' ? (
              <li aria-hidden="true">…</li>
            ) : (
              <li>
                <a
                  href={href(target)}
                  aria-label={texts.pageNumber(target)}
                  aria-current={target === page ? 'page' : undefined}
                >
                  {number(target)}
                </a>
              </li>
            ),
          )}
          {page < last && <PageLink href={href(page + 1)} label={texts.next} rel="next" />}
        </ul>
      )}
    </nav>
  );
}

function PageLink({ href, label, rel }: { href: string; label: string; rel: 'prev' | 'next' }) {
  return (
    <li>
      <a href={href} rel={rel}>
        {label}
      </a>
    </li>
  );
}

/** First, last and the nearest pages; a gap where pages are left out. */
export function pagesAround(page: number, last: number): readonly (number | 'gap')[] {
  const near = [...new Set([1, page - 1, page, page + 1, last])]
    .filter((n) => n >= 1 && n <= last)
    .sort((a, b) => a - b);
  return near.flatMap((n, index) => {
    const before = near[index - 1];
    return before === undefined || n - before === 1 ? [n] : n - before === 2 ? [n - 1, n] : ['gap' as const, n];
  });
}
