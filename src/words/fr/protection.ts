import type { protection as english } from '../en/protection.ts';
import type { Translated } from '../languages.ts';

/** Une étude sous phrase secrète. */
export const protection: Translated<typeof english> = {
  open: 'Protéger cette étude par une phrase secrète…',
  title: 'Protéger cette étude par une phrase secrète',
  titleAgain: 'Une autre phrase secrète pour cette étude',
  lead: 'L’étude et ses copies sont chiffrées. Personne ne peut les ouvrir sans la phrase secrète : ni vous, ni nous.',
  passphrase: 'Phrase secrète',
  newPassphrase: 'Nouvelle phrase secrète',
  repeated: 'La même, encore une fois',
  help: 'Au moins {least} caractères. Quatre ou cinq mots qui ne vont ensemble que pour vous se retiennent bien et se devinent mal.',
  different: 'Les deux ne sont pas identiques.',
  lost: 'Notez-la et gardez-la en lieu sûr. Si elle est oubliée, l’étude est perdue.',
  before:
    'Les fichiers sont écrits à nouveau. Ce que ce disque, ou des copies faites par d’autres, gardent d’avant n’est pas atteint : chiffrez aussi ces disques.',
  protect: 'Chiffrer l’étude',
  change: 'Changer la phrase secrète',
  remove: 'Retirer la phrase secrète',
  protected: 'L’étude est protégée par la phrase secrète.',
  removed: 'L’étude n’est plus protégée par une phrase secrète.',
  copiesLeft:
    '{count} copie reste protégée par une phrase secrète antérieure. | {count} copies restent protégées par une phrase secrète antérieure.',
  locked: 'Protégée par une phrase secrète',
  unlock: 'Ouvrir',
  opening: 'Vérification de la phrase secrète',
  working: 'L’étude est écrite à nouveau',
};
