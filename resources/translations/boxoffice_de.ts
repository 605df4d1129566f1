<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Copy for support</source>
        <translation>Für den Support kopieren</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Versions, screen and settings; no token, no name, no address</source>
        <translation>Versionen, Bildschirm und Einstellungen; kein Token, kein Name, keine Adresse</translation>
    </message>
    <message>
        <source>Help from support</source>
        <translation>Hilfe vom Support</translation>
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
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>What is bundled, and its licences</source>
        <translation>Mitgelieferte Bestandteile und ihre Lizenzen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>AdviceView</name>
    <message>
        <source>Give back its seats</source>
        <translation>Plätze zurückgeben</translation>
    </message>
    <message>
        <source>Sell anyway</source>
        <translation>Trotzdem verkaufen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Take {seat} instead</source>
        <translation>Stattdessen {seat}</translation>
    </message>
    <message numerus="yes">
        <source>Take the %n nearest instead</source>
        <translation>
            <numerusform>Stattdessen den nächsten nehmen</numerusform>
            <numerusform>Stattdessen die %n nächsten nehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Follows at once, no restart</source>
        <translation>Gilt sofort, ohne Neustart</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>The map keeps its room</source>
        <translation>Der Saalplan behält seinen Platz</translation>
    </message>
    <message>
        <source>This is how an order looks now</source>
        <translation>So sieht eine Bestellung jetzt aus</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Follows at once, also on the map</source>
        <translation>Gilt sofort, auch für den Saalplan</translation>
    </message>
</context>
<context>
    <name>AskStrip</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>BestOptions</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Wheelchair places with companions</source>
        <translation>Rollstuhlplätze mit Begleitplatz</translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation>Am Gang</translation>
    </message>
    <message>
        <source>Seats may be apart</source>
        <translation>Müssen nicht nebeneinander liegen</translation>
    </message>
    <message>
        <source>Take the seats</source>
        <translation>Plätze nehmen</translation>
    </message>
    <message>
        <source>Clear the wishes</source>
        <translation>Wünsche löschen</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Beste Plätze</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>CashEntry</name>
    <message>
        <source>Amount given</source>
        <translation>Gegebener Betrag</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Der Rest</translation>
    </message>
    <message>
        <source>Exact amount</source>
        <translation>Passender Betrag</translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message>
        <source>Leave it</source>
        <translation>Nicht ändern</translation>
    </message>
    <message>
        <source>Each takes the other’s key</source>
        <translation>Gegenseitig zuordnen</translation>
    </message>
    <message>
        <source>Take it away there</source>
        <translation>Dort entfernen</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”. “{action}” is to have it?</source>
        <translation>{key} ist die Taste für „{other}“. Soll „{action}“ sie bekommen?</translation>
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
        <translation>Mit dem Server des Hauses verbinden oder die Demo auf diesem Rechner ausprobieren.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Name of the counter</source>
        <translation>Name der Kasse</translation>
    </message>
    <message>
        <source>Shown below; empty for the computer&apos;s name</source>
        <translation>Steht unten; leer: der Name des Computers</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>When a sale is done, and when a seat is lost</source>
        <translation>Nach einem Verkauf, und wenn ein Platz verloren geht</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>Looking for customers</source>
        <translation>Kunden werden gesucht</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Sell without a customer</source>
        <translation>Ohne Kunden verkaufen</translation>
    </message>
    <message>
        <source>Name, e-mail or number</source>
        <translation>Name, E-Mail oder Nummer</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>Niemand gefunden.</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Anlegen …</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation>E-Mail (freiwillig)</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Veranstaltung</numerusform>
            <numerusform>%n Veranstaltungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Days with events</source>
        <translation>Tage mit Veranstaltungen</translation>
    </message>
</context>
<context>
    <name>EventDelegate</name>
    <message>
        <source>On now, since {time}</source>
        <translation>Läuft seit {time}</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Heute, {time}</translation>
    </message>
    <message>
        <source>Tomorrow, {time}</source>
        <translation>Morgen, {time}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>{day}, {first} to {last}</source>
        <translation>{day}, {first} bis {last}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>few</source>
        <translation>wenige</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>nicht im Verkauf</translation>
    </message>
    <message>
        <source>on sale from {when}</source>
        <translation>Verkauf ab {when}</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>im Saalplan geöffnet</translation>
    </message>
    <message>
        <source>{number} free</source>
        <translation>{number} frei</translation>
    </message>
</context>
<context>
    <name>EventStrip</name>
    <message>
        <source>Find event (F2)</source>
        <translation>Veranstaltung suchen (F2)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Find event (F2)</source>
        <translation>Veranstaltung suchen (F2)</translation>
    </message>
    <message>
        <source>Find event</source>
        <translation>Veranstaltung suchen</translation>
    </message>
    <message>
        <source>Loading events</source>
        <translation>Veranstaltungen werden geladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), with those that are over</source>
        <translation>
            <numerusform>%n vergangene Veranstaltung</numerusform>
            <numerusform>%n Veranstaltungen, auch vergangene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n event(s)</source>
        <translation>
            <numerusform>{shown} von %n Veranstaltung</numerusform>
            <numerusform>{shown} von %n Veranstaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Veranstaltung</numerusform>
            <numerusform>%n Veranstaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the search: {number}</source>
        <translation>Ohne die Suche: {number}</translation>
    </message>
    <message>
        <source>At every venue: {number}</source>
        <translation>In jedem Haus: {number}</translation>
    </message>
    <message>
        <source>Of all organisers: {number}</source>
        <translation>Von allen Veranstaltern: {number}</translation>
    </message>
    <message>
        <source>In all categories: {number}</source>
        <translation>In allen Kategorien: {number}</translation>
    </message>
    <message>
        <source>Not on sale: {number}</source>
        <translation>Nicht im Verkauf: {number}</translation>
    </message>
    <message>
        <source>As of {when}; updating …</source>
        <translation>Stand {when}; wird aktualisiert …</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Loading events …</source>
        <translation>Veranstaltungen werden geladen …</translation>
    </message>
    <message>
        <source>The events could not be loaded.</source>
        <translation>Die Veranstaltungen konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>No event fits all of these filters.</source>
        <translation>Keine Veranstaltung passt zu allen Filtern.</translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation>Nichts gefunden für „{search}“.</translation>
    </message>
    <message>
        <source>There are no events on sale.</source>
        <translation>Es sind keine Veranstaltungen im Verkauf.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Venue</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>Every venue</source>
        <translation>Jedes Haus</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>All organisers</source>
        <translation>Alle Veranstalter</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Im Verkauf</translation>
    </message>
</context>
<context>
    <name>FinderPanel</name>
    <message>
        <source>Loading the order</source>
        <translation>Bestellung wird geladen</translation>
    </message>
    <message>
        <source>Number, barcode, name, or B 12</source>
        <translation>Nummer, Barcode, Name oder B 12</translation>
    </message>
    <message>
        <source>Order number, barcode, customer or seat</source>
        <translation>Bestellnummer, Barcode, Kunde oder Platz</translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Orders sold here</source>
        <translation>Hier verkaufte Bestellungen</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>Den Server fragen</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Nichts gefunden zu „{text}“</translation>
    </message>
    <message>
        <source>No order that was sold at this counter matches. Another counter&apos;s order is found by its number, or by scanning its summary.</source>
        <translation>An dieser Kasse wurde keine solche Bestellung verkauft. Bestellungen anderer Kassen finden Sie über ihre Nummer, oder scannen Sie den Beleg.</translation>
    </message>
    <message>
        <source>Nothing was sold here yet</source>
        <translation>Hier wurde noch nichts verkauft</translation>
    </message>
    <message>
        <source>Orders that are sold at this counter are listed here. To find another one, scan a ticket or type the order&apos;s number.</source>
        <translation>Hier stehen die an dieser Kasse verkauften Bestellungen. Um eine andere zu finden, scannen Sie ein Ticket oder geben Sie die Bestellnummer ein.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>today tonight</source>
        <translation>heute heute Abend</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
