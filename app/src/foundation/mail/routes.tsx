import { definePermission } from '../access/index.ts';
import { RefusedError, type Route } from '../http/index.ts';
import { isId } from '../ids/index.ts';
import { hurryMessage } from './commands.ts';
import { mostMessages, readMessages } from './queries.ts';
import { mailTexts } from './texts.ts';
import { MailPage } from './views.tsx';

const readMail = definePermission('mail.read', ['administrator']);
const hurryMail = definePermission('mail.hurry', ['administrator']);

export function mailRoutes(mailOn: boolean): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/administration/post',
      access: readMail,
      async handle(request) {
        const messages = await readMessages(request);
        return request.html(
          <MailPage shell={request.shell()} messages={messages} most={mostMessages} mailOn={mailOn} />,
        );
      },
    },
    {
      method: 'post',
      path: '/administration/post/:id/forsok',
      access: hurryMail,
      example: '/administration/post/00000000-0000-7000-8000-000000000000/forsok',
      async handle(request) {
        const id = request.params.id ?? '';
        if (!isId(id)) throw new RefusedError(404);
        const hurried = await hurryMessage(request, id);
        const texts = mailTexts(request.language);
        return request.redirect(
          '/administration/post',
          hurried ? { kind: 'info', text: texts.hurried } : { kind: 'warning', text: texts.alreadyDone },
        );
      },
    },
  ];
}
