import { field, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { largestLogo } from './logo.rules.ts';
import { changeLogo, changeMunicipality, municipality, useLogo } from './municipality.commands.ts';
import { municipalityValues } from './municipality.rules.ts';
import { municipalityTexts } from './municipality.texts.ts';
import { AdministrationPage, type AdministrationPageProps, MunicipalityConflictPage } from './municipality.views.tsx';
import { postedVersion } from './organisation.routes.tsx';
import { manageMunicipality } from './permissions.rules.ts';
import { logoFile, logoHistory } from './queries.ts';

const path = '/administration';
/** As in the person's tenant: `logoUrl` adds the version. */
const logoPath = '/kommun/logotyp';

/** What a slice has for administrators to look after. */
export interface AdministrationLink {
  readonly href: string;
  readonly label: (language: Language) => string;
}

export function municipalityRoutes(more: readonly AdministrationLink[] = []): readonly Route[] {
  const access = manageMunicipality;
  return [
    { method: 'get', path, access, handle: (request) => showAdministration(request, more, {}) },
    { method: 'post', path, access, handle: (request) => change(request, more) },
    {
      method: 'post',
      path: `${path}/logotyp`,
      access,
      maxBody: 8 * largestLogo,
      handle: (request) => setLogo(request, more),
    },
    { method: 'post', path: `${path}/logotyp/anvand`, access, handle: setLogoUse },
    { method: 'get', path: logoPath, access: 'signedIn', handle: showLogo },
  ];
}

async function showAdministration(
  request: SambandRequest,
  more: readonly AdministrationLink[],
  form: Partial<Pick<AdministrationPageProps, 'values' | 'faults' | 'logoFault'>>,
): Promise<Response> {
  const { person, language } = request;
  const [row, history] = await request.transaction(
    async (tx) => [await municipality(tx, person), await logoHistory(tx, person.tenantId)] as const,
  );
  const page = (
    <AdministrationPage
      shell={request.shell()}
      row={row}
      more={more.map(({ href, label }) => ({ href, label: label(language) }))}
      logoHistory={history}
      values={form.values ?? municipalityValues(row)}
      faults={form.faults ?? []}
      logoFault={form.logoFault}
    />
  );
  return request.html(page, form.faults === undefined && form.logoFault === undefined ? 200 : 422);
}

async function change(request: SambandRequest, more: readonly AdministrationLink[]): Promise<Response> {
  const fields = await request.fields();
  const version = await postedVersion(request);
  const result = await request.transaction((tx) =>
    changeMunicipality(tx, request.person, version, (name) => field(fields, name)),
  );
  if (result.ok) return request.redirect(path, { kind: 'success', text: municipalityTexts(request.language).saved });
  if (result.reason === 'invalid') return showAdministration(request, more, result);
  const { values, theirs, base } = result;
  return request.html(
    <MunicipalityConflictPage shell={request.shell()} mine={values} theirs={theirs} base={base} />,
    409,
  );
}

async function setLogo(request: SambandRequest, more: readonly AdministrationLink[]): Promise<Response> {
  const texts = municipalityTexts(request.language);
  const remove = field(await request.fields(), 'remove') === 'on';
  const { file } = await request.files();
  if (!remove && (file === undefined || file.size === 0)) {
    return showAdministration(request, more, { logoFault: 'noFile' });
  }
  const given =
    remove || file === undefined ? undefined : { content: new Uint8Array(await file.arrayBuffer()), name: file.name };
  const logoFault = await request.transaction((tx) => changeLogo(tx, request.person, given));
  if (logoFault !== undefined) return showAdministration(request, more, { logoFault });
  return request.redirect(`${path}#logotyp`, { kind: 'success', text: remove ? texts.logoRemoved : texts.logoSaved });
}

async function setLogoUse(request: SambandRequest): Promise<Response> {
  const texts = municipalityTexts(request.language);
  const used = field(await request.fields(), 'anvand') === 'ja';
  await request.transaction((tx) => useLogo(tx, request.person, used));
  return request.redirect(`${path}#logotyp`, { kind: 'success', text: used ? texts.logoTakenUp : texts.logoPutAside });
}

/** Its address has a version, so a browser may keep it. */
async function showLogo(request: SambandRequest): Promise<Response> {
  const logo = await request.transaction(logoFile);
  if (logo === undefined) throw new RefusedError(404);
  return new Response(logo.content as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': logo.type,
      'Content-Disposition': 'inline; filename="logotyp"',
      'Cache-Control': request.url.searchParams.has('v') ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    },
  });
}