</context>
<context>
    <name>FoundOrderView</name>
    <message>
        <source>Seats of the order</source>
        <translation>Plätze der Bestellung</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Im Saalplan zeigen</translation>
    </message>
    <message>
        <source>Print copy</source>
        <translation>Kopie drucken</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Drucken abbrechen</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>PDF speichern …</translation>
    </message>
    <message>
        <source>Exchange …</source>
        <translation>Umtauschen …</translation>
    </message>
    <message>
        <source>Price type …</source>
        <translation>Preisart …</translation>
    </message>
    <message>
        <source>Give back …</source>
        <translation>Zurückgeben …</translation>
    </message>
    <message>
        <source>Cancel order …</source>
        <translation>Stornieren …</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Order {number}: {status}</source>
        <translation>Bestellung {number}: {status}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>{given} given, {change} change</source>
        <translation>{given} gegeben, {change} Rückgeld</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedruckt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>in exchange for order {number}</source>
        <translation>im Umtausch für Bestellung {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets are void</source>
        <translation>
            <numerusform>%n Ticket ist ungültig</numerusform>
            <numerusform>%n Tickets sind ungültig</numerusform>
        </translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation>noch nicht verkauft</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Umtauschen</translation>
    </message>
    <message>
        <source>Goes on with this order at this counter</source>
        <translation>Setzt diese Bestellung an dieser Kasse fort</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats</source>
        <translation>
            <numerusform>%n Platz zurückgeben</numerusform>
            <numerusform>%n Plätze zurückgeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel the whole order, %n seats</source>
        <translation>
            <numerusform>Die ganze Bestellung stornieren, %n Platz</numerusform>
            <numerusform>Die ganze Bestellung stornieren, %n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <source>{what}: {sum}</source>
        <translation>{what}: {sum}</translation>
    </message>
    <message>
        <source>{what}: give back {sum} {how}?</source>
        <translation>{what}: {sum} {how} zurückgeben?</translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>Neu verkaufen</translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n seats for {sum}? Pick the new ones on the map.</source>
        <translation>
            <numerusform>%n Platz für {sum} umtauschen? Den neuen im Saalplan wählen.</numerusform>
            <numerusform>%n Plätze für {sum} umtauschen? Die neuen im Saalplan wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>the same price</source>
        <translation>gleicher Preis</translation>
    </message>
    <message>
        <source>the buyer gets {sum}</source>
        <translation>der Käufer bekommt {sum}</translation>
    </message>
    <message>
        <source>the buyer pays {sum}</source>
        <translation>der Käufer zahlt {sum}</translation>
    </message>
    <message numerus="yes">
        <source>Sell %n seats again as {type}? The old tickets become void; {difference}.</source>
        <translation>
            <numerusform>%n Platz neu verkaufen als {type}? Das alte Ticket wird ungültig; {difference}.</numerusform>
            <numerusform>%n Plätze neu verkaufen als {type}? Die alten Tickets werden ungültig; {difference}.</numerusform>
        </translation>
    </message>
    <message>
        <source>order-{number}-copy.pdf</source>
        <translation>Bestellung-{number}-Kopie.pdf</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF speichern</translation>
    </message>
</context>
<context>
    <name>FreeWords</name>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln frei</numerusform>
            <numerusform>%Ln frei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are held</source>
        <translation>
            <numerusform>%n Platz ist reserviert</numerusform>
            <numerusform>%n Plätze sind reserviert</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} of it has already been taken</source>
        <translation>{amount} davon wurden bereits kassiert</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Reserviert für {time}</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>A word, or a key</source>
        <translation>Ein Wort oder eine Taste</translation>
    </message>
    <message>
        <source>Guide and keys</source>
        <translation>Anleitung und Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Order and payment</source>
        <translation>Bestellung und Zahlung</translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation>Nichts gefunden für „{search}“.</translation>
    </message>
    <message>
        <source>on the map: the party, 2+1 by price type; a click takes it</source>
        <translation>im Saalplan: die Gruppe, 2+1 nach Preisart; ein Klick nimmt sie</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>take a seat, or give it back; a sold one: its order</source>
        <translation>Platz nehmen oder zurückgeben; verkaufter Platz: seine Bestellung</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>all seats from the last one to here</source>
        <translation>alle Plätze vom letzten bis hier</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>the free seats of the row; with Shift, too, of the section</source>
        <translation>die freien Plätze der Reihe; mit Umschalt auch des Blocks</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>paint over seats; with Ctrl a rectangle</source>
        <translation>über Plätze streichen; mit Strg ein Rechteck</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>a lasso, begun beside seats: takes what is free in it</source>
        <translation>ein Lasso, neben den Plätzen begonnen: nimmt, was darin frei ist</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>zoom; middle button or Space and drag: move</source>
        <translation>zoomen; mittlere Taste oder Leertaste und Ziehen: verschieben</translation>
    </message>
    <message>
        <source>zoom in, zoom out, whole venue</source>
        <translation>größer, kleiner, ganzer Saal</translation>
    </message>
    <message>
        <source>walk from seat to seat; Space takes one</source>
        <translation>von Platz zu Platz gehen; Leertaste nimmt einen</translation>
    </message>
    <message>
        <source>on the map: goes to row B, seat 12; Enter takes it</source>
        <translation>im Saalplan: zu Reihe B, Platz 12 gehen; Enter nimmt ihn</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
    <message>
        <source>in the order: select all; Space: one; Delete gives back</source>
        <translation>in der Bestellung: alle auswählen; Leertaste: einen; Entf gibt zurück</translation>
    </message>
    <message>
        <source>in the order: one more, one fewer, the seats of a line</source>
        <translation>in der Bestellung: eins mehr, eins weniger, die Plätze einer Position</translation>
    </message>
    <message>
        <source>price type; 4 ch: four of them become children</source>
        <translation>Preisart; 4 ki: vier werden Kinder</translation>
    </message>
    <message>
        <source>Ctrl+1–{last}</source>
        <translation>Strg+1–{last}</translation>
    </message>
    <message>
        <source>when paying: {ways}</source>
        <translation>beim Bezahlen: {ways}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>when paying: take the amount as a part</source>
        <translation>beim Bezahlen: Betrag als Teilzahlung nehmen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>one step back; asks before it drops an order</source>
        <translation>einen Schritt zurück; fragt, bevor eine Bestellung verloren geht</translation>
    </message>
</context>
<context>
    <name>HoldStrip</name>
    <message>
        <source>Keep the seats</source>
        <translation>Plätze behalten</translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation>Beginnt die Reservierung von vorn</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>HoldView</name>
    <message>
        <source>Time left on the hold</source>
        <translation>Verbleibende Zeit der Reservierung</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Reserviert für {time}</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Press the new key …</source>
        <translation>Neue Taste drücken …</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Save as file …</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Take from file …</source>
        <translation>Aus Datei übernehmen …</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Press a key&apos;s button, then the new key. Backspace takes it away.</source>
        <translation>Erst die Schaltfläche, dann die neue Taste drücken. Die Rücktaste entfernt sie.</translation>
    </message>
    <message>
        <source>For all counters</source>
        <translation>Für alle Kassen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>{action}: as delivered</source>
        <translation>{action}: zurücksetzen</translation>
    </message>
    <message>
        <source>Keys (*.toml)</source>
        <translation>Tasten (*.toml)</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>held</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>The whole legend</source>
        <translation>Die ganze Legende</translation>
    </message>
    <message>
        <source>free: none</source>
        <translation>frei: keine</translation>
    </message>
    <message>
        <source>many</source>
        <translation>viele</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>unsere</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
</context>
<context>
    <name>LevelSwitch</name>
    <message>
        <source>Level of the venue</source>
        <translation>Ebene des Hauses</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>Ebene {level}</translation>
    </message>
</context>
<context>
    <name>LineControls</name>
    <message>
        <source>One fewer: {line}</source>
        <translation>Eins weniger: {line}</translation>
    </message>
    <message>
        <source>One more: {line}</source>
        <translation>Eins mehr: {line}</translation>
    </message>
    <message>
        <source>Price type of {line}</source>
        <translation>Preisart von {line}</translation>
    </message>
    <message>
        <source>Give back {seat}</source>
        <translation>{seat} zurückgeben</translation>
    </message>
    <message>
        <source>One fewer (−)</source>
        <translation>Eins weniger (−)</translation>
    </message>
    <message>
        <source>One more (+)</source>
        <translation>Eins mehr (+)</translation>
    </message>
    <message>
        <source>Price type (F8)</source>
        <translation>Preisart (F8)</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
</context>
<context>
    <name>LostOrder</name>
    <message>
        <source>Take them again</source>
        <translation>Erneut nehmen</translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation>Nicht mehr reserviert: {seats}</translation>
    </message>
    <message>
        <source>Take {seats} again</source>
        <translation>{seats} erneut nehmen</translation>
    </message>
    <message>
        <source>Do not offer {seats} again</source>
        <translation>{seats} nicht mehr anbieten</translation>
    </message>
</context>
<context>
    <name>LostPage</name>
    <message>
        <source>Take them again</source>
        <translation>Erneut nehmen</translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation>Zurück zur Bestellung</translation>
    </message>
    <message>
        <source>These seats are no longer held. Do not take money for them.</source>
        <translation>Diese Plätze sind nicht mehr reserviert. Bitte kein Geld dafür annehmen.</translation>
    </message>
    <message>
        <source>{amount} has already been taken. It still counts if you get all seats again at the same price; otherwise give it back.</source>
        <translation>{amount} wurden bereits kassiert. Der Betrag gilt weiter, wenn alle Plätze zum gleichen Preis wiederkommen; sonst bitte zurückgeben.</translation>
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
        <translation>Boxoffice: TEST</translation>
    </message>
    <message>
        <source>&amp;Sale</source>
        <translation>Ver&amp;kauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Find event</source>
        <translation>Veranstaltung suchen</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Beste Plätze</translation>
    </message>
    <message>
        <source>Wishes for the best seats</source>
        <translation>Wünsche für die besten Plätze</translation>
    </message>
    <message>
        <source>Size of the party</source>
        <translation>Größe der Gruppe</translation>
    </message>
    <message>
        <source>Price type</source>
        <translation>Preisart</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Park or resume</source>
        <translation>Parken oder fortsetzen</translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation>Plätze behalten</translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Sales from before the restart</source>
        <translation>Verkäufe von vor dem Neustart</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Mit Karte bezahlen</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation>Ganzer Saal</translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation>Plätze mit dem Lasso nehmen</translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation>Plätze als Liste</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Connect to a server …</source>
        <translation>Mit einem Server verbinden …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Hilfe und Tasten</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Letzte Meldungen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>About Boxoffice</source>
        <translation>Über Boxoffice</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
