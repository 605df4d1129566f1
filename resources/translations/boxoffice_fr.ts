<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Copy for support</source>
        <translation>Copier pour l’assistance</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Ouvrir le log</translation>
    </message>
    <message>
        <source>Versions, screen and settings; no token, no name, no address</source>
        <translation>Versions, écran et réglages&#x202f;; ni jeton, ni nom, ni adresse</translation>
    </message>
    <message>
        <source>Help from support</source>
        <translation>Aide de l’assistance</translation>
    </message>
    <message>
        <source>Boxoffice</source>
        <translation>Boxoffice</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>What is bundled, and its licences</source>
        <translation>Éléments fournis et leurs licences</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>AdviceView</name>
    <message>
        <source>Give back its seats</source>
        <translation>Rendre ses places</translation>
    </message>
    <message>
        <source>Sell anyway</source>
        <translation>Vendre quand même</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Take {seat} instead</source>
        <translation>Prendre plutôt {seat}</translation>
    </message>
    <message numerus="yes">
        <source>Take the %n nearest instead</source>
        <translation>
            <numerusform>Prendre plutôt la plus proche</numerusform>
            <numerusform>Prendre plutôt les %n plus proches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Follows at once, no restart</source>
        <translation>Appliqué tout de suite, sans redémarrage</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>The map keeps its room</source>
        <translation>Le plan garde sa taille</translation>
    </message>
    <message>
        <source>This is how an order looks now</source>
        <translation>Voici une commande telle qu’elle apparaît</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Follows at once, also on the map</source>
        <translation>Appliqué tout de suite, aussi sur le plan</translation>
    </message>
</context>
<context>
    <name>AskStrip</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>BestOptions</name>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Wheelchair places with companions</source>
        <translation>Places fauteuil roulant avec accompagnant</translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation>Au bord de l’allée</translation>
    </message>
    <message>
        <source>Seats may be apart</source>
        <translation>Places séparées possibles</translation>
    </message>
    <message>
        <source>Take the seats</source>
        <translation>Prendre les places</translation>
    </message>
    <message>
        <source>Clear the wishes</source>
        <translation>Effacer les souhaits</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Meilleures places</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Partout</translation>
    </message>
</context>
<context>
    <name>CashEntry</name>
    <message>
        <source>Amount given</source>
        <translation>Montant donné</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Donné</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Appoint</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Le reste</translation>
    </message>
    <message>
        <source>Exact amount</source>
        <translation>Montant exact</translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Each takes the other’s key</source>
        <translation>Échanger les deux touches</translation>
    </message>
    <message>
        <source>Take it away there</source>
        <translation>L’enlever là-bas</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”. “{action}” is to have it?</source>
        <translation>{key} est la touche de «&#x202f;{other}&#x202f;». La donner à «&#x202f;{action}&#x202f;»&#x202f;?</translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <source>Boxoffice</source>
        <translation>Boxoffice</translation>
    </message>
    <message>
        <source>Connect to the server of your venue, or try the demo on this machine.</source>
        <translation>Se connecter au serveur de la salle, ou essayer la démo sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>Retour à la vente</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Name of the counter</source>
        <translation>Nom de la caisse</translation>
    </message>
    <message>
        <source>Shown below; empty for the computer&apos;s name</source>
        <translation>Affiché en bas&#x202f;; vide&#x202f;: le nom de l’ordinateur</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivés</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activés</translation>
    </message>
    <message>
        <source>When a sale is done, and when a seat is lost</source>
        <translation>Après une vente, et quand une place est perdue</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>Looking for customers</source>
        <translation>Recherche de clients</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Sell without a customer</source>
        <translation>Vendre sans client</translation>
    </message>
    <message>
        <source>Name, e-mail or number</source>
        <translation>Nom, e-mail ou numéro</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>Personne n’a été trouvé.</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Ajouter …</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation>E-mail (facultatif)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Days with events</source>
        <translation>Jours avec des événements</translation>
    </message>
</context>
<context>
    <name>EventDelegate</name>
    <message>
        <source>On now, since {time}</source>
        <translation>En cours depuis {time}</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Aujourd’hui, {time}</translation>
    </message>
    <message>
        <source>Tomorrow, {time}</source>
        <translation>Demain, {time}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>{day}, {first} to {last}</source>
        <translation>{day}, {first} à {last}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>few</source>
        <translation>peu</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>pas en vente</translation>
    </message>
    <message>
        <source>on sale from {when}</source>
        <translation>en vente dès {when}</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>sur le plan</translation>
    </message>
    <message>
        <source>{number} free</source>
        <translation>libres&#x202f;: {number}</translation>
    </message>
</context>
<context>
    <name>EventStrip</name>
    <message>
        <source>Find event (F2)</source>
        <translation>Chercher un événement (F2)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Find event</source>
        <translation>Chercher un événement</translation>
    </message>
    <message>
        <source>Find event (F2)</source>
        <translation>Chercher un événement (F2)</translation>
    </message>
    <message>
        <source>Loading events</source>
        <translation>Chargement des événements</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), with those that are over</source>
        <translation>
            <numerusform>%n événement, avec ceux qui sont terminés</numerusform>
            <numerusform>%n événements, avec ceux qui sont terminés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n event(s)</source>
        <translation>
            <numerusform>{shown} sur %n événement</numerusform>
            <numerusform>{shown} sur %n événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the search: {number}</source>
        <translation>Sans la recherche&#x202f;: {number}</translation>
    </message>
    <message>
        <source>At every venue: {number}</source>
        <translation>Dans toutes les salles&#x202f;: {number}</translation>
    </message>
    <message>
        <source>Of all organisers: {number}</source>
        <translation>De tous les organisateurs&#x202f;: {number}</translation>
    </message>
    <message>
        <source>In all categories: {number}</source>
        <translation>Dans toutes les catégories&#x202f;: {number}</translation>
    </message>
    <message>
        <source>Not on sale: {number}</source>
        <translation>Pas en vente&#x202f;: {number}</translation>
    </message>
    <message>
        <source>As of {when}; updating …</source>
        <translation>État de {when}&#x202f;; mise à jour …</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Loading events …</source>
        <translation>Chargement des événements …</translation>
    </message>
    <message>
        <source>The events could not be loaded.</source>
        <translation>Les événements n’ont pas pu être chargés.</translation>
    </message>
    <message>
        <source>No event fits all of these filters.</source>
        <translation>Aucun événement ne correspond à tous ces filtres.</translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation>Rien trouvé pour «&#x202f;{search}&#x202f;».</translation>
    </message>
    <message>
        <source>There are no events on sale.</source>
        <translation>Aucun événement n’est en vente.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Venue</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Every venue</source>
        <translation>Toutes les salles</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Organisateur</translation>
    </message>
    <message>
        <source>All organisers</source>
        <translation>Tous les organisateurs</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>En vente</translation>
    </message>
</context>
<context>
    <name>FinderPanel</name>
    <message>
        <source>Loading the order</source>
        <translation>Chargement de la commande</translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Order number, barcode, customer or seat</source>
        <translation>Numéro de commande, code-barres, client ou place</translation>
    </message>
    <message>
        <source>Number, barcode, name, or B 12</source>
        <translation>Numéro, code-barres, nom ou B 12</translation>
    </message>
    <message>
        <source>Orders sold here</source>
        <translation>Commandes ici</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>Demander au serveur</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Rien trouvé pour «&#x202f;{text}&#x202f;»</translation>
    </message>
    <message>
        <source>No order that was sold at this counter matches. Another counter&apos;s order is found by its number, or by scanning its summary.</source>
        <translation>Aucune commande vendue à cette caisse ne correspond. Celle d’une autre caisse se trouve par son numéro, ou en scannant son récapitulatif.</translation>
    </message>
    <message>
        <source>Nothing was sold here yet</source>
        <translation>Rien n’a encore été vendu ici</translation>
    </message>
    <message>
        <source>Orders that are sold at this counter are listed here. To find another one, scan a ticket or type the order&apos;s number.</source>
        <translation>Les commandes vendues à cette caisse figurent ici. Pour en trouver une autre, scanner un billet ou taper le numéro de la commande.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>today tonight</source>
        <translation>aujourd&apos;hui ce soir</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
