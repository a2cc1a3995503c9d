import { defineTexts } from '../../foundation/texts/index.ts';

export const vocabularyTexts = defineTexts(
  {
    costType: {
      title: 'Kostnadsslag',
      help: 'Andra delen av Område i orsakstabellen: ”Särskilt boende - Personalkostnader”.',
      start: {
        personnel: 'Personalkostnader',
        personnelResources: 'Personalresurser',
        premises: 'Lokalkostnader',
        material: 'Material och inventarier',
        meals: 'Måltider',
        transport: 'Transporter',
        purchasedServices: 'Köpt verksamhet',
        administration: 'Administration',
        volume: 'Volym',
      },
    },
    branch: {
      title: 'Grenar i fiskbenet',
      help: 'De grupper som orsakerna ordnas i när de ritas som fiskben.',
      start: {
        people: 'Människor och kompetens',
        workingMethods: 'Arbetssätt och rutiner',
        management: 'Styrning och ledning',
        premisesAndEquipment: 'Lokaler och utrustning',
        economy: 'Ekonomi och resurser',
        surroundings: 'Omvärld och målgrupp',
      },
    },
  },
  {
    costType: {
      title: 'Cost types',
      help: 'The second part of Area in the cause table: “Residential care - Staff costs”.',
      start: {
        personnel: 'Staff costs',
        personnelResources: 'Staff resources',
        premises: 'Premises costs',
        material: 'Material and inventories',
        meals: 'Meals',
        transport: 'Transport',
        purchasedServices: 'Purchased services',
        administration: 'Administration',
        volume: 'Volume',
      },
    },
    branch: {
      title: 'Branches of the fishbone',
      help: 'The groups that causes are put in when they are drawn as a fishbone.',
      start: {
        people: 'People and competence',
        workingMethods: 'Working methods and routines',
        management: 'Management',
        premisesAndEquipment: 'Premises and equipment',
        economy: 'Economy and resources',
        surroundings: 'Surroundings and target group',
      },
    },
  },
);
