import type { Role } from '../foundation/access/index.ts';

/** Ekeberga's organisation. People are called by their roles: the example has no names. */
export interface Committee {
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'municipalCouncil' | 'executiveBoard' | 'committee' | 'workingCommittee';
  readonly parent?: string;
}

export const committees: readonly Committee[] = [
  { name: 'Kommunfullmäktige', shortName: 'KF', kind: 'municipalCouncil' },
  { name: 'Kommunstyrelsen', shortName: 'KS', kind: 'executiveBoard', parent: 'Kommunfullmäktige' },
  { name: 'Kommunstyrelsens arbetsutskott', shortName: 'KSAU', kind: 'workingCommittee', parent: 'Kommunstyrelsen' },
  { name: 'Barn- och utbildningsnämnden', shortName: 'BUN', kind: 'committee', parent: 'Kommunfullmäktige' },
  { name: 'Socialnämnden', shortName: 'SN', kind: 'committee', parent: 'Kommunfullmäktige' },
  { name: 'Kultur- och fritidsnämnden', shortName: 'KFN', kind: 'committee', parent: 'Kommunfullmäktige' },
  { name: 'Servicenämnden', shortName: 'SEN', kind: 'committee', parent: 'Kommunfullmäktige' },
];

export interface Department {
  readonly name: string;
  readonly shortName: string;
  readonly committee: string;
  readonly units: readonly (readonly [string, readonly string[]])[];
}

export const departments: readonly Department[] = [
  {
    name: 'Kommunledningsförvaltningen',
    shortName: 'KLF',
    committee: 'Kommunstyrelsen',
    units: [
      ['Ekonomi', []],
      ['HR', []],
      ['Kansli', []],
    ],
  },
  {
    name: 'Barn- och utbildningsförvaltningen',
    shortName: 'BUF',
    committee: 'Barn- och utbildningsnämnden',
    units: [
      ['Förskola', ['Almens förskola', 'Björkens förskola', 'Lönnens förskola']],
      ['Grundskola', ['Ekbackeskolan', 'Sjöskolan', 'Ängsskolan']],
      ['Gymnasium', ['Ekeberga gymnasium']],
    ],
  },
  {
    name: 'Socialförvaltningen',
    shortName: 'SOF',
    committee: 'Socialnämnden',
    units: [
      ['Särskilt boende', ['Ekgården', 'Solhem', 'Strandhemmet']],
      ['Hemtjänst', ['Hemtjänst norr', 'Hemtjänst söder']],
      ['LSS', ['Daglig verksamhet', 'Gruppbostaden Linden']],
      ['Individ- och familjeomsorg', ['Försörjningsstöd']],
    ],
  },
  {
    name: 'Kultur- och fritidsförvaltningen',
    shortName: 'KFF',
    committee: 'Kultur- och fritidsnämnden',
    units: [
      ['Bibliotek', []],
      ['Idrott och anläggningar', []],
    ],
  },
  {
    name: 'Serviceförvaltningen',
    shortName: 'SEF',
    committee: 'Servicenämnden',
    units: [
      ['Fastighet', []],
      ['Lokalvård', ['Lokalvård norr', 'Lokalvård söder']],
      ['Måltid', []],
    ],
  },
];

export interface ExamplePerson {
  readonly role: Role;
  readonly name: string;
  readonly title: string;
  readonly department?: string;
  readonly unit?: string;
  readonly committee?: string;
  readonly organisation?: string;
  /** Where the role holds; the whole municipality when left out. */
  readonly scope?: 'department' | 'unit';
}

export const people: readonly ExamplePerson[] = [
  {
    role: 'administrator',
    name: 'Administratören',
    title: 'Systemförvaltare',
    department: 'Kommunledningsförvaltningen',
  },
  {
    role: 'programmeLead',
    name: 'Projektledaren',
    title: 'Förändringsledare',
    department: 'Kommunledningsförvaltningen',
  },
  {
    role: 'analyst',
    name: 'Controllern',
    title: 'Controller',
    department: 'Kommunledningsförvaltningen',
    unit: 'Ekonomi',
  },
  {
    role: 'manager',
    name: 'Enhetschefen',
    title: 'Enhetschef',
    department: 'Socialförvaltningen',
    unit: 'Särskilt boende',
    scope: 'unit',
  },
  {
    role: 'staff',
    name: 'Medarbetaren',
    title: 'Undersköterska',
    department: 'Socialförvaltningen',
    unit: 'Ekgården',
    scope: 'unit',
  },
  {
    role: 'secretary',
    name: 'Nämndsekreteraren',
    title: 'Nämndsekreterare',
    department: 'Kommunledningsförvaltningen',
    unit: 'Kansli',
  },
  { role: 'elected', name: 'Nämndledamoten', title: 'Ledamot', committee: 'Socialnämnden' },
  { role: 'mentor', name: 'Mentorn', title: 'Mentor', organisation: 'En annan kommun' },
  { role: 'auditor', name: 'Revisorn', title: 'Förtroendevald revisor' },
];

/** People of the story without an account: who leads what its actions are about. */
export const colleagues: readonly Pick<ExamplePerson, 'name' | 'title' | 'department'>[] = [
  { name: 'Socialchefen', title: 'Förvaltningschef', department: 'Socialförvaltningen' },
  { name: 'Skolchefen', title: 'Förvaltningschef', department: 'Barn- och utbildningsförvaltningen' },
  { name: 'Rektorn', title: 'Rektor förskola', department: 'Barn- och utbildningsförvaltningen' },
  { name: 'Fastighetschefen', title: 'Fastighetschef', department: 'Serviceförvaltningen' },
  { name: 'Ekonomichefen', title: 'Ekonomichef', department: 'Kommunledningsförvaltningen' },
  { name: 'HR-strategen', title: 'HR-strateg', department: 'Kommunledningsförvaltningen' },
];
