import { defineTexts } from '../texts/index.ts';

export const reminderTexts = defineTexts(
  {
    subject: (late: number, ahead: number, others: number) =>
      late + ahead === 0
        ? `Försenat hos dina medarbetare: ${others}`
        : late === 0
          ? `Att göra de närmaste två veckorna: ${ahead}`
          : ahead === 0
            ? `Försenat: ${late}`
            : `Försenat: ${late}, och ${ahead} att göra de närmaste två veckorna`,
    greeting: (name: string) => `Hej ${name}!`,
    late: 'Försenat',
    ahead: 'De närmaste två veckorna',
    lateWithOthers: 'Försenat hos dina medarbetare',
    line: (title: string, one: string, day: string) => `${title} (${one}), ${day}`,
    lineOf: (who: string, title: string, one: string, day: string) => `${who}: ${title} (${one}), ${day}`,
    andMore: (n: number) => `och ${n} till`,
    ending: (municipality: string) =>
      `Så står det i Samband, ${municipality}. Mejlet skickas högst en gång i veckan, och bara när något är sent eller nära. Under Mitt konto går det att välja bort; det som är försenat hos medarbetare skickas ändå till deras chef.`,
  },
  {
    subject: (late, ahead, others) =>
      late + ahead === 0
        ? `Late with those you manage: ${others}`
        : late === 0
          ? `To do in the next two weeks: ${ahead}`
          : ahead === 0
            ? `Late: ${late}`
            : `Late: ${late}, and ${ahead} to do in the next two weeks`,
    greeting: (name) => `Hello ${name},`,
    late: 'Late',
    ahead: 'The next two weeks',
    lateWithOthers: 'Late with those you manage',
    line: (title, one, day) => `${title} (${one}), ${day}`,
    lineOf: (who, title, one, day) => `${who}: ${title} (${one}), ${day}`,
    andMore: (n) => `and ${n} more`,
    ending: (municipality) =>
      `This is how it stands in Samband, ${municipality}. The mail is sent at most once a week, and only when something is late or near. It can be declined under My account; what is late with those you manage is sent all the same.`,
  },
);
