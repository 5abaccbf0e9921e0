import { describe, expect, it } from 'vitest';
import { silenceOf } from '#operations/notice/words/missingWords.ts';

/** Labels as they stand in Afrobarometer, LAPOP, DHS, MICS, ANES and Kobo files, and as field offices write them. */
const silent = {
  English: {
    dontKnow: [
      "Don't know",
      'Don’t know',
      'DON`T KNOW',
      'Do not know',
      'Does not know',
      'I don’t know',
      'DK',
      'D.K.',
      'dontknow',
      'do_not_know',
      'dnk',
      "98. Don't know",
      '[98] Don’t know',
      "(Don't know)",
      "Don't know [DNR]",
      "Don't know/Haven't heard enough",
      "Don't know / Refused",
      'Don’t know / Can’t remember',
      "DON'T KNOW WHEN DECIDED",
      'Cannot remember',
    ],
    refused: [
      'Refused',
      'REFUSED',
      'Refused to answer',
      'Refusal',
      'R refused',
      'Declined to answer',
      'Prefer not to say',
      'prefer_not_to_answer',
      'PNTA',
    ],
    noAnswer: ['No answer', 'No response', 'Non-response', 'Did not answer', 'Not answered', 'no_answer'],
    notApplicable: ['Not applicable', 'N/A', 'NA', 'n.a.', 'INAP', 'Not asked in this country'],
    missing: ['Missing', 'System missing', 'Missing data', 'Not ascertained', 'Not stated', 'Unknown'],
  },
  French: {
    dontKnow: [
      'Ne sait pas',
      'NSP',
      'Je ne sais pas',
      'Sait pas',
      'NE SAIT PAS',
      'ne_sait_pas',
      'Ne se souvient pas',
      'Ne sait pas / Refus',
    ],
    refused: [
      'Refus',
      'Refusé',
      'Refuse de répondre',
      'Refus de répondre',
      'A refusé de répondre',
      'Ne veut pas répondre',
      'Préfère ne pas répondre',
    ],
    noAnswer: ['Sans réponse', 'Pas de réponse', 'Non-réponse', 'N’a pas répondu', 'NR', 'Aucune réponse'],
    notApplicable: ['Non concerné', 'Non concernée', 'Sans objet', 'Non applicable'],
    missing: ['Manquant', 'Valeur manquante', 'Données manquantes', 'Non renseigné', 'Non précisé'],
  },
  Spanish: {
    dontKnow: [
      'No sabe',
      'NS',
      'No sé',
      'No sabe [NO LEER]',
      '(NO LEER) No sabe',
      'NS/NR',
      'No sabe / No responde',
      'No recuerda',
    ],
    refused: [
      'Rehúsa',
      'Rehusó contestar',
      'Se negó a responder',
      'No quiere contestar',
      'Prefiere no decir',
    ],
    noAnswer: ['No responde', 'No contesta', 'Sin respuesta', 'No contestó'],
    notApplicable: ['No aplica', 'Inaplicable', 'No corresponde'],
    missing: ['Valor perdido', 'Sin dato', 'No especificado', 'Perdidos'],
  },
  Portuguese: {
    dontKnow: ['Não sabe', 'Não sei', 'Nao sabe', 'Não se lembra', 'Não sabe / Não responde'],
    refused: ['Recusa', 'Recusou', 'Recusou-se a responder', 'Recusa-se a responder', 'Não quer responder'],
    noAnswer: ['Não responde', 'Não respondeu', 'Sem resposta', 'Em branco'],
    notApplicable: ['Não se aplica', 'Não aplicável'],
    missing: ['Omisso', 'Não informado', 'Sem informação', 'Não especificado'],
  },
  Arabic: {
    dontKnow: ['لا أعرف', 'لا اعرف', 'لا يعرف', 'لا أدري', 'لَا أَعْرِف', 'لا أعرف / رفض'],
    refused: ['رفض', 'رفض الإجابة', 'رفض الاجابة', 'يرفض الإجابة', 'أفضل عدم الإجابة', 'امتنع عن الإجابة'],
    noAnswer: ['لا إجابة', 'لا توجد إجابة', 'بدون إجابة', 'لم يجب'],
    notApplicable: ['لا ينطبق', 'غير قابل للتطبيق'],
    missing: ['مفقود', 'قيمة مفقودة', 'غير محدد'],
  },
  Bangla: {
    dontKnow: ['জানি না', 'জানিনা', 'জানেন না', 'জানা নেই', 'বলতে পারি না', 'মনে নেই', 'জানি না / উত্তর নেই'],
    refused: ['প্রত্যাখ্যান', 'উত্তর দিতে অস্বীকার', 'উত্তর দিতে চান না', 'উত্তর দিতে অস্বীকৃতি জানিয়েছেন'],
    noAnswer: ['উত্তর নেই', 'উত্তর দেননি', 'কোনো উত্তর নেই', 'উত্তর দেয়নি'],
    notApplicable: ['প্রযোজ্য নয়', 'প্রযোজ্য না'],
    missing: ['তথ্য নেই'],
  },
};

/** Answers that hold the same words. */
const answers = {
  English: [
    'Refused to be interviewed',
    'Refused medical treatment',
    'Agnostic (do not know if there is a god)',
    'Do not know how to read',
    "Don't know anyone there",
    'Name not known',
    'No',
    'None',
    'Not at all',
    'No response from the police',
    'Not satisfied',
    'Missing a limb',
    'Missing person in the family',
    'Not available in the shops',
    'National Alliance',
    'Unknown armed men',
    'Other / don’t know them',
  ],
  French: [
    'Ne sait pas lire',
    'Ne sait ni lire ni écrire',
    'Refus de soins',
    'Refusé à l’école',
    'Pas du tout',
    'Non',
    'Sans emploi',
    'Sans réponse de la mairie',
    'Manque de moyens',
  ],
  Spanish: [
    'No sabe leer',
    'No sabe leer ni escribir',
    'No',
    'Rechazo social',
    'Nada',
    'No responde la policía',
    'Sin estudios',
  ],
  Portuguese: ['Não sabe ler', 'Não', 'Recusa de emprego', 'Sem instrução', 'Nada'],
  Arabic: ['لا يعرف القراءة والكتابة', 'لا أعرف أحدا', 'لا', 'رفض الزواج', 'أبدا'],
  Bangla: ['পড়তে জানি না', 'কাউকে জানি না', 'না', 'একদম না', 'উত্তর বঙ্গ'],
};

describe.each(Object.entries(silent))('labels that say no answer, in %s', (_language, kinds) => {
  it.each(Object.entries(kinds).flatMap(([kind, labels]) => labels.map((label) => [label, kind])))(
    '%s',
    (label, kind) => {
      expect(silenceOf(label)).toBe(kind);
    },
  );
});

describe.each(Object.entries(answers))('labels that say an answer, in %s', (_language, labels) => {
  it.each(labels)('%s', (label) => {
    expect(silenceOf(label)).toBeNull();
  });
});
