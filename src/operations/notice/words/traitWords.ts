import { wholeWords } from './wholeWords.ts';

/** Patterns over `plainWords` of a label (`label`) and over the words of a name (`name`). */
export interface Words {
  readonly name: RegExp;
  readonly label: RegExp;
}

/** In English, French, Spanish, Portuguese, Arabic and Bangla. */
export const ageWords: Words = {
  name: /^((respondent|resp|hh|head|member|r|q\d*) )?(age|edad|idade)( (years?|annees?|ans|anos|resp|respondent|hoh|head|\d+))*$/,
  label: wholeWords(
    '(respondents? |(current |exact )?)?age( (of|in|at) .*)?( \\(?completed\\)?)?',
    '(what|how) .*\\b(is|was)? ?(your|their|his|her) age.*|how old (are|is) .*',
    'age (du|de la|de l|des|en|revolu|au dernier) ?.*|quel (est|age) .*\\bage.*|quel age .*',
    '(edad|idade)( .*)?|(cual es su|cuantos anos tiene|quantos anos).*|qual (e|a) .*idade.*',
    '(ال)?عمر( .*)?|(ال)?سن( .*)?|كم عمرك.*',
    '(বর্তমান |আপনার |উত্তরদাতার )?বয়স( .*)?',
  ),
};

/** An age that is not counted in years, or that is a time, not an age. */
export const notYearsOfAge = wholeWords(
  '.*\\b(months?|days?|weeks?|mois|jours?|semaines?|mes(es)?|dias?|semanas?|group|groupe|grupo|bands?|tranche|born|birth year|year of birth)\\b.*',
  '.*(شهر|أشهر|يوم|أيام|মাস|দিন).*',
);

export const householdSizeWords: Words = {
  name: /^(hh|household|hogar|menage|family|famille|familia|q\d*) ?(size|taille|members|tamano|tamanho)( \d+)*$|^(size|taille|tamano|tamanho) (of )?(the )?(hh|household|menage|hogar|family|famille|familia|domicilio|agregado)( \d+)*$|^(hhsize|hhmembers|famsize)( \d+)*$/,
  label: wholeWords(
    '(total )?(household|family|hh) size.*|.*\\b(number of|how many) (people|persons|members|individuals|adults|children)\\b.*\\b(household|family|hh|here|home|dwelling)\\b.*|(people|persons|members) in (the |your )?(household|family).*',
    'taille (du|de la|des) (menage|famille|menages).*|(nombre|combien) (de|d) ?(personnes|membres|individus|enfants|adultes).*\\b(menage|famille|foyer|logement)\\b.*',
    'tamano (del|de la) (hogar|familia).*|.*\\b(numero|cantidad|cuantas|cuantos) (de )?(personas|miembros|integrantes|ninos|hijos).*\\b(hogar|familia|vivienda|casa)\\b.*',
    'tamanho (do|da) (agregado|familia|domicilio).*|.*\\b(numero|quantas|quantos) (de )?(pessoas|membros|criancas).*\\b(agregado|familia|domicilio|casa)\\b.*',
    '.*(عدد|حجم) (أفراد )?(ال)?(أسرة|عائلة).*',
    '.*(খানার|পরিবারের) (মোট )?(সদস্য|লোক) ?(সংখ্যা)?.*|(খানার|পরিবারের) আকার.*',
  ),
};

export const sexWords: Words = {
  name: /^((respondent|resp|r|q\d*) )?(sex|gender|sexe|genre|sexo|genero)( (of )?(resp|respondent|\d+))*$/,
  label: wholeWords(
    '((respondents?|what is your|record) )?(sex|gender)( of (the )?(respondent|person|member|interviewee))?',
    '(sexe|genre)( (de|du) ?l?(enquete|repondante?|personne|membre|interviewee?).*)?|quel est (votre|le) (sexe|genre).*',
    '(sexo|genero)( (del|do|da|de la) (encuestado|entrevistad[oa]|informante|persona|pessoa|inquirid[oa]).*)?',
    '(ال)?جنس( (ال)?(مستجيب|مبحوث))?|(ال)?نوع( (ال)?اجتماعي)?',
    '(উত্তরদাতার )?লিঙ্গ',
  ),
};
export const womanWords = wholeWords(
  '(female|woman|women|femmes?|feminin|mujer|femenino|mulher|feminino|girl|f)',
  'أنثى|انثي|امرأة|إناث|نسوي',
  'মহিলা|নারী|স্ত্রী',
);
export const manWords = wholeWords(
  '(male|man|men|hommes?|masculin|hombre|masculino|homem|boy|m)',
  'ذكر|رجل|ذكور',
  'পুরুষ',
);
export const urbanWords = wholeWords(
  '(urban|town|city|urbaine?|ville|urban[oa]|ciudad|cidade|urban area)( .*)?',
  'حضر|حضري|حضرية|مدينة',
  'শহর|শহুরে|পৌর|নগর',
);
export const ruralWords = wholeWords(
  '(rural[eo]?|village|country|rural area|campo|camp[ae]gne)( .*)?',
  'ريف|ريفي|ريفية|قرية',
  'গ্রাম|গ্রামীণ|পল্লী|গ্রামাঞ্চল',
);

/** A place, but not where the respondent lives: where they come from, were before, were born, or want to go. */
export const notWhereTheyLive = wholeWords(
  '.*\\b(intend(ed)?|intention|planned|wish(ed)?|prefer(red)?|destination|origin(al|ally)?|previous(ly)?|former(ly)?|before|birth|born|displaced|displacement|return(ed|ing)?|migrat(ed|ion)|moved?|came from|work(place)?|interviewer|enumerator)\\b.*',
  '.*\\b(prevue?|souhaitee?|origine|precedente?|ancienne?|avant|naissance|nee?|provenance|deplacement|retour|enqueteur|enquetrice)\\b.*',
  '.*\\b(prevista|deseada|origen|anterior|previ[oa]|nacimiento|nacio|procedencia|destino|desplazamiento|retorno|encuestador[a]?|entrevistador[a]?)\\b.*',
  '.*\\b(pretendida|origem|nascimento|nasceu|deslocamento|inquiridor[a]?)\\b.*',
  '.*(أصل|منشأ|ميلاد|ولدت|سابق|مقصود|وجهة|نزوح|عودة).*',
  '.*(জন্ম|আগের|পূর্বের|গন্তব্য|আদি|ফিরে).*',
);