</context>
<context>
    <name>MapHead</name>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln frei</numerusform>
            <numerusform>%Ln frei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapLine</name>
    <message>
        <source>held by another counter</source>
        <translation>an einer anderen Kasse reserviert</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Best seats</source>
        <translation>Beste Plätze</translation>
    </message>
    <message>
        <source>Takes the best free seats together (F3)</source>
        <translation>Nimmt die besten freien Plätze nebeneinander (F3)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation>Ganzer Saal</translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation>Plätze mit dem Lasso nehmen</translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation>Plätze als Liste</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>Aktualisieren (F5)</translation>
    </message>
    <message>
        <source>Wishes for the best seats (Shift+F3)</source>
        <translation>Wünsche für die besten Plätze (Umschalt+F3)</translation>
    </message>
    <message>
        <source>{title}: {wishes}</source>
        <translation>{title}: {wishes}</translation>
    </message>
    <message>
        <source>Loading the seat map</source>
        <translation>Saalplan wird geladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose an event, and its seat map appears here.</source>
        <translation>Bitte eine Veranstaltung wählen: Ihr Saalplan erscheint hier.</translation>
    </message>
    <message>
        <source>Loading the seat map …</source>
        <translation>Saalplan wird geladen …</translation>
    </message>
    <message>
        <source>The seat map could not be loaded.</source>
        <translation>Der Saalplan konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>This event has no seats.</source>
        <translation>Diese Veranstaltung hat keine Plätze.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Letzte Meldungen</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Bisher keine Meldungen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole venue</source>
        <translation>Der ganze Saal</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{area}, standing</source>
        <translation>{area}, Stehplatz</translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation>{area}, {count} Stehplätze</translation>
    </message>
    <message>
        <source>{area}, seat {number}</source>
        <translation>{area}, Platz {number}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation>{area}, Reihe {row}, Platz {number}</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stehplatz</translation>
    </message>
    <message>
        <source>Seat {number}</source>
        <translation>Platz {number}</translation>
    </message>
    <message>
        <source>Row {row}, seat {number}</source>
        <translation>Reihe {row}, Platz {number}</translation>
    </message>
    <message>
        <source>{address} does not accept the token. Enter a valid one.</source>
        <translation>{address} nimmt das Token nicht an. Bitte ein gültiges eingeben.</translation>
    </message>
    <message>
        <source>{address} does not accept the token any more. Enter a valid one: the sale goes on where it was.</source>
        <translation>{address} nimmt das Token nicht mehr an. Bitte ein gültiges eingeben: Der Verkauf geht dann dort weiter, wo er war.</translation>
    </message>
    <message>
        <source>{address} sent an answer that cannot be understood: {reason}</source>
        <translation>{address} hat eine unverständliche Antwort geschickt: {reason}</translation>
    </message>
    <message>
        <source>This is not a Connect server: {address}</source>
        <translation>Das ist kein Connect-Server: {address}</translation>
    </message>
    <message>
        <source>Not a usable address: {address}. It begins with https://, or with http:// on this machine.</source>
        <translation>Keine brauchbare Adresse: {address}. Sie beginnt mit https://, auf diesem Rechner auch mit http://.</translation>
    </message>
    <message>
        <source>Enter the token of the server.</source>
        <translation>Bitte das Token des Servers eingeben.</translation>
    </message>
    <message>
        <source>No keyring here: the token is kept for this session only.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Das Token gilt nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The demo could not be started: {reason}</source>
        <translation>Die Demo konnte nicht gestartet werden: {reason}</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>Der Server antwortet wieder.</translation>
    </message>
    <message>
        <source>The server refused: {reason}</source>
        <translation>Der Server lehnt ab: {reason}</translation>
    </message>
    <message>
        <source>The server cannot do this now: {reason}. Try again.</source>
        <translation>Der Server kann das gerade nicht: {reason}. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server wants a second factor. Sign in on the platform itself with the user of this counter, and confirm it there. {reason}</source>
        <translation>Der Server verlangt einen zweiten Faktor. Bitte mit dem Benutzer dieser Kasse auf der Plattform selbst anmelden und ihn dort bestätigen. {reason}</translation>
    </message>
    <message>
        <source>The server does not know this program as trusted. An administrator of the platform has to allow it there. {reason}</source>
        <translation>Der Server vertraut diesem Programm nicht. Ein Administrator der Plattform muss es dort zulassen. {reason}</translation>
    </message>
    <message>
        <source>The server says: {reason}</source>
        <translation>Der Server meldet: {reason}</translation>
    </message>
    <message>
        <source>Something went wrong: {reason}. What was sold is safe.</source>
        <translation>Etwas ist schiefgegangen: {reason}. Was verkauft wurde, ist gespeichert.</translation>
    </message>
    <message>
        <source>The server sent entries of another event than was asked for ({operation}). They are not used.</source>
        <translation>Der Server hat Einträge einer anderen Veranstaltung als der angefragten gesendet ({operation}). Sie werden nicht verwendet.</translation>
    </message>
    <message>
        <source>The settings file is not a text file.</source>
        <translation>Die Datei mit den Einstellungen ist keine Textdatei.</translation>
    </message>
    <message>
        <source>A table belongs here: {key}</source>
        <translation>Hier gehört eine Tabelle hin: {key}</translation>
    </message>
    <message>
        <source>A text in quotation marks belongs here: {key}</source>
        <translation>Hier gehört ein Text in Anführungszeichen hin: {key}</translation>
    </message>
    <message>
        <source>There is no setting “{name}”. There are: {known}</source>
        <translation>Die Einstellung „{name}“ gibt es nicht. Es gibt: {known}</translation>
    </message>
    <message>
        <source>There is no setting “{name}”. Is “{known}” meant?</source>
        <translation>Die Einstellung „{name}“ gibt es nicht. Ist „{known}“ gemeint?</translation>
    </message>
    <message>
        <source>The settings cannot be used: {reason}</source>
        <translation>Die Einstellungen sind nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. There are: {known}</source>
        <translation>Das Profil „{name}“ gibt es nicht. Es gibt: {known}</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. Is “{known}” meant?</source>
        <translation>Das Profil „{name}“ gibt es nicht. Ist „{known}“ gemeint?</translation>
    </message>
    <message>
        <source>Boxoffice does not speak the language “{language}”, but: {known}</source>
        <translation>Boxoffice kennt die Sprache „{language}“ nicht. Es kennt: {known}</translation>
    </message>
    <message>
        <source>This file cannot be read: {path}</source>
        <translation>Diese Datei ist nicht lesbar: {path}</translation>
    </message>
    <message>
        <source>This file contains no certificate in PEM: {path}</source>
        <translation>Diese Datei enthält kein Zertifikat im PEM-Format: {path}</translation>
    </message>
    <message>
        <source>The server could not be remembered: {reason}</source>
        <translation>Der Server konnte nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>There is no value “{value}” for {key}. There are: {known}</source>
        <translation>„{value}“ ist kein Wert für {key}. Es gibt: {known}</translation>
    </message>
    <message>
        <source>{key} is the key of {other} already, so {action} keeps its delivered one.</source>
        <translation>{key} ist schon die Taste für {other}; {action} behält die voreingestellte.</translation>
    </message>
    <message>
        <source>No action can have the key “{key}”.</source>
        <translation>„{key}“ kann keine Taste für eine Aktion sein.</translation>
    </message>
    <message>
        <source>{key} is needed for typing. Use a function key, or one with Ctrl.</source>
        <translation>{key} wird zum Schreiben gebraucht. Bitte eine Funktionstaste oder eine Taste mit Strg wählen.</translation>
    </message>
    <message>
        <source>{key} means the same on every page and cannot be given away.</source>
        <translation>{key} bedeutet auf jeder Seite dasselbe und kann nicht vergeben werden.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}</source>
        <translation>{file}, Zeile {line}: {what}</translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation>{file}: {what}</translation>
    </message>
    <message>
        <source>Applied, but not kept for the next start: {reason}</source>
        <translation>Gilt jetzt, wurde aber nicht für den nächsten Start gespeichert: {reason}</translation>
    </message>
    <message>
        <source>Kept. Applied at once.</source>
        <translation>Gespeichert. Gilt sofort.</translation>
    </message>
    <message>
        <source>Applied until the program ends.</source>
        <translation>Gilt, bis das Programm endet.</translation>
    </message>
    <message>
        <source>{wanted} % does not fit this screen. {shown} % is shown.</source>
        <translation>{wanted} % passt nicht auf diesen Bildschirm. Gezeigt wird {shown} %.</translation>
    </message>
    <message>
        <source>A counter&apos;s name has at most {most} characters.</source>
        <translation>Der Name einer Kasse hat höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>{address} answers and accepts the token.</source>
        <translation>{address} antwortet und nimmt das Token an.</translation>
    </message>
    <message>
        <source>A counter can sell at {address}, with the dialect that is proposed.</source>
        <translation>An {address} kann eine Kasse verkaufen, mit dem vorgeschlagenen Dialekt.</translation>
    </message>
    <message>
        <source>{address} is a Connect server; things that a sale needs are open: {count}.</source>
        <translation>{address} ist ein Connect-Server; für einen Verkauf sind noch Punkte offen: {count}.</translation>
    </message>
    <message>
        <source>{address} is a Connect server without events: seats and prices were not seen.</source>
        <translation>{address} ist ein Connect-Server ohne Veranstaltungen: Plätze und Preise waren nicht zu sehen.</translation>
    </message>
    <message>
        <source>Stopped. What is known so far stands below.</source>
        <translation>Abgebrochen. Was bisher bekannt ist, steht unten.</translation>
    </message>
    <message>
        <source>{address} answers, and has nothing of what was asked for. Is the address right?</source>
        <translation>{address} antwortet, kennt aber nichts von dem, was gefragt wurde. Stimmt die Adresse?</translation>
    </message>
    <message>
        <source>{address} does not answer in time.</source>
        <translation>{address} antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>{address} answers everything with an error: {reason}</source>
        <translation>{address} antwortet auf alles mit einem Fehler: {reason}</translation>
    </message>
    <message>
        <source>The dialect was not saved: {reason}</source>
        <translation>Der Dialekt wurde nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <source>Keys saved: {path}</source>
        <translation>Tasten gespeichert: {path}</translation>
    </message>
    <message>
        <source>The keys were not saved: {reason}</source>
        <translation>Die Tasten wurden nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <source>Keys taken over: {path}</source>
        <translation>Tasten übernommen: {path}</translation>
    </message>
    <message>
        <source>No keys in this file: {path}</source>
        <translation>In dieser Datei sind keine Tasten: {path}</translation>
    </message>
    <message>
        <source>Copied. It has no token, no name and no address in it.</source>
        <translation>Kopiert. Es enthält kein Token, keinen Namen und keine Adresse.</translation>
    </message>
    <message>
        <source>The journal of this workstation is damaged.</source>
        <translation>Das Journal dieses Arbeitsplatzes ist beschädigt.</translation>
    </message>
    <message>
        <source>The file in the journal&apos;s place is not a journal.</source>
        <translation>Die Datei am Platz des Journals ist kein Journal.</translation>
    </message>
    <message>
        <source>The journal was written by a newer version of Boxoffice.</source>
        <translation>Das Journal wurde von einer neueren Version von Boxoffice geschrieben.</translation>
    </message>
    <message>
        <source>Another program is using the journal.</source>
        <translation>Ein anderes Programm verwendet das Journal gerade.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Boxoffice may not write to this place.</source>
        <translation>Boxoffice darf an diesem Ort nicht schreiben.</translation>
    </message>
    <message>
        <source>Where Boxoffice&apos;s folder should be, there is a file.</source>
        <translation>Wo der Ordner von Boxoffice sein sollte, liegt eine Datei.</translation>
    </message>
    <message>
        <source>The file cannot be used: {reason}</source>
        <translation>Die Datei ist nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>Boxoffice is open already, but it does not answer.</source>
        <translation>Boxoffice ist bereits geöffnet, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>The journal could not be put aside: {reason}</source>
        <translation>Das Journal konnte nicht beiseitegelegt werden: {reason}</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>Hier gibt es kein Programm, das es öffnet.</translation>
    </message>
    <message>
        <source>A new journal was begun; the old one is kept: {path}. If a sale was under way, look up its order on the server before you take money again.</source>
        <translation>Ein neues Journal wurde begonnen; das alte ist aufbewahrt: {path}. Falls gerade ein Verkauf lief: Bitte die Bestellung auf dem Server nachsehen, bevor noch einmal kassiert wird.</translation>
    </message>
    <message>
        <source>The map is {seconds} seconds old.</source>
        <translation>Der Saalplan ist {seconds} Sekunden alt.</translation>
    </message>
    <message>
        <source>Not free: {seat}</source>
        <translation>Nicht frei: {seat}</translation>
    </message>
    <message>
        <source>There are no {quantity} free seats side by side here.</source>
        <translation>Hier liegen keine {quantity} freien Plätze nebeneinander.</translation>
    </message>
    <message>
        <source>These are {quantity} seats: take at most 500 at once.</source>
        <translation>Das sind {quantity} Plätze: Bitte höchstens 500 auf einmal nehmen.</translation>
    </message>
    <message>
        <source>Has no price: {seat}</source>
        <translation>Ohne Preis: {seat}</translation>
    </message>
    <message>
        <source>Not on sale: {event}</source>
        <translation>Nicht im Verkauf: {event}</translation>
    </message>
    <message>
        <source>Cancelled, no longer on sale: {event}</source>
        <translation>Abgesagt, nicht mehr im Verkauf: {event}</translation>
    </message>
    <message>
        <source>The picture behind these areas cannot be shown: {areas}</source>
        <translation>Das Bild hinter diesen Bereichen lässt sich nicht zeigen: {areas}</translation>
    </message>
    <message>
        <source>Just taken by somebody else: {seats}. The others are held for you.</source>
        <translation>Gerade anderweitig vergeben: {seats}. Die übrigen sind reserviert.</translation>
    </message>
    <message>
        <source>Taken by somebody else meanwhile: {seats}</source>
        <translation>Inzwischen anderweitig vergeben: {seats}</translation>
    </message>
    <message>
        <source>No {quantity} free seats match the wishes.</source>
        <translation>Keine {quantity} freien Plätze entsprechen den Wünschen.</translation>
    </message>
    <message>
        <source>No free seat of the same price is beside these: {seats}</source>
        <translation>Neben diesen ist kein Platz derselben Kategorie frei: {seats}</translation>
    </message>
    <message>
        <source>Open {event} on the map first: only there a seat beside these is found.</source>
        <translation>Bitte zuerst {event} im Saalplan öffnen: nur dort findet sich ein Platz daneben.</translation>
    </message>
    <message>
        <source>There is no price type for all of these seats. Select lines of one kind.</source>
        <translation>Für diese Plätze gibt es keine gemeinsame Preisart. Bitte Positionen einer Art auswählen.</translation>
    </message>
    <message>
        <source>No answer yet. Checking what became of it …</source>
        <translation>Noch keine Antwort. Es wird geprüft, was daraus geworden ist …</translation>
    </message>
    <message>
        <source>It is not known whether the server did this. Check before you do it again.</source>
        <translation>Es ist unklar, ob der Server das ausgeführt hat. Bitte nachsehen, bevor es wiederholt wird.</translation>
    </message>
    <message>
        <source>The hold ran out; the seats are free again.</source>
        <translation>Die Reservierung ist abgelaufen; die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>The hold ends within a minute.</source>
        <translation>Die Reservierung endet in weniger als einer Minute.</translation>
    </message>
    <message>
        <source>An order has one currency. Finish this one first.</source>
        <translation>Eine Bestellung hat nur eine Währung. Bitte erst diese abschließen.</translation>
    </message>
    <message>
        <source>Seats of order {order} were given back: the buyer gets {sum}.</source>
        <translation>Plätze der Bestellung {order} wurden zurückgegeben: Der Käufer bekommt {sum}.</translation>
    </message>
    <message>
        <source>Order {order}: seats given back to be sold again are not sold yet (F7).</source>
        <translation>Bestellung {order}: Zurückgegebene Plätze, die neu verkauft werden sollten, sind noch nicht verkauft (F7).</translation>
    </message>
    <message>
        <source>All goes on as before.</source>
        <translation>Alles geht weiter wie bisher.</translation>
    </message>
    <message>
        <source>Without its events nothing can be sold.</source>
        <translation>Ohne Veranstaltungen kann nichts verkauft werden.</translation>
    </message>
    <message>
        <source>There is no seat map: no seats can be taken.</source>
        <translation>Es gibt keinen Saalplan: Plätze können nicht genommen werden.</translation>
    </message>
    <message>
        <source>There are no prices: nothing can be sold.</source>
        <translation>Es gibt keine Preise: es kann nichts verkauft werden.</translation>
    </message>
    <message>
        <source>Single seats cannot be taken: take the best seats.</source>
        <translation>Einzelne Plätze können nicht genommen werden: bitte beste Plätze nehmen.</translation>
    </message>
    <message>
        <source>Best seats and standing places cannot be taken: pick seats on the map.</source>
        <translation>Beste Plätze und Stehplätze können nicht genommen werden: bitte Plätze auf dem Saalplan wählen.</translation>
    </message>
    <message>
        <source>Seats can be held, and not be sold.</source>
        <translation>Plätze können reserviert, aber nicht verkauft werden.</translation>
    </message>
    <message>
        <source>Single seats cannot be given back, only whole orders.</source>
        <translation>Einzelne Plätze können nicht zurückgegeben werden, nur ganze Bestellungen.</translation>
    </message>
    <message>
        <source>Price types stay as they are, and a hold is not renewed.</source>
        <translation>Preisarten bleiben, wie sie sind, und eine Reservierung wird nicht verlängert.</translation>
    </message>
    <message>
        <source>Some organizers, categories or series are not named.</source>
        <translation>Einige Veranstalter, Kategorien oder Reihen werden nicht genannt.</translation>
    </message>
    <message>
        <source>Events cannot be put in from here; sales go on as before.</source>
        <translation>Veranstaltungen können von hier nicht eingespielt werden; der Verkauf geht weiter wie bisher.</translation>
    </message>
    <message>
        <source>Summaries are printed without ticket codes.</source>
        <translation>Übersichten werden ohne Ticketcodes gedruckt.</translation>
    </message>
    <message>
        <source>Customers cannot be found.</source>
        <translation>Kunden können nicht gesucht werden.</translation>
    </message>
    <message>
        <source>Customers cannot be added.</source>
        <translation>Kunden können nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Venues are not named, and times are as the server tells them.</source>
        <translation>Das Haus wird nicht genannt, und Zeiten sind so, wie der Server sie nennt.</translation>
    </message>
    <message>
        <source>Sales rules are only checked by the server when an order is sold.</source>
        <translation>Verkaufsregeln prüft nur der Server, beim Verkauf der Bestellung.</translation>
    </message>
    <message>
        <source>The map has no areas and no standing places.</source>
        <translation>Der Saalplan hat keine Bereiche und keine Stehplätze.</translation>
    </message>
    <message>
        <source>The map has no entrances.</source>
        <translation>Der Saalplan hat keine Eingänge.</translation>
    </message>
    <message>
        <source>Why seats are blocked is not told.</source>
        <translation>Warum Plätze gesperrt sind, wird nicht genannt.</translation>
    </message>
    <message>
        <source>Open orders cannot be recorded: after a crash they would be lost. {reason}</source>
        <translation>Offene Bestellungen lassen sich nicht aufzeichnen: Nach einem Absturz wären sie verloren. {reason}</translation>
    </message>
    <message>
        <source>No order is parked. F6 parks the one on screen.</source>
        <translation>Keine Bestellung ist geparkt. F6 parkt die angezeigte.</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>Es ist nichts zu bezahlen.</translation>
    </message>
    <message>
        <source>A price is wrong. Nothing is sold at that price.</source>
        <translation>Ein Preis ist fehlerhaft. Zu diesem Preis wird nichts verkauft.</translation>
    </message>
    <message>
        <source>The lines add up to {ours}, the server says {server}. Nothing is sold.</source>
        <translation>Die Positionen ergeben {ours}, laut Server sind es {server}. Es wird nichts verkauft.</translation>
    </message>
    <message>
        <source>The price has changed: {new}, before it was {old}. Agree to it first.</source>
        <translation>Der Preis hat sich geändert: {new}, vorher {old}. Bitte erst bestätigen.</translation>
    </message>
    <message>
        <source>The order is still changing. One moment.</source>
        <translation>Die Bestellung ändert sich noch. Einen Moment.</translation>
    </message>
    <message>
        <source>The hold may have run out. Checking with the server. One moment.</source>
        <translation>Die Reservierung ist vielleicht abgelaufen. Das wird gerade geprüft. Einen Moment.</translation>
    </message>
    <message>
        <source>The order is being paid. To change it, leave the payment.</source>
        <translation>Die Bestellung wird gerade bezahlt. Zum Ändern bitte erst die Zahlung verlassen.</translation>
    </message>
    <message>
        <source>Nothing was sold: give back the {amount} already taken. {reason}</source>
        <translation>Es wurde nichts verkauft: die bereits kassierten {amount} bitte zurückgeben. {reason}</translation>
    </message>
    <message>
        <source>Not an amount: {text}</source>
        <translation>Kein Betrag: {text}</translation>
    </message>
    <message>
        <source>{missing} is missing.</source>
        <translation>Es fehlen {missing}.</translation>
    </message>
    <message>
        <source>More than a million: check what was typed.</source>
        <translation>Mehr als eine Million: Bitte die Eingabe prüfen.</translation>
    </message>
    <message>
        <source>{given} for {due}? Check what was typed.</source>
        <translation>{given} für {due}? Bitte die Eingabe prüfen.</translation>
    </message>
    <message>
        <source>Only {due} is due, and only cash gives change.</source>
        <translation>Nur {due} sind offen, und Rückgeld gibt es nur bei Barzahlung.</translation>
    </message>
    <message>
        <source>The parts exceed the total by {excess}. Remove one.</source>
        <translation>Die Teilbeträge übersteigen die Summe um {excess}. Bitte einen entfernen.</translation>
    </message>
    <message>
        <source>Enter the reference of the card terminal.</source>
        <translation>Bitte die Belegnummer des Kartenterminals eingeben.</translation>
    </message>
    <message>
        <source>Enter the number of the voucher.</source>
        <translation>Bitte die Nummer des Gutscheins eingeben.</translation>
    </message>
    <message>
        <source>An invoice needs a customer (F4).</source>
        <translation>Eine Rechnung braucht einen Kunden (F4).</translation>
    </message>
    <message>
        <source>This is a card number. It must not be stored.</source>
        <translation>Das ist eine Kartennummer. Sie darf nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>{amount} has already been taken. Give it back before you leave.</source>
        <translation>{amount} wurden bereits kassiert. Bitte vor dem Verlassen zurückgeben.</translation>
    </message>
    <message>
        <source>Done. Give back {sum} {how}.</source>
        <translation>Erledigt. {sum} {how} zurückgeben.</translation>
    </message>
    <message>
        <source>Order {order} is cancelled. Give back {sum} {how}.</source>
        <translation>Bestellung {order} ist storniert. {sum} {how} zurückgeben.</translation>
    </message>
    <message>
        <source>Nothing was sold here yet.</source>
        <translation>Hier wurde noch nichts verkauft.</translation>
    </message>
    <message>
        <source>Not printed: {reason}. Order {order} is safe: print again, or save it as PDF.</source>
        <translation>Nicht gedruckt: {reason}. Bestellung {order} ist gespeichert: noch einmal drucken oder als PDF speichern.</translation>
    </message>
    <message>
        <source>Perhaps printed, perhaps not: {reason}. Order {order} is safe. Look at the printer: another print is marked as a copy.</source>
        <translation>Vielleicht gedruckt, vielleicht nicht: {reason}. Bestellung {order} ist gespeichert. Bitte am Drucker nachsehen: Ein weiterer Druck ist als Kopie gekennzeichnet.</translation>
    </message>
    <message>
        <source>Not saved: {reason}. Order {order} is safe: choose another place.</source>
        <translation>Nicht als PDF gespeichert: {reason}. Bestellung {order} ist nicht verloren: bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>What was open when the program ended cannot be read: {reason}</source>
        <translation>Was beim Ende des Programms offen war, ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>Sales from before the restart need a decision: {count}. See the Sale menu.</source>
        <translation>Verkäufe von vor dem Neustart warten auf eine Entscheidung: {count}. Siehe Menü „Verkauf“.</translation>
    </message>
    <message>
        <source>Nothing was sold: the journal cannot be written. {reason}</source>
        <translation>Es wurde nichts verkauft: Das Journal kann nicht geschrieben werden. {reason}</translation>
    </message>
    <message>
        <source>The server does not answer. Please wait: it is tried again by itself.</source>
        <translation>Der Server antwortet nicht. Bitte warten: Es wird von selbst weiter versucht.</translation>
    </message>
    <message>
        <source>This server does not offer everything ({operation}). {loss}</source>
        <translation>Dieser Server bietet nicht alles an ({operation}). {loss}</translation>
    </message>
    <message>
        <source>Dialect saved: {path}. It is used once the profile names it: {name}</source>
        <translation>Dialekt gespeichert: {path}. Er wird benutzt, sobald das Profil ihn nennt: {name}</translation>
    </message>
    <message>
        <source>The answer was lost. Order {order} may be the one that was asked for, or another counter&apos;s: look at it (F7), and take it over if it is yours.</source>
        <translation>Die Antwort ging verloren. Bestellung {order} kann die gewünschte sein oder die einer anderen Kasse: bitte ansehen (F7) und übernehmen, wenn es die eigene ist.</translation>
    </message>
    <message>
        <source>The hold of a parked order ran out; its seats are free again: {order}</source>
        <translation>Die Reservierung einer geparkten Bestellung ist abgelaufen, ihre Plätze sind wieder frei: {order}</translation>
    </message>
    <message>
        <source>First take a seat for the exchange, or give it up with Esc.</source>
        <translation>Bitte erst einen Platz für den Umtausch nehmen oder den Umtausch mit Esc aufgeben.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Bitte einen Namen eingeben.</translation>
    </message>
    <message>
        <source>This is no e-mail address. It may stay empty.</source>
        <translation>Das ist keine E-Mail-Adresse. Das Feld darf leer bleiben.</translation>
    </message>
    <message>
        <source>This workstation&apos;s records cannot be read: {reason}</source>
        <translation>Die Aufzeichnungen dieses Arbeitsplatzes sind nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>There is no order like that here: {text}</source>
        <translation>Eine solche Bestellung gibt es hier nicht: {text}</translation>
    </message>
    <message>
        <source>This ticket is void and no longer admits anyone: {barcode}</source>
        <translation>Dieses Ticket ist ungültig und berechtigt nicht mehr zum Einlass: {barcode}</translation>
    </message>
    <message>
        <source>Finish the payment first; then scan the ticket again.</source>
        <translation>Bitte erst die Zahlung abschließen oder verlassen, dann das Ticket erneut scannen.</translation>
    </message>
    <message>
        <source>The order is still changing. Scan again when it is done.</source>
        <translation>Die Bestellung wird noch geändert. Danach bitte erneut scannen.</translation>
    </message>
    <message>
        <source>Close the window that is open first; then scan again.</source>
        <translation>Bitte zuerst das offene Fenster schließen, dann erneut scannen.</translation>
    </message>
    <message>
        <source>Connect to a server first; then scan again.</source>
        <translation>Bitte zuerst mit einem Server verbinden, dann erneut scannen.</translation>
    </message>
    <message>
        <source>Looking for {text} …</source>
        <translation>{text} wird gesucht …</translation>
    </message>
    <message>
        <source>This is not a code of this venue: {text}</source>
        <translation>Kein Code dieses Hauses: {text}</translation>
    </message>
    <message>
        <source>This code was misread. Scan it again: {text}</source>
        <translation>Dieser Code wurde falsch gelesen. Bitte erneut scannen: {text}</translation>
    </message>
    <message>
        <source>This ticket was not sold at this counter: {text}. The code on its order summary opens the order.</source>
        <translation>Dieses Ticket wurde nicht an dieser Kasse verkauft: {text}. Der Code auf der Bestellübersicht öffnet die Bestellung.</translation>
    </message>
    <message>
        <source>Order {order} is sold.</source>
        <translation>Bestellung {order} ist verkauft.</translation>
    </message>
    <message>
        <source>Printed: {printer}</source>
        <translation>Gedruckt: {printer}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Gespeichert: {path}</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange of order {order}: %n seats for {value} go back.</source>
        <translation>
            <numerusform>Umtausch von Bestellung {order}: %n Platz für {value} geht zurück.</numerusform>
            <numerusform>Umtausch von Bestellung {order}: %n Plätze für {value} gehen zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>{sum} zurück</translation>
    </message>
