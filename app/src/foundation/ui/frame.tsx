import { useTexts } from './language.tsx';
import type { NavigationEntry, Shell } from './shell.ts';

/** Wordmark, menu, search and account: the same on every page. */
export function Header({ shell }: { shell: Shell }) {
  const texts = useTexts();
  return (
    <header class="frame-header">
      <div class="frame-bar">
        <a class="wordmark" href="/" aria-label={texts.wordmark}>
          sam<span class="wordmark-dot">·</span>band
        </a>
        {shell.navigation.length > 0 && <Navigation entries={shell.navigation} path={shell.path} />}
        <div class="frame-side">
          {shell.person !== undefined && <SearchForm />}
          <Account shell={shell} />
        </div>
      </div>
      <PagesOfPart entries={shell.navigation} path={shell.path} />
    </header>
  );
}

function Navigation({ entries, path }: { entries: readonly NavigationEntry[]; path: string }) {
  const texts = useTexts();
  const current = currentEntry(entries, path);
  return (
    <nav class="frame-nav" aria-label={texts.mainNavigation}>
      <ul>
        {entries.map((entry) => (
          <li>
            <a href={entry.href} aria-current={entry === current ? currentKind(entry, path) : undefined}>
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The pages of the part that one is in, when it has several. */
function PagesOfPart({ entries, path }: { entries: readonly NavigationEntry[]; path: string }) {
  const part = currentEntry(entries, path);
  const { pages = [] } = part ?? {};
  if (part === undefined || pages.length < 2) return null;
  const current = currentEntry(pages, path);
  return (
    <nav class="frame-pages" aria-label={part.label}>
      <ul>
        {pages.map((page) => (
          <li>
            <a href={page.href} aria-current={page === current ? currentKind(page, path) : undefined}>
              {page.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The entry with the longest address, its own or of one of its pages, that the path lies under; the start page only when it is the path itself. */
export function currentEntry(entries: readonly NavigationEntry[], path: string): NavigationEntry | undefined {
  const bare = barePath(path);
  const reach = ({ href }: NavigationEntry) =>
    (href === '/' ? bare === '/' : bare === href || bare.startsWith(`${href}/`)) ? href.length : 0;
  const longest = (entry: NavigationEntry) => Math.max(...[entry, ...(entry.pages ?? [])].map(reach));
  return entries.filter((entry) => longest(entry) > 0).sort((a, b) => longest(b) - longest(a))[0];
}

function currentKind(entry: NavigationEntry, path: string): 'page' | 'true' {
  return entry.href === barePath(path) ? 'page' : 'true';
}

function barePath(path: string): string {
  return path.split('?')[0] ?? path;
}

function SearchForm() {
  const texts = useTexts();
  return (
    <search>
      <form class="frame-search" action="/sok" method="get">
        <label class="unseen" for="frame-search">
          {texts.searchLabel}
        </label>
        <input id="frame-search" name="q" type="search" placeholder={texts.search} autocomplete="off" />
        <button type="submit" aria-label={texts.search}>
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
            <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="1.8" />
            <path d="M12.7 12.7 17 17" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
          </svg>
        </button>
      </form>
    </search>
  );
}

function Account({ shell }: { shell: Shell }) {
  const texts = useTexts();
  if (shell.person === undefined) {
    return (
      <div class="frame-account">
        <LanguageSwitch shell={shell} />
        <a href="/logga-in">{texts.signIn}</a>
      </div>
    );
  }
  return (
    <details class="frame-account">
      <summary>
        <span class="frame-account-where">{shell.tenant?.name ?? texts.account}</span>
        <span class="frame-account-role"> · {shell.person.roleTitle}</span>
      </summary>
      <div class="frame-menu">
        <p>
          <strong>{shell.person.name}</strong>
          <br />
          <span class="muted">{shell.person.roleTitle}</span>
        </p>
        <a href="/mitt-konto">{texts.myAccount}</a>
        <LanguageSwitch shell={shell} />
        <form action="/logga-ut" method="post">
          <button type="submit">{texts.signOut}</button>
        </form>
      </div>
    </details>
  );
}

function LanguageSwitch({ shell }: { shell: Shell }) {
  const texts = useTexts();
  const other = shell.language === 'sv' ? 'en' : 'sv';
  return (
    <a href={`/sprak/${other}?till=${encodeURIComponent(shell.path)}`} lang={other} hreflang={other} data-turbo="false">
      {texts.otherLanguage}
    </a>
  );
}

export function Footer({ shell, showRequestId }: { shell: Shell; showRequestId: boolean }) {
  const texts = useTexts();
  return (
    <footer class="frame-footer">
      <p>
        <a href="/om">{texts.about}</a>
        <a href="/metod">{texts.methods}</a>
        <a href="/tillganglighet">{texts.accessibility}</a>
        <span>{texts.version(shell.assets.version)}</span>
        {shell.tenant?.exampleData === true && <span>{texts.exampleDataLong}</span>}
        {showRequestId && <span>{texts.requestId(shell.requestId)}</span>}
      </p>
    </footer>
  );
}
