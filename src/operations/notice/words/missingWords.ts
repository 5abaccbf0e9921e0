import { plainWords } from './plainWords.ts';

/** Why a label says that there is no answer to the question. */
export type Silence = 'dontKnow' | 'refused' | 'noAnswer' | 'notApplicable' | 'missing';

/**
 * Whole phrases, in English, French, Spanish, Portuguese, Arabic and Bangla, as `plainWords` writes them.
 * A phrase must be all that a part of the label says: "Ne sait pas lire" is an answer, "Ne sait pas" is none.
 */
const phrases: Readonly<Record<Silence, readonly RegExp[]>> = {
  dontKnow: [
    /^((i|r|respondent|he|she|they|we) )?((do|does|did) ?n(o|t|ot)|dont|doesnt|didnt|dosent) ?know( (enough|yet|it|much|the answer|anything about (it|this)|(what|how) to (say|answer)|(whether|when|if|where|who|which|why) .*))?$/,
    /^(dk|d k|dnk|do not remember|(cannot|cant|can not|dont) (remember|recall))$/,
    /^((je|j|il|elle|enquete|repondant) )?(ne )?(sai[ts]|savent) pas( encore)?$|^(nsp|n s p|ne sais? rien|ne se (souvient|rappelle) (pas|plus))$/,
    /^(no (lo )?(sabe|se|saben|sabria decir|recuerda)|ns|n s)$/,
    /^(nao (sabe|sei|sabem)( responder)?|nao (se )?lembra)$/,
    ...whole(
      'لا أعرف',
      'لا يعرف',
      'لا تعرف',
      'لا نعرف',
      'لا أدري',
      'لا يدري',
      'لا علم لي',
      'لا أتذكر',
      'لا يتذكر',
    ),
    ...whole('জানি না', 'জানিনা', 'জানে না', 'জানেন না', 'জানা নেই', 'জানা নাই', 'বলতে পারি না'),
    ...whole('বলতে পারে না', 'বলতে পারেন না', 'মনে নেই', 'মনে নাই', 'আমি জানি না'),
  ],
  refused: [
    /^((r|respondent) )?(refus(ed|al|es?)|declin(ed|es?))( to)?( (answer|respond|say|reply|state|disclose|tell|comment|give an answer))?( (the|this) question)?$/,
    /^((prefer(s|red)?|would rather|rather|wants?) )?not to (answer|say|respond|disclose|state)$|^((would )?rather not (say|answer)|pnta|ref|rf)$/,
    /^((il|elle) )?(a )?refus(e|es|ee|ent)?( (de|a) (repondre|se prononcer|dire|reponse))?( a la question)?$/,
    /^(ne (veut|souhaite|desire) pas|prefere ne pas) (repondre|se prononcer|le dire)$/,
    /^((se )?(rehus[ao]|nego|niega|rechaz[ao])|rehusado)( (a )?(responder|contestar))?$|^(no quiere|prefiere no) (responder|contestar|decir)$/,
    /^(se )?(recus(a|ou|ado)|recusa se|recusou se)( (a )?responder)?$|^(nao (quer|quis)|prefere nao) (responder|dizer)$/,
    ...whole(
      'رفض',
      'يرفض',
      'أرفض',
      'ترفض',
      'رفضت',
      'مرفوض',
      'رفض الإجابة',
      'رفضت الإجابة',
      'يرفض الإجابة',
      'أرفض الإجابة',
    ),
    ...whole(
      'رفض الجواب',
      'رفض أن يجيب',
      'امتنع عن الإجابة',
      'امتناع عن الإجابة',
      'أفضل عدم الإجابة',
      'يفضل عدم الإجابة',
    ),
    ...whole(
      'প্রত্যাখ্যান',
      'প্রত্যাখ্যান করেছেন',
      'প্রত্যাখ্যাত',
      'অস্বীকার',
      'অস্বীকার করেছেন',
      'উত্তর দিতে অস্বীকার',
      'উত্তর দিতে অস্বীকৃতি',
    ),
    ...whole(
      'উত্তর দিতে অস্বীকার করেছেন',
      'উত্তর দিতে অস্বীকৃতি জানিয়েছেন',
      'উত্তর দিতে চান না',
      'উত্তর দিতে চাননি',
    ),
    ...whole('উত্তর দিতে চায় না', 'উত্তর দিতে রাজি নন', 'উত্তর দিতে রাজি নয়', 'বলতে চান না', 'বলতে অস্বীকার'),
  ],
  noAnswer: [
    /^((no|non|item non|unit non) ?(answers?|response|reply)|did ?not (answer|respond|reply)|not answered|left blank|blank)$/,
    /^((pas|aucune|sans|non) (de )?reponse|na pas repondu|ne repond pas|non repondu|nr|n r|sr)$/,
    /^(no (responde|respondio|contesta|contesto)|sin (respuesta|contestar)|en blanco)$/,
    /^(nao (responde|respondeu|resposta)|sem resposta|em branco)$/,
    ...whole(
      'لا إجابة',
      'لا يوجد إجابة',
      'لا توجد إجابة',
      'بدون إجابة',
      'بدون جواب',
      'لا جواب',
      'لم يجب',
      'لم تجب',
      'لم يرد',
    ),
    ...whole(
      'উত্তর নেই',
      'উত্তর নাই',
      'কোন উত্তর নেই',
      'কোনো উত্তর নেই',
      'উত্তর দেননি',
      'উত্তর দেন নি',
      'উত্তর দেন নাই',
      'উত্তর দেয়নি',
    ),
  ],
  notApplicable: [
    /^(na|n a|not (applicable|asked)( .*)?|inapplicable|inap|does not apply)$/,
    /^(non concernee?|sans objet|(non|pas) (applicable|demandee?)|nc|n c)$/,
    /^(no (aplica|aplicable|corresponde|procede)|inaplicable)$/,
    /^nao (se aplica|aplicavel)$/,
    ...whole('لا ينطبق', 'لا تنطبق', 'غير منطبق', 'غير قابل للتطبيق', 'لم يسأل'),
    ...whole('প্রযোজ্য নয়', 'প্রযোজ্য না', 'প্রযোজ্য নহে', 'জিজ্ঞাসা করা হয়নি'),
  ],
  missing: [
    /^(missing( (data|values?|answers?|response|information))?|system missing|no (data|information)|unknown)$/,
    /^not (stated|available|ascertained|recorded|specified|reported|determined)$/,
    /^((donnees?|valeurs?|reponses?) )?manquante?s?$|^non (disponible|renseignee?|precisee?|declaree?)$/,
    /^((valor(es)? )?perdidos?|sin (dato|informacion)s?|no (disponible|especificad[oa]))$/,
    /^(omisso|sem (dados|informacao)|nao (disponivel|especificad[oa]|informad[oa]))$/,
    ...whole(
      'مفقود',
      'مفقودة',
      'قيمة مفقودة',
      'غير محدد',
      'غير مبين',
      'غير متوفر',
      'لا يوجد بيانات',
      'لا توجد بيانات',
    ),
    ...whole('তথ্য নেই', 'তথ্য নাই', 'অজানা'),
  ],
};