</context>
<context>
    <name>OrderLines</name>
    <message>
        <source>No seats yet.
Click seats on the map.</source>
        <translation>Noch keine Plätze.
Bitte Plätze im Saalplan anklicken.</translation>
    </message>
    <message>
        <source>Taking …</source>
        <translation>Wird reserviert …</translation>
    </message>
    <message>
        <source>{count} × {type}, {place}, {sum}</source>
        <translation>{count} × {type}, {place}, {sum}</translation>
    </message>
    <message>
        <source>Event {event}</source>
        <translation>Veranstaltung {event}</translation>
    </message>
    <message>
        <source>{place}, {type}, {sum}</source>
        <translation>{place}, {type}, {sum}</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Lines of the order</source>
        <translation>Positionen der Bestellung</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Asking the server</source>
        <translation>Anfrage an den Server läuft</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Fees {fees}</source>
        <translation>Gebühren {fees}</translation>
    </message>
    <message>
        <source>{tax} VAT {rate} incl.</source>
        <translation>{tax} MwSt. {rate} enth.</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats?</source>
        <translation>
            <numerusform>%n Platz zurückgeben?</numerusform>
            <numerusform>%n Plätze zurückgeben?</numerusform>
        </translation>
    </message>
    <message>
        <source>Give up the exchange?</source>
        <translation>Den Umtausch aufgeben?</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