</context>
<context>
    <name>FoundOrderView</name>
    <message>
        <source>Seats of the order</source>
        <translation>Places de la commande</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Montrer sur le plan</translation>
    </message>
    <message>
        <source>Print copy</source>
        <translation>Imprimer une copie</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Arrêter l’impression</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Enregistrer en PDF …</translation>
    </message>
    <message>
        <source>Exchange …</source>
        <translation>Échanger …</translation>
    </message>
    <message>
        <source>Price type …</source>
        <translation>Tarif …</translation>
    </message>
    <message>
        <source>Give back …</source>
        <translation>Rendre …</translation>
    </message>
    <message>
        <source>Cancel order …</source>
        <translation>Annuler …</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Order {number}: {status}</source>
        <translation>Commande {number}&#x202f;: {status}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendu</translation>
    </message>
    <message>
        <source>{given} given, {change} change</source>
        <translation>{given} donnés, {change} de monnaie</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Payé par</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Imprimé</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>in exchange for order {number}</source>
        <translation>en échange de la commande {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets are void</source>
        <translation>
            <numerusform>%n billet n’est plus valable</numerusform>
            <numerusform>%n billets ne sont plus valables</numerusform>
        </translation>
    </message>
    <message>
        <source>sold</source>
        <translation>vendue</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expirée</translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation>pas encore vendue</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n seats for {sum}? Pick the new ones on the map.</source>
        <translation>
            <numerusform>Échanger %n place pour {sum}&#x202f;? Choisir la nouvelle sur le plan.</numerusform>
            <numerusform>Échanger %n places pour {sum}&#x202f;? Choisir les nouvelles sur le plan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>Goes on with this order at this counter</source>
        <translation>Continue cette commande à cette caisse</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Billets</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats</source>
        <translation>
            <numerusform>Rendre %n place</numerusform>
            <numerusform>Rendre %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel the whole order, %n seats</source>
        <translation>
            <numerusform>Annuler toute la commande, %n place</numerusform>
            <numerusform>Annuler toute la commande, %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>L’annuler</translation>
    </message>
    <message>
        <source>{what}: {sum}</source>
        <translation>{what}&#x202f;: {sum}</translation>
    </message>
    <message>
        <source>{what}: give back {sum} {how}?</source>
        <translation>{what}&#x202f;: rendre {sum} {how}&#x202f;?</translation>
    </message>
    <message>
        <source>the same price</source>
        <translation>même prix</translation>
    </message>
    <message>
        <source>the buyer gets {sum}</source>
        <translation>l’acheteur reçoit {sum}</translation>
    </message>
    <message>
        <source>the buyer pays {sum}</source>
        <translation>l’acheteur paie {sum}</translation>
    </message>
    <message numerus="yes">
        <source>Sell %n seats again as {type}? The old tickets become void; {difference}.</source>
        <translation>
            <numerusform>Revendre %n place au tarif {type}&#x202f;? L’ancien billet n’est plus valable&#x202f;; {difference}.</numerusform>
            <numerusform>Revendre %n places au tarif {type}&#x202f;? Les anciens billets ne sont plus valables&#x202f;; {difference}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>Revendre</translation>
    </message>
    <message>
        <source>order-{number}-copy.pdf</source>
        <translation>commande-{number}-copie.pdf</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
</context>
<context>
    <name>FreeWords</name>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln libre</numerusform>
            <numerusform>%Ln libres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are held</source>
        <translation>
            <numerusform>%n place est réservée</numerusform>
            <numerusform>%n places sont réservées</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} of it has already been taken</source>
        <translation>dont {amount} déjà encaissés</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Réservé pour {time}</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Chercher dans l’aide</translation>
    </message>
    <message>
        <source>A word, or a key</source>
        <translation>Un mot, ou une touche</translation>
    </message>
    <message>
        <source>Guide and keys</source>
        <translation>Guide et touches</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Plan de salle</translation>
    </message>
    <message>
        <source>Order and payment</source>
        <translation>Commande et paiement</translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation>Rien trouvé pour «&#x202f;{search}&#x202f;».</translation>
    </message>
    <message>
        <source>on the map: the party, 2+1 by price type; a click takes it</source>
        <translation>sur le plan&#x202f;: le groupe, 2+1 par tarif&#x202f;; un clic le prend</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>take a seat, or give it back; a sold one: its order</source>
        <translation>prendre une place ou la rendre&#x202f;; place vendue&#x202f;: sa commande</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Maj+clic</translation>
    </message>
    <message>
        <source>all seats from the last one to here</source>
        <translation>toutes les places, de la dernière jusqu’ici</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+clic</translation>
    </message>
    <message>
        <source>the free seats of the row; with Shift, too, of the section</source>
        <translation>les places libres du rang&#x202f;; avec Maj aussi du bloc</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>paint over seats; with Ctrl a rectangle</source>
        <translation>passer sur des places&#x202f;; avec Ctrl un rectangle</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Maj+glisser</translation>
    </message>
    <message>
        <source>a lasso, begun beside seats: takes what is free in it</source>
        <translation>un lasso, commencé à côté des places&#x202f;: prend ce qui y est libre</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>zoom; middle button or Space and drag: move</source>
        <translation>zoomer&#x202f;; bouton du milieu ou Espace et glisser&#x202f;: déplacer</translation>
    </message>
    <message>
        <source>zoom in, zoom out, whole venue</source>
        <translation>agrandir, réduire, toute la salle</translation>
    </message>
    <message>
        <source>walk from seat to seat; Space takes one</source>
        <translation>aller de place en place&#x202f;; Espace en prend une</translation>
    </message>
    <message>
        <source>on the map: goes to row B, seat 12; Enter takes it</source>
        <translation>sur le plan&#x202f;: aller au rang B, place 12&#x202f;; Entrée la prend</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>in the order: select all; Space: one; Delete gives back</source>
        <translation>dans la commande&#x202f;: tout sélectionner&#x202f;; Espace&#x202f;: une&#x202f;; Suppr rend</translation>
    </message>
    <message>
        <source>in the order: one more, one fewer, the seats of a line</source>
        <translation>dans la commande&#x202f;: une de plus, une de moins, les places d’une ligne</translation>
    </message>
    <message>
        <source>price type; 4 ch: four of them become children</source>
        <translation>tarif&#x202f;; 4 en&#x202f;: quatre deviennent enfants</translation>
    </message>
    <message>
        <source>Ctrl+1–{last}</source>
        <translation>Ctrl+1–{last}</translation>
    </message>
    <message>
        <source>when paying: {ways}</source>
        <translation>au paiement&#x202f;: {ways}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>when paying: take the amount as a part</source>
        <translation>au paiement&#x202f;: prendre le montant en acompte</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>one step back; asks before it drops an order</source>
        <translation>un pas en arrière&#x202f;; demande avant d’abandonner une commande</translation>
    </message>
</context>
<context>
    <name>HoldStrip</name>
    <message>
        <source>Keep the seats</source>
        <translation>Garder les places</translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation>Recommence la réservation</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
</context>
<context>
    <name>HoldView</name>
    <message>
        <source>Time left on the hold</source>
        <translation>Temps restant de la réservation</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Réservé pour {time}</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Press the new key …</source>
        <translation>Presser la nouvelle touche …</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Save as file …</source>
        <translation>Enregistrer dans un fichier …</translation>
    </message>
    <message>
        <source>Take from file …</source>
        <translation>Reprendre d’un fichier …</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Tout comme à l’origine</translation>
    </message>
    <message>
        <source>Press a key&apos;s button, then the new key. Backspace takes it away.</source>
        <translation>Cliquer sur une touche, puis presser la nouvelle. Retour arrière l’enlève.</translation>
    </message>
    <message>
        <source>For all counters</source>
        <translation>Pour toutes les caisses</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>{action}: as delivered</source>
        <translation>{action}&#x202f;: comme à l’origine</translation>
    </message>
    <message>
        <source>Keys (*.toml)</source>
        <translation>Touches (*.toml)</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>held</source>
        <translation>réservée</translation>
    </message>
    <message>
        <source>The whole legend</source>
        <translation>Toute la légende</translation>
    </message>
    <message>
        <source>free: none</source>
        <translation>libres&#x202f;: aucune</translation>
    </message>
    <message>
        <source>many</source>
        <translation>beaucoup</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>les nôtres</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>vendue</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloquée</translation>
    </message>
</context>
<context>
    <name>LevelSwitch</name>
    <message>
        <source>Level of the venue</source>
        <translation>Niveau de la salle</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>Niveau {level}</translation>
    </message>
</context>
<context>
    <name>LineControls</name>
    <message>
        <source>One fewer: {line}</source>
        <translation>Une de moins&#x202f;: {line}</translation>
    </message>
    <message>
        <source>One more: {line}</source>
        <translation>Une de plus&#x202f;: {line}</translation>
    </message>
    <message>
        <source>Price type of {line}</source>
        <translation>Tarif de {line}</translation>
    </message>
    <message>
        <source>Give back {seat}</source>
        <translation>Rendre {seat}</translation>
    </message>
    <message>
        <source>One fewer (−)</source>
        <translation>Une de moins (−)</translation>
    </message>
    <message>
        <source>One more (+)</source>
        <translation>Une de plus (+)</translation>
    </message>
    <message>
        <source>Price type (F8)</source>
        <translation>Tarif (F8)</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
</context>
<context>
    <name>LostOrder</name>
    <message>
        <source>Take them again</source>
        <translation>Les reprendre</translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation>Plus réservées&#x202f;: {seats}</translation>
    </message>
    <message>
        <source>Take {seats} again</source>
        <translation>Reprendre {seats}</translation>
    </message>
    <message>
        <source>Do not offer {seats} again</source>
        <translation>Ne plus proposer {seats}</translation>
    </message>
</context>
<context>
    <name>LostPage</name>
    <message>
        <source>Take them again</source>
        <translation>Les reprendre</translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation>Retour à la commande</translation>
    </message>
    <message>
        <source>These seats are no longer held. Do not take money for them.</source>
        <translation>Ces places ne sont plus réservées. Ne pas encaisser d’argent pour elles.</translation>
    </message>
    <message>
        <source>{amount} has already been taken. It still counts if you get all seats again at the same price; otherwise give it back.</source>
        <translation>{amount} déjà encaissés. Ce montant reste valable si toutes les places reviennent au même prix&#x202f;; sinon, le rendre.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Boxoffice</source>
        <translation>Boxoffice</translation>
    </message>
    <message>
        <source>Boxoffice: TEST</source>
        <translation>Boxoffice : TEST</translation>
    </message>
    <message>
        <source>&amp;Sale</source>
        <translation>&amp;Vente</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Find event</source>
        <translation>Chercher un événement</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Meilleures places</translation>
    </message>
    <message>
        <source>Wishes for the best seats</source>
        <translation>Souhaits pour les meilleures places</translation>
    </message>
    <message>
        <source>Size of the party</source>
        <translation>Taille du groupe</translation>
    </message>
    <message>
        <source>Price type</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Défaire</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Park or resume</source>
        <translation>Mettre en attente ou reprendre</translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation>Garder les places</translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Sales from before the restart</source>
        <translation>Ventes d’avant le redémarrage</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Payer par carte</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Réimprimer</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation>Toute la salle</translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation>Prendre des places au lasso</translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation>Places en liste</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Connect to a server …</source>
        <translation>Se connecter à un serveur …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Aide et touches</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Derniers messages</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Ouvrir le menu</translation>
    </message>
    <message>
        <source>About Boxoffice</source>
        <translation>À propos de Boxoffice</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
