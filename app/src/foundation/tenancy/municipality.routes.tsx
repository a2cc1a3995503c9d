import { field, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { largestLogo } from './logo.rules.ts';
import { changeLogo, changeMunicipality, municipality } from './municipality.commands.ts';
import { municipalityValues } from './municipality.rules.ts';
import { municipalityTexts } from './municipality.texts.ts';
import { AdministrationPage, type AdministrationPageProps, MunicipalityConflictPage } from './municipality.views.tsx';
import { postedVersion } from './organisation.routes.tsx';
import { manageMunicipality } from './permissions.rules.ts';
import { logoFile } from './queries.ts';

const path = '/administration';
/** As in the person's tenant: `logoUrl` adds the version. */
const logoPath = '/kommun/logotyp';

export const municipalityRoutes: readonly Route[] = [
  { method: 'get', path, access: manageMunicipality, handle: (request) => showAdministration(request, {}) },
  { method: 'post', path, access: manageMunicipality, handle: change },
  { method: 'post', path: `${path}/logotyp`, access: manageMunicipality, maxBody: 8 * largestLogo, handle: setLogo },
  { method: 'get', path: logoPath, access: 'signedIn', handle: showLogo },
];

async function showAdministration(
  request: SambandRequest,
  form: Partial<Pick<AdministrationPageProps, 'values' | 'faults' | 'logoFault'>>,
): Promise<Response> {
  const row = await request.transaction((tx) => municipality(tx, request.person));
  const page = (
    <AdministrationPage
      shell={request.shell()}
      row={row}
      values={form.values ?? municipalityValues(row)}
      faults={form.faults ?? []}
      logoFault={form.logoFault}
    />
  );
  return request.html(page, form.faults === undefined && form.logoFault === undefined ? 200 : 422);
}

async function change(request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const version = await postedVersion(request);
  const result = await request.transaction((tx) =>
    changeMunicipality(tx, request.person, version, (name) => field(fields, name)),
  );
  if (result.ok) return request.redirect(path, { kind: 'success', text: municipalityTexts(request.language).saved });
  if (result.reason === 'invalid') return showAdministration(request, result);
  const { values, theirs, base } = result;
  return request.html(
    <MunicipalityConflictPage shell={request.shell()} mine={values} theirs={theirs} base={base} />,
    409,
  );
}

async function setLogo(request: SambandRequest): Promise<Response> {
  const texts = municipalityTexts(request.language);
  const remove = field(await request.fields(), 'remove') === 'on';
  const { file } = await request.files();
  if (!remove && file === undefined) return showAdministration(request, { logoFault: 'noFile' });
  const content = remove || file === undefined ? undefined : new Uint8Array(await file.arrayBuffer());
  const logoFault = await request.transaction((tx) => changeLogo(tx, request.person, content));
  if (logoFault !== undefined) return showAdministration(request, { logoFault });
  return request.redirect(path, { kind: 'success', text: remove ? texts.logoRemoved : texts.logoSaved });
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
