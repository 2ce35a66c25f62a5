/** H is mute in these, as it is in most words; where it is not, « de » stays. */
const ASPIRATE =
  /^(?:hache|haie|hall|halo|hamac|hameau|hamster|hanche|handball|hangar|hanneton|hardi|harfang|haricot|harnais|harpe|hasard|hausse|haut|hérisson|hernie|héron|héros|herse|hêtre|heurt|hibou|hic|hockey|homard|houblon|houle|houppe|housse|houx|hublot|huche|huit(?!r)|hulotte|huppe|hutte)/iu;
/** These begin with a vowel, and are said as if they did not. */
const SAID_APART = /^(?:onze|oui|ouistiti|y[aeou]|uhlan)/iu;
const VOWEL_OR_H = /^[aàâäæeéèêëhiîïoôöœuùûüy]/iu;

/** « de Fleur », « d’Abeille », « d’Hirondelle », « de Hibou »; of a name as the workshop writes it. */
export function ofName(name: string): string {
  const said = name.normalize("NFC").trim();
  const isElided = VOWEL_OR_H.test(said) && !ASPIRATE.test(said) && !SAID_APART.test(said);
  return isElided ? `d’${name}` : `de ${name}`;
}

/** « au poste 1 », « à Repassage »; of a station as the workshop calls it. */
export function atStation(name: string): string {
  return /^poste\b/iu.test(name) ? `au p${name.slice(1)}` : `à ${name}`;
}