</context>
<context>
    <name>MapHead</name>
    <message>
        <source>Seat map</source>
        <translation>Plan de salle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln libre</numerusform>
            <numerusform>%Ln libres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapLine</name>
    <message>
        <source>held by another counter</source>
        <translation>réservée à une autre caisse</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Best seats</source>
        <translation>Meilleures places</translation>
    </message>
    <message>
        <source>Takes the best free seats together (F3)</source>
        <translation>Prend les meilleures places libres côte à côte (F3)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation>Toute la salle</translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation>Prendre des places au lasso</translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation>Places en liste</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>Actualiser (F5)</translation>
    </message>
    <message>
        <source>Wishes for the best seats (Shift+F3)</source>
        <translation>Souhaits pour les meilleures places (Maj+F3)</translation>
    </message>
    <message>
        <source>{title}: {wishes}</source>
        <translation>{title}&#x202f;: {wishes}</translation>
    </message>
    <message>
        <source>Loading the seat map</source>
        <translation>Chargement du plan de salle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>This event has no seats.</source>
        <translation>Cet événement n’a pas de places.</translation>
    </message>
    <message>
        <source>Choose an event, and its seat map appears here.</source>
        <translation>Choisir un événement&#x202f;: son plan de salle apparaît ici.</translation>
    </message>
    <message>
        <source>Loading the seat map …</source>
        <translation>Chargement du plan de salle …</translation>
    </message>
    <message>
        <source>The seat map could not be loaded.</source>
        <translation>Le plan de salle n’a pas pu être chargé.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Derniers messages</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Aucun message pour l’instant.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole venue</source>
        <translation>Toute la salle</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{area}, standing</source>
        <translation>{area}, debout</translation>
    </message>
    <message>
        <source>{area}, seat {number}</source>
        <translation>{area}, place {number}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation>{area}, rang {row}, place {number}</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Debout</translation>
    </message>
    <message>
        <source>Seat {number}</source>
        <translation>Place {number}</translation>
    </message>
    <message>
        <source>Row {row}, seat {number}</source>
        <translation>Rang {row}, place {number}</translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation>{area}, {count} places debout</translation>
    </message>
    <message>
        <source>The server does not answer. Please wait: it is tried again by itself.</source>
        <translation>Le serveur ne répond pas. Patienter&#x202f;: les essais continuent tout seuls.</translation>
    </message>
    <message>
        <source>{address} does not accept the token. Enter a valid one.</source>
        <translation>{address} n’accepte pas le jeton. Saisir un jeton valable.</translation>
    </message>
    <message>
        <source>{address} does not accept the token any more. Enter a valid one: the sale goes on where it was.</source>
        <translation>{address} n’accepte plus le jeton. Saisir un jeton valable&#x202f;: la vente continue là où elle était.</translation>
    </message>
    <message>
        <source>{address} sent an answer that cannot be understood: {reason}</source>
        <translation>{address} a envoyé une réponse incompréhensible&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>This is not a Connect server: {address}</source>
        <translation>Ce n’est pas un serveur Connect&#x202f;: {address}</translation>
    </message>
    <message>
        <source>Not a usable address: {address}. It begins with https://, or with http:// on this machine.</source>
        <translation>Adresse inutilisable&#x202f;: {address}. Elle commence par https://, ou par http:// sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Enter the token of the server.</source>
        <translation>Saisir le jeton du serveur.</translation>
    </message>
    <message>
        <source>No keyring here: the token is kept for this session only.</source>
        <translation>Pas de trousseau de clés ici&#x202f;: le jeton ne vaut que pour cette session.</translation>
    </message>
    <message>
        <source>The demo could not be started: {reason}</source>
        <translation>La démo n’a pas pu démarrer&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>Le serveur répond de nouveau.</translation>
    </message>
    <message>
        <source>The server refused: {reason}</source>
        <translation>Le serveur refuse&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>The server cannot do this now: {reason}. Try again.</source>
        <translation>Le serveur ne peut pas le faire maintenant&#x202f;: {reason}. Réessayer.</translation>
    </message>
    <message>
        <source>The server wants a second factor. Sign in on the platform itself with the user of this counter, and confirm it there. {reason}</source>
        <translation>Le serveur demande un second facteur. Connectez-vous sur la plateforme elle-même avec l’utilisateur de cette caisse et confirmez-le là. {reason}</translation>
    </message>
    <message>
        <source>The server does not know this program as trusted. An administrator of the platform has to allow it there. {reason}</source>
        <translation>Le serveur ne considère pas ce programme comme fiable. Un administrateur de la plateforme doit l’y autoriser. {reason}</translation>
    </message>
    <message>
        <source>The server says: {reason}</source>
        <translation>Le serveur signale&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Something went wrong: {reason}. What was sold is safe.</source>
        <translation>Une erreur s’est produite&#x202f;: {reason}. Ce qui a été vendu est enregistré.</translation>
    </message>
    <message>
        <source>The server sent entries of another event than was asked for ({operation}). They are not used.</source>
        <translation>Le serveur a envoyé des entrées d’un autre événement que celui demandé ({operation}). Elles ne sont pas utilisées.</translation>
    </message>
    <message>
        <source>The settings file is not a text file.</source>
        <translation>Le fichier de réglages n’est pas un fichier texte.</translation>
    </message>
    <message>
        <source>A table belongs here: {key}</source>
        <translation>Il faut une table ici&#x202f;: {key}</translation>
    </message>
    <message>
        <source>A text in quotation marks belongs here: {key}</source>
        <translation>Il faut un texte entre guillemets ici&#x202f;: {key}</translation>
    </message>
    <message>
        <source>There is no setting “{name}”. There are: {known}</source>
        <translation>Le réglage «&#x202f;{name}&#x202f;» n’existe pas. Il y a&#x202f;: {known}</translation>
    </message>
    <message>
        <source>There is no setting “{name}”. Is “{known}” meant?</source>
        <translation>Le réglage «&#x202f;{name}&#x202f;» n’existe pas. Est-ce «&#x202f;{known}&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>The settings cannot be used: {reason}</source>
        <translation>Les réglages sont inutilisables&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. There are: {known}</source>
        <translation>Le profil «&#x202f;{name}&#x202f;» n’existe pas. Il y a&#x202f;: {known}</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. Is “{known}” meant?</source>
        <translation>Le profil «&#x202f;{name}&#x202f;» n’existe pas. Est-ce «&#x202f;{known}&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Boxoffice does not speak the language “{language}”, but: {known}</source>
        <translation>Boxoffice ne parle pas la langue «&#x202f;{language}&#x202f;», mais&#x202f;: {known}</translation>
    </message>
    <message>
        <source>This file cannot be read: {path}</source>
        <translation>Ce fichier est illisible&#x202f;: {path}</translation>
    </message>
    <message>
        <source>This file contains no certificate in PEM: {path}</source>
        <translation>Ce fichier ne contient pas de certificat PEM&#x202f;: {path}</translation>
    </message>
    <message>
        <source>The server could not be remembered: {reason}</source>
        <translation>Le serveur n’a pas pu être mémorisé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>There is no value “{value}” for {key}. There are: {known}</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une valeur pour {key}. Il y a&#x202f;: {known}</translation>
    </message>
    <message>
        <source>{key} is the key of {other} already, so {action} keeps its delivered one.</source>
        <translation>{key} est déjà la touche de {other}&#x202f;; {action} garde celle d’origine.</translation>
    </message>
    <message>
        <source>No action can have the key “{key}”.</source>
        <translation>Aucune action ne peut avoir la touche «&#x202f;{key}&#x202f;».</translation>
    </message>
    <message>
        <source>{key} is needed for typing. Use a function key, or one with Ctrl.</source>
        <translation>{key} sert à écrire. Choisir une touche de fonction ou une touche avec Ctrl.</translation>
    </message>
    <message>
        <source>{key} means the same on every page and cannot be given away.</source>
        <translation>{key} a le même sens sur toutes les pages et ne peut pas être attribuée.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}</source>
        <translation>{file}, ligne {line}&#x202f;: {what}</translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation>{file}&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Applied, but not kept for the next start: {reason}</source>
        <translation>Appliqué, mais pas conservé pour le prochain démarrage&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Kept. Applied at once.</source>
        <translation>Conservé. Appliqué tout de suite.</translation>
    </message>
    <message>
        <source>Applied until the program ends.</source>
        <translation>Valable jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>{wanted} % does not fit this screen. {shown} % is shown.</source>
        <translation>{wanted} % ne tient pas sur cet écran. Affiché&#x202f;: {shown} %.</translation>
    </message>
    <message>
        <source>A counter&apos;s name has at most {most} characters.</source>
        <translation>Le nom d’une caisse a au plus {most} caractères.</translation>
    </message>
    <message>
        <source>{address} answers and accepts the token.</source>
        <translation>{address} répond et accepte le jeton.</translation>
    </message>
    <message>
        <source>A counter can sell at {address}, with the dialect that is proposed.</source>
        <translation>Une caisse peut vendre sur {address}, avec le dialecte proposé.</translation>
    </message>
    <message>
        <source>{address} is a Connect server; things that a sale needs are open: {count}.</source>
        <translation>{address} est un serveur Connect&#x202f;; points encore ouverts pour une vente&#x202f;: {count}.</translation>
    </message>
    <message>
        <source>{address} is a Connect server without events: seats and prices were not seen.</source>
        <translation>{address} est un serveur Connect sans événements&#x202f;: places et prix n’ont pas pu être vus.</translation>
    </message>
    <message>
        <source>Stopped. What is known so far stands below.</source>
        <translation>Arrêté. Ce que l’on sait jusqu’ici figure ci-dessous.</translation>
    </message>
    <message>
        <source>{address} answers, and has nothing of what was asked for. Is the address right?</source>
        <translation>{address} répond, mais n’a rien de ce qui a été demandé. L’adresse est-elle juste&#x202f;?</translation>
    </message>
    <message>
        <source>{address} does not answer in time.</source>
        <translation>{address} ne répond pas à temps.</translation>
    </message>
    <message>
        <source>{address} answers everything with an error: {reason}</source>
        <translation>{address} répond à tout par une erreur&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>The dialect was not saved: {reason}</source>
        <translation>Le dialecte n’a pas été enregistré&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Keys saved: {path}</source>
        <translation>Touches enregistrées&#x202f;: {path}</translation>
    </message>
    <message>
        <source>The keys were not saved: {reason}</source>
        <translation>Les touches n’ont pas été enregistrées&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Keys taken over: {path}</source>
        <translation>Touches importées&#x202f;: {path}</translation>
    </message>
    <message>
        <source>No keys in this file: {path}</source>
        <translation>Pas de touches dans ce fichier&#x202f;: {path}</translation>
    </message>
    <message>
        <source>Copied. It has no token, no name and no address in it.</source>
        <translation>Copié. Sans jeton, sans nom et sans adresse.</translation>
    </message>
    <message>
        <source>The journal of this workstation is damaged.</source>
        <translation>Le journal de ce poste est endommagé.</translation>
    </message>
    <message>
        <source>The file in the journal&apos;s place is not a journal.</source>
        <translation>Le fichier à la place du journal n’est pas un journal.</translation>
    </message>
    <message>
        <source>The journal was written by a newer version of Boxoffice.</source>
        <translation>Le journal a été écrit par une version plus récente de Boxoffice.</translation>
    </message>
    <message>
        <source>Another program is using the journal.</source>
        <translation>Un autre programme utilise le journal.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>Boxoffice may not write to this place.</source>
        <translation>Boxoffice n’a pas le droit d’écrire à cet endroit.</translation>
    </message>
    <message>
        <source>Where Boxoffice&apos;s folder should be, there is a file.</source>
        <translation>Là où devrait être le dossier de Boxoffice se trouve un fichier.</translation>
    </message>
    <message>
        <source>The file cannot be used: {reason}</source>
        <translation>Le fichier est inutilisable&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Boxoffice is open already, but it does not answer.</source>
        <translation>Boxoffice est déjà ouvert, mais ne répond pas.</translation>
    </message>
    <message>
        <source>The journal could not be put aside: {reason}</source>
        <translation>Le journal n’a pas pu être mis de côté&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>Aucun programme ici ne l’ouvre.</translation>
    </message>
    <message>
        <source>A new journal was begun; the old one is kept: {path}. If a sale was under way, look up its order on the server before you take money again.</source>
        <translation>Un nouveau journal a été commencé&#x202f;; l’ancien est conservé&#x202f;: {path}. Si une vente était en cours, chercher sa commande sur le serveur avant d’encaisser de nouveau.</translation>
    </message>
    <message>
        <source>The map is {seconds} seconds old.</source>
        <translation>Le plan date de {seconds} secondes.</translation>
    </message>
    <message>
        <source>Not free: {seat}</source>
        <translation>Pas libre&#x202f;: {seat}</translation>
    </message>
    <message>
        <source>There are no {quantity} free seats side by side here.</source>
        <translation>Il n’y a pas {quantity} places libres côte à côte ici.</translation>
    </message>
    <message>
        <source>These are {quantity} seats: take at most 500 at once.</source>
        <translation>Cela fait {quantity} places&#x202f;: en prendre au plus 500 à la fois.</translation>
    </message>
    <message>
        <source>Has no price: {seat}</source>
        <translation>Sans prix&#x202f;: {seat}</translation>
    </message>
    <message>
        <source>Not on sale: {event}</source>
        <translation>Pas en vente&#x202f;: {event}</translation>
    </message>
    <message>
        <source>Cancelled, no longer on sale: {event}</source>
        <translation>Annulé, plus en vente&#x202f;: {event}</translation>
    </message>
    <message>
        <source>The picture behind these areas cannot be shown: {areas}</source>
        <translation>L’image derrière ces zones ne peut pas être affichée&#x202f;: {areas}</translation>
    </message>
    <message>
        <source>Just taken by somebody else: {seats}. The others are held for you.</source>
        <translation>Prises à l’instant par quelqu’un d’autre&#x202f;: {seats}. Les autres sont réservées.</translation>
    </message>
    <message>
        <source>Taken by somebody else meanwhile: {seats}</source>
        <translation>Prises entre-temps par quelqu’un d’autre&#x202f;: {seats}</translation>
    </message>
    <message>
        <source>No {quantity} free seats match the wishes.</source>
        <translation>Aucun groupe de {quantity} places libres ne correspond aux souhaits.</translation>
    </message>
    <message>
        <source>No free seat of the same price is beside these: {seats}</source>
        <translation>Aucune place libre au même prix à côté de celles-ci&#x202f;: {seats}</translation>
    </message>
    <message>
        <source>Open {event} on the map first: only there a seat beside these is found.</source>
        <translation>Ouvrir d’abord {event} sur le plan&#x202f;: une place voisine ne se trouve que là.</translation>
    </message>
    <message>
        <source>There is no price type for all of these seats. Select lines of one kind.</source>
        <translation>Aucun tarif ne vaut pour toutes ces places. Sélectionnez des lignes d’un même genre.</translation>
    </message>
    <message>
        <source>No answer yet. Checking what became of it …</source>
        <translation>Pas encore de réponse. Vérification en cours …</translation>
    </message>
    <message>
        <source>It is not known whether the server did this. Check before you do it again.</source>
        <translation>On ne sait pas si le serveur l’a fait. Vérifier avant de recommencer.</translation>
    </message>
    <message>
        <source>The hold ran out; the seats are free again.</source>
        <translation>La réservation a expiré&#x202f;; les places sont de nouveau libres.</translation>
    </message>
    <message>
        <source>The hold ends within a minute.</source>
        <translation>La réservation prend fin dans moins d’une minute.</translation>
    </message>
    <message>
        <source>An order has one currency. Finish this one first.</source>
        <translation>Une commande n’a qu’une monnaie. Terminer d’abord celle-ci.</translation>
    </message>
    <message>
        <source>Open orders cannot be recorded: after a crash they would be lost. {reason}</source>
        <translation>Les commandes ouvertes ne peuvent pas être enregistrées&#x202f;: un plantage les perdrait. {reason}</translation>
    </message>
    <message>
        <source>The hold of a parked order ran out; its seats are free again: {order}</source>
        <translation>La réservation d’une commande en attente a expiré&#x202f;; ses places sont de nouveau libres&#x202f;: {order}</translation>
    </message>
    <message>
        <source>No order is parked. F6 parks the one on screen.</source>
        <translation>Aucune commande n’est en attente. F6 met en attente celle à l’écran.</translation>
    </message>
    <message>
        <source>First take a seat for the exchange, or give it up with Esc.</source>
        <translation>Prendre d’abord une place pour l’échange, ou y renoncer avec Échap.</translation>
    </message>
    <message>
        <source>Seats of order {order} were given back: the buyer gets {sum}.</source>
        <translation>Des places de la commande {order} ont été rendues&#x202f;: l’acheteur reçoit {sum}.</translation>
    </message>
    <message>
        <source>Order {order}: seats given back to be sold again are not sold yet (F7).</source>
        <translation>Commande {order}&#x202f;: des places rendues pour être revendues ne le sont pas encore (F7).</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Saisir un nom.</translation>
    </message>
    <message>
        <source>This is no e-mail address. It may stay empty.</source>
        <translation>Ce n’est pas une adresse e-mail. Le champ peut rester vide.</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>Il n’y a rien à payer.</translation>
    </message>
    <message>
        <source>A price is wrong. Nothing is sold at that price.</source>
        <translation>Un prix est faux. Rien n’est vendu à ce prix.</translation>
    </message>
    <message>
        <source>The lines add up to {ours}, the server says {server}. Nothing is sold.</source>
        <translation>Les lignes font {ours}, le serveur dit {server}. Rien n’est vendu.</translation>
    </message>
    <message>
        <source>Not an amount: {text}</source>
        <translation>Pas un montant&#x202f;: {text}</translation>
    </message>
    <message>
        <source>{missing} is missing.</source>
        <translation>Il manque {missing}.</translation>
    </message>
    <message>
        <source>More than a million: check what was typed.</source>
        <translation>Plus d’un million&#x202f;: vérifier la saisie.</translation>
    </message>
    <message>
        <source>{given} for {due}? Check what was typed.</source>
        <translation>{given} pour {due}&#x202f;? Vérifier la saisie.</translation>
    </message>
    <message>
        <source>Only {due} is due, and only cash gives change.</source>
        <translation>Seuls {due} sont dus, et seules les espèces donnent de la monnaie.</translation>
    </message>
    <message>
        <source>The parts exceed the total by {excess}. Remove one.</source>
        <translation>Les acomptes dépassent le total de {excess}. En enlever un.</translation>
    </message>
    <message>
        <source>Enter the reference of the card terminal.</source>
        <translation>Saisir la référence du terminal de cartes.</translation>
    </message>
    <message>
        <source>Enter the number of the voucher.</source>
        <translation>Saisir le numéro du bon.</translation>
    </message>
    <message>
        <source>An invoice needs a customer (F4).</source>
        <translation>Une facture exige un client (F4).</translation>
    </message>
    <message>
        <source>This is a card number. It must not be stored.</source>
        <translation>C’est un numéro de carte. Il ne doit pas être enregistré.</translation>
    </message>
    <message>
        <source>The price has changed: {new}, before it was {old}. Agree to it first.</source>
        <translation>Le prix a changé&#x202f;: {new}, avant {old}. L’accepter d’abord.</translation>
    </message>
    <message>
        <source>The order is still changing. One moment.</source>
        <translation>La commande change encore. Un instant.</translation>
    </message>
    <message>
        <source>The hold may have run out. Checking with the server. One moment.</source>
        <translation>La réservation a peut-être expiré. Vérification auprès du serveur. Un instant.</translation>
    </message>
    <message>
        <source>{amount} has already been taken. Give it back before you leave.</source>
        <translation>{amount} déjà encaissés. Les rendre avant de quitter.</translation>
    </message>
    <message>
        <source>Done. Give back {sum} {how}.</source>
        <translation>Fait. Rendre {sum} {how}.</translation>
    </message>
    <message>
        <source>Order {order} is cancelled. Give back {sum} {how}.</source>
        <translation>La commande {order} est annulée. Rendre {sum} {how}.</translation>
    </message>
    <message>
        <source>All goes on as before.</source>
        <translation>Tout continue comme avant.</translation>
    </message>
    <message>
        <source>Without its events nothing can be sold.</source>
        <translation>Sans événements, rien ne peut être vendu.</translation>
    </message>
    <message>
        <source>There is no seat map: no seats can be taken.</source>
        <translation>Il n’y a pas de plan de salle : aucune place ne peut être prise.</translation>
    </message>
    <message>
        <source>There are no prices: nothing can be sold.</source>
        <translation>Il n’y a pas de prix : rien ne peut être vendu.</translation>
    </message>
    <message>
        <source>Single seats cannot be taken: take the best seats.</source>
        <translation>Les places ne peuvent pas être prises une à une : prenez les meilleures places.</translation>
    </message>
    <message>
        <source>Best seats and standing places cannot be taken: pick seats on the map.</source>
        <translation>Les meilleures places et les places debout ne peuvent pas être prises : choisissez sur le plan.</translation>
    </message>
    <message>
        <source>Seats can be held, and not be sold.</source>
        <translation>Les places peuvent être réservées, mais pas vendues.</translation>
    </message>
    <message>
        <source>Single seats cannot be given back, only whole orders.</source>
        <translation>Les places ne peuvent pas être rendues une à une, seulement par commande entière.</translation>
    </message>
    <message>
        <source>Price types stay as they are, and a hold is not renewed.</source>
        <translation>Les tarifs restent ce qu’ils sont, et une réservation n’est pas prolongée.</translation>
    </message>
    <message>
        <source>Some organizers, categories or series are not named.</source>
        <translation>Certains organisateurs, catégories ou séries ne sont pas nommés.</translation>
    </message>
    <message>
        <source>Events cannot be put in from here; sales go on as before.</source>
        <translation>Les événements ne peuvent pas être saisis d’ici ; la vente continue comme avant.</translation>
    </message>
    <message>
        <source>Summaries are printed without ticket codes.</source>
        <translation>Les récapitulatifs sont imprimés sans codes de billets.</translation>
    </message>
    <message>
        <source>Customers cannot be found.</source>
        <translation>Les clients ne peuvent pas être recherchés.</translation>
    </message>
    <message>
        <source>Customers cannot be added.</source>
        <translation>Les clients ne peuvent pas être ajoutés.</translation>
    </message>
    <message>
        <source>Venues are not named, and times are as the server tells them.</source>
        <translation>Les salles ne sont pas nommées, et les heures sont celles que donne le serveur.</translation>
    </message>
    <message>
        <source>Sales rules are only checked by the server when an order is sold.</source>
        <translation>Les règles de vente ne sont vérifiées que par le serveur, à la vente de la commande.</translation>
    </message>
    <message>
        <source>The map has no areas and no standing places.</source>
        <translation>Le plan n’a ni zones ni places debout.</translation>
    </message>
    <message>
        <source>The map has no entrances.</source>
        <translation>Le plan n’a pas d’entrées.</translation>
    </message>
    <message>
        <source>Why seats are blocked is not told.</source>
        <translation>On ne sait pas pourquoi des places sont bloquées.</translation>
    </message>
    <message>
        <source>The order is being paid. To change it, leave the payment.</source>
        <translation>La commande est en cours de paiement. Pour la changer, quitter le paiement.</translation>
    </message>
    <message>
        <source>This server does not offer everything ({operation}). {loss}</source>
        <translation>Ce serveur ne propose pas tout ({operation}). {loss}</translation>
    </message>
    <message>
        <source>Dialect saved: {path}. It is used once the profile names it: {name}</source>
        <translation>Dialecte enregistré&#x202f;: {path}. Il est utilisé dès que le profil le nomme&#x202f;: {name}</translation>
    </message>
    <message>
        <source>The answer was lost. Order {order} may be the one that was asked for, or another counter&apos;s: look at it (F7), and take it over if it is yours.</source>
        <translation>La réponse s’est perdue. La commande {order} est peut-être celle qui était demandée, ou celle d’une autre caisse : regardez-la (F7) et reprenez-la si c’est la vôtre.</translation>
    </message>
    <message>
        <source>Nothing was sold: give back the {amount} already taken. {reason}</source>
        <translation>Rien n’a été vendu&#x202f;: rendre les {amount} déjà encaissés. {reason}</translation>
    </message>
    <message>
        <source>Nothing was sold: the journal cannot be written. {reason}</source>
        <translation>Rien n’a été vendu&#x202f;: le journal ne peut pas être écrit. {reason}</translation>
    </message>
    <message>
        <source>This workstation&apos;s records cannot be read: {reason}</source>
        <translation>Les enregistrements de ce poste sont illisibles&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>There is no order like that here: {text}</source>
        <translation>Il n’y a pas de telle commande ici&#x202f;: {text}</translation>
    </message>
    <message>
        <source>This ticket is void and no longer admits anyone: {barcode}</source>
        <translation>Ce billet n’est plus valable et ne donne plus accès&#x202f;: {barcode}</translation>
    </message>
    <message>
        <source>Finish the payment first; then scan the ticket again.</source>
        <translation>Terminer d’abord le paiement&#x202f;; scanner ensuite le billet de nouveau.</translation>
    </message>
    <message>
        <source>The order is still changing. Scan again when it is done.</source>
        <translation>La commande change encore. Scanner de nouveau ensuite.</translation>
    </message>
    <message>
        <source>Close the window that is open first; then scan again.</source>
        <translation>Fermer d’abord la fenêtre ouverte&#x202f;; scanner ensuite de nouveau.</translation>
    </message>
    <message>
        <source>Connect to a server first; then scan again.</source>
        <translation>Se connecter d’abord à un serveur&#x202f;; scanner ensuite de nouveau.</translation>
    </message>
    <message>
        <source>Looking for {text} …</source>
        <translation>Recherche de {text} …</translation>
    </message>
    <message>
        <source>This is not a code of this venue: {text}</source>
        <translation>Ce n’est pas un code de cette salle&#x202f;: {text}</translation>
    </message>
    <message>
        <source>This code was misread. Scan it again: {text}</source>
        <translation>Code mal lu. Le scanner de nouveau&#x202f;: {text}</translation>
    </message>
    <message>
        <source>This ticket was not sold at this counter: {text}. The code on its order summary opens the order.</source>
        <translation>Ce billet n’a pas été vendu à cette caisse&#x202f;: {text}. Le code du récapitulatif ouvre la commande.</translation>
    </message>
    <message>
        <source>Order {order} is sold.</source>
        <translation>La commande {order} est vendue.</translation>
    </message>
    <message>
        <source>Nothing was sold here yet.</source>
        <translation>Rien n’a encore été vendu ici.</translation>
    </message>
    <message>
        <source>Printed: {printer}</source>
        <translation>Imprimé&#x202f;: {printer}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Enregistré&#x202f;: {path}</translation>
    </message>
    <message>
        <source>Not printed: {reason}. Order {order} is safe: print again, or save it as PDF.</source>
        <translation>Pas imprimé&#x202f;: {reason}. La commande {order} est enregistrée&#x202f;: réimprimer, ou enregistrer en PDF.</translation>
    </message>
    <message>
        <source>Perhaps printed, perhaps not: {reason}. Order {order} is safe. Look at the printer: another print is marked as a copy.</source>
        <translation>Peut-être imprimé, peut-être pas&#x202f;: {reason}. La commande {order} est enregistrée. Regarder l’imprimante&#x202f;: une autre impression est marquée comme copie.</translation>
    </message>
    <message>
        <source>Not saved: {reason}. Order {order} is safe: choose another place.</source>
        <translation>Pas enregistré&#x202f;: {reason}. La commande {order} n’est pas perdue&#x202f;: choisir un autre endroit.</translation>
    </message>
    <message>
        <source>What was open when the program ended cannot be read: {reason}</source>
        <translation>Ce qui était ouvert à la fin du programme est illisible&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Sales from before the restart need a decision: {count}. See the Sale menu.</source>
        <translation>Des ventes d’avant le redémarrage attendent une décision&#x202f;: {count}. Voir le menu Vente.</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n billet</numerusform>
            <numerusform>%n billets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange of order {order}: %n seats for {value} go back.</source>
        <translation>
            <numerusform>Échange de la commande {order}&#x202f;: %n place pour {value} est rendue.</numerusform>
            <numerusform>Échange de la commande {order}&#x202f;: %n places pour {value} sont rendues.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>{sum} à rendre</translation>
    </message>