</context>
<context>
    <name>OrderTools</name>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Park the order, or resume it (F6)</source>
        <translation>Bestellung parken oder fortsetzen (F6)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo what was done last (Ctrl+Z)</source>
        <translation>Letzten Schritt rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Give back all seats</source>
        <translation>Alle Plätze zurückgeben</translation>
    </message>
    <message>
        <source>Name of the order while it is parked</source>
        <translation>Name der Bestellung, solange sie geparkt ist</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>What it is called while it is parked; Enter parks it</source>
        <translation>Name der Bestellung, solange sie geparkt ist; Enter parkt sie</translation>
    </message>
</context>
<context>
    <name>PaidLines</name>
    <message>
        <source>What is paid for</source>
        <translation>Was bezahlt wird</translation>
    </message>
    <message>
        <source>Order {order} goes back</source>
        <translation>Bestellung {order} geht zurück</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>the print system does not answer</source>
        <translation>das Drucksystem antwortet nicht</translation>
    </message>
    <message>
        <source>printing broke off</source>
        <translation>der Druck ist abgebrochen</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>der Datenträger antwortet nicht</translation>
    </message>
    <message>
        <source>writing broke off</source>
        <translation>das Schreiben ist abgebrochen</translation>
    </message>
    <message>
        <source>there is no printer</source>
        <translation>es gibt keinen Drucker</translation>
    </message>
    <message>
        <source>the printer does not accept it</source>
        <translation>der Drucker nimmt den Auftrag nicht an</translation>
    </message>
    <message>
        <source>the printer did not finish</source>
        <translation>der Drucker wurde nicht fertig</translation>
    </message>
    <message>
        <source>the print system refuses it ({reason})</source>
        <translation>das Drucksystem lehnt den Auftrag ab ({reason})</translation>
    </message>
    <message>
        <source>the file is incomplete</source>
        <translation>die Datei ist unvollständig</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>writing is not allowed there</source>
        <translation>dort darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>der Druck wurde abgebrochen</translation>
    </message>
    <message>
        <source>Order summary</source>
        <translation>Bestellübersicht</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>Verkauft am</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Price type</source>
        <translation>Preisart</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>Stehplatz</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>VAT {rate} included</source>
        <translation>Enthaltene MwSt. {rate}</translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation>Kunde:</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>COPY, made {when}</source>
        <translation>KOPIE, erstellt {when}</translation>
    </message>
    <message>
        <source>TEST, not valid</source>
        <translation>TEST, nicht gültig</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>Thank you, and enjoy the show.</source>
        <translation>Vielen Dank und viel Vergnügen.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Wird gedruckt …</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Erneut drucken</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Drucken abbrechen</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>PDF speichern …</translation>
    </message>
