import type { suggestions as english } from '../en/suggestions.ts';
import type { Translated } from '../languages.ts';

export const suggestions: Translated<typeof english> = {
  title: 'Suggestions',
  lead: 'D’après les mots des libellés et des réponses. Ajoutez ce qui est juste ; le reste n’est pas touché.',
  count: '{count} suggestion | {count} suggestions',
  concernedWhen: 'Préoccupé si : {answers}',
  word: '« {word} »',
  found: 'Trouvé par {words}',
  likely: 'Probable, pas certain',
  add: 'Ajouter',
  addOne: 'Ajouter {item} ({freedom})',
  addAll: 'Ajouter les {count}',
  addAllOf: 'Ajouter les {count} qui ont les réponses {answers}',
  dismiss: 'Écarter {item}',
  added: '{count} préoccupation ajoutée | {count} préoccupations ajoutées',
  dismissed: '{item} écarté',
  dismissedCount: '{count} écartée | {count} écartées',
  bringBack: 'Les reprendre',
  show: 'Montrer les suggestions',
  hide: 'Masquer les suggestions',
};
