import { expect, test } from 'vitest';
import { documentsSetting } from '#page/documentsFolder.ts';

test('the desktop’s own name for the documents folder is followed', () => {
  const settings = '# comment\nXDG_DESKTOP_DIR="$HOME/Bureau"\nXDG_DOCUMENTS_DIR="$HOME/Mes documents"\n';
  expect(documentsSetting(settings, '/home/amina')).toBe('/home/amina/Mes documents');
  expect(documentsSetting('XDG_DOCUMENTS_DIR="/srv/docs"', '/home/amina')).toBe('/srv/docs');
  expect(documentsSetting('#XDG_DOCUMENTS_DIR="/srv/docs"', '/home/amina')).toBeUndefined();
});