</context>
<context>
    <name>ParkedButtons</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n seats · {time}</source>
        <translation>
            <numerusform>%n Platz · {time}</numerusform>
            <numerusform>%n Plätze · {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume {order}</source>
        <translation>{order} fortsetzen</translation>
    </message>
    <message>
        <source>Keep the seats of {order}</source>
        <translation>Plätze von {order} behalten</translation>
    </message>
</context>
<context>
    <name>ParkedStrip</name>
    <message>
        <source>Parked orders</source>
        <translation>Geparkte Bestellungen</translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>Remove {way}, {amount}</source>
        <translation>{way}, {amount} entfernen</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>Diesen Teilbetrag entfernen</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Size of the party</source>
        <translation>Größe der Gruppe</translation>
    </message>
    <message>
        <source>Size of the party, such as 3, or 2+1 by price type (1–9 on the map)</source>
        <translation>Wie viele Plätze, etwa 3, oder 2+1 nach Preisart (1–9 im Saalplan)</translation>
    </message>
    <message>
        <source>✓ taken</source>
        <translation>✓ genommen</translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation>höchstens {count}</translation>
    </message>
    <message>
        <source>no such price type</source>
        <translation>keine solche Preisart</translation>
    </message>
</context>
<context>
    <name>PaymentHold</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation>Plätze behalten</translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation>Beginnt die Reservierung von vorn</translation>
    </message>
    <message>
        <source>Held for only {time}</source>
        <translation>Nur noch {time}</translation>
    </message>
    <message>
        <source>Held for {time}, kept while you pay</source>
        <translation>Reserviert für {time}, verlängert sich</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Reserviert für {time}</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Selling</source>
        <translation>Verkauf läuft</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Selling …</source>
        <translation>Verkauf läuft …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation>Nicht verkauft</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>Rückzahlung</translation>
    </message>
    <message>
        <source>Next buyer</source>
        <translation>Nächster Käufer</translation>
    </message>
    <message>
        <source>order-{number}.pdf</source>
        <translation>Bestellung-{number}.pdf</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF speichern</translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>&amp;Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>to the card</source>
        <translation>auf die Karte</translation>
    </message>
    <message>
        <source>Car&amp;d</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>as a voucher</source>
        <translation>als Gutschein</translation>
    </message>
    <message>
        <source>&amp;Voucher</source>
        <translation>&amp;Gutschein</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation>Passend bar</translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation>Mit Karte bezahlt</translation>
    </message>
    <message>
        <source>Paid by voucher</source>
        <translation>Mit Gutschein bezahlt</translation>
    </message>
    <message>
        <source>On invoice</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>by the invoice</source>
        <translation>über die Rechnung</translation>
    </message>
    <message>
        <source>&amp;Invoice</source>
        <translation>&amp;Rechnung</translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation>Belegnummer des Kartenterminals</translation>
    </message>
    <message>
        <source>Number of the voucher</source>
        <translation>Nummer des Gutscheins</translation>
    </message>
    <message>
        <source>Reference on the invoice, if there is one</source>
        <translation>Vermerk auf der Rechnung, falls vorhanden</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Order {number}</source>
        <translation>Bestellung {number}</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>Rückzahlung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Kein Rückgeld</translation>
    </message>
    <message>
        <source>{way}, {amount} given</source>
        <translation>{way}, {amount} gegeben</translation>
    </message>
</context>
<context>
    <name>ReferenceEntry</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount of this part</source>
        <translation>Teilbetrag</translation>
    </message>
    <message>
        <source>{reference} (optional)</source>
        <translation>{reference} (freiwillig)</translation>
    </message>
    <message>
        <source>All that is due: {amount}</source>
        <translation>Alles, was offen ist: {amount}</translation>
    </message>
    <message>
        <source>To {customer}</source>
        <translation>An {customer}</translation>
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
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>Boxoffice cannot start</source>
        <translation>Boxoffice kann nicht starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Put it aside and start …</source>
        <translation>Beiseitelegen und starten …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Put the journal aside?</source>
        <translation>Das Journal beiseitelegen?</translation>
    </message>
    <message>
        <source>If the program ended in the middle of a sale, nobody will ask the server what became of that order: look it up there before you take money again. Seats of open orders come free when their hold ends.</source>
        <translation>Falls das Programm mitten in einem Verkauf endete, fragt niemand mehr den Server, was aus dieser Bestellung wurde: Bitte dort nachsehen, bevor noch einmal kassiert wird. Plätze offener Bestellungen werden frei, sobald ihre Reservierung endet.</translation>
    </message>
    <message>
        <source>The file is kept in the same folder, with today&apos;s date in its name.</source>
        <translation>Die Datei bleibt im selben Ordner erhalten, mit dem heutigen Datum im Namen.</translation>
    </message>
    <message>
        <source>Put it aside and start</source>
        <translation>Beiseitelegen und starten</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The journal contains the orders that were on their way to the server when the program ended. Bring back an intact copy of the file and try again, or put it aside and start with a new one.</source>
        <translation>Im Journal stehen die Bestellungen, die beim Ende des Programms auf dem Weg zum Server waren. Bitte eine unversehrte Kopie der Datei zurückholen und es erneut versuchen oder die Datei beiseitelegen und mit einer neuen starten.</translation>
    </message>
    <message>
        <source>Install the version that was here last, or a newer one.</source>
        <translation>Bitte die Version installieren, die hier zuletzt lief, oder eine neuere.</translation>
    </message>
    <message>
        <source>Close the program that uses the file, such as a backup, and try again.</source>
        <translation>Bitte das Programm schließen, das die Datei verwendet, zum Beispiel eine Datensicherung, und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. Make room on the disk and try again.</source>
        <translation>Verkäufe lassen sich nicht aufzeichnen, daher wird nichts verkauft. Bitte Platz auf dem Datenträger schaffen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. The user of this workstation needs the right to write here; then try again.</source>
        <translation>Verkäufe lassen sich nicht aufzeichnen, daher wird nichts verkauft. Der Benutzer dieses Arbeitsplatzes braucht hier Schreibrechte; danach bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Move the file somewhere else, or name another folder in BOXOFFICE_HOME, and try again.</source>
        <translation>Bitte die Datei an einen anderen Ort verschieben oder in BOXOFFICE_HOME einen anderen Ordner angeben und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Start Boxoffice with a profile that is in the file, or add this one to it and try again.</source>
        <translation>Bitte Boxoffice mit einem Profil starten, das in der Datei steht, oder dieses dort ergänzen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, show this to your administrator.</source>
        <translation>Bitte erneut versuchen. Hilft das nicht, bitte diese Meldung der Administration zeigen.</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or restart the workstation.</source>
        <translation>Bitte einen Moment warten und es erneut versuchen, oder den Arbeitsplatz neu starten.</translation>
    </message>
    <message>
        <source>Wait a moment and try again. If that does not help, end process {pid} and try again: what was on its way to the server is settled at the next start.</source>
        <translation>Bitte einen Moment warten und es erneut versuchen. Hilft das nicht, bitte den Prozess {pid} beenden und es erneut versuchen: Was auf dem Weg zum Server war, wird beim nächsten Start geklärt.</translation>
    </message>
</context>
<context>
    <name>RestartPanel</name>
    <message>
        <source>Before the restart</source>
        <translation>Vor dem Neustart</translation>
    </message>
    <message>
        <source>The program ended in the middle of a sale. This is what became of it.</source>
        <translation>Das Programm wurde mitten im Verkauf beendet. So ist der Stand.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Anfrage an den Server läuft</translation>
    </message>
    <message>
        <source>Continue selling</source>
        <translation>Weiter verkaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n orders that were kept cannot be read.</source>
        <translation>
            <numerusform>%n aufgezeichnete Bestellung ist nicht lesbar.</numerusform>
            <numerusform>%n aufgezeichnete Bestellungen sind nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation>Nicht mehr reserviert: {seats}</translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation>{area}, {count} Stehplätze</translation>
    </message>
    <message>
        <source>{area}, seats {numbers}</source>
        <translation>{area}, Plätze {numbers}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seats {numbers}</source>
        <translation>{area}, Reihe {row}, Plätze {numbers}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>A single seat is left alone: {seats}.</source>
        <translation>Ein einzelner Platz bleibt übrig: {seats}.</translation>
    </message>
    <message>
        <source>A single seat is left alone.</source>
        <translation>Ein einzelner Platz bleibt übrig.</translation>
    </message>
    <message>
        <source>{rule} (until {time})</source>
        <translation>{rule} (bis {time})</translation>
    </message>
    <message>
        <source>{event} was cancelled; its seats are no longer sold.</source>
        <translation>{event} wurde abgesagt; die Plätze werden nicht mehr verkauft.</translation>
    </message>
    <message>
        <source>At least {limit}; {count} in the order.</source>
        <translation>Mindestens {limit}; {count} in der Bestellung.</translation>
    </message>
    <message>
        <source>At most {limit}; {count} in the order.</source>
        <translation>Höchstens {limit}; {count} in der Bestellung.</translation>
    </message>
    <message>
        <source>Only in sets of {limit}; {count} in the order.</source>
        <translation>Nur jeweils {limit}; {count} in der Bestellung.</translation>
    </message>
    <message>
        <source>Not to be sold in this order: {seats}.</source>
        <translation>In dieser Bestellung nicht zu verkaufen: {seats}.</translation>
    </message>
    <message>
        <source>{seats} needs {needed}; {others} in the order.</source>
        <translation>{seats} braucht {needed}; {others} in der Bestellung.</translation>
    </message>
    <message>
        <source>{seats} need {needed}; {others} in the order.</source>
        <translation>{seats} brauchen {needed}; {others} in der Bestellung.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>{count} × {names}</source>
        <translation>{count} × {names}</translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>1 Platz</translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation>{count} Plätze</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>An order and a row of seats</source>
        <translation>Eine Bestellung und eine Reihe mit Plätzen</translation>
    </message>
    <message>
        <source>2 × Full price</source>
        <translation>2 × Vollpreis</translation>
    </message>
    <message>
        <source>Stalls N 16–17</source>
        <translation>Parkett N 16–17</translation>
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
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {state}</source>
        <translation>{area}, Reihe {row}, Platz {number}, {state}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {price}, {state}</source>
        <translation>{area}, Reihe {row}, Platz {number}, {price}, {state}</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Reihe {row}</translation>
    </message>
    <message>
        <source>{area}, standing, {free} of {total} free</source>
        <translation>{area}, Stehplätze, {free} von {total} frei</translation>
    </message>
    <message>
        <source>{area}, {free} of {total} free</source>
        <translation>{area}, {free} von {total} frei</translation>
    </message>
    <message>
        <source>{seat} was lost to another counter.</source>
        <translation>{seat} ging an eine andere Kasse verloren.</translation>
    </message>
    <message>
        <source>{seat} is in this order.</source>
        <translation>{seat} ist in dieser Bestellung.</translation>
    </message>
    <message>
        <source>{seat} is no longer in this order.</source>
        <translation>{seat} ist nicht mehr in dieser Bestellung.</translation>
    </message>
    <message>
        <source>{seat} was given back.</source>
        <translation>{seat} wurde zurückgegeben.</translation>
    </message>
    <message>
        <source>{seat} is sold.</source>
        <translation>{seat} ist verkauft.</translation>
    </message>
    <message>
        <source>{count} seats were lost to another counter: {seats}.</source>
        <translation>{count} Plätze gingen an eine andere Kasse verloren: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are in this order: {seats}.</source>
        <translation>{count} Plätze sind in dieser Bestellung: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are no longer in this order: {seats}.</source>
        <translation>{count} Plätze sind nicht mehr in dieser Bestellung: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats were given back: {seats}.</source>
        <translation>{count} Plätze wurden zurückgegeben: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are sold: {seats}.</source>
        <translation>{count} Plätze sind verkauft: {seats}.</translation>
    </message>
    <message>
        <source>{area}, standing</source>
        <translation>{area}, Stehplatz</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation>{area}, Reihe {row}, Platz {number}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>held</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>in dieser Bestellung</translation>
    </message>
    <message>
        <source>being taken</source>
        <translation>wird reserviert</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>nicht im Verkauf</translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>in dieser Bestellung</translation>
    </message>
    <message>
        <source>being taken</source>
        <translation>wird reserviert</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>nicht im Verkauf</translation>
    </message>
    <message>
        <source>Wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>Companion&apos;s seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Eingeschränkte Sicht</translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation>Am Gang</translation>
    </message>
</context>
<context>
    <name>SeatList</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message>
        <source>Filter the seats</source>
        <translation>Plätze filtern</translation>
    </message>
    <message>
        <source>Area, row, seat or category, such as stalls c 12</source>
        <translation>Bereich, Reihe, Platz oder Kategorie, etwa parkett c 12</translation>
    </message>
    <message>
        <source>Such as stalls c 12</source>
        <translation>Etwa parkett c 12</translation>
    </message>
    <message>
        <source>Free seats only</source>
        <translation>Nur freie Plätze</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Back to the map (Ctrl+L)</source>
        <translation>Zurück zum Saalplan (Strg+L)</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Zurück zum Saalplan</translation>
    </message>
    <message>
        <source>Show all seats</source>
        <translation>Alle Plätze zeigen</translation>
    </message>
    <message>
        <source>Space takes a seat or gives it back · Shift and arrows: several</source>
        <translation>Leertaste nimmt einen Platz oder gibt ihn zurück · Umschalt und Pfeile: mehrere</translation>
    </message>
    <message>
        <source>No seat matches.</source>
        <translation>Kein Platz entspricht dem Filter.</translation>
    </message>
    <message>
        <source>Only “{category}” is shown, as chosen below.</source>
        <translation>Nur „{category}“ ist zu sehen, wie unten gewählt.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>Stehplatz</translation>
    </message>
</context>
<context>
    <name>SeatTable</name>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
</context>
<context>
    <name>SellingPage</name>
    <message>
        <source>Print after a sale</source>
        <translation>Druck nach dem Verkauf</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation>Auf Wunsch</translation>
    </message>
    <message>
        <source>The summary of the order</source>
        <translation>Die Übersicht der Bestellung</translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation>Beleg des Kartenterminals</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
    <message>
        <source>Optional: Enter sells without one</source>
        <translation>Freiwillig: Enter verkauft ohne Beleg</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>Open today&apos;s event</source>
        <translation>Heutige Veranstaltung öffnen</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>Liste der Veranstaltungen</translation>
    </message>
    <message>
        <source>Where there is only one, or the next is three hours later</source>
        <translation>Wenn es nur eine gibt oder die nächste drei Stunden später beginnt</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring; empty for the one that is kept</source>
        <translation>Liegt im Schlüsselbund des Systems; leer: das gespeicherte</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connecting to another server ends the sale</source>
        <translation>Ein anderer Server beendet den Verkauf</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>The server is asked</source>
        <translation>Der Server wird gefragt</translation>
    </message>
    <message>
        <source>Set by an administrator, in the settings file</source>
        <translation>Von der Administration in der Einstellungsdatei festgelegt</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Certificates of the venue</source>
        <translation>Zertifikate des Hauses</translation>
    </message>
    <message>
        <source>Dialect of the server</source>
        <translation>Dialekt des Servers</translation>
    </message>
    <message>
        <source>Operations of its own</source>
        <translation>Eigene Operationen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none: nothing is kept</source>
        <translation>keines: nichts wird gespeichert</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save dialect</source>
        <translation>Dialekt speichern</translation>
    </message>
    <message>
        <source>What the server answers, and in which form; it is only read</source>
        <translation>Was der Server antwortet und in welcher Form; es wird nur gelesen</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>The server is looked at</source>
        <translation>Der Server wird geprüft</translation>
    </message>
    <message>
        <source>What the server answered</source>
        <translation>Was der Server geantwortet hat</translation>
    </message>
    <message>
        <source>Call {number} of {count}: {operation}</source>
        <translation>Aufruf {number} von {count}: {operation}</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>The settings file has mistakes. What is wrong is left at its default.</source>
        <translation>Die Einstellungsdatei enthält Fehler. Was nicht stimmt, bleibt bei der Voreinstellung.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Letzten Schritt rückgängig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>SettledCard</name>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>It was paid: sell it</source>
        <translation>Bezahlt: verkaufen</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Kopie drucken</translation>
    </message>
    <message>
        <source>Print the summary of order {number}</source>
        <translation>Übersicht der Bestellung {number} drucken</translation>
    </message>
    <message>
        <source>It was not sold</source>
        <translation>Nicht verkauft</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Order {number}: {standing}</source>
        <translation>Bestellung {number}: {standing}</translation>
    </message>
    <message>
        <source>being checked …</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>not sold</source>
        <translation>nicht verkauft</translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation>noch nicht verkauft</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>money taken {when}</source>
        <translation>kassiert {when}</translation>
    </message>
    <message>
        <source>To pay: {paid}</source>
        <translation>Zu zahlen: {paid}</translation>
    </message>
    <message>
        <source>Paid: {paid}</source>
        <translation>Bezahlt: {paid}</translation>
    </message>
    <message>
        <source>Give back what the buyer paid for it.</source>
        <translation>Bitte zurückgeben, was der Käufer dafür bezahlt hat.</translation>
    </message>
    <message>
        <source>Its seats are no longer held. If it was paid for, it can be sold while they are free; otherwise give the money back.</source>
        <translation>Die Plätze sind nicht mehr reserviert. Wurde bezahlt, lässt sich die Bestellung verkaufen, solange die Plätze frei sind; sonst das Geld bitte zurückgeben.</translation>
    </message>
    <message>
        <source>The order has changed since it was to be paid. Check its seats before you sell it.</source>
        <translation>Die Bestellung hat sich seit dem Bezahlen geändert. Bitte vor dem Verkauf die Plätze prüfen.</translation>
    </message>
    <message>
        <source>The server has another order with this number: its data were set up again. What was paid here is not sold there.</source>
        <translation>Der Server hat unter dieser Nummer eine andere Bestellung: Seine Daten wurden neu angelegt. Was hier bezahlt wurde, ist dort nicht verkauft.</translation>
    </message>
    <message>
        <source>The server does not know this order. What was paid for is not sold.</source>
        <translation>Der Server kennt diese Bestellung nicht. Was bezahlt wurde, ist nicht verkauft.</translation>
    </message>
    <message>
        <source>The record of this sale cannot be read. “Sold orders” shows whether it was sold.</source>
        <translation>Die Aufzeichnung dieses Verkaufs ist nicht lesbar. Unter „Bestellungen“ steht, ob sie verkauft wurde.</translation>
    </message>
    <message>
        <source>The buyer gets {amount}</source>
        <translation>Der Käufer bekommt {amount}</translation>
    </message>
    <message>
        <source>Change due: {amount}</source>
        <translation>Rückgeld: {amount}</translation>
    </message>
</context>
<context>
    <name>SoldRow</name>
    <message>
        <source>partly given back</source>
        <translation>teilweise zurückgegeben</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>being exchanged</source>
        <translation>im Umtausch</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>umgetauscht</translation>
    </message>
    <message>
        <source>{when} and {count} more</source>
        <translation>{when} und {count} weitere</translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>{sum} zurück</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Bestellung {number}</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>Datum nicht bekannt</translation>
    </message>
</context>
<context>
    <name>StandingPicker</name>
    <message>
        <source>How many places</source>
        <translation>Wie viele Plätze</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>▲ TEST: nothing is really sold</source>
        <translation>▲ TEST: nichts wird wirklich verkauft</translation>
    </message>
    <message>
        <source>Clerk: {name}</source>
        <translation>Kassierer: {name}</translation>
    </message>
    <message>
        <source>Counter: {name}</source>
        <translation>Kasse: {name}</translation>
    </message>
    <message>
        <source>Map live</source>
        <translation>Saalplan aktuell</translation>
    </message>
    <message numerus="yes">
        <source>Map %n second(s) old</source>
        <translation>
            <numerusform>Saalplan %n Sekunde alt</numerusform>
            <numerusform>Saalplan %n Sekunden alt</numerusform>
        </translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Nicht verbunden</translation>
    </message>
    <message>
        <source>▲ No answer</source>
        <translation>▲ Keine Antwort</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● Verbunden</translation>
    </message>
</context>
<context>
    <name>StripModel</name>
    <message>
        <source>On now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>Leave the payment?</source>
        <translation>Zahlung verlassen?</translation>
    </message>
    <message>
        <source>Part payment</source>
        <translation>Teilzahlung</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Weiter bezahlen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation>Zurück zur Bestellung</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Agree to {amount}</source>
        <translation>{amount} bestätigen</translation>
    </message>
    <message>
        <source>Pay out {amount}</source>
        <translation>{amount} auszahlen</translation>
    </message>
    <message>
        <source>Nothing to pay: sell</source>
        <translation>Nichts zu zahlen: verkaufen</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>The rest in cash</source>
        <translation>Den Rest bar</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
</context>
<context>
    <name>TypePopup</name>
    <message>
        <source>Price type</source>
        <translation>Preisart</translation>
    </message>
    <message>
        <source>Price type, or how many and which</source>
        <translation>Preisart, oder wie viele und welche</translation>
    </message>
    <message>
        <source>Type, or “4 ch”</source>
        <translation>Tippen, etwa „4 ki“</translation>
    </message>
    <message>
        <source>Price types</source>
        <translation>Preisarten</translation>
    </message>
    <message>
        <source>No such price type here</source>
        <translation>Keine solche Preisart</translation>
    </message>
    <message numerus="yes">
        <source>Only %n can change</source>
        <translation>
            <numerusform>Nur einer kann umgestellt werden</numerusform>
            <numerusform>Nur %n können umgestellt werden</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total}: which price type?</source>
        <translation>{count} von {total}: welche Preisart?</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>Einer wird umgestellt</numerusform>
            <numerusform>Alle %n werden umgestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>{change} change, {stay} stay {type}</source>
        <translation>{change} umgestellt, {stay} bleiben {type}</translation>
    </message>
</context>
<context>
    <name>WaysBack</name>
    <message>
        <source>How it was paid is not known here: choose how it goes back.</source>
        <translation>Zahlungsart hier nicht bekannt: wählen Sie, wie zurückgezahlt wird.</translation>
    </message>
    <message>
        <source>It was paid so: {way}</source>
        <translation>So wurde bezahlt: {way}</translation>
    </message>
</context>
</TS>
