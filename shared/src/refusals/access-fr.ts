import type { AccessCode } from "./access-codes.ts";

/** Why somebody is not let in, and what to do. */
export const accessFr = {
  "sign-in-wrong": "Ce nom, ce mot de passe ou ce code n’est pas le bon.",
  "totp-needed": "Il faut aussi le code à six chiffres de votre téléphone.",
  "sign-in-plain":
    "Ici, un mot de passe pourrait être lu sur le réseau\u00a0: ouvrez Trame à l’adresse {address}.",
  "sign-in-no-tls":
    "Ici, un mot de passe pourrait être lu sur le réseau\u00a0: connectez-vous sur l’ordinateur où Trame tourne.",
  "too-many-tries": "Trop d’essais. Réessayez dans {seconds|seconde|secondes}.",
  "setup-done": "La mise en route est déjà faite\u00a0: connectez-vous avec votre compte.",
  "setup-code-wrong":
    "Ce code de mise en route n’est pas le bon\u00a0: il est écrit là où Trame a été démarré.",

  "account-only": "Cela se fait avec un compte\u00a0: connectez-vous avec le vôtre.",
  "account-unknown": "Ce compte n’existe pas, ou plus\u00a0: relisez la liste.",
  "account-name-taken": "Un autre compte a déjà ce nom\u00a0: choisissez-en un autre.",
  "account-name-empty": "Il faut un nom, pour pouvoir se connecter avec.",
  "accounts-full": "Il y a déjà trop de comptes\u00a0: supprimez ceux qui ne servent plus.",
  "last-administrator":
    "C’est le dernier compte qui gère les accès\u00a0: donnez d’abord ce rôle à un autre compte.",
  "password-wrong": "Ce mot de passe n’est pas le bon.",
  "password-short": "Ce mot de passe est trop court\u00a0: au moins {limit|signe|signes}.",
  "password-long": "Ce mot de passe est trop long\u00a0: au plus {limit|signe|signes}.",
  "password-common":
    "Ce mot de passe est l’un des plus courants\u00a0: choisissez-en un autre, par exemple quatre mots qui ne vont pas ensemble.",
  "password-own":
    "Ce mot de passe est fait de votre nom ou de celui de l’atelier\u00a0: choisissez-en un autre.",
  "password-same":
    "C’est le mot de passe que vous aviez\u00a0: choisissez-en un autre, que personne d’autre ne connaît.",
  "password-of-own":
    "Votre propre mot de passe se change dans «\u00a0Mon compte\u00a0», avec celui d’avant.",
  "password-first":
    "Choisissez d’abord votre propre mot de passe\u00a0: celui qui vous a été donné ne sert qu’à cela.",
  "password-expired":
    "Ce premier mot de passe ne vaut plus\u00a0: demandez-en un autre à qui gère les accès.",
  "totp-wrong":
    "Ce code n’est pas le bon, ou il a déjà servi\u00a0: attendez le suivant, et vérifiez l’heure du téléphone.",
  "totp-not-begun": "Commencez par lire le code QR avec le téléphone.",
  "totp-unreadable":
    "Sur cet ordinateur, le code de votre téléphone ne peut pas être vérifié\u00a0: une personne qui gère les accès, ou le jeton d’administration, peut le retirer.",
  "session-unknown": "Cette connexion est déjà terminée.",

  "api-key-unknown": "Cette clé n’existe pas, ou plus\u00a0: relisez la liste.",
  "api-keys-full": "Il y a déjà trop de clés\u00a0: supprimez celles qui ne servent plus.",
  "api-key-expiry": "Une clé doit finir un jour\u00a0: au plus tard dans {limit|jour|jours}.",
  "api-key-permission":
    "Une clé ne peut ni gérer les accès ni faire entrer un écran\u00a0: cela se fait avec un compte.",

  "pairing-unknown":
    "Aucun écran n’attend avec ce code\u00a0: relisez-le sur l’écran, il change toutes les dix minutes.",
  "pairing-accepted": "Cet écran est déjà accepté.",
  "pairing-station": "Choisissez le poste de cette tablette, parmi ceux du plan.",
  "pairings-full": "Trop d’écrans attendent déjà\u00a0: réessayez dans dix minutes.",
  "screen-unknown": "Cet écran n’est pas, ou n’est plus, associé\u00a0: relisez la liste.",
  "screen-revoked":
    "Cet écran a été retiré\u00a0: il ne montre plus rien tant que personne ne l’accepte à nouveau.",
  "key-plain":
    "Ici, la clé de ce programme pourrait être lue sur le réseau\u00a0: donnez-lui l’adresse {address}.",
  "key-no-tls":
    "Ici, la clé de ce programme pourrait être lue sur le réseau\u00a0: faites-le tourner sur l’ordinateur de Trame.",
  "screens-full": "Il y a déjà trop d’écrans\u00a0: retirez ceux qui ne servent plus.",

  "pin-malformed": "Un code secret est fait de 4 à 8\u00a0chiffres.",
  "pin-needed": "Il faut aussi votre code secret.",
  "pin-wrong": "Ce code secret n’est pas le bon.",
  "pin-absent": "Cette personne n’a pas de code secret.",
} as const satisfies Record<AccessCode, string>;
