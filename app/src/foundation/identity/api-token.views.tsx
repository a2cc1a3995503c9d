import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  formatDateTime,
  LinkButton,
  Notice,
  Page,
  Radios,
  type Shell,
  TextField,
} from '../ui/index.ts';
import type { TokensPage } from './api-token.queries.ts';
import type { ListedToken } from './api-token.store.ts';
import { apiTokenTexts } from './api-token.texts.ts';
import { profileTexts } from './profile.texts.ts';

export const tokensPath = '/mitt-konto/atkomstnycklar';

export interface ApiTokensPageProps extends TokensPage {
  readonly shell: Shell;
  /** ISO day: a token whose last day lies before it has run out. */
  readonly today: string;
  readonly form: { readonly name: string; readonly reach: string; readonly lastDay: string };
  readonly errors?: readonly FieldError[];
}

export function ApiTokensPage(props: ApiTokensPageProps) {
  const { shell, tokens, today } = props;
  const texts = apiTokenTexts(shell.language);
  return (
    <Page shell={shell} title={texts.title} lead={texts.lead} crumbs={crumbs(shell, texts.title)} narrow>
      <p>
        <a href="/api">{texts.about}</a>
      </p>
      <section>
        <h2>{texts.yours}</h2>
        {tokens.length === 0 ? (
          <EmptyState title={texts.none}>
            <p>{texts.noneHelp}</p>
          </EmptyState>
        ) : (
          <DataTable caption={texts.yours} quietCaption columns={columns(texts, today)} rows={tokens} />
        )}
      </section>
      <NewTokenForm {...props} />
    </Page>
  );
}

function columns(texts: ReturnType<typeof apiTokenTexts>, today: string): Column<ListedToken>[] {
  return [
    { key: 'name', label: texts.name, cell: ({ name }) => name },
    { key: 'reach', label: texts.reach, cell: ({ mayWrite }) => (mayWrite ? texts.write : texts.read) },
    {
      key: 'lastDay',
      label: texts.lastDay,
      cell: ({ lastDay }) => (lastDay < today ? `${lastDay} (${texts.ranOut})` : lastDay),
    },
    {
      key: 'used',
      label: texts.used,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : formatDateTime(lastUsedAt)),
    },
    {
      key: 'revoke',
      label: texts.actions,
      quietLabel: true,
      cell: ({ id, name }) => (
        <Form action={`${tokensPath}/${id}/ta-bort`}>
          <Button variant="secondary" small label={texts.revokeLabel(name)}>
            {texts.revoke}
          </Button>
        </Form>
      ),
    },
  ];
}

function NewTokenForm({ shell, form, hasPassword, errors = [] }: ApiTokensPageProps) {
  const texts = apiTokenTexts(shell.language);
  return (
    <section>
      <h2>{texts.create}</h2>
      {/* Answered by the page with the token, not by a redirect as Turbo wants it. */}
      <div data-turbo="false">
        <Form action={tokensPath} errors={errors}>
          <TextField
            name="name"
            label={texts.name}
            help={texts.nameHelp}
            value={form.name}
            maxlength={60}
            error={errorFor(errors, 'name')}
            required
          />
          <Radios
            name="reach"
            label={texts.reach}
            value={form.reach}
            required
            options={[
              { value: 'read', label: texts.read, help: texts.readHelp },
              { value: 'write', label: texts.write, help: texts.writeHelp },
            ]}
          />
          <TextField
            name="lastDay"
            type="date"
            label={texts.lastDay}
            help={texts.lastDayHelp}
            value={form.lastDay}
            size={12}
            error={errorFor(errors, 'lastDay')}
            required
          />
          {hasPassword && (
            <TextField
              name="proofPassword"
              type="password"
              autocomplete="current-password"
              label={texts.password}
              help={texts.passwordHelp}
              error={errorFor(errors, 'proofPassword')}
              required
            />
          )}
          <FormActions>
            <Button>{texts.submit}</Button>
          </FormActions>
        </Form>
      </div>
    </section>
  );
}

export function TokenMadePage({ shell, token }: { shell: Shell; token: string }) {
  const texts = apiTokenTexts(shell.language);
  return (
    <Page
      shell={shell}
      title={texts.doneTitle}
      lead={texts.doneLead}
      crumbs={[...crumbs(shell, texts.title, tokensPath), { label: texts.doneTitle }]}
      narrow
    >
      <h2>{texts.token}</h2>
      <p>
        <code>{token}</code>
      </p>
      <Notice>
        <p>{texts.careful}</p>
      </Notice>
      <p>
        <LinkButton href={tokensPath} variant="primary">
          {texts.done}
        </LinkButton>
      </p>
    </Page>
  );
}

/** The way to the tokens from the person's own page. */
export function TokensSection({ shell }: { shell: Shell }) {
  const texts = apiTokenTexts(shell.language);
  return (
    <section>
      <h2>{texts.profile}</h2>
      <p>{texts.profileText}</p>
      <p>
        <LinkButton href={tokensPath}>{texts.profileLink}</LinkButton>
      </p>
    </section>
  );
}

function crumbs(shell: Shell, here: string, href?: string) {
  return [
    { href: '/mitt-konto', label: profileTexts(shell.language).title },
    href === undefined ? { label: here } : { href, label: here },
  ];
}
