import { defineTexts, type Language } from '../texts/index.ts';
import type { Role } from './rules.ts';

const texts = defineTexts(
  {
    administrator: 'Administratör',
    programmeLead: 'Projektledare',
    analyst: 'Controller',
    manager: 'Chef',
    staff: 'Medarbetare',
    secretary: 'Nämndsekreterare',
    elected: 'Förtroendevald',
    mentor: 'Mentor',
    auditor: 'Revisor',
  },
  {
    administrator: 'Administrator',
    programmeLead: 'Programme lead',
    analyst: 'Controller',
    manager: 'Manager',
    staff: 'Staff',
    secretary: 'Committee secretary',
    elected: 'Elected representative',
    mentor: 'Mentor',
    auditor: 'Auditor',
  },
);

export function roleTitle(role: Role, language: Language): string {
  return texts(language)[role];
}
