import type { publication as english } from '../en/publication.ts';
import type { Translated } from '../languages.ts';

export const publication: Translated<typeof english> = {
  title: {
    matrix: 'Peur et besoin : {measure}',
    matrixBy: 'Peur et besoin selon {group} : {measure}',
    pair: '{fear} et {want}',
    pairBy: '{fear} et {want}, selon {group}',
    freedoms: 'À l’abri de la peur, à l’abri du besoin',
    freedomsBy: 'À l’abri de la peur, à l’abri du besoin, selon {group}',
    ranking: 'Les préoccupations selon la part des personnes qui les ont',
    rankingBy: 'Les préoccupations selon la part des personnes qui les ont, par {group}',
    severity: 'Combien de personnes ont chaque préoccupation, et avec quelle gravité',
    concern: '{concern}',
    concernBy: '{concern}, selon {group}',
    tables: '{rows}',
    tablesBy: '{rows}, selon {columns}',
  },
  subtitle: {
    pair: 'Personnes ayant répondu de façon valide aux deux questions (n = {count}).',
    pairBy: 'Parmi les personnes qui ont la peur, pourcentage de celles dans le besoin (n = {count}).',
    freedoms:
      'Pourcentage des personnes (n = {count}). Dans la peur : au moins {fear} des {fears} préoccupations de peur ; dans le besoin : au moins {want} des {wants} préoccupations de besoin.',
    ranking: 'Pourcentage des personnes qui ont chaque préoccupation.',
    severity:
      'Pourcentage des personnes qui ont chaque préoccupation et, parmi celles qui l’ont, pourcentage de celles qui donnent la réponse la plus grave.',
    concern: 'Pourcentage des personnes qui ont la préoccupation.',
    onlyFreedom: 'Seulement les préoccupations de cette liberté : {freedom}.',
    onlyDimension: 'Seulement les préoccupations de cette dimension : {dimension}.',
    shares: {
      ofColumn: 'Pourcentage de chaque colonne',
      ofRow: 'Pourcentage de chaque ligne',
      ofTotal: 'Pourcentage de l’ensemble',
    },
    table: '{share}.',
    tableBase: '{share} (n = {count}).',
    layer: 'Seulement {label} : {value}.',
    filter: 'Seulement les personnes pour qui {filter}.',
  },
  source: {
    survey: 'Source : {survey}.',
    surveyFile: 'Source : {survey} ({file}).',
    madeUp: 'Source : {survey}, données fictives pour l’enseignement.',
    madeUpFile: 'Source : {survey} ({file}), données fictives pour l’enseignement.',
  },
  facets: 'Quatre catégories au plus ; q à l’intérieur de chaque catégorie.',
};
