/** A study under a passphrase. */
export const protection = {
  open: 'Put this study under a passphrase…',
  title: 'Put this study under a passphrase',
  titleAgain: 'Another passphrase for this study',
  lead: 'The study and its copies are encrypted. Nobody can open them without the passphrase: not you, not us.',
  passphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  repeated: 'The same once more',
  help: 'At least {least} characters. Four or five words that belong together only for you are easy to keep and hard to guess.',
  different: 'The two are not the same.',
  lost: 'Write it down and keep it in a safe place. Where it is forgotten the study is lost.',
  before:
    'The files are written anew. What this disk, or copies that others made, remember of them from before is not reached: keep such disks encrypted too.',
  protect: 'Encrypt the study',
  change: 'Change the passphrase',
  remove: 'Take the passphrase off',
  protected: 'The study is under the passphrase.',
  removed: 'The study is under no passphrase any more.',
  copiesLeft:
    '{count} copy is still under an earlier passphrase. | {count} copies are still under an earlier passphrase.',
  locked: 'Under a passphrase',
  unlock: 'Open',
  opening: 'The passphrase is being tried',
  working: 'The study is being written anew',
};
