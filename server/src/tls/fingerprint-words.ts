/** A word for each byte: short, known to everybody, and no two alike. */
export const FINGERPRINT_WORDS: readonly string[] = `
abeille abri accord acier agneau aigle aile aiguille air ajonc album algue allumette alouette amande ami
ampoule ananas ancre ange anneau anorak arbre arc ardoise argile armoire arrosoir asperge assiette astre atelier
aube auberge aurore automne avion avoine avril bague bain balai balance balcon balle bambou banane banc
barque bassin bateau bavette berceau berger beurre biche bijou billet biscuit blouse bobine bocal boisson bol
bonnet bord botte bouchon boucle bougie boule bouquet bourgeon bouton branche brebis bretelle brique brise brosse
brume bulle bureau butte cabane cacao cadeau cahier caillou calme camion canard canne canot cape carafe
carotte carreau carte cascade casque castor cave ceinture cerf cerise chaise chaleur champ chanson chapeau chariot
chat chaussette chemin chemise cheval chien chou cidre cigale ciment cintre cirque ciseaux citron clairon clef
cloche clou cocotte coffre col colis colline colombe compas comptoir concert copain coq corail corbeille corde
costume coton coude couleur coupe couronne cousin couteau crabe craie crayon creux crochet cube cuisine cuivre
cygne dame danse dattier dauphin delta demain dentelle dessin dimanche dinde doigt domino dortoir dossier doublure
douceur dragon drap droite dune eau écharpe échelle éclair école écorce écran écureuil émail encre enfant
épaule épi épingle érable escalier espoir étang étoffe étoile facteur faon farine fauteuil fenouil fer ferme
feuille feutre ficelle figue fil filet flamme fleur fleuve flocon foin fontaine forêt forge fougère four
fourmi foyer fraise framboise frelon frise fromage fruit fumoir fuseau galet gant garage gare gâteau gazelle
genou gilet girafe glace gland gobelet golf gomme gourde graine grange grelot grenier grive groseille guitare
`
  .trim()
  .split(/\s+/);
