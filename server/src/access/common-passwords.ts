import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/**
 * The commonest passwords of leaks, one a line, packed: of a list by frequency the first 4,000 with as many signs as we ask for,
 * and the first 1,000 shorter ones of letters, behind which people put a year or a sign. SecLists, MIT; see NOTICE.
 */
const LEAKED = new URL("common-passwords.txt.gz", import.meta.url);

/** The commonest passwords, without case, accents and spaces; read when somebody first chooses one. */
export function commonPasswords(): ReadonlySet<string> {
  read ??= new Set([
    ...OF_THE_TRADE,
    ...gunzipSync(readFileSync(LEAKED)).toString().trim().split("\n"),
  ]);
  return read;
}

let read: ReadonlySet<string> | null = null;

/** What somebody would try first who knows the trade and the language. */
const OF_THE_TRADE: readonly string[] = `
0000000001 0102030405 0123456789 0987654321 1020304050 1111122222 1122334455 1231231234
1234512345 1234567890 1234567891 12345678910 123456789123 123456789a 123456azerty 123456qwerty
147258369 1472583690 1a2z3e4r5t 1q2w3e4r5t 1qaz2wsx3edc 3216549870 7418529630 7894561230
9876543210 9999999999 a123456789 a1z2e3r4t5 abc1234567 abc123abc123 abcd123456 abcdef123456
abcdefghij abcdefghijkl abcdefghijklmnopqrstuvwxyz admin admin12345 admin123456 adminadmin
administrateur administrator administratrice aiguille alexandre allezlesbleus androidandroid
aqwzsxedc aqwzsxedcrfv asdfghjkl1 atelier atelierdecouture automne azeqsdwxc azeqsdwxc123 azerty
azerty123456 azertyqwerty azertyuiop azertyuiop1234567890 azertyuiopq baseball basketball batman
bienvenue bienvenuebienvenue blahblahblah bonjour bonjouratous bonjourbonjour bonjourtoi
bordeaux boutonniere camille catherine cestmoi changeme changemenow changezmoi chouchou
chouchouchouchou christophe cinqchaisesverteschantent computer computercomputer confection coucou coucoucestmoi
coucoucoucou couture couturiere couturieres decembre dentelle dominique doudou doudoudoudou
dragondragon ete2026ete2026 fabrication facebook fevrier filetaiguille football football1234
footballeur france francefrance google google1234 guillaume iloveyou iloveyou1234
iloveyouiloveyou informatique instagram internet isabelle janvier jesuisla jesuislameilleure
jetaime jetaimejetaime jetaimemoncoeur lacouture lemotdepasse letmein letmeinplease
liberteegalite libertegalitefraternite loulou louloulou machineacoudre machinesacoudre marseille
marseille13 michaeljackson microsoft moncoeur monmotdepasse montpellier motdepasse
motdepassemotdepasse motsdepasse mypassword nicolas nousvoila novembre octobre
olympiquedemarseille ordinateur p@ssw0rd p@ssword parissaintgermain passepartout passw0rd
password password1234 passwordpassword pokemon pokemonpokemon princess princess1234 princesse
princesseprincesse printemps production q1w2e3r4t5 qazwsxedc qazwsxedcrfv qsdfghjklm qwerty
qwerty123456 qwertyazerty qwertyuiop responsable rootroot samsung samsung1234 sebastien secret
secretsecret septembre soleil soleilsoleil starwars stephanie strasbourg sunshine sunshine1234
superadmin superman superviseur superviseuse test123456 testtest testtest123 testtesttest
toulouse trame tramecouture trametrame trametrametrame trustno1trustno1 utilisateur vacances
vacances2025 vacances2026 valentine vivelafrance welcome welcomewelcome whatever whatever1234
windows wxcvbnqsdf zaq12wsxcde
`
  .trim()
  .split(/\s+/);
