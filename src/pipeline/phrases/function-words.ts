/** English words that hold a sentence together and stand in no term: a phrase ends before them. */
export const FUNCTION_WORDS = new Set(
  `
  a an the this that these those such same other another each every either neither both all any some no none several
  many much more most few fewer less least lot various certain own very too quite rather so
  i me my mine we us our ours you your he him his she her it its itself they them their theirs themselves one ones
  who whom whose which what whatever
  of in on at by for from to into onto upon with within without about above below over under between among amongst
  across along through throughout during before after since until till against toward towards around behind beyond
  near off out up down via per than as like unlike despite except besides versus vs
  and or nor but yet if then else when where why how while whereas although though because unless whether hence thus
  therefore however moreover furthermore nevertheless nonetheless also instead otherwise additionally finally first
  firstly second secondly third lastly next et al etc
  is are was were be been being am do does did done doing have has had having can could will would shall should may
  might must ought cannot not let
  there here now today recently currently often usually typically generally commonly always never sometimes still
  already even only just almost mostly mainly merely solely simply especially particularly specifically namely
  respectively together well far further again once twice ever
  `
    .trim()
    .split(/\s+/),
);

/** Words before a noun that is one of many: `a network`, `each network`. */
export const DETERMINERS = new Set(
  'a an the this that these those our their its each every any some no one two three such his her'.split(' '),
);

/** Words before a verb: `we cluster`, `to cluster`. */
export const BEFORE_VERBS = new Set(
  'we to can will not that which it they also may i could should would must does do did both often always usually who'.split(' '),
);

/** The commonest function words of French, German, Spanish, Italian and Portuguese, but for those that are English words too. */
export const OTHER_LANGUAGES = new Set(
  `
  le la les un une des du de et en dans pour par sur au aux que qui est sont nous ce cette ces se ne pas avec ou sa ses leur
  der das und von mit für auf den dem ein eine einer zu im ist sind nicht auch wir
  el los las del y para con por es como su al il lo gli di della dei delle che è nel os um uma da dos em com não
  `
    .trim()
    .split(/\s+/),
);
