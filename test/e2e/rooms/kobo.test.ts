import { join } from 'node:path';
import { realSurveys } from '../../helpers/terminal.ts';
import { everyRoom } from './everyRoom.ts';

const msna = join(realSurveys, 'kobo-msna');
const form = join(msna, 'REACH_2024_MSNA-kobo-tool_draft_v11.xlsx');

/** Codes are words, labels are whole questions, and the form comes beside the workbook. */
everyRoom('a Kobo export with its XLSForm', {
  files: [join(msna, 'dummy_raw_data.xlsx'), form],
  rows: 241,
  variables: 353,
  roles: { weight: 'weight', strata: 'stratum' },
  reading: ['--form', form],
  missing: ['*=dnk,pnta,not_applicable'],
  fear: {
    hlp_risk_eviction: ['yes'],
    prot_concern_hh_freq_violence: ['several_times', 'always'],
    prot_concern_hh_freq_kidnapping: ['several_times', 'always'],
  },
  want: {
    wash_drinking_water_quantity: ['often', 'always'],
    fsl_hhs_nofoodhh: ['yes'],
    fsl_hhs_sleephungry: ['yes'],
  },
  by: 'setting',
  many: 'snfi_shelter_type',
  tableRows: ['prot_concern_hh_freq_violence', 'wash_drinking_water_quantity'],
  mean: 'resp_age',
});

const somalia = join(realSurveys, 'kobo-somalia');
const questions = join(somalia, 'example1_kobo questions.csv');

/** 131 households, 911 variables: most groups are too small to be shown. */
everyRoom('a Kobo export with its questions and choices', {
  files: [join(somalia, 'example1_data.csv'), questions, join(somalia, 'example1_kobo choices.csv')],
  rows: 131,
  variables: 911,
  roles: { strata: 'strata' },
  reading: ['--form', questions],
  missing: ['*=dontknow,dnk,do_not_know'],
  fear: { eviction_risk: ['yes'], hh_insecurity: ['yes'], theft_shelter: ['yes'] },
  want: { food_now: ['no'], adequate_water: ['no'], health_access: ['no'] },
  by: 'population_group',
  many: 'strata',
  tableRows: ['water_dist', 'food_source'],
  mean: 'fcs',
});
