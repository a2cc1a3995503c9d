import type { Municipality } from '@samband/kolada';
import type { Language } from '../texts/index.ts';
import { Button, type FieldError, Form, FormActions, formatNumber, Select, TextField } from '../ui/index.ts';
import { fetchParts } from './fetch-order.rules.ts';
import { koladaPath } from './fetch-progress.view.tsx';
import type { KoladaPage } from './kolada-page.queries.ts';
import type { KoladaPageTexts } from './kolada-page.texts.ts';

interface FigureSourceProps {
  readonly page: KoladaPage;
  readonly error: string | undefined;
  readonly t: KoladaPageTexts;
}

/** Example or Kolada, and which municipality is one's own. */
export function FigureSourceSection({ page, error, t }: FigureSourceProps) {
  const { source, archive } = page;
  const real = archive.ok ? archive.municipalities : [];
  return (
    <section>
      <h2>{t.source}</h2>
      <p>{t.sourceNow[source.figures](source.code)}</p>
      {real.length > 0 ? (
        <SwitchForm to="kolada" units={real} source={source} error={error} t={t} />
      ) : (
        source.figures === 'example' && <p class="muted">{t.needArchive}</p>
      )}
      {source.figures === 'kolada' && source.examples.length > 0 && (
        <SwitchForm to="example" units={source.examples} source={source} t={t} />
      )}
    </section>
  );
}

interface SwitchFormProps {
  readonly to: 'kolada' | 'example';
  readonly units: readonly Municipality[];
  readonly source: KoladaPage['source'];
  readonly error?: string | undefined;
  readonly t: KoladaPageTexts;
}

function SwitchForm({ to, units, source, error, t }: SwitchFormProps) {
  const errors: readonly FieldError[] = error === undefined ? [] : [{ field: `municipality-${to}`, text: error }];
  // The municipality's own name often begins with Kolada's: "Lunds kommun", "Ekeberga kommun".
  const own =
    units.find(({ id }) => source.figures === to && id === source.code) ??
    units.find(({ title }) => source.name.startsWith(title));
  return (
    <Form action={`${koladaPath}/siffror`} hidden={{ to, version: source.version }} errors={errors}>
      <Select
        name="municipality"
        id={`f-municipality-${to}`}
        label={t.municipality}
        help={t.municipalityHelp}
        placeholder={t.chooseMunicipality}
        options={units.map(({ id, title }) => ({ value: id, label: `${title} (${id})` }))}
        value={own?.id}
        error={error}
        required
      />
      <FormActions>
        <Button variant="secondary">{to === 'kolada' ? t.toKolada : t.toExample}</Button>
      </FormActions>
    </Form>
  );
}

interface ImportProps {
  readonly error: string | undefined;
  readonly megabytes: number;
  readonly language: Language;
  readonly t: KoladaPageTexts;
}

const accepted = { values: '.csv,.gz,.parquet', list: '.json,.gz' } as const;

export function ImportSection({ error, megabytes, language, t }: ImportProps) {
  const errors: readonly FieldError[] = error === undefined ? [] : [{ field: 'values', text: error }];
  return (
    <section>
      <h2>{t.files}</h2>
      <p>{t.filesHelp}</p>
      <details open={error !== undefined}>
        <summary>{t.chooseFiles}</summary>
        <p class="muted">{t.filesLimit(formatNumber(megabytes, language))}</p>
        <Form action={`${koladaPath}/filer`} multipart errors={errors}>
          {fetchParts.map((part) => (
            <TextField
              name={part}
              type="file"
              label={t.file[part]}
              help={t.fileHelp[part]}
              accept={part === 'values' ? accepted.values : accepted.list}
              error={part === 'values' ? error : undefined}
            />
          ))}
          <FormActions>
            <Button variant="secondary">{t.readFiles}</Button>
          </FormActions>
        </Form>
      </details>
    </section>
  );
}