/** What an interviewer reads beside the answer, and never out: "[NO LEER]", "(DNR)", "98". */
const asides =
  /^(\d+|dnr|do not read( out)?|dont read( out)?|not read( out)?|vol|volunteered|spontaneous|no leer|no le[ae]s?|ne pas lire|nao ler|esp|espontanea)$/;

const breaks = /[/,;:|()[\]{}<>–—=.।]+|\s-+\s|\s+(?:or|ou|o|أو|বা|অথবা)\s+/u;

/**
 * Why this label says that there is no answer, or `null` where it says an answer. What counts is the whole
 * label, or its first part: "Don't know / Haven't heard enough" is none, "Agnostic (do not know)" is one.
 */
export function silenceOf(label: string): Silence | null {
  const all = plainWords(label.replace(/_/g, ' ')).replace(/^\d+ (?=\D)/, '');
  const whole = saidBy(all);
  if (whole !== null) return whole;
  const first = label
    .replace(/^\s*-?\d+\s*[-.:=)]*/, '')
    .split(breaks)
    .map(plainWords)
    .find((part) => part !== '' && !asides.test(part));
  return first === undefined ? null : saidBy(first);
}

const kinds = Object.keys(phrases) as Silence[];
const known = new Map<string, Silence | null>();
const mostKnown = 20_000;

/** The same labels come back in every variable of a survey. */
function saidBy(words: string): Silence | null {
  let silence = known.get(words);
  if (silence === undefined) {
    silence = kinds.find((kind) => phrases[kind].some((phrase) => phrase.test(words))) ?? null;
    if (known.size >= mostKnown) known.clear();
    known.set(words, silence);
  }
  return silence;
}

function whole(...texts: readonly string[]): RegExp[] {
  return texts.map((text) => new RegExp(`^${plainWords(text)}$`, 'u'));
}
