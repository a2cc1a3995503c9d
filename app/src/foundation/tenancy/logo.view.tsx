import { Button, Form, FormActions, formatDateTime, type Shell, TextField } from '../ui/index.ts';
import type { LogoFault } from './logo.rules.ts';
import type { MunicipalityRow } from './municipality.store.ts';
import { municipalityTexts } from './municipality.texts.ts';
import type { LogoEntry } from './queries.ts';

const path = '/administration/logotyp';

export interface LogoSectionProps {
  readonly shell: Shell;
  readonly row: MunicipalityRow;
  readonly fault: LogoFault | 'noFile' | undefined;
  readonly history: readonly LogoEntry[];
}

/** The logo that documents carry: how it looks, another in its place, and what has been done with it. */
export function LogoSection({ shell, row, fault, history }: LogoSectionProps) {
  const texts = municipalityTexts(shell.language);
  const error = fault && texts.logoFault[fault];
  return (
    <section aria-labelledby="logotyp">
      <h2 id="logotyp">{texts.logo}</h2>
      <p>{texts.logoLead}</p>
      <CurrentLogo shell={shell} row={row} />
      <Form
        action={path}
        id="logotypen"
        label={texts.logo}
        multipart
        errors={error === undefined ? [] : [{ field: 'file', text: error }]}
      >
        <TextField
          name="file"
          type="file"
          label={texts.logoFile}
          help={texts.logoHelp}
          error={error}
          required
          accept=".png,.jpg,.jpeg,.svg"
        />
        <FormActions>
          <Button variant="secondary">{texts.saveLogo}</Button>
        </FormActions>
      </Form>
      {history.length > 0 && <History history={history} shell={shell} />}
    </section>
  );
}

function CurrentLogo({ shell, row }: Pick<LogoSectionProps, 'shell' | 'row'>) {
  const texts = municipalityTexts(shell.language);
  const url = shell.tenant?.logoUrl;
  if (url === undefined) return null;
  return (
    <>
      <p>
        <img class="logo-preview" src={url} alt={texts.logoAlt(row.name)} />
      </p>
      <p class="muted">{row.logo_used ? texts.logoUsed(row.logo_name) : texts.logoAside(row.logo_name)}</p>
      <FormActions>
        <form action={`${path}/anvand`} method="post">
          <input type="hidden" name="anvand" value={row.logo_used ? 'nej' : 'ja'} />
          <Button variant="secondary">{row.logo_used ? texts.putLogoAside : texts.takeLogoUp}</Button>
        </form>
        <form action={path} method="post">
          <input type="hidden" name="remove" value="on" />
          <Button variant="danger">{texts.removeLogo}</Button>
        </form>
      </FormActions>
    </>
  );
}

function History({ history, shell }: Pick<LogoSectionProps, 'history' | 'shell'>) {
  const texts = municipalityTexts(shell.language);
  return (
    <details class="history">
      <summary>{texts.logoHistory}</summary>
      <ol class="history-list">
        {history.map(({ at, who, what, name }) => (
          <li>
            <p>
              {formatDateTime(at)} · {who ?? texts.someone} · {texts.logoEvent[what](name)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
