import type { pages as english } from '../en/pages.ts';
import type { Translated } from '../languages.ts';

export const pages: Translated<typeof english> = {
  tokenRefused: {
    title: 'Cette adresse a déjà servi',
    text: 'L’adresse avec le jeton laisse entrer un seul navigateur, une fois. Continuez dans la fenêtre du navigateur où vous l’avez d’abord ouverte, ou arrêtez le programme (Ctrl+C dans son terminal), relancez-le et ouvrez la nouvelle adresse qu’il affiche.',
  },
  noSession: {
    title: 'Ouvrez l’adresse affichée dans le terminal',
    text: 'Larger Freedom tourne ici, mais ce navigateur n’est pas encore admis. Ouvrez l’adresse entière que le programme a affichée dans son terminal, avec le jeton. Si elle a déjà servi, arrêtez le programme (Ctrl+C), relancez-le et ouvrez la nouvelle adresse.',
  },
  notFromHere: {
    title: 'Refusé',
    text: 'Larger Freedom ne répond qu’à sa propre page, ouverte sur cette machine. Tapez ou collez dans la barre d’adresse l’adresse que le programme a affichée dans son terminal, au lieu de suivre un lien.',
  },
  notFound: { title: 'Introuvable', text: 'Il n’y a pas de telle page.' },
};
