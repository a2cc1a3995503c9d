import { LinkButton } from './button.tsx';
import type { Content } from './children.ts';
import { LanguageContext, useTexts } from './language.tsx';
import { Page } from './page.tsx';
import type { Shell } from './shell.ts';
import { uiTexts } from './texts.ts';

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

export interface ErrorPageProps {
  readonly shell: Shell;
  readonly status: ErrorStatus;
  /** What was wrong in this very case, in a sentence; the general sentence stands when it is left out. */
  readonly what?: string | undefined;
  /** What to do about it, when more can be said than the general advice. */
  readonly advice?: string | undefined;
  readonly children?: Content;
}

/** Says what happened, where, and what to do; never only a number. */
export function ErrorPage({ shell, status, what, advice, children }: ErrorPageProps) {
  const texts = uiTexts(shell.language);
  const words = wordsFor(status, texts.errors);
  return (
    <Page shell={shell} title={words.title} lead={what ?? words.what} narrow showRequestId>
      <p>{advice ?? words.advice}</p>
      <LanguageContext.Provider value={shell.language}>{children}</LanguageContext.Provider>
      <p class="error-where">
        <code>{shell.path}</code> <span class="muted">({status})</span>
      </p>
      <p>
        <HomeLink />
      </p>
    </Page>
  );
}

function HomeLink() {
  return <LinkButton href="/">{useTexts().errors.home}</LinkButton>;
}

type ErrorTexts = ReturnType<typeof uiTexts>['errors'];

function wordsFor(status: ErrorStatus, texts: ErrorTexts): { title: string; what: string; advice: string } {
  switch (status) {
    case 401:
      return { title: texts.signedOut, what: texts.signedOutWhat, advice: texts.signedOutDo };
    case 403:
      return { title: texts.forbidden, what: texts.forbiddenWhat, advice: texts.forbiddenDo };
    case 404:
      return { title: texts.notFound, what: texts.notFoundWhat, advice: texts.notFoundDo };
    case 409:
      return { title: texts.conflict, what: texts.conflictWhat, advice: texts.conflictDo };
    case 413:
      return { title: texts.tooLarge, what: texts.tooLargeWhat, advice: texts.tooLargeDo };
    case 429:
      return { title: texts.tooMany, what: texts.tooManyWhat, advice: texts.tooManyDo };
    case 503:
      return { title: texts.away, what: texts.awayWhat, advice: texts.awayDo };
    case 400:
    case 415:
    case 422:
    case 428:
      return { title: texts.invalid, what: texts.invalidWhat, advice: texts.invalidDo };
    case 500:
      return { title: texts.broken, what: texts.brokenWhat, advice: texts.brokenDo };
  }
}
