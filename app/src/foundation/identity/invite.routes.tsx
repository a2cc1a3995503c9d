import { RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { isId } from '../ids/index.ts';
import { InviteLinkPage } from './invite.views.tsx';
import { invite } from './link.commands.ts';
import type { IdentityParts } from './parts.ts';
import { manageAccounts } from './permissions.rules.ts';
import { profileTexts } from './profile.texts.ts';

export function inviteRoutes(parts: IdentityParts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/personer/:id/bjud-in',
      example: '/personer/00000000-0000-7000-8000-000000000000/bjud-in',
      access: manageAccounts,
      handle: (request) => takeInvitation(parts, request),
    },
  ];
}

async function takeInvitation(parts: IdentityParts, request: SambandRequest): Promise<Response> {
  const personId = request.params.id ?? '';
  if (!isId(personId)) throw new RefusedError(404);
  const back = `/organisation/personer/${personId}`;
  const texts = profileTexts(request.language);
  const answer = await invite(request, parts, personId);
  if (answer.ok) {
    if (parts.mailOn) return request.redirect(back, { kind: 'success', text: texts.invited(answer.email) });
    return request.html(<InviteLinkPage shell={request.shell()} name={answer.name} link={answer.link} back={back} />);
  }
  if (answer.reason === 'unknownPerson') throw new RefusedError(404);
  return request.redirect(back, { kind: 'error', text: texts.inviteRefusals[answer.reason] });
}
