export { enqueueMail, type OutgoingMail } from './enqueue.ts';
export { createMail, type Mail } from './mail.ts';
