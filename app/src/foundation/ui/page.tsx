import { raw } from 'hono/html';
import type { Content } from './children.ts';
import { isColour, tenantThemeHref } from './contrast.ts';
import { Footer, Header } from './frame.tsx';
import { LanguageContext, useTexts } from './language.tsx';
import type { Flash, Shell } from './shell.ts';

export interface Crumb {
  readonly href?: string | undefined;
  readonly label: string;
}

export interface PageProps {
  readonly shell: Shell;
  /** The page's h1, and the first part of the document title. */
  readonly title: string;
  /** The finding, said first: one or two sentences. */
  readonly lead?: Content;
  readonly crumbs?: readonly Crumb[];
  /** Buttons and links that belong to the whole page. */
  readonly actions?: Content;
  /** For wide tables: lets go of the 1240 px measure. */
  readonly wide?: boolean;
  /** A narrow column for a form or a text that is read through. */
  readonly narrow?: boolean;
  /** Error pages show the number that the log has. */
  readonly showRequestId?: boolean;
  readonly children?: Content;
}

/** A whole HTML document: `c.html(<Page shell={shell} title="Nuläge 2020">…</Page>)`. */
export function Page(props: PageProps) {
  const { shell } = props;
  return (
    <LanguageContext.Provider value={shell.language}>
      {raw('<!doctype html>')}
      <html lang={shell.language}>
        <Head shell={shell} title={props.title} />
        <body>
          <SkipLink />
          <Header shell={shell} />
          <main id="innehall" tabindex={-1} class={mainClass(props)}>
            <Flashes flashes={shell.flashes} />
            <PageTop {...props} />
            {props.children}
          </main>
          <Footer shell={shell} showRequestId={props.showRequestId === true} />
        </body>
      </html>
    </LanguageContext.Provider>
  );
}

function Head({ shell, title }: { shell: Shell; title: string }) {
  const colour = shell.tenant?.colour;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="turbo-cache-control" content="no-preview" />
      {/* A filter that sends itself changes the page in place: focus and scroll stay where the person is. */}
      <meta name="turbo-refresh-method" content="morph" />
      <meta name="turbo-refresh-scroll" content="preserve" />
      <title>{`${title} – Samband`}</title>
      <link rel="stylesheet" href={shell.assets.stylesheet} data-turbo-track="reload" />
      {colour !== undefined && isColour(colour) && <link rel="stylesheet" href={tenantThemeHref(colour)} />}
      <script type="module" src={shell.assets.script} data-turbo-track="reload" />
    </head>
  );
}

function SkipLink() {
  return (
    <a class="skip-link" href="#innehall">
      {useTexts().skip}
    </a>
  );
}

function mainClass({ wide, narrow }: PageProps): string {
  return ['frame-main', wide === true ? 'is-wide' : '', narrow === true ? 'is-narrow' : ''].filter(Boolean).join(' ');
}

function PageTop({ shell, title, lead, crumbs = [], actions }: PageProps) {
  return (
    <div class="page-top">
      <div class="page-top-words">
        {(crumbs.length > 0 || shell.tenant?.exampleData === true) && (
          <div class="page-top-line">
            {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
            {shell.tenant?.exampleData === true && <ExampleBadge />}
          </div>
        )}
        <h1>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div class="page-actions">{actions}</div>}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={useTexts().crumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li>{crumb.href === undefined ? crumb.label : <a href={crumb.href}>{crumb.label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}

function ExampleBadge() {
  return <span class="example-badge">{useTexts().exampleData}</span>;
}

/** Errors and warnings interrupt a screen reader; the rest waits for its turn. */
function Flashes({ flashes }: { flashes: readonly Flash[] }) {
  return (
    <>
      {flashes.map(({ kind, text }) => (
        <div
          class={`notice is-${kind}`}
          role={kind === 'error' || kind === 'warning' ? 'alert' : 'status'}
          data-flash={kind}
        >
          <p>{text}</p>
        </div>
      ))}
    </>
  );
}
