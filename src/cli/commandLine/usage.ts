export const usage = `Larger Freedom: freedom from fear beside freedom from want, with honest intervals.

  larger-freedom                                 open the app
  larger-freedom serve [STUDY|FILE]              the same app in a browser on this machine
  larger-freedom describe FILE|STUDY             what a survey holds
  larger-freedom crosstab FILE|STUDY --rows V --cols V
                          --net 'rows:Agree=1,2'   categories together; repeatable
  larger-freedom crosstab FILE|STUDY --set NAME [--by V] [--base respondents|responses]   several answers
                          --net 'Any=water,food'   who chose at least one of them; repeatable
  larger-freedom matrix FILE|STUDY --fear V=code,code … --want V=code,code …
  larger-freedom freedoms FILE|STUDY --fear V=code … --want V=code … [--by V]   free from both, fear, want, both
                          --at-least-fear 1 --at-least-want 1   concerns that it takes
                          --answered half|all   of the concerns of a side, to count
  larger-freedom concerns FILE|STUDY --fear V=code … --want V=code … [--by V]   ranked shares
                          --severity     of those concerned, how many give the most severe answer
  larger-freedom concerns FILE|STUDY --suggest   what its labels suggest, to be tagged or named
  larger-freedom compare FILE|STUDY --concern V=codes --by V     its share in each group against each other
  larger-freedom compare FILE|STUDY OTHER --concern V=codes      in two surveys
                          --other-weight V …     what has another name in OTHER: also --other-strata, -psu,
                          -fpc, -margins, -concern V=codes, -missing V=codes, -where EXPR, -survey NAME
  larger-freedom means FILE|STUDY --variables A,B [--by V] [--quantiles 0.25,0.5,0.75]
  larger-freedom analyses STUDY                  what is kept: name, room, survey, variables
  larger-freedom table STUDY --analysis NAME --to FILE.xlsx|.docx|.csv  its table, with its notes
                          --language en|fr|bn  --digits western|bangla  --detail
  larger-freedom figure STUDY --analysis NAME --to FILE.png|.svg|.pdf   its picture, for print and slides
                          --width 170  --height 100   in millimetres   --resolution 300   of a PNG
                          --language en|fr|bn  --digits western|bangla
                          --detail       the pair or the concern that is looked at
  larger-freedom code STUDY --analysis NAME      a script in R that computes it again from the exported survey
                          --stata        a do-file for Stata   --data survey.sav|.dta|.csv   what it reads
  larger-freedom run STUDY --out DIR             all kept analyses: pictures, tables, scripts
                          --only NAME    repeatable   --with-data   the survey, which the scripts read
                          --language en|fr|bn   --replace   what an earlier run wrote
  larger-freedom backups STUDY                   the copies that are kept of a study
                          --make         makes one now
                          --restore COPY|latest --to STUDY   makes a study of one
                          --delete       removes all of them
  larger-freedom rescue STUDY --to STUDY         make a study of what can be read of a damaged one
  larger-freedom protect STUDY [--remove]        put a study and its copies under a passphrase, or under none
  larger-freedom import FILE --study STUDY       bring a file into a study (made if it is not there)
  larger-freedom export STUDY|FILE --to FILE     write .sav, .zsav, .dta, .csv, .xlsx, or a codebook .xml

Design       --weight V  --strata V  --psu V  --fpc V
             --lonely-psu fail|remove|certainty|adjust|average
             --second-stage V  --fpc2 V     units drawn within PSUs, and how many there are
Replicates   --replicate-weights 'rw1-rw80'|'rw*'|A,B   in the place of strata, PSUs and FPC
             --replicate-type brr|fay|jk1|jkn|bootstrap|sdr|other   --fay-rho R
             --replicate-scale S  --replicate-rscales R,R,…   one for each, or one for all
             --replicate-centre estimate|mean  --replicate-df D
             --replicate-factors     they are factors of the weight, not weights
Totals       --margins 'V=code:total,code:total'   known totals, in people or per cent (48.5%); repeatable
             --margins FILE.csv      columns variable, value, total
Answers      --missing V=code,code   repeatable; * for all labelled variables
             --where EXPR            for example: --where 'age >= 18 and region in (1, 2)'
Estimates    --ci logit|beta|wilson|wald   --level 0.95   --suppress dhs|nchs|confidentiality|none
             --minimum-count 5       confidentiality: the fewest respondents that may be shown
             --deff replace|withoutReplacement
             --test rao-scott|rao-scott-first|adjusted-wald|wald
             --letters holm|bh|none  columns or groups against each other, p adjusted so (not of matrix)
File         --sheet NAME  --encoding NAME  --delimiter C|tab  --decimal .|,
             --form FILE             the form (XLSForm) or codebook (DDI) that goes with the data
             --language NAME         of the form's labels
             --repeat SHEET          import: a repeated part of the form as a survey of its own; repeatable
             --bring A,B             import: variables of the household for its members, beside weight, strata, …
             --leave-out A,B         import: variables that are never stored, such as names and telephones
Export       --variables A,B         only these   --replace  a file that is there (of a figure too)
             --apply-missing         leave missing answers empty, rather than declare their codes
             --bom --protect-formulas   CSV for Excel: marked as UTF-8, no text taken for a formula
Study        --survey NAME           which survey of a study that holds several
Output       --json                  one JSON document and nothing else

Exit codes: 0 done, 1 the input is wrong, 2 this usage.
`;
