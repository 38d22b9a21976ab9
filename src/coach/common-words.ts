// English words that stand in every other message of a support chat: the worst places to look for a pattern.

/** The first hundred or so are in most messages. */
const COMMONEST =
  'i is you a it and to my in on for not have that me of am your with was at one do so this no are can now would what there just we be if all from two will up or please back out been off about has like again how but time since only by got he as could then an want did says had still thank they does when her him she his us our who get go said know why where more than order first last day';

/** And these in one of a few dozen. */
const COMMON =
  'hello number four card three days phone left wrong right down morning sorry hi old sent bit came dear week name account oh nobody box um ok app hours send through another month whole six minutes five gone form fine ten own someone shop driver already times pay line letter cancel second years took somebody lot asked team may lost fee man paid weeks ticket read dead money bank hour much without door little refund asking page car stop open went think home third sir house late year twice email half office yeah keep answer bill tomorrow best gave end night person room really code both find else check bloody date small goes coming while ring under kind love manager water leave plan company mother till moved wait desk getting yours told free away address change service many made complaint lovely nice customer machine cancelled bus tonight anything cut closed text sure angry full price meter delivery rang past happy write hear something husband family word yesterday ever actually hell looking reply everything charge seven side fix missed place different thought job charged great working good need call called calling come help make going new over try tell too very use well work them their these here after also any because before even every let long look never next nothing other people put same see should some take thanks thing today tried us way were which yes yet be people';

const RANKS: ReadonlyMap<string, number> = new Map([
  ...COMMON.split(' ').map((word): [string, number] => [word, 1]),
  ...COMMONEST.split(' ').map((word): [string, number] => [word, 8]),
]);

/** How often a word in normal form comes, roughly: 0 for most words, 1 for common ones, 8 for the commonest. */
export const commonness = (norm: string): number => RANKS.get(norm) ?? 0;
