import type { problems as english } from '../en/problems.ts';
import type { Translated } from '../languages.ts';

export const problems: Translated<typeof english> = {
  'file.notFound': 'Il n’y a pas de fichier {file}. Vérifiez son nom et son dossier.',
  'file.unreadable':
    'Le fichier {file} ne peut pas être lu ({reason}). Vérifiez que vous avez le droit de l’ouvrir, puis réessayez.',
  'file.empty': 'Le fichier {file} est vide. Demandez-le de nouveau à qui vous l’a fourni.',
  'file.unknownFormat':
    'Le fichier {file} n’est pas un fichier d’enquête que ce programme connaît. Il ouvre les fichiers SPSS (.sav, .zsav, .por), les fichiers Stata (.dta), les classeurs Excel, les fichiers Parquet et CSV, et les fichiers à largeur fixe accompagnés d’un dictionnaire DDI.',
  'file.truncated':
    'Le fichier {file} est tronqué : il devrait contenir {expected}, mais contient {found}. Recopiez-le depuis sa source.',
  'file.damaged':
    'Le fichier {file} est endommagé ({place} : {detail}). Recopiez-le depuis sa source, ou enregistrez-le de nouveau dans le programme qui l’a fait.',
  'file.unsupported':
    'Le fichier {file} ne peut pas encore être ouvert : c’est {feature}. Veuillez {advice}.',
  'file.notPermitted':
    'Le fichier {file} n’a pas été choisi dans cette fenêtre. Choisissez-le avec « Choisir un fichier ».',
  'file.noRows':
    'Le fichier {file} a des variables mais aucun répondant. Choisissez le fichier qui contient les réponses.',
  'file.unknownEncoding':
    'Le fichier {file} dit que son texte est en « {encoding} », un encodage inconnu. Enregistrez-le en UTF-8 dans le programme qui l’a fait.',
  'file.duplicateVariable':
    'Le fichier {file} a deux variables nommées {variable}. Renommez l’une d’elles dans le programme qui l’a fait.',
  'file.tooManyColumns':
    'La ligne {row} de {file} a {found} champs alors que l’en-tête en a {expected}. Corrigez cette ligne, ou vérifiez le séparateur.',
  'file.quoteNotClosed':
    'Dans {file}, un guillemet ouvert à la ligne {row} n’est jamais fermé. Corrigez cette ligne.',
  'file.encrypted':
    'Le fichier {file} est protégé par un mot de passe. Ouvrez-le dans le programme qui l’a fait, enregistrez-le sans mot de passe, puis choisissez-le de nouveau.',
  'file.mergedHeader':
    'Dans la feuille « {sheet} » de {file}, l’en-tête de la ligne {row} a des cellules fusionnées ({cells}), si bien que des colonnes n’ont pas de nom à elles. Défusionnez-les et donnez son nom à chaque colonne.',
  'file.unknownCompanion':
    'Le fichier {file} n’explique aucune enquête : ce n’est ni un XLSForm (un classeur aux feuilles « survey » et « choices ») ni un dictionnaire DDI (.xml). Choisissez le formulaire ou le dictionnaire qui va avec les données.',
  'file.halfForm':
    'Le fichier {file} est l’une des deux feuilles d’un formulaire ; sa feuille « {sheet} » manque. Choisissez ensemble les deux fichiers, ses questions et ses choix.',
  'file.notItsForm':
    'Le formulaire ou dictionnaire {companion} ne va pas avec {file} : il ne connaît que {matched} des {columns} colonnes ({percent} %). Choisissez celui avec lequel les données ont été collectées.',
  'file.noSpace':
    'Il n’y a pas de place sur le disque pour une copie de {file} dans {folder}. Libérez de la place, puis choisissez le fichier de nouveau.',
  'file.outOfMemory':
    'La lecture de {file} demandait plus de mémoire qu’il n’y en a ; elle a été arrêtée. Rien n’a été modifié. Fermez d’autres programmes, ou enregistrez le fichier avec moins de variables, ou en .sav, .dta ou CSV, et choisissez celui-là.',
  'file.readingStopped':
    'La lecture de {file} s’est arrêtée avant la fin ({detail}). Rien n’a été modifié. Réessayez ; si elle s’arrête encore, enregistrez le fichier de nouveau dans le programme qui l’a fait, ou en CSV.',
  'export.besideExists':
    'Il y a déjà un fichier {file}, que cet export remplacerait par son dictionnaire. Déplacez-le, ou choisissez un autre nom pour le CSV.',
  'export.exists': 'Il y a déjà un fichier {file}. Choisissez un autre nom.',
  'export.unknownFormat':
    'L’extension de {file} ne dit pas quel format écrire. Terminez le nom par l’une de celles-ci : {formats}.',
  'export.notWritable':
    'Le fichier {file} ne peut pas être écrit ({reason}). Vérifiez que vous avez le droit d’écrire dans son dossier, ou choisissez-en un autre.',
  'export.diskFull':
    'Le disque s’est rempli pendant l’écriture de {file}. Il n’en reste rien, et un ancien fichier de ce nom est tel qu’il était : libérez de la place, puis réessayez.',
  'export.overSource':
    'Le fichier {file} est celui qui est en cours de lecture. Choisissez un autre nom pour ce qui est écrit.',
  'export.tooManyVariables':
    'L’enquête a {count} variables, mais ce format en contient {limit} au plus dans {file}. Choisissez moins de variables ou un autre format.',
  'export.tooManyRows':
    'L’enquête a {count} lignes, mais ce format en contient {limit} au plus dans {file}. Choisissez un autre format.',
  'export.tooLarge':
    'L’enquête est trop grande pour un classeur : {file} prendrait plus de 4 Go. Choisissez moins de variables ou un autre format.',
  'study.notFound': 'Il n’y a pas d’étude {study}. Vérifiez son nom et son dossier.',
  'study.exists': 'Il y a déjà une étude {study}. Choisissez un autre nom.',
  'study.notAStudy':
    '{study} n’est pas une étude de Larger Freedom, ou son début est endommagé. Choisissez un fichier qui se termine par .lfstudy ; si c’était votre étude, cherchez-en une copie.',
  'study.newer':
    'L’étude {study} a été faite avec une version plus récente de ce programme (sa forme est {version} ; ce programme connaît {supported}). Installez la version plus récente pour l’ouvrir. Rien n’a été modifié.',
  'study.openElsewhere':
    'L’étude {study} est ouverte dans une autre fenêtre ou un autre programme. Fermez-la là-bas, puis réessayez. Rien n’a été modifié.',
  'study.openInWindow':
    'L’étude {study} est ouverte dans une autre fenêtre ou un autre onglet de ce programme. Continuez là-bas, ou consultez-la ici sans la modifier.',
  'study.locked': 'L’étude {study} est protégée par une phrase secrète. Saisissez-la pour ouvrir l’étude.',
  'study.wrongPassphrase':
    'Ce n’est pas la phrase secrète de {study}. Vérifiez les majuscules et la langue du clavier, puis réessayez. Si vous en êtes sûr, le fichier est peut-être endommagé : cherchez une copie.',
  'study.passphraseShort':
    'Une phrase secrète compte au moins {least} caractères. Plusieurs mots conviennent le mieux.',
  'study.damaged':
    'L’étude {study} est endommagée ({detail}). Revenez à une copie, ou sauvez ce qui est lisible ; rien n’a été modifié.',
  'study.unreadable':
    'Le disque n’a pas pu lire {study} ({reason}). Si l’étude est sur une clé ou dans un dossier du réseau, vérifiez que la connexion tient, puis réessayez. Si cela continue, le disque est en train de lâcher : revenez à une copie, ou sauvez ce qui est lisible, sur un autre disque.',
  'study.diskFull':
    'Le disque est plein ou n’a pas pu être écrit pendant l’enregistrement de {study}. Rien n’est perdu ni enregistré à moitié : libérez de la place, puis réessayez.',
  'study.notWritable':
    'L’étude {study} ne peut pas être modifiée ({reason}). Vérifiez que vous avez le droit d’écrire dans son dossier, ou copiez-la dans un dossier où vous l’avez.',
  'study.noSurvey':
    'L’étude {study} ne contient pas encore d’enquête. Importez d’abord un fichier d’enquête.',
  'study.manySurveys': 'L’étude {study} contient plusieurs enquêtes : {surveys}. Choisissez-en une.',
  'study.outOfMemory':
    'Le travail sur {study} demandait plus de mémoire qu’il n’y en a ; il a été arrêté. L’étude est telle qu’elle était. Fermez d’autres programmes, ou travaillez avec moins de variables à la fois, puis réessayez.',
  'study.workStopped':
    'Le travail sur {study} s’est arrêté avant la fin ({detail}). L’étude est telle qu’elle était. Réessayez ; s’il s’arrête encore, travaillez sur une copie.',
  'study.beyondRescue':
    'Rien n’a pu être lu de {study} : elle est endommagée là où ses parties commencent ({detail}). Elle n’a pas été modifiée. Revenez à une copie, s’il y en a une.',
  'backup.unknown': 'Il n’y a pas de copie {backup} de l’étude {study}.',
  'backup.unreadable':
    'La copie {backup} de l’étude {study} est endommagée et ne peut donc pas être réécrite avec les autres. Supprimez les copies de l’étude, ou celle-ci dans son dossier, puis réessayez. Rien n’a été modifié.',
  'backup.noRoom':
    'Il n’y a pas de place pour une copie de {study} dans {folder}. L’étude est telle qu’elle était. Libérez de la place sur le disque.',
  'backup.failed':
    'Aucune copie de {study} n’a pu être faite dans {folder} ({reason}). L’étude est telle qu’elle était. Vérifiez que vous avez le droit d’écrire dans son dossier.',
  'survey.unknown': 'L’étude {study} n’a pas d’enquête {survey}.',
  'survey.same': 'L’enquête {survey} a été nommée deux fois. Choisissez deux enquêtes différentes.',
  'survey.nothingLeft':
    'Toutes les variables de {file} sont à laisser de côté : rien ne serait importé. Gardez-en au moins une.',
  'variable.unknown': 'Il n’y a pas de variable {variable}. Choisissez-en une dans la liste des variables.',
  'variable.unknownNear': 'Il n’y a pas de variable {variable}. Vouliez-vous dire {suggestion} ?',
  'variable.notNumeric':
    'La variable {variable} contient du texte et ne peut pas servir {use}. Choisissez une variable numérique.',
  'variable.tooManyCategories':
    'La variable {variable} a plus de {limit} valeurs différentes : trop pour un tableau. Choisissez-en une qui en a moins, ou regroupez d’abord ses valeurs.',
  'missing.unknownCode': '« {text} » n’est pas un code manquant. Écrivez-les comme dans Q1=8,9 ou *=-1,8,9.',
  'expression.invalid':
    'L’expression ne se comprend pas au caractère {position} : {detail}. C’était : {expression}',
  'derived.nameTaken': 'Il y a déjà une variable {variable}. Choisissez un autre nom.',
  'derived.nameInvalid':
    '« {variable} » ne peut pas être un nom. Commencez par une lettre, continuez par des lettres, des chiffres, _ ou ., jusqu’à 64, sans espaces.',
  'derived.unknown':
    'Il n’y a pas de variable dérivée {variable}. Vérifiez son nom dans la liste des variables dérivées.',
  'derived.cycle':
    'Ces variables sont faites les unes des autres en cercle : {variables}. Faites l’une d’elles à partir d’autres variables.',
  'derived.needed':
    'La variable {variable} est utilisée par {dependents}. Changez ou supprimez d’abord celles-ci.',
  'derived.isConcern':
    'La variable {variable} est désignée comme préoccupation. Retirez-la d’abord des préoccupations.',
  'derived.hasRole':
    'La variable {variable} sert à l’enquête {role}. Choisissez d’abord une autre variable pour cela.',
  'derived.needsWeight':
    'La variable {variable} se calcule avec le poids de l’enquête, et l’enquête n’en a pas. Choisissez un poids, ou calculez-la sans pondération.',
  'derived.cutsOrder':
    'La borne {cut} vient après {before}. Donnez les bornes par ordre croissant, chacune une fois.',
  'derived.noSpread':
    'La variable {variable} n’a pas deux valeurs valides différentes : elle ne peut être ni standardisée ni découpée en groupes. Choisissez une autre variable.',
  'responseSet.unknown':
    'Il n’y a pas de question multiple {set}. Vérifiez son nom dans la liste des questions multiples.',
  'responseSet.nameTaken': 'Il y a déjà une question multiple {set}. Choisissez un autre nom.',
  'responseSet.mixed':
    'La question multiple {set} mêle des variables numériques et des variables de texte : {variables}. Choisissez des variables d’une seule sorte.',
  'responseSet.counted':
    'La question multiple {set} demande une valeur qui dit oui si chacune de ses variables tient pour une réponse, et aucune si elles contiennent les réponses elles-mêmes.',
  'design.weightMissing':
    'Le poids {variable} manque pour {count} répondants (lignes {rows}). Donnez un poids à chacun, ou choisissez un autre poids.',
  'design.weightNegative':
    'Le poids {variable} est négatif pour {count} répondants (lignes {rows}). Corrigez-les, ou choisissez un autre poids.',
  'design.weightAllZero': 'Le poids {variable} est nul pour tous. Choisissez un autre poids.',
  'design.strataMissing':
    'La variable des strates {variable} manque pour {count} répondants (lignes {rows}). Chacun doit appartenir à une strate.',
  'design.psuMissing':
    'La variable des UPS {variable} manque pour {count} répondants (lignes {rows}). Chacun doit appartenir à une UPS.',
  'design.fpcInvalid':
    'Les tailles de population de {variable} ne peuvent pas servir pour {count} répondants (lignes {rows}) : {detail}.',
  'design.fpcVaries':
    'La taille de population de {variable} diffère au sein de la strate {stratum}. Elle doit être la même pour toute une strate.',
  'design.fpcVariesWithoutStrata':
    'La taille de population de {variable} n’est pas la même pour tous. Sans strates elle doit l’être ; indiquez les strates auxquelles elle se rapporte.',
  'design.singlePsu':
    'Tous les répondants sont dans une seule et même UPS : rien ne dit combien un autre échantillon différerait. Choisissez une autre variable d’UPS, ou aucune.',
  'design.lonelyPsu':
    'La strate {strata} n’a qu’une UPS, sa variance ne peut donc pas être estimée. Choisissez qu’en faire sous Enquête, « Si une strate n’a qu’une UPS ». | {count} strates n’ont qu’une UPS ({strata}), leur variance ne peut donc pas être estimée. Choisissez qu’en faire sous Enquête, « Si une strate n’a qu’une UPS ».',
  'design.noRespondents': 'Il ne reste aucun répondant. Vérifiez le filtre et les codes manquants.',
  'design.secondStageWithoutFirst':
    'Le second degré {variable} demande un premier : choisissez aussi la variable des UPS.',
  'design.secondFpcWithoutFirst':
    'Les tailles de population {variable} du second degré ne comptent qu’avec celles du premier. Choisissez aussi celles-ci, ou laissez {variable} de côté.',
  'design.ssuMissing':
    'La variable du second degré {variable} manque pour {count} répondants (lignes {rows}). Chacun doit appartenir à une unité du second degré.',
  'design.fpcVariesWithinPsu':
    'La taille de population de {variable} diffère au sein de l’UPS {psu}. Elle doit être la même pour toute une UPS.',
  'design.lonelySsu':
    'L’UPS {psus} n’a qu’une unité du second degré, la variance en son sein ne peut donc pas être estimée. Choisissez qu’en faire sous Enquête, « Si une strate n’a qu’une UPS ». | {count} UPS n’ont qu’une unité du second degré ({psus}), la variance en leur sein ne peut donc pas être estimée. Choisissez qu’en faire sous Enquête, « Si une strate n’a qu’une UPS ».',
  'design.replicatesWithSample':
    'Les poids de réplication contiennent déjà les strates et les UPS. Retirez soit les poids de réplication, soit {variables}.',
  'design.replicatesWithoutWeight':
    'Les poids de réplication demandent à côté d’eux le poids de l’échantillon complet. Choisissez le poids.',
  'design.replicateIsWeight':
    'La variable {variable} est le poids de l’échantillon complet et ne peut pas être l’une de ses réplications. Retirez-la des poids de réplication.',
  'design.replicatesTooFew':
    'Une variance demande au moins deux poids de réplication, et il y en a {count}. Choisissez-les tous.',
  'design.replicateMissing':
    'Le poids de réplication {variable} manque pour {count} répondants (lignes {rows}). Donnez un poids à chacun, ou laissez cette réplication de côté.',
  'design.replicateNegative':
    'Le poids de réplication {variable} est négatif pour {count} répondants (lignes {rows}). Corrigez-les, ou laissez cette réplication de côté.',
  'design.replicateAllZero':
    'Le poids de réplication {variable} est nul pour tous. Laissez cette réplication de côté.',
  'design.replicateScale':
    'L’option {option} des poids de réplication ne peut pas être {value}. Valeurs possibles : {allowed}.',
  'design.tooManyReplicates':
    '{replicates} réplications de {psus} UPS ne tiennent pas en mémoire. Demandez moins de réplications, ou choisissez la variable des UPS.',
  'calibration.noMargins':
    'Il n’y a pas de totaux connus sur lesquels caler. Choisissez au moins une variable.',
  'calibration.twice':
    'La variable {variable} est nommée deux fois parmi les totaux connus, ou les poids sont déjà calés. Nommez chaque variable une fois.',
  'calibration.missing':
    'La variable {variable} a des totaux connus mais aucune valeur pour {count} répondants (lignes {rows}). Donnez une valeur à chacun, ou retirez la variable.',
  'calibration.noTarget':
    'Des répondants ont la valeur {levels} de {variable}, dont aucun total n’est connu. Donnez un total pour chaque valeur.',
  'calibration.noRespondents':
    'Personne dans l’échantillon n’a la valeur {levels} de {variable}, dont un total est connu. Regroupez-la avec une autre valeur.',
  'calibration.targetInvalid':
    'Le total connu de {variable} pour {levels} n’est pas un nombre supérieur à 0. Corrigez-le.',
  'calibration.totalsDiffer':
    'Les totaux de {variable} font {total}, ceux de {other} font {otherTotal}. Ils doivent décrire la même population : donnez-leur la même somme.',
  'calibration.notConverging':
    'Après {rounds} itérations, les poids manquent toujours le total de {variable} pour {level} : les totaux connus se contredisent dans cet échantillon. Regroupez des valeurs à peu de répondants, ou retirez une variable.',
  'calibration.sharesIncomplete':
    'Les parts connues de {variable} font {total} pour cent au lieu de 100. Donnez-en une pour chaque valeur.',
  'calibration.valueTwice': 'La valeur {level} de {variable} a deux totaux connus. N’en donnez qu’un.',
  'calibration.partlyShares':
    'Certains totaux de {variable} sont en pour cent et d’autres non. Donnez-les tous de la même façon.',
  'calibration.notATable':
    'Le tableau des totaux connus doit avoir des colonnes nommées variable, value et total ; sa première ligne est : {found}.',
  'calibration.notANumber':
    'La ligne {line} des totaux connus ne se comprend pas : {text}. Il y faut une variable, l’une de ses valeurs et un nombre.',
  'concern.noCodes':
    'La préoccupation {variable} n’a pas de réponse qui compte comme préoccupé. Cochez-en au moins une.',
  'concern.unknownCode': 'La variable {variable} n’a pas de code {code}. Ses codes sont {known}.',
  'concern.codesMissing':
    'Tous les codes de {variable} qui comptent comme préoccupé ({codes}) sont déclarés manquants : personne ne pourrait être préoccupé. Choisissez d’autres codes, ou ne déclarez pas ceux-ci manquants.',
  'concern.duplicate': 'La variable {variable} est citée deux fois. Gardez-en une.',
  'concern.bothFreedoms':
    'La variable {variable} est citée comme peur et comme besoin. Une préoccupation relève d’une seule liberté : retirez-la de l’une des listes.',
  'matrix.noFear': 'Aucune préoccupation liée à la peur n’est encore désignée. Désignez-en au moins une.',
  'matrix.noWant': 'Aucune préoccupation liée au besoin n’est encore désignée. Désignez-en au moins une.',
  'crosstab.sameVariable':
    'Les lignes et les colonnes sont la même variable, {variable}. Choisissez-en une autre pour l’une d’elles.',
  'crosstab.noValidRows': 'Aucun répondant n’a une réponse valide à la fois à {rows} et à {columns}.',
  'groups.sameVariable':
    'Les groupes sont les réponses à {variable} elle-même : il n’y a rien à comparer. Choisissez une autre variable pour l’un des deux.',
  'groups.none':
    'Aucun répondant n’a de réponse valide à {variable}, qui ne fait donc pas de groupes. Choisissez-en une autre.',
  'comparison.sameSurvey':
    'Les deux enquêtes n’en sont qu’une, et seraient comparées comme si chacune avait été tirée sans l’autre. Comparez plutôt des groupes de cette enquête (dans le terminal : --by V).',
  'ranking.noConcerns':
    'Il n’y a pas de préoccupations à classer. Désignez-en dans Préoccupations, ou nommez-les.',
  'responses.none':
    'Aucun répondant n’a de réponse valide à l’une des variables de la question multiple {set}.',
  'responses.confidentiality':
    'Les parts de toutes les réponses s’additionnent : ce que le secret statistique cache de l’une pourrait se calculer à partir des autres. Demandez des parts de répondants.',
  'net.unknownCode':
    'Le regroupement « {label} » cite le code {code}, qui n’est pas parmi les réponses à {variable} : {known}.',
  'table.confidentiality':
    'Plusieurs tableaux côte à côte, avec une colonne d’ensemble, révéleraient ce que le secret statistique cache dans l’un d’eux. Demandez-les un par un avec crosstab.',
  'table.tooLarge':
    'Le tableau aurait plus de {limit} chiffres. Prenez moins de lignes ou de colonnes, ou n’emboîtez pas des colonnes à nombreuses modalités.',
  'table.layerValue':
    'Personne parmi ces répondants n’a la réponse {value} à {variable}. Choisissez une autre de ses réponses.',
  'mean.noValues': 'Aucun répondant n’a de nombre pour {variable}, qui n’a donc pas de moyenne.',
  'option.invalid': '« {value} » n’est pas une valeur de {option}. Valeurs possibles : {allowed}.',
  'analysis.nameEmpty': 'Une analyse demande un nom. Donnez-lui-en un, puis conservez-la de nouveau.',
  'analysis.nameTaken':
    'Il y a déjà une analyse nommée {name}. Choisissez un autre nom ; majuscules et minuscules comptent pour pareilles.',
  'analysis.damaged':
    'L’analyse conservée « {analysis} » est endommagée et ne peut pas être affichée. Les autres et le reste de l’étude sont tels qu’ils étaient. Une copie de l’étude l’a peut-être encore entière.',
  'analysis.unknown':
    'L’analyse n’est plus dans l’étude. Elle a pu être supprimée ailleurs : rien n’a été modifié.',
  'analysis.tooMany':
    'Une étude conserve jusqu’à {limit} analyses. Supprimez-en une qui ne sert plus, puis conservez celle-ci.',
  'publication.nothing':
    'Il n’y a encore rien à sortir de cette analyse. Désignez des préoccupations des deux libertés, ou mettez une variable en lignes, puis réessayez.',
  'publication.noPicture':
    'Ce résultat n’a pas de graphique. Choisissez une autre sorte de graphique, ou prenez son tableau.',
  'publication.noDetail':
    'Aucune paire ni préoccupation n’est ouverte dans cette analyse. Ouvrez-en une, puis sortez-la.',
  'history.changedSince':
    'Cela ne peut être ni annulé ni rétabli : l’étude {study} n’est plus telle que cette étape l’avait laissée. Rien n’a été modifié.',
  'request.invalid': 'La demande {operation} n’a pas été comprise ({detail}).',
  'request.unknown': 'Il n’y a rien à demander sous le nom {operation}.',
  'server.gone':
    'Le programme derrière cette page ne répond pas ({detail}). S’il a été arrêté, relancez-le et ouvrez la nouvelle adresse qu’il affiche.',
  internal:
    'Une erreur s’est produite dans le programme ({detail}). Votre étude est telle qu’elle était. Veuillez signaler ce que vous faisiez juste avant.',
};
