import { wholeWords } from './wholeWords.ts';
import type { PersonalKind } from './personalKinds.ts';

/** `name` over the words of a variable's name, `label` over `plainWords` of its label. */
interface PersonalWords {
  readonly kind: PersonalKind;
  readonly name: RegExp;
  readonly label: RegExp;
}

/** Words around a name that is a person's. */
const person =
  'respondents?|resp|interview(er|ee)s?|enumerators?|enum|supervisors?|head|hoh|members?|person|people|participants?|child|mother|father|wife|husband|spouse|caregiver|owner|farmer|beneficiar(y|ies)|informant|enquetes?|enqueteurs?|enquetrices?|repondants?|repondante|chef|agent|superviseur|controleur|beneficiaire|mere|pere|encuestad[oa]r?a?|entrevistad[oa]r?a?|jef[ea]|informante|persona|entrevistador|inquirid[oa]|inquiridor|chefe|pessoa|responsavel';

/** Words that make of a name the name of a place or a thing. */
const thing =
  /\b(village|district|division|region|province|county|city|town|ward|area|place|street|school|party|parties|company|business|shop|market|organi[sz]ation|ngo|bank|crop|disease|medicine|product|brand|app|language|country|commune|quartier|departement|localite|ville|ecole|parti|entreprise|marche|langue|pays|barrio|municipio|departamento|ciudad|partido|empresa|escuela|idioma|bairro|cidade|distrito|escola|lingua|camp|site|settlement|facility|hospital|clinic|source|scheme|programme?|project|projet|group|clan|tribe|ethnic|variable|file|survey|form|leader|president|minister|mayor|mp|representative|candidate)s?\b|قرية|قريه|مدينة|مدينه|محافظ|منطق|مدرس|حزب|منظم|গ্রাম|জেলা|উপজেলা|বিভাগ|ইউনিয়ন|স্কুল|বিদ্যালয়|বাজার|দল|প্রতিষ্ঠান/u;

export const namesAThing = (words: string): boolean => thing.test(words);