</context>
<context>
    <name>OrderLines</name>
    <message>
        <source>{count} × {type}, {place}, {sum}</source>
        <translation>{count} × {type}, {place}, {sum}</translation>
    </message>
    <message>
        <source>Event {event}</source>
        <translation>Événement {event}</translation>
    </message>
    <message>
        <source>{place}, {type}, {sum}</source>
        <translation>{place}, {type}, {sum}</translation>
    </message>
    <message>
        <source>No seats yet.
Click seats on the map.</source>
        <translation>Pas encore de places.
Cliquer sur des places du plan.</translation>
    </message>
    <message>
        <source>Taking …</source>
        <translation>Réservation …</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Lines of the order</source>
        <translation>Lignes de la commande</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Asking the server</source>
        <translation>Demande au serveur</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>Fees {fees}</source>
        <translation>Frais {fees}</translation>
    </message>
    <message>
        <source>{tax} VAT {rate} incl.</source>
        <translation>dont TVA {rate} {tax}</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats?</source>
        <translation>
            <numerusform>Rendre %n place&#x202f;?</numerusform>
            <numerusform>Rendre %n places&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Give up the exchange?</source>
        <translation>Renoncer à l’échange&#x202f;?</translation>
    </message>
</context>
<context>
    <name>OrderTools</name>
    <message>
        <source>Park</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Park the order, or resume it (F6)</source>
        <translation>Mettre la commande en attente ou la reprendre (F6)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Défaire</translation>
    </message>
    <message>
        <source>Undo what was done last (Ctrl+Z)</source>
        <translation>Défaire ce qui vient d’être fait (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Give back all seats</source>
        <translation>Rendre toutes les places</translation>
    </message>
    <message>
        <source>Name of the order while it is parked</source>
        <translation>Nom de la commande pendant l’attente</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Nommer</translation>
    </message>
    <message>
        <source>What it is called while it is parked; Enter parks it</source>
        <translation>Nom de la commande en attente&#x202f;; Entrée la met en attente</translation>
    </message>
</context>
<context>
    <name>PaidLines</name>
    <message>
        <source>What is paid for</source>
        <translation>Ce qui est payé</translation>
    </message>
    <message>
        <source>Order {order} goes back</source>
        <translation>La commande {order} est rendue</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>the print system does not answer</source>
        <translation>le système d’impression ne répond pas</translation>
    </message>
    <message>
        <source>printing broke off</source>
        <translation>l’impression s’est interrompue</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>le disque ne répond pas</translation>
    </message>
    <message>
        <source>writing broke off</source>
        <translation>l’écriture s’est interrompue</translation>
    </message>
    <message>
        <source>there is no printer</source>
        <translation>il n’y a pas d’imprimante</translation>
    </message>
    <message>
        <source>the printer does not accept it</source>
        <translation>l’imprimante ne l’accepte pas</translation>
    </message>
    <message>
        <source>the printer did not finish</source>
        <translation>l’imprimante n’a pas terminé</translation>
    </message>
    <message>
        <source>the print system refuses it ({reason})</source>
        <translation>le système d’impression refuse ({reason})</translation>
    </message>
    <message>
        <source>the file is incomplete</source>
        <translation>le fichier est incomplet</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>writing is not allowed there</source>
        <translation>il est interdit d’y écrire</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>l’impression a été arrêtée</translation>
    </message>
    <message>
        <source>Order summary</source>
        <translation>Récapitulatif de commande</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>Vendu le</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Secteur</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Price type</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>debout</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>VAT {rate} included</source>
        <translation>TVA {rate} comprise</translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation>Client&#x202f;:</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Donné</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>COPY, made {when}</source>
        <translation>COPIE, faite le {when}</translation>
    </message>
    <message>
        <source>TEST, not valid</source>
        <translation>TEST, non valable</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Page {number} sur {count}</translation>
    </message>
    <message>
        <source>Thank you, and enjoy the show.</source>
        <translation>Merci, et bonne soirée.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Impression …</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Réimprimer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Arrêter l’impression</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Enregistrer en PDF …</translation>
    </message>
</context>
<context>
    <name>ParkedButtons</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message numerus="yes">
        <source>%n seats · {time}</source>
        <translation>
            <numerusform>%n place · {time}</numerusform>
            <numerusform>%n places · {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume {order}</source>
        <translation>Reprendre {order}</translation>
    </message>
    <message>
        <source>Keep the seats of {order}</source>
        <translation>Garder les places de {order}</translation>
    </message>
</context>
<context>
    <name>ParkedStrip</name>
    <message>
        <source>Parked orders</source>
        <translation>Commandes en attente</translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>Remove this part</source>
        <translation>Enlever cet acompte</translation>
    </message>
    <message>
        <source>Remove {way}, {amount}</source>
        <translation>Enlever {way}, {amount}</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Size of the party</source>
        <translation>Taille du groupe</translation>
    </message>
    <message>
        <source>Size of the party, such as 3, or 2+1 by price type (1–9 on the map)</source>
        <translation>Taille du groupe, p. ex. 3, ou 2+1 par tarif (1–9 sur le plan)</translation>
    </message>
    <message>
        <source>✓ taken</source>
        <translation>✓ pris</translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation>au plus {count}</translation>
    </message>
    <message>
        <source>no such price type</source>
        <translation>ce tarif n’existe pas</translation>
    </message>
</context>
<context>
    <name>PaymentHold</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation>Garder les places</translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation>Recommence la réservation</translation>
    </message>
    <message>
        <source>Held for only {time}</source>
        <translation>Réservé encore {time} seulement</translation>
    </message>
    <message>
        <source>Held for {time}, kept while you pay</source>
        <translation>Réservé pour {time}, prolongé pendant le paiement</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Réservé pour {time}</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Selling</source>
        <translation>Vente en cours</translation>
    </message>
    <message>
        <source>Next buyer</source>
        <translation>Acheteur suivant</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>À rendre</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>À payer</translation>
    </message>
    <message>
        <source>Selling …</source>
        <translation>Vente en cours …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Vérification …</translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation>Pas vendu</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendu</translation>
    </message>
    <message>
        <source>order-{number}.pdf</source>
        <translation>commande-{number}.pdf</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message>
        <source>Cash</source>
        <translation>Espèces</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>espèces</translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation>Appoint</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>en espèces</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>&amp;Espèces</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>card</source>
        <translation>carte</translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation>Payé par carte</translation>
    </message>
    <message>
        <source>to the card</source>
        <translation>sur la carte</translation>
    </message>
    <message>
        <source>Car&amp;d</source>
        <translation>&amp;Carte</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>Paid by voucher</source>
        <translation>Payé par bon</translation>
    </message>
    <message>
        <source>as a voucher</source>
        <translation>en bon</translation>
    </message>
    <message>
        <source>&amp;Voucher</source>
        <translation>&amp;Bon</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>facture</translation>
    </message>
    <message>
        <source>On invoice</source>
        <translation>Sur facture</translation>
    </message>
    <message>
        <source>by the invoice</source>
        <translation>sur la facture</translation>
    </message>
    <message>
        <source>&amp;Invoice</source>
        <translation>&amp;Facture</translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation>Référence du terminal de cartes</translation>
    </message>
    <message>
        <source>Number of the voucher</source>
        <translation>Numéro du bon</translation>
    </message>
    <message>
        <source>Reference on the invoice, if there is one</source>
        <translation>Référence sur la facture, s’il y en a une</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Order {number}</source>
        <translation>Commande {number}</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>À rendre</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Pas de monnaie</translation>
    </message>
    <message>
        <source>{way}, {amount} given</source>
        <translation>{way}, {amount} donnés</translation>
    </message>
</context>
<context>
    <name>ReferenceEntry</name>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Amount of this part</source>
        <translation>Montant de cet acompte</translation>
    </message>
    <message>
        <source>{reference} (optional)</source>
        <translation>{reference} (facultatif)</translation>
    </message>
    <message>
        <source>All that is due: {amount}</source>
        <translation>Tout ce qui est dû&#x202f;: {amount}</translation>
    </message>
    <message>
        <source>To {customer}</source>
        <translation>À {customer}</translation>
    </message>
</context>
<context>
    <name>RefusedStartWindow</name>
    <message>
        <source>Boxoffice</source>
        <translation>Boxoffice</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Ligne {line}</translation>
    </message>
    <message>
        <source>Boxoffice cannot start</source>
        <translation>Boxoffice ne peut pas démarrer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Put it aside and start …</source>
        <translation>Le mettre de côté et démarrer …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Put the journal aside?</source>
        <translation>Mettre le journal de côté&#x202f;?</translation>
    </message>
    <message>
        <source>If the program ended in the middle of a sale, nobody will ask the server what became of that order: look it up there before you take money again. Seats of open orders come free when their hold ends.</source>
        <translation>Si le programme s’est arrêté au milieu d’une vente, personne ne demandera au serveur ce qu’est devenue cette commande&#x202f;: la chercher là-bas avant d’encaisser de nouveau. Les places des commandes ouvertes redeviennent libres à la fin de leur réservation.</translation>
    </message>
    <message>
        <source>The file is kept in the same folder, with today&apos;s date in its name.</source>
        <translation>Le fichier reste dans le même dossier, avec la date d’aujourd’hui dans son nom.</translation>
    </message>
    <message>
        <source>Put it aside and start</source>
        <translation>Le mettre de côté et démarrer</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Le laisser tel quel</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>The journal contains the orders that were on their way to the server when the program ended. Bring back an intact copy of the file and try again, or put it aside and start with a new one.</source>
        <translation>Le journal contient les commandes qui étaient en route vers le serveur à la fin du programme. Remettre une copie intacte du fichier et réessayer, ou le mettre de côté et démarrer avec un nouveau.</translation>
    </message>
    <message>
        <source>Install the version that was here last, or a newer one.</source>
        <translation>Installer la version qui était ici en dernier, ou une plus récente.</translation>
    </message>
    <message>
        <source>Close the program that uses the file, such as a backup, and try again.</source>
        <translation>Fermer le programme qui utilise le fichier, une sauvegarde par exemple, et réessayer.</translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. Make room on the disk and try again.</source>
        <translation>Les ventes ne peuvent pas être enregistrées, donc rien n’est vendu. Faire de la place sur le disque et réessayer.</translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. The user of this workstation needs the right to write here; then try again.</source>
        <translation>Les ventes ne peuvent pas être enregistrées, donc rien n’est vendu. L’utilisateur de ce poste doit avoir le droit d’écrire ici&#x202f;; ensuite, réessayer.</translation>
    </message>
    <message>
        <source>Move the file somewhere else, or name another folder in BOXOFFICE_HOME, and try again.</source>
        <translation>Déplacer le fichier, ou indiquer un autre dossier dans BOXOFFICE_HOME, et réessayer.</translation>
    </message>
    <message>
        <source>Start Boxoffice with a profile that is in the file, or add this one to it and try again.</source>
        <translation>Démarrer Boxoffice avec un profil qui est dans le fichier, ou y ajouter celui-ci et réessayer.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, show this to your administrator.</source>
        <translation>Réessayer. Si cela n’aide pas, montrer ceci à l’administrateur.</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or restart the workstation.</source>
        <translation>Attendre un moment et réessayer, ou redémarrer le poste.</translation>
    </message>
    <message>
        <source>Wait a moment and try again. If that does not help, end process {pid} and try again: what was on its way to the server is settled at the next start.</source>
        <translation>Attendre un moment et réessayer. Si cela n’aide pas, terminer le processus {pid} et réessayer&#x202f;: ce qui était en route vers le serveur est réglé au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>RestartPanel</name>
    <message>
        <source>Before the restart</source>
        <translation>Avant le redémarrage</translation>
    </message>
    <message>
        <source>The program ended in the middle of a sale. This is what became of it.</source>
        <translation>Le programme s’est arrêté au milieu d’une vente. Voici ce qu’elle est devenue.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Demande au serveur</translation>
    </message>
    <message>
        <source>Continue selling</source>
        <translation>Continuer à vendre</translation>
    </message>
    <message numerus="yes">
        <source>%n orders that were kept cannot be read.</source>
        <translation>
            <numerusform>%n commande conservée est illisible.</numerusform>
            <numerusform>%n commandes conservées sont illisibles.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation>Plus réservées&#x202f;: {seats}</translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation>{area}, {count} places debout</translation>
    </message>
    <message>
        <source>{area}, seats {numbers}</source>
        <translation>{area}, places {numbers}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seats {numbers}</source>
        <translation>{area}, rang {row}, places {numbers}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>{rule} (until {time})</source>
        <translation>{rule} (jusqu’à {time})</translation>
    </message>
    <message>
        <source>{event} was cancelled; its seats are no longer sold.</source>
        <translation>{event} a été annulé&#x202f;; ses places ne sont plus vendues.</translation>
    </message>
    <message>
        <source>A single seat is left alone.</source>
        <translation>Une place isolée reste.</translation>
    </message>
    <message>
        <source>A single seat is left alone: {seats}.</source>
        <translation>Une place isolée reste&#x202f;: {seats}.</translation>
    </message>
    <message>
        <source>At least {limit}; {count} in the order.</source>
        <translation>Au moins {limit}&#x202f;; {count} dans la commande.</translation>
    </message>
    <message>
        <source>At most {limit}; {count} in the order.</source>
        <translation>Au plus {limit}&#x202f;; {count} dans la commande.</translation>
    </message>
    <message>
        <source>Only in sets of {limit}; {count} in the order.</source>
        <translation>Par {limit} seulement&#x202f;; {count} dans la commande.</translation>
    </message>
    <message>
        <source>Not to be sold in this order: {seats}.</source>
        <translation>Ne pas vendre dans cette commande&#x202f;: {seats}.</translation>
    </message>
    <message>
        <source>{seats} needs {needed}; {others} in the order.</source>
        <translation>{seats} exige {needed}&#x202f;; {others} dans la commande.</translation>
    </message>
    <message>
        <source>{seats} need {needed}; {others} in the order.</source>
        <translation>{seats} exigent {needed}&#x202f;; {others} dans la commande.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>{count} × {names}</source>
        <translation>{count} × {names}</translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>1 place</translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation>{count} places</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>An order and a row of seats</source>
        <translation>Une commande et un rang de places</translation>
    </message>
    <message>
        <source>2 × Full price</source>
        <translation>2 × Plein tarif</translation>
    </message>
    <message>
        <source>Stalls N 16–17</source>
        <translation>Parterre N 16–17</translation>
    </message>
</context>
<context>
    <name>SavePdf</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>SeatCanvas</name>
    <message>
        <source>Seat map</source>
        <translation>Plan de salle</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {state}</source>
        <translation>{area}, rang {row}, place {number}, {state}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {price}, {state}</source>
        <translation>{area}, rang {row}, place {number}, {price}, {state}</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Rang {row}</translation>
    </message>
    <message>
        <source>{area}, standing, {free} of {total} free</source>
        <translation>{area}, debout, {free} sur {total} libres</translation>
    </message>
    <message>
        <source>{area}, {free} of {total} free</source>
        <translation>{area}, {free} sur {total} libres</translation>
    </message>
    <message>
        <source>{seat} was lost to another counter.</source>
        <translation>{seat} est partie à une autre caisse.</translation>
    </message>
    <message>
        <source>{seat} is in this order.</source>
        <translation>{seat} est dans cette commande.</translation>
    </message>
    <message>
        <source>{seat} is no longer in this order.</source>
        <translation>{seat} n’est plus dans cette commande.</translation>
    </message>
    <message>
        <source>{seat} was given back.</source>
        <translation>{seat} a été rendue.</translation>
    </message>
    <message>
        <source>{seat} is sold.</source>
        <translation>{seat} est vendue.</translation>
    </message>
    <message>
        <source>{count} seats were lost to another counter: {seats}.</source>
        <translation>{count} places sont parties à une autre caisse&#x202f;: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are in this order: {seats}.</source>
        <translation>{count} places sont dans cette commande&#x202f;: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are no longer in this order: {seats}.</source>
        <translation>{count} places ne sont plus dans cette commande&#x202f;: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats were given back: {seats}.</source>
        <translation>{count} places ont été rendues&#x202f;: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are sold: {seats}.</source>
        <translation>{count} places sont vendues&#x202f;: {seats}.</translation>
    </message>
    <message>
        <source>{area}, standing</source>
        <translation>{area}, debout</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation>{area}, rang {row}, place {number}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>held</source>
        <translation>réservée</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>vendue</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>pas en vente</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>dans cette commande</translation>
    </message>
    <message>
        <source>being taken</source>
        <translation>en cours de réservation</translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <source>Wheelchair place</source>
        <translation>Place fauteuil roulant</translation>
    </message>
    <message>
        <source>Companion&apos;s seat</source>
        <translation>Place d’accompagnant</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Vue restreinte</translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation>Au bord de l’allée</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>vendue</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloquée</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>pas en vente</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>dans cette commande</translation>
    </message>
    <message>
        <source>being taken</source>
        <translation>en cours de réservation</translation>
    </message>
</context>
<context>
    <name>SeatList</name>
    <message>
        <source>Area</source>
        <translation>Secteur</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>debout</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} sur {total}</translation>
    </message>
    <message>
        <source>Filter the seats</source>
        <translation>Filtrer les places</translation>
    </message>
    <message>
        <source>Area, row, seat or category, such as stalls c 12</source>
        <translation>Rang, place, catégorie, p. ex. parterre c 12</translation>
    </message>
    <message>
        <source>Such as stalls c 12</source>
        <translation>Par ex. parterre c 12</translation>
    </message>
    <message>
        <source>Free seats only</source>
        <translation>Places libres seulement</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Back to the map (Ctrl+L)</source>
        <translation>Retour au plan (Ctrl+L)</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Retour au plan</translation>
    </message>
    <message>
        <source>Show all seats</source>
        <translation>Montrer toutes les places</translation>
    </message>
    <message>
        <source>Space takes a seat or gives it back · Shift and arrows: several</source>
        <translation>Espace prend une place ou la rend · Maj et flèches&#x202f;: plusieurs</translation>
    </message>
    <message>
        <source>No seat matches.</source>
        <translation>Aucune place ne correspond.</translation>
    </message>
    <message>
        <source>Only “{category}” is shown, as chosen below.</source>
        <translation>Seule «&#x202f;{category}&#x202f;» est affichée, comme choisi en bas.</translation>
    </message>
</context>
<context>
    <name>SeatTable</name>
    <message>
        <source>Seats</source>
        <translation>Places</translation>
    </message>
</context>
<context>
    <name>SellingPage</name>
    <message>
        <source>Print after a sale</source>
        <translation>Impression après une vente</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Toute seule</translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation>Sur demande</translation>
    </message>
    <message>
        <source>The summary of the order</source>
        <translation>Le récapitulatif de la commande</translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation>Référence du terminal de cartes</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Exigée</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultative</translation>
    </message>
    <message>
        <source>Optional: Enter sells without one</source>
        <translation>Facultative&#x202f;: Entrée vend sans elle</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Au démarrage</translation>
    </message>
    <message>
        <source>Open today&apos;s event</source>
        <translation>Ouvrir l&apos;événement du jour</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>Liste des événements</translation>
    </message>
    <message>
        <source>Where there is only one, or the next is three hours later</source>
        <translation>S&apos;il n&apos;y en a qu&apos;un, ou si le suivant a lieu trois heures plus tard</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring; empty for the one that is kept</source>
        <translation>Dans le trousseau du système&#x202f;; vide&#x202f;: celui qui est conservé</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connecting to another server ends the sale</source>
        <translation>Un autre serveur met fin à la vente</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>The server is asked</source>
        <translation>Le serveur est interrogé</translation>
    </message>
    <message>
        <source>Set by an administrator, in the settings file</source>
        <translation>Fixé par un administrateur, dans le fichier de réglages</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Fichier de réglages</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Certificates of the venue</source>
        <translation>Certificats de la salle</translation>
    </message>
    <message>
        <source>Dialect of the server</source>
        <translation>Dialecte du serveur</translation>
    </message>
    <message>
        <source>Operations of its own</source>
        <translation>Opérations propres</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>none: nothing is kept</source>
        <translation>aucun&#x202f;: rien n’est conservé</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Save dialect</source>
        <translation>Enregistrer le dialecte</translation>
    </message>
    <message>
        <source>What the server answers, and in which form; it is only read</source>
        <translation>Ce que le serveur répond, et sous quelle forme&#x202f;; lecture seule</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Vérifier la connexion</translation>
    </message>
    <message>
        <source>The server is looked at</source>
        <translation>Le serveur est examiné</translation>
    </message>
    <message>
        <source>What the server answered</source>
        <translation>Ce que le serveur a répondu</translation>
    </message>
    <message>
        <source>Call {number} of {count}: {operation}</source>
        <translation>Appel {number} sur {count}&#x202f;: {operation}</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Vente</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>The settings file has mistakes. What is wrong is left at its default.</source>
        <translation>Le fichier de réglages contient des erreurs. Ce qui est faux garde sa valeur d’origine.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Défaire le dernier pas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>SettledCard</name>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>It was paid: sell it</source>
        <translation>Payée&#x202f;: la vendre</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Imprimer une copie</translation>
    </message>
    <message>
        <source>Print the summary of order {number}</source>
        <translation>Imprimer le récapitulatif de la commande {number}</translation>
    </message>
    <message>
        <source>It was not sold</source>
        <translation>Pas vendue</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Order {number}: {standing}</source>
        <translation>Commande {number}&#x202f;: {standing}</translation>
    </message>
    <message>
        <source>being checked …</source>
        <translation>vérification …</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>vendue</translation>
    </message>
    <message>
        <source>not sold</source>
        <translation>pas vendue</translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation>pas encore vendue</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>money taken {when}</source>
        <translation>encaissé {when}</translation>
    </message>
    <message>
        <source>Paid: {paid}</source>
        <translation>Payé&#x202f;: {paid}</translation>
    </message>
    <message>
        <source>To pay: {paid}</source>
        <translation>À payer&#x202f;: {paid}</translation>
    </message>
    <message>
        <source>Give back what the buyer paid for it.</source>
        <translation>Rendre ce que l’acheteur a payé.</translation>
    </message>
    <message>
        <source>Its seats are no longer held. If it was paid for, it can be sold while they are free; otherwise give the money back.</source>
        <translation>Ses places ne sont plus réservées. Si elle a été payée, elle peut être vendue tant qu’elles sont libres&#x202f;; sinon, rendre l’argent.</translation>
    </message>
    <message>
        <source>The order has changed since it was to be paid. Check its seats before you sell it.</source>
        <translation>La commande a changé depuis le paiement. Vérifier ses places avant de la vendre.</translation>
    </message>
    <message>
        <source>The server has another order with this number: its data were set up again. What was paid here is not sold there.</source>
        <translation>Le serveur a une autre commande sous ce numéro&#x202f;: ses données ont été refaites. Ce qui a été payé ici n’y est pas vendu.</translation>
    </message>
    <message>
        <source>The server does not know this order. What was paid for is not sold.</source>
        <translation>Le serveur ne connaît pas cette commande. Ce qui a été payé n’est pas vendu.</translation>
    </message>
    <message>
        <source>The record of this sale cannot be read. “Sold orders” shows whether it was sold.</source>
        <translation>L’enregistrement de cette vente est illisible. «&#x202f;Commandes&#x202f;» montre si elle a été vendue.</translation>
    </message>
    <message>
        <source>The buyer gets {amount}</source>
        <translation>L’acheteur reçoit {amount}</translation>
    </message>
    <message>
        <source>Change due: {amount}</source>
        <translation>Monnaie à rendre&#x202f;: {amount}</translation>
    </message>
</context>
<context>
    <name>SoldRow</name>
    <message>
        <source>partly given back</source>
        <translation>partiellement rendue</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>being exchanged</source>
        <translation>échange en cours</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>échangée</translation>
    </message>
    <message>
        <source>{when} and {count} more</source>
        <translation>{when} et {count} de plus</translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>{sum} à rendre</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Commande {number}</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>date inconnue</translation>
    </message>
</context>
<context>
    <name>StandingPicker</name>
    <message>
        <source>How many places</source>
        <translation>Combien de places</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>▲ TEST: nothing is really sold</source>
        <translation>▲ TEST : rien n’est vraiment vendu</translation>
    </message>
    <message>
        <source>Clerk: {name}</source>
        <translation>Caissier&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Counter: {name}</source>
        <translation>Caisse&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Map live</source>
        <translation>Plan à jour</translation>
    </message>
    <message numerus="yes">
        <source>Map %n second(s) old</source>
        <translation>
            <numerusform>Plan vieux de %n seconde</numerusform>
            <numerusform>Plan vieux de %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Pas connecté</translation>
    </message>
    <message>
        <source>▲ No answer</source>
        <translation>▲ Pas de réponse</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● Connecté</translation>
    </message>
</context>
<context>
    <name>StripModel</name>
    <message>
        <source>On now</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>Part payment</source>
        <translation>Acompte</translation>
    </message>
    <message>
        <source>Leave the payment?</source>
        <translation>Quitter le paiement&#x202f;?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation>Retour à la commande</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Encore dû</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Agree to {amount}</source>
        <translation>Accepter {amount}</translation>
    </message>
    <message>
        <source>Pay out {amount}</source>
        <translation>Rendre {amount}</translation>
    </message>
    <message>
        <source>Nothing to pay: sell</source>
        <translation>Rien à payer&#x202f;: vendre</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Vendre</translation>
    </message>
    <message>
        <source>The rest in cash</source>
        <translation>Le reste en espèces</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>More tools</source>
        <translation>Autres outils</translation>
    </message>
</context>
<context>
    <name>TypePopup</name>
    <message>
        <source>Price type</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Price type, or how many and which</source>
        <translation>Tarif, ou combien et lequel</translation>
    </message>
    <message>
        <source>Type, or “4 ch”</source>
        <translation>Taper, ou «&#x202f;4 en&#x202f;»</translation>
    </message>
    <message>
        <source>Price types</source>
        <translation>Tarifs</translation>
    </message>
    <message>
        <source>No such price type here</source>
        <translation>Ce tarif n’existe pas ici</translation>
    </message>
    <message numerus="yes">
        <source>Only %n can change</source>
        <translation>
            <numerusform>Une seule peut changer</numerusform>
            <numerusform>Seules %n peuvent changer</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total}: which price type?</source>
        <translation>{count} sur {total}&#x202f;: quel tarif&#x202f;?</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Reste tel quel</translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changent</numerusform>
        </translation>
    </message>
    <message>
        <source>{change} change, {stay} stay {type}</source>
        <translation>{change} changent, {stay} restent {type}</translation>
    </message>
</context>
<context>
    <name>WaysBack</name>
    <message>
        <source>How it was paid is not known here: choose how it goes back.</source>
        <translation>Mode de paiement inconnu ici&#x202f;: choisir comment l’argent est rendu.</translation>
    </message>
    <message>
        <source>It was paid so: {way}</source>
        <translation>Payé ainsi&#x202f;: {way}</translation>
    </message>
</context>
</TS>
