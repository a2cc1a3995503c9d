import { definePermission } from '../access/index.ts';
import { RefusedError, type Route } from '../http/index.ts';
import { isId } from '../ids/index.ts';
import { hurry, listMessages } from './message.store.ts';
import { addSendJob } from './send.ts';
import { mailTexts } from './texts.ts';
import { MailPage } from './views.tsx';

const readMail = definePermission('mail.read', ['administrator']);
const hurryMail = definePermission('mail.hurry', ['administrator']);

const most = 200;

export function mailRoutes(mailOn: boolean): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/administration/post',
      access: readMail,
      async handle(request) {
        const messages = await request.transaction((tx) => listMessages(tx, most));
        return request.html(<MailPage shell={request.shell()} messages={messages} most={most} mailOn={mailOn} />);
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
        const hurried = await request.transaction(async (tx) => {
          if (!(await hurry(tx, id))) return false;
          await addSendJob(tx, id);
          return true;
        });
        const texts = mailTexts(request.language);
        return request.redirect(
          '/administration/post',
          hurried ? { kind: 'info', text: texts.hurried } : { kind: 'warning', text: texts.alreadyDone },
        );
      },
    },
  ];
}