/** Each kind by name and by label, in English, French, Spanish, Portuguese, Arabic and Bangla. E-mail before address. */
export const personalWords: readonly PersonalWords[] = [
  {
    kind: 'email',
    name: /(^| )(e ?mail|email|courriel|correo)( |$)/,
    label: wholeWords(
      '.*\\b(e ?mail|courriel|correo electronico|adresse electronique|endereco eletronico)\\b.*',
      '.*(بريد (ال)?(إلكتروني|الكتروني)|البريد الإلكتروني|ইমেইল|ই মেইল).*',
    ),
  },
  {
    kind: 'phone',
    name: /(^| )(phone|telephone|telefono|telefone|tel|mobile|cell|cellphone|celular|whatsapp|contact|gsm|portable|phonenumber|msisdn)( |$)/,
    label: wholeWords(
      '.*\\b(tele?phone|phone|mobile|cell ?phone|whatsapp|contact) ?(number|no|num)\\b.*|(tele?phone|phone|mobile|contact)( (of|for) .*)?|.*\\bnumber of (the )?(phone|mobile|telephone)\\b.*',
      '(.*\\b(numero|no) (de |du )?)?(telephone|portable|contact|gsm)( (de|du|des|portable|mobile)\\b.*)?',
      '(.*\\bnumero (de |do )?)?(telefono|celular|telefone|telemovel|movil)( (de|do|da|del)\\b.*)?',
      '.*(رقم (ال)?(هاتف|جوال|موبايل|تلفون|محمول)|(هاتف|جوال)).*',
      '.*(ফোন|মোবাইল|টেলিফোন) ?(নম্বর|নাম্বার|নং)?.*',
    ),
  },
  {
    kind: 'position',
    name: /(^| )(lat|latitude|latitud|lon|lng|longitude|longitud|gps|geopoint|geolocation|geoloc|coordinates?|coordonnees|coordenadas)( |$)/,
    label: wholeWords(
      '.*\\b(gps|latitude|longitude|latitud|longitud|geo ?point|geo ?location|coordonnees|coordenadas|coordinates)\\b.*',
      '.*(خط العرض|خط الطول|إحداثي|احداثي|الموقع الجغرافي|جي بي اس|অক্ষাংশ|দ্রাঘিমা|জিপিএস).*',
    ),
  },
  {
    kind: 'nationalId',
    name: /(^| )(nid|passport|passeport|pasaporte|passaporte|cni|cnib|cin|ssn|dni|cpf|curp|dpi|cui|nin|national id|cedula|aadhaar|voter id|id card)( |$)/,
    label: wholeWords(
      '.*\\b(national|identity|id) (id|identity|identification|card)( card)?( (number|no))?\\b.*|.*\\bpassports?\\b.*|.*\\bsocial security number\\b.*|.*\\bnid\\b.*',
      '.*\\b(carte (nationale )?d ?identite|didentite|piece d ?identite|numero (d ?identification|npi|cni)|passeport)\\b.*',
      '.*\\b(cedula|documento de identidad|documento nacional|bilhete de identidade|cartao de cidadao|pasaporte|passaporte|cpf|curp)\\b.*',
      '.*(رقم (ال)?(هوية|بطاقة)|الرقم (القومي|الوطني)|بطاقة (ال)?هوية|جواز سفر).*',
      '.*(জাতীয় পরিচয়|এনআইডি|পাসপোর্ট|জন্ম নিবন্ধন).*',
    ),
  },
  {
    kind: 'address',
    name: /(^| )(address|adresse|direccion|endereco|domicilio|addr|street)( |$)/,
    label: wholeWords(
      '(.*\\b(home|street|postal|full|house|household|residential|respondents?) )?address( of .*)?|.*\\bhouse number\\b.*|street( name)?',
      '(.* )?adresse( (du|de|complete|exacte)\\b.*)?',
      '(.* )?(direccion|domicilio)( (del?|exacta|completa)\\b.*)?|(.* )?endereco( .*)?',
      '.*(عنوان (ال)?(سكن|منزل|بيت)|العنوان).*',
      '.*ঠিকানা.*',
    ),
  },
  {
    kind: 'device',
    name: /(^| )(device id|deviceid|imei|imsi|simserial|sim serial|subscriberid|subscriber id|ip address|ipaddress|mac address)( |$)/,
    label: wholeWords('(.*\\b(device|subscriber) id|.*\\bimei|.*\\bip address|.*\\bsim serial)( .*)?'),
  },
  {
    kind: 'name',
    name: new RegExp(
      `(^| )((first|last|full|sur|family|middle|given|nick) ?name|surname|prenoms?|apellidos?|sobrenome|(name|names|nom|noms|nome|nombre) (of |de |du |da |do |del |dela |l |la |le |the |et )*(${person})|(${person}) (first |last |full )?(name|names|nom|nome|nombre))( |$)`,
    ),
    label: wholeWords(
      `(.*\\b)?((first|last|full|family|given) name|surname)s?( .*)?|(.*\\b)?names? (of|for) (the |this |your |each )*([\\p{L}]+ ){0,2}(${person})s?\\b.*|(${person})s? (first |last |full )?names?( .*)?|name( and (surname|signature).*)?`,
      `(.*\\b)?noms?( (et|and|ou) prenoms?)?( (de|du|des|d|l|la|le|de la)){0,3} ?l?d?(${person})\\b.*|noms?( (et|ou) prenoms?.*)?|prenoms?( .*)?`,
      `(.*\\b)?nombres?( y apellidos?)?( (de|del|la|el|de la|del la|un|una)){1,3} (${person})\\b.*|nombres? (completo|y apellidos?).*|apellidos?( .*)?`,
      `(.*\\b)?nomes?( (do|da|de|completo)){1,2} ?(${person})?\\b.*|sobrenome.*|nome`,
      '(ال)?اسم|الاسم (الكامل|الأول|الثلاثي|الرباعي).*|.*اسم (ال)?(مستجيب|مبحوث|باحث|مقابل|رب|ربة|شخص|عداد|أب|أم|طفل|مستفيد).*|اسم العائلة',
      'নাম|(.* )?(উত্তরদাতার|সাক্ষাৎকারগ্রহণকারীর|খানা ?প্রধানের|খানাপ্রধানের|ব্যক্তির|সদস্যের|পিতার|মাতার|স্বামীর|শিশুর|তথ্যসংগ্রহকারীর|আপনার|পূর্ণ|সুপারভাইজারের|সাক্ষাৎকার গ্রহণকারীর|তথ্য সংগ্রহকারীর) নাম( .*)?',
    ),
  },
];

/** A label that says little else than "name"; a column of text under it may hold anybody's. */
export const someName = wholeWords('(.* )?(names?|noms?|nome)( .*)?', '.*اسم.*', '(.* )?নাম( .*)?');
