/** The scripts that compute a result again. */
export const code = {
  show: 'Show the code…',
  title: 'The code behind this result',
  lead: 'A script that computes the figures again, for whoever wants to check or to go on from here.',
  language: 'Program',
  r: 'R',
  stata: 'Stata',
  reads:
    'It reads the survey as the study exports it, as a file called survey.sav, and holds no figure itself.',
  notRun:
    'The script for R is run in the tests of this program. The one for Stata is written after its manual and is not.',
  exportSurvey: 'Export the survey…',
  copy: 'Copy',
  copied: 'The code is on the clipboard.',
  notCopied: 'The code could not be copied. It is selected: copy it with the keyboard.',
  save: 'Save…',
  saved: 'The script is saved.',
  writing: 'Writing the script …',
};
