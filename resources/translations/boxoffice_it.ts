<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Copy for support</source>
        <translation>Copia per l’assistenza</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Apri il log</translation>
    </message>
    <message>
        <source>Versions, screen and settings; no token, no name, no address</source>
        <translation>Versioni, schermo e impostazioni; nessun token, nome o indirizzo</translation>
    </message>
    <message>
        <source>Help from support</source>
        <translation>Aiuto dell’assistenza</translation>
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
        <translation>Servizio</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Banca dati</translation>
    </message>
    <message>
        <source>What is bundled, and its licences</source>
        <translation>Componenti inclusi e relative licenze</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
</context>
<context>
    <name>AdviceView</name>
    <message>
        <source>Give back its seats</source>
        <translation>Restituisci i suoi posti</translation>
    </message>
    <message>
        <source>Sell anyway</source>
        <translation>Vendi comunque</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… e un altro</numerusform>
            <numerusform>… e altri %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Take {seat} instead</source>
        <translation>Prendi invece {seat}</translation>
    </message>
    <message numerus="yes">
        <source>Take the %n nearest instead</source>
        <translation>
            <numerusform>Prendi invece il più vicino</numerusform>
            <numerusform>Prendi invece i %n più vicini</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Follows at once, no restart</source>
        <translation>Vale subito, senza riavvio</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Dimensione del testo</translation>
    </message>
    <message>
        <source>The map keeps its room</source>
        <translation>La mappa mantiene il suo spazio</translation>
    </message>
    <message>
        <source>This is how an order looks now</source>
        <translation>Così si presenta ora un ordine</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrasto</translation>
    </message>
    <message>
        <source>Follows at once, also on the map</source>
        <translation>Vale subito, anche sulla mappa</translation>
    </message>
</context>
<context>
    <name>AskStrip</name>
    <message>
        <source>Keep</source>
        <translation>Mantieni</translation>
    </message>
</context>
<context>
    <name>BestOptions</name>
    <message>
        <source>Where</source>
        <translation>Dove</translation>
    </message>
    <message>
        <source>Wheelchair places with companions</source>
        <translation>Posti carrozzina con accompagnatore</translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation>Sul corridoio</translation>
    </message>
    <message>
        <source>Seats may be apart</source>
        <translation>I posti possono essere separati</translation>
    </message>
    <message>
        <source>Take the seats</source>
        <translation>Prendi i posti</translation>
    </message>
    <message>
        <source>Clear the wishes</source>
        <translation>Cancella i desideri</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Posti migliori</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Ovunque</translation>
    </message>
</context>
<context>
    <name>CashEntry</name>
    <message>
        <source>Amount given</source>
        <translation>Importo ricevuto</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Ricevuto</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Esatto</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Rimanente</translation>
    </message>
    <message>
        <source>Exact amount</source>
        <translation>Importo esatto</translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message>
        <source>Leave it</source>
        <translation>Lascia così</translation>
    </message>
    <message>
        <source>Each takes the other’s key</source>
        <translation>Scambia i tasti</translation>
    </message>
    <message>
        <source>Take it away there</source>
        <translation>Togli di là</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”. “{action}” is to have it?</source>
        <translation>{key} è il tasto di «{other}». Assegnarlo a «{action}»?</translation>
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
        <translation>Collegarsi al server della sala o provare la demo su questo computer.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Indirizzo del server</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connetti</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connessione in corso</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Prova la demo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>Torna alla vendita</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Name of the counter</source>
        <translation>Nome della cassa</translation>
    </message>
    <message>
        <source>Shown below; empty for the computer&apos;s name</source>
        <translation>Si vede in basso; vuoto: il nome del computer</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Suoni</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Spenti</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Attivi</translation>
    </message>
    <message>
        <source>When a sale is done, and when a seat is lost</source>
        <translation>Dopo una vendita, e quando si perde un posto</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>Looking for customers</source>
        <translation>Ricerca dei clienti</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Sell without a customer</source>
        <translation>Vendi senza cliente</translation>
    </message>
    <message>
        <source>Name, e-mail or number</source>
        <translation>Nome, e-mail o numero</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>Nessuno trovato.</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Aggiungi …</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Senza</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation>E-mail (facoltativo)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n evento</numerusform>
            <numerusform>%n eventi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Days with events</source>
        <translation>Giorni con eventi</translation>
    </message>
</context>
<context>
    <name>EventDelegate</name>
    <message>
        <source>On now, since {time}</source>
        <translation>In corso dalle {time}</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Oggi, {time}</translation>
    </message>
    <message>
        <source>Tomorrow, {time}</source>
        <translation>Domani, {time}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annullato</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Domani</translation>
    </message>
    <message>
        <source>{day}, {first} to {last}</source>
        <translation>{day}, {first}–{last}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>esaurito</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>chiuso</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminato</translation>
    </message>
    <message>
        <source>few</source>
        <translation>pochi</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>esaurito</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>non in vendita</translation>
    </message>
    <message>
        <source>on sale from {when}</source>
        <translation>in vendita dal {when}</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>sulla mappa</translation>
    </message>
    <message>
        <source>{number} free</source>
        <translation>liberi: {number}</translation>
    </message>
</context>
<context>
    <name>EventStrip</name>
    <message>
        <source>Find event (F2)</source>
        <translation>Cerca evento (F2)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventi</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Find event</source>
        <translation>Cerca evento</translation>
    </message>
    <message>
        <source>Find event (F2)</source>
        <translation>Cerca evento (F2)</translation>
    </message>
    <message>
        <source>Loading events</source>
        <translation>Caricamento degli eventi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventi</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), with those that are over</source>
        <translation>
            <numerusform>%n evento, con quelli terminati</numerusform>
            <numerusform>%n eventi, con quelli terminati</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n event(s)</source>
        <translation>
            <numerusform>{shown} di %n evento</numerusform>
            <numerusform>{shown} di %n eventi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n evento</numerusform>
            <numerusform>%n eventi</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the search: {number}</source>
        <translation>Senza la ricerca: {number}</translation>
    </message>
    <message>
        <source>At every venue: {number}</source>
        <translation>In tutte le sale: {number}</translation>
    </message>
    <message>
        <source>Of all organisers: {number}</source>
        <translation>Di tutti gli organizzatori: {number}</translation>
    </message>
    <message>
        <source>In all categories: {number}</source>
        <translation>In tutte le categorie: {number}</translation>
    </message>
    <message>
        <source>Not on sale: {number}</source>
        <translation>Non in vendita: {number}</translation>
    </message>
    <message>
        <source>As of {when}; updating …</source>
        <translation>Stato {when}; aggiornamento …</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostra tutti</translation>
    </message>
    <message>
        <source>Loading events …</source>
        <translation>Caricamento degli eventi …</translation>
    </message>
    <message>
        <source>The events could not be loaded.</source>
        <translation>Impossibile caricare gli eventi.</translation>
    </message>
    <message>
        <source>No event fits all of these filters.</source>
        <translation>Nessun evento corrisponde a tutti questi filtri.</translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation>Nessun risultato per «{search}».</translation>
    </message>
    <message>
        <source>There are no events on sale.</source>
        <translation>Nessun evento in vendita.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Venue</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Every venue</source>
        <translation>Tutte le sale</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Organizzatore</translation>
    </message>
    <message>
        <source>All organisers</source>
        <translation>Tutti gli organizzatori</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Tutte le categorie</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>In vendita</translation>
    </message>
</context>
<context>
    <name>FinderPanel</name>
    <message>
        <source>Loading the order</source>
        <translation>Caricamento dell’ordine</translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation>Ordini venduti</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Order number, barcode, customer or seat</source>
        <translation>Numero d’ordine, codice a barre, cliente o posto</translation>
    </message>
    <message>
        <source>Number, barcode, name, or B 12</source>
        <translation>Numero, codice a barre, nome o B 12</translation>
    </message>
    <message>
        <source>Orders sold here</source>
        <translation>Ordini venduti qui</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>Chiedi al server</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Nessun risultato per «{text}»</translation>
    </message>
    <message>
        <source>No order that was sold at this counter matches. Another counter&apos;s order is found by its number, or by scanning its summary.</source>
        <translation>Nessun ordine venduto a questa cassa corrisponde. Quello di un’altra cassa si trova con il suo numero o leggendo il suo riepilogo.</translation>
    </message>
    <message>
        <source>Nothing was sold here yet</source>
        <translation>Qui non è ancora stato venduto nulla</translation>
    </message>
    <message>
        <source>Orders that are sold at this counter are listed here. To find another one, scan a ticket or type the order&apos;s number.</source>
        <translation>Qui figurano gli ordini venduti a questa cassa. Per trovarne un altro, leggere un biglietto o digitare il numero dell’ordine.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>today tonight</source>
        <translation>oggi stasera</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>domani</translation>
    </message>
</context>
<context>
    <name>FoundOrderView</name>
    <message>
        <source>Seats of the order</source>
        <translation>Posti dell’ordine</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Mostra sulla mappa</translation>
    </message>
    <message>
        <source>Print copy</source>
        <translation>Stampa copia</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Ferma la stampa</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Salva PDF …</translation>
    </message>
    <message>
        <source>Exchange …</source>
        <translation>Cambia …</translation>
    </message>
    <message>
        <source>Price type …</source>
        <translation>Tariffa …</translation>
    </message>
    <message>
        <source>Give back …</source>
        <translation>Restituisci …</translation>
    </message>
    <message>
        <source>Cancel order …</source>
        <translation>Annulla …</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendi in carico</translation>
    </message>
    <message>
        <source>Order {number}: {status}</source>
        <translation>Ordine {number}: {status}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Venduto</translation>
    </message>
    <message>
        <source>{given} given, {change} change</source>
        <translation>{given} ricevuti, {change} di resto</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Pagato con</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Stampato</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Restituito</translation>
    </message>
    <message>
        <source>in exchange for order {number}</source>
        <translation>in cambio dell’ordine {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets are void</source>
        <translation>
            <numerusform>%n biglietto non è più valido</numerusform>
            <numerusform>%n biglietti non sono più validi</numerusform>
        </translation>
    </message>
    <message>
        <source>sold</source>
        <translation>venduto</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annullato</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>scaduto</translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation>non ancora venduto</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>sconosciuto</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Restituisci</translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n seats for {sum}? Pick the new ones on the map.</source>
        <translation>
            <numerusform>Cambiare %n posto per {sum}? Scegliere il nuovo sulla mappa.</numerusform>
            <numerusform>Cambiare %n posti per {sum}? Scegliere i nuovi sulla mappa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Cambia</translation>
    </message>
    <message>
        <source>Goes on with this order at this counter</source>
        <translation>Continua questo ordine a questa cassa</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Biglietti</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats</source>
        <translation>
            <numerusform>Restituisci %n posto</numerusform>
            <numerusform>Restituisci %n posti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel the whole order, %n seats</source>
        <translation>
            <numerusform>Annulla tutto l’ordine, %n posto</numerusform>
            <numerusform>Annulla tutto l’ordine, %n posti</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Annullalo</translation>
    </message>
    <message>
        <source>{what}: {sum}</source>
        <translation>{what}: {sum}</translation>
    </message>
    <message>
        <source>{what}: give back {sum} {how}?</source>
        <translation>{what}: restituire {sum} {how}?</translation>
    </message>
    <message>
        <source>the same price</source>
        <translation>stesso prezzo</translation>
    </message>
    <message>
        <source>the buyer gets {sum}</source>
        <translation>l’acquirente riceve {sum}</translation>
    </message>
    <message>
        <source>the buyer pays {sum}</source>
        <translation>l’acquirente paga {sum}</translation>
    </message>
    <message numerus="yes">
        <source>Sell %n seats again as {type}? The old tickets become void; {difference}.</source>
        <translation>
            <numerusform>Rivendere %n posto come {type}? Il vecchio biglietto non è più valido; {difference}.</numerusform>
            <numerusform>Rivendere %n posti come {type}? I vecchi biglietti non sono più validi; {difference}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>Vendi di nuovo</translation>
    </message>
    <message>
        <source>order-{number}-copy.pdf</source>
        <translation>ordine-{number}-copia.pdf</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Salva PDF</translation>
    </message>
</context>
<context>
    <name>FreeWords</name>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln libero</numerusform>
            <numerusform>%Ln liberi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Resume</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Restituisci</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are held</source>
        <translation>
            <numerusform>%n posto è riservato</numerusform>
            <numerusform>%n posti sono riservati</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} of it has already been taken</source>
        <translation>di cui {amount} già incassati</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Riservato per {time}</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Aiuto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Cerca nell’aiuto</translation>
    </message>
    <message>
        <source>A word, or a key</source>
        <translation>Una parola, o un tasto</translation>
    </message>
    <message>
        <source>Guide and keys</source>
        <translation>Guida e tasti</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Mappa dei posti</translation>
    </message>
    <message>
        <source>Order and payment</source>
        <translation>Ordine e pagamento</translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation>Nessun risultato per «{search}».</translation>
    </message>
    <message>
        <source>on the map: the party, 2+1 by price type; a click takes it</source>
        <translation>sulla mappa: il gruppo, 2+1 per tariffa; un clic lo prende</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>take a seat, or give it back; a sold one: its order</source>
        <translation>prendere o restituire un posto; posto venduto: il suo ordine</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+clic</translation>
    </message>
    <message>
        <source>all seats from the last one to here</source>
        <translation>tutti i posti dall’ultimo fino a qui</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+clic</translation>
    </message>
    <message>
        <source>the free seats of the row; with Shift, too, of the section</source>
        <translation>i posti liberi della fila; con Shift anche del blocco</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Trascinare</translation>
    </message>
    <message>
        <source>paint over seats; with Ctrl a rectangle</source>
        <translation>passare sui posti; con Ctrl un rettangolo</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+trascinare</translation>
    </message>
    <message>
        <source>a lasso, begun beside seats: takes what is free in it</source>
        <translation>un lazo, iniziato accanto ai posti: prende ciò che è libero</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rotella</translation>
    </message>
    <message>
        <source>zoom; middle button or Space and drag: move</source>
        <translation>zoom; tasto centrale o Spazio e trascinare: spostare</translation>
    </message>
    <message>
        <source>zoom in, zoom out, whole venue</source>
        <translation>ingrandire, ridurre, tutta la sala</translation>
    </message>
    <message>
        <source>walk from seat to seat; Space takes one</source>
        <translation>andare da posto a posto; Spazio ne prende uno</translation>
    </message>
    <message>
        <source>on the map: goes to row B, seat 12; Enter takes it</source>
        <translation>sulla mappa: va alla fila B, posto 12; Invio lo prende</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>in the order: select all; Space: one; Delete gives back</source>
        <translation>nell’ordine: selezionare tutto; Spazio: uno; Canc restituisce</translation>
    </message>
    <message>
        <source>in the order: one more, one fewer, the seats of a line</source>
        <translation>nell’ordine: uno in più, uno in meno, i posti di una riga</translation>
    </message>
    <message>
        <source>price type; 4 ch: four of them become children</source>
        <translation>tariffa; 4 ba: quattro diventano bambini</translation>
    </message>
    <message>
        <source>Ctrl+1–{last}</source>
        <translation>Ctrl+1–{last}</translation>
    </message>
    <message>
        <source>when paying: {ways}</source>
        <translation>al pagamento: {ways}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Invio</translation>
    </message>
    <message>
        <source>when paying: take the amount as a part</source>
        <translation>al pagamento: prendere l’importo come parte</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>one step back; asks before it drops an order</source>
        <translation>un passo indietro; chiede prima di abbandonare un ordine</translation>
    </message>
</context>
<context>
    <name>HoldStrip</name>
    <message>
        <source>Keep the seats</source>
        <translation>Mantieni i posti</translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation>Ricomincia la riservazione</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>ancora {time}</translation>
    </message>
</context>
<context>
    <name>HoldView</name>
    <message>
        <source>Time left on the hold</source>
        <translation>Tempo rimanente della riservazione</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Riservato per {time}</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No key</source>
        <translation>Nessun tasto</translation>
    </message>
    <message>
        <source>Press the new key …</source>
        <translation>Premere il nuovo tasto …</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Save as file …</source>
        <translation>Salva in un file …</translation>
    </message>
    <message>
        <source>Take from file …</source>
        <translation>Prendi da un file …</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Tutti come in origine</translation>
    </message>
    <message>
        <source>Press a key&apos;s button, then the new key. Backspace takes it away.</source>
        <translation>Fare clic su un tasto, poi premere il nuovo. Backspace lo toglie.</translation>
    </message>
    <message>
        <source>For all counters</source>
        <translation>Per tutte le casse</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Tutti i tasti</translation>
    </message>
    <message>
        <source>{action}: as delivered</source>
        <translation>{action}: come in origine</translation>
    </message>
    <message>
        <source>Keys (*.toml)</source>
        <translation>Tasti (*.toml)</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>held</source>
        <translation>riservato</translation>
    </message>
    <message>
        <source>The whole legend</source>
        <translation>Tutta la legenda</translation>
    </message>
    <message>
        <source>free: none</source>
        <translation>liberi: nessuno</translation>
    </message>
    <message>
        <source>many</source>
        <translation>molti</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>nostri</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>venduto</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloccato</translation>
    </message>
</context>
<context>
    <name>LevelSwitch</name>
    <message>
        <source>Level of the venue</source>
        <translation>Livello della sala</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tutti i livelli</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>Livello {level}</translation>
    </message>
</context>
<context>
    <name>LineControls</name>
    <message>
        <source>One fewer: {line}</source>
        <translation>Uno in meno: {line}</translation>
    </message>
    <message>
        <source>One more: {line}</source>
        <translation>Uno in più: {line}</translation>
    </message>
    <message>
        <source>Price type of {line}</source>
        <translation>Tariffa di {line}</translation>
    </message>
    <message>
        <source>Give back {seat}</source>
        <translation>Restituisci {seat}</translation>
    </message>
    <message>
        <source>One fewer (−)</source>
        <translation>Uno in meno (−)</translation>
    </message>
    <message>
        <source>One more (+)</source>
        <translation>Uno in più (+)</translation>
    </message>
    <message>
        <source>Price type (F8)</source>
        <translation>Tariffa (F8)</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Restituisci</translation>
    </message>
</context>
<context>
    <name>LostOrder</name>
    <message>
        <source>Take them again</source>
        <translation>Prendi di nuovo</translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation>Non più riservati: {seats}</translation>
    </message>
    <message>
        <source>Take {seats} again</source>
        <translation>Prendi di nuovo {seats}</translation>
    </message>
    <message>
        <source>Do not offer {seats} again</source>
        <translation>Non proporre più {seats}</translation>
    </message>
</context>
<context>
    <name>LostPage</name>
    <message>
        <source>Take them again</source>
        <translation>Prendi di nuovo</translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation>Torna all’ordine</translation>
    </message>
    <message>
        <source>These seats are no longer held. Do not take money for them.</source>
        <translation>Questi posti non sono più riservati. Non incassare denaro per essi.</translation>
    </message>
    <message>
        <source>{amount} has already been taken. It still counts if you get all seats again at the same price; otherwise give it back.</source>
        <translation>{amount} già incassati. L’importo resta valido se tornano tutti i posti allo stesso prezzo; altrimenti restituirlo.</translation>
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
        <translation>&amp;Vendita</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Mostra</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;iuto</translation>
    </message>
    <message>
        <source>Find event</source>
        <translation>Cerca evento</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Posti migliori</translation>
    </message>
    <message>
        <source>Wishes for the best seats</source>
        <translation>Desideri per i posti migliori</translation>
    </message>
    <message>
        <source>Size of the party</source>
        <translation>Grandezza del gruppo</translation>
    </message>
    <message>
        <source>Price type</source>
        <translation>Tariffa</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Park or resume</source>
        <translation>Metti in attesa o riprendi</translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation>Mantieni i posti</translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation>Ordini venduti</translation>
    </message>
    <message>
        <source>Sales from before the restart</source>
        <translation>Vendite di prima del riavvio</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Paga</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Pagare con carta</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Ristampa</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aggiorna</translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation>Tutta la sala</translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation>Prendi i posti con il lazo</translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation>Posti in elenco</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Schermo intero</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Connect to a server …</source>
        <translation>Connetti a un server …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Aiuto e tasti</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Ultimi messaggi</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Apri il menu</translation>
    </message>
    <message>
        <source>About Boxoffice</source>
        <translation>Informazioni su Boxoffice</translation>
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
        <translation>Mappa dei posti</translation>
    </message>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln libero</numerusform>
            <numerusform>%Ln liberi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapLine</name>
    <message>
        <source>held by another counter</source>
        <translation>riservato a un’altra cassa</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Best seats</source>
        <translation>Posti migliori</translation>
    </message>
    <message>
        <source>Takes the best free seats together (F3)</source>
        <translation>Prende i migliori posti liberi vicini (F3)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Riduci</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ingrandisci</translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation>Tutta la sala</translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation>Prendi i posti con il lazo</translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation>Posti in elenco</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>Aggiorna (F5)</translation>
    </message>
    <message>
        <source>Wishes for the best seats (Shift+F3)</source>
        <translation>Desideri per i posti migliori (Shift+F3)</translation>
    </message>
    <message>
        <source>{title}: {wishes}</source>
        <translation>{title}: {wishes}</translation>
    </message>
    <message>
        <source>Loading the seat map</source>
        <translation>Caricamento della mappa dei posti</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>This event has no seats.</source>
        <translation>Questo evento non ha posti.</translation>
    </message>
    <message>
        <source>Choose an event, and its seat map appears here.</source>
        <translation>Scegliere un evento: qui appare la sua mappa dei posti.</translation>
    </message>
    <message>
        <source>Loading the seat map …</source>
        <translation>Caricamento della mappa dei posti …</translation>
    </message>
    <message>
        <source>The seat map could not be loaded.</source>
        <translation>Impossibile caricare la mappa dei posti.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Chiudi il messaggio</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>un altro</numerusform>
            <numerusform>altri %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avviso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Errore</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Ultimi messaggi</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Ancora nessun messaggio.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole venue</source>
        <translation>Tutta la sala</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{area}, standing</source>
        <translation>{area}, in piedi</translation>
    </message>
    <message>
        <source>{area}, seat {number}</source>
        <translation>{area}, posto {number}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation>{area}, fila {row}, posto {number}</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>In piedi</translation>
    </message>
    <message>
        <source>Seat {number}</source>
        <translation>Posto {number}</translation>
    </message>
    <message>
        <source>Row {row}, seat {number}</source>
        <translation>Fila {row}, posto {number}</translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation>{area}, {count} posti in piedi</translation>
    </message>
    <message>
        <source>The server does not answer. Please wait: it is tried again by itself.</source>
        <translation>Il server non risponde. Attendere: si riprova da solo.</translation>
    </message>
    <message>
        <source>{address} does not accept the token. Enter a valid one.</source>
        <translation>{address} non accetta il token. Inserirne uno valido.</translation>
    </message>
    <message>
        <source>{address} does not accept the token any more. Enter a valid one: the sale goes on where it was.</source>
        <translation>{address} non accetta più il token. Inserirne uno valido: la vendita prosegue da dove era rimasta.</translation>
    </message>
    <message>
        <source>{address} sent an answer that cannot be understood: {reason}</source>
        <translation>{address} ha inviato una risposta incomprensibile: {reason}</translation>
    </message>
    <message>
        <source>This is not a Connect server: {address}</source>
        <translation>Questo non è un server Connect: {address}</translation>
    </message>
    <message>
        <source>Not a usable address: {address}. It begins with https://, or with http:// on this machine.</source>
        <translation>Indirizzo non utilizzabile: {address}. Inizia con https://, o con http:// su questo computer.</translation>
    </message>
    <message>
        <source>Enter the token of the server.</source>
        <translation>Inserire il token del server.</translation>
    </message>
    <message>
        <source>No keyring here: the token is kept for this session only.</source>
        <translation>Qui non c’è un portachiavi: il token vale solo per questa sessione.</translation>
    </message>
    <message>
        <source>The demo could not be started: {reason}</source>
        <translation>Impossibile avviare la demo: {reason}</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>Il server risponde di nuovo.</translation>
    </message>
    <message>
        <source>The server refused: {reason}</source>
        <translation>Il server rifiuta: {reason}</translation>
    </message>
    <message>
        <source>The server cannot do this now: {reason}. Try again.</source>
        <translation>Il server ora non può farlo: {reason}. Riprovare.</translation>
    </message>
    <message>
        <source>The server wants a second factor. Sign in on the platform itself with the user of this counter, and confirm it there. {reason}</source>
        <translation>Il server richiede un secondo fattore. Acceda alla piattaforma stessa con l’utente di questa cassa e lo confermi lì. {reason}</translation>
    </message>
    <message>
        <source>The server does not know this program as trusted. An administrator of the platform has to allow it there. {reason}</source>
        <translation>Il server non considera affidabile questo programma. Un amministratore della piattaforma deve autorizzarlo lì. {reason}</translation>
    </message>
    <message>
        <source>The server says: {reason}</source>
        <translation>Il server comunica: {reason}</translation>
    </message>
    <message>
        <source>Something went wrong: {reason}. What was sold is safe.</source>
        <translation>Si è verificato un errore: {reason}. Ciò che è stato venduto è salvato.</translation>
    </message>
    <message>
        <source>The server sent entries of another event than was asked for ({operation}). They are not used.</source>
        <translation>Il server ha inviato voci di un evento diverso da quello richiesto ({operation}). Non vengono usate.</translation>
    </message>
    <message>
        <source>The settings file is not a text file.</source>
        <translation>Il file delle impostazioni non è un file di testo.</translation>
    </message>
    <message>
        <source>A table belongs here: {key}</source>
        <translation>Qui ci vuole una tabella: {key}</translation>
    </message>
    <message>
        <source>A text in quotation marks belongs here: {key}</source>
        <translation>Qui ci vuole un testo tra virgolette: {key}</translation>
    </message>
    <message>
        <source>There is no setting “{name}”. There are: {known}</source>
        <translation>L’impostazione «{name}» non esiste. Ci sono: {known}</translation>
    </message>
    <message>
        <source>There is no setting “{name}”. Is “{known}” meant?</source>
        <translation>L’impostazione «{name}» non esiste. Si intende «{known}»?</translation>
    </message>
    <message>
        <source>The settings cannot be used: {reason}</source>
        <translation>Le impostazioni non sono utilizzabili: {reason}</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. There are: {known}</source>
        <translation>Il profilo «{name}» non esiste. Ci sono: {known}</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. Is “{known}” meant?</source>
        <translation>Il profilo «{name}» non esiste. Si intende «{known}»?</translation>
    </message>
    <message>
        <source>Boxoffice does not speak the language “{language}”, but: {known}</source>
        <translation>Boxoffice non conosce la lingua «{language}», ma: {known}</translation>
    </message>
    <message>
        <source>This file cannot be read: {path}</source>
        <translation>Questo file non è leggibile: {path}</translation>
    </message>
    <message>
        <source>This file contains no certificate in PEM: {path}</source>
        <translation>Questo file non contiene certificati PEM: {path}</translation>
    </message>
    <message>
        <source>The server could not be remembered: {reason}</source>
        <translation>Impossibile memorizzare il server: {reason}</translation>
    </message>
    <message>
        <source>There is no value “{value}” for {key}. There are: {known}</source>
        <translation>«{value}» non è un valore per {key}. Ci sono: {known}</translation>
    </message>
    <message>
        <source>{key} is the key of {other} already, so {action} keeps its delivered one.</source>
        <translation>{key} è già il tasto di {other}; {action} mantiene quello d’origine.</translation>
    </message>
    <message>
        <source>No action can have the key “{key}”.</source>
        <translation>Nessuna azione può avere il tasto «{key}».</translation>
    </message>
    <message>
        <source>{key} is needed for typing. Use a function key, or one with Ctrl.</source>
        <translation>{key} serve per scrivere. Scegliere un tasto funzione o un tasto con Ctrl.</translation>
    </message>
    <message>
        <source>{key} means the same on every page and cannot be given away.</source>
        <translation>{key} ha lo stesso significato in ogni pagina e non si può assegnare.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}</source>
        <translation>{file}, riga {line}: {what}</translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation>{file}: {what}</translation>
    </message>
    <message>
        <source>Applied, but not kept for the next start: {reason}</source>
        <translation>Applicato, ma non salvato per il prossimo avvio: {reason}</translation>
    </message>
    <message>
        <source>Kept. Applied at once.</source>
        <translation>Salvato. Vale subito.</translation>
    </message>
    <message>
        <source>Applied until the program ends.</source>
        <translation>Vale fino alla chiusura del programma.</translation>
    </message>
    <message>
        <source>{wanted} % does not fit this screen. {shown} % is shown.</source>
        <translation>{wanted} % non entra in questo schermo. È mostrato {shown} %.</translation>
    </message>
    <message>
        <source>A counter&apos;s name has at most {most} characters.</source>
        <translation>Il nome di una cassa ha al massimo {most} caratteri.</translation>
    </message>
    <message>
        <source>{address} answers and accepts the token.</source>
        <translation>{address} risponde e accetta il token.</translation>
    </message>
    <message>
        <source>A counter can sell at {address}, with the dialect that is proposed.</source>
        <translation>Una cassa può vendere su {address}, con il dialetto proposto.</translation>
    </message>
    <message>
        <source>{address} is a Connect server; things that a sale needs are open: {count}.</source>
        <translation>{address} è un server Connect; punti ancora aperti per una vendita: {count}.</translation>
    </message>
    <message>
        <source>{address} is a Connect server without events: seats and prices were not seen.</source>
        <translation>{address} è un server Connect senza eventi: posti e prezzi non si sono visti.</translation>
    </message>
    <message>
        <source>Stopped. What is known so far stands below.</source>
        <translation>Fermato. Quanto si sa finora è riportato sotto.</translation>
    </message>
    <message>
        <source>{address} answers, and has nothing of what was asked for. Is the address right?</source>
        <translation>{address} risponde, ma non ha nulla di quanto è stato chiesto. L’indirizzo è giusto?</translation>
    </message>
    <message>
        <source>{address} does not answer in time.</source>
        <translation>{address} non risponde in tempo.</translation>
    </message>
    <message>
        <source>{address} answers everything with an error: {reason}</source>
        <translation>{address} risponde a tutto con un errore: {reason}</translation>
    </message>
    <message>
        <source>The dialect was not saved: {reason}</source>
        <translation>Il dialetto non è stato salvato: {reason}</translation>
    </message>
    <message>
        <source>Keys saved: {path}</source>
        <translation>Tasti salvati: {path}</translation>
    </message>
    <message>
        <source>The keys were not saved: {reason}</source>
        <translation>I tasti non sono stati salvati: {reason}</translation>
    </message>
    <message>
        <source>Keys taken over: {path}</source>
        <translation>Tasti importati: {path}</translation>
    </message>
    <message>
        <source>No keys in this file: {path}</source>
        <translation>Nessun tasto in questo file: {path}</translation>
    </message>
    <message>
        <source>Copied. It has no token, no name and no address in it.</source>
        <translation>Copiato. Non contiene token, nomi o indirizzi.</translation>
    </message>
    <message>
        <source>The journal of this workstation is damaged.</source>
        <translation>Il registro di questa postazione è danneggiato.</translation>
    </message>
    <message>
        <source>The file in the journal&apos;s place is not a journal.</source>
        <translation>Il file al posto del registro non è un registro.</translation>
    </message>
    <message>
        <source>The journal was written by a newer version of Boxoffice.</source>
        <translation>Il registro è stato scritto da una versione più recente di Boxoffice.</translation>
    </message>
    <message>
        <source>Another program is using the journal.</source>
        <translation>Un altro programma sta usando il registro.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Il disco è pieno.</translation>
    </message>
    <message>
        <source>Boxoffice may not write to this place.</source>
        <translation>Boxoffice non può scrivere in questo luogo.</translation>
    </message>
    <message>
        <source>Where Boxoffice&apos;s folder should be, there is a file.</source>
        <translation>Dove dovrebbe esserci la cartella di Boxoffice c’è un file.</translation>
    </message>
    <message>
        <source>The file cannot be used: {reason}</source>
        <translation>Il file non è utilizzabile: {reason}</translation>
    </message>
    <message>
        <source>Boxoffice is open already, but it does not answer.</source>
        <translation>Boxoffice è già aperto, ma non risponde.</translation>
    </message>
    <message>
        <source>The journal could not be put aside: {reason}</source>
        <translation>Impossibile mettere da parte il registro: {reason}</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>Qui nessun programma lo apre.</translation>
    </message>
    <message>
        <source>A new journal was begun; the old one is kept: {path}. If a sale was under way, look up its order on the server before you take money again.</source>
        <translation>È stato iniziato un nuovo registro; il vecchio è conservato: {path}. Se era in corso una vendita, cercare il suo ordine sul server prima di incassare di nuovo.</translation>
    </message>
    <message>
        <source>The map is {seconds} seconds old.</source>
        <translation>La mappa è di {seconds} secondi fa.</translation>
    </message>
    <message>
        <source>Not free: {seat}</source>
        <translation>Non libero: {seat}</translation>
    </message>
    <message>
        <source>There are no {quantity} free seats side by side here.</source>
        <translation>Qui non ci sono {quantity} posti liberi vicini.</translation>
    </message>
    <message>
        <source>These are {quantity} seats: take at most 500 at once.</source>
        <translation>Sono {quantity} posti: prenderne al massimo 500 per volta.</translation>
    </message>
    <message>
        <source>Has no price: {seat}</source>
        <translation>Senza prezzo: {seat}</translation>
    </message>
    <message>
        <source>Not on sale: {event}</source>
        <translation>Non in vendita: {event}</translation>
    </message>
    <message>
        <source>Cancelled, no longer on sale: {event}</source>
        <translation>Annullato, non più in vendita: {event}</translation>
    </message>
    <message>
        <source>The picture behind these areas cannot be shown: {areas}</source>
        <translation>L’immagine dietro questi settori non può essere mostrata: {areas}</translation>
    </message>
    <message>
        <source>Just taken by somebody else: {seats}. The others are held for you.</source>
        <translation>Appena presi da qualcun altro: {seats}. Gli altri sono riservati.</translation>
    </message>
    <message>
        <source>Taken by somebody else meanwhile: {seats}</source>
        <translation>Presi nel frattempo da qualcun altro: {seats}</translation>
    </message>
    <message>
        <source>No {quantity} free seats match the wishes.</source>
        <translation>Nessun gruppo di {quantity} posti liberi corrisponde ai desideri.</translation>
    </message>
    <message>
        <source>No free seat of the same price is beside these: {seats}</source>
        <translation>Nessun posto libero allo stesso prezzo accanto a questi: {seats}</translation>
    </message>
    <message>
        <source>Open {event} on the map first: only there a seat beside these is found.</source>
        <translation>Aprire prima {event} sulla mappa: solo lì si trova un posto accanto.</translation>
    </message>
    <message>
        <source>There is no price type for all of these seats. Select lines of one kind.</source>
        <translation>Nessuna tariffa vale per tutti questi posti. Selezionare righe dello stesso genere.</translation>
    </message>
    <message>
        <source>No answer yet. Checking what became of it …</source>
        <translation>Ancora nessuna risposta. Verifica in corso …</translation>
    </message>
    <message>
        <source>It is not known whether the server did this. Check before you do it again.</source>
        <translation>Non si sa se il server lo ha eseguito. Verificare prima di ripetere.</translation>
    </message>
    <message>
        <source>The hold ran out; the seats are free again.</source>
        <translation>La riservazione è scaduta; i posti sono di nuovo liberi.</translation>
    </message>
    <message>
        <source>The hold ends within a minute.</source>
        <translation>La riservazione scade entro un minuto.</translation>
    </message>
    <message>
        <source>An order has one currency. Finish this one first.</source>
        <translation>Un ordine ha una sola valuta. Concludere prima questo.</translation>
    </message>
    <message>
        <source>Open orders cannot be recorded: after a crash they would be lost. {reason}</source>
        <translation>Gli ordini aperti non possono essere registrati: dopo un blocco andrebbero persi. {reason}</translation>
    </message>
    <message>
        <source>The hold of a parked order ran out; its seats are free again: {order}</source>
        <translation>La riservazione di un ordine in attesa è scaduta; i suoi posti sono di nuovo liberi: {order}</translation>
    </message>
    <message>
        <source>No order is parked. F6 parks the one on screen.</source>
        <translation>Nessun ordine è in attesa. F6 mette in attesa quello sullo schermo.</translation>
    </message>
    <message>
        <source>First take a seat for the exchange, or give it up with Esc.</source>
        <translation>Prendere prima un posto per il cambio, o rinunciarvi con Esc.</translation>
    </message>
    <message>
        <source>Seats of order {order} were given back: the buyer gets {sum}.</source>
        <translation>Posti dell’ordine {order} sono stati restituiti: l’acquirente riceve {sum}.</translation>
    </message>
    <message>
        <source>Order {order}: seats given back to be sold again are not sold yet (F7).</source>
        <translation>Ordine {order}: i posti restituiti per essere rivenduti non sono ancora venduti (F7).</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Inserire un nome.</translation>
    </message>
    <message>
        <source>This is no e-mail address. It may stay empty.</source>
        <translation>Non è un indirizzo e-mail. Il campo può restare vuoto.</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>Non c’è nulla da pagare.</translation>
    </message>
    <message>
        <source>A price is wrong. Nothing is sold at that price.</source>
        <translation>Un prezzo è errato. A quel prezzo non si vende nulla.</translation>
    </message>
    <message>
        <source>The lines add up to {ours}, the server says {server}. Nothing is sold.</source>
        <translation>Le righe danno {ours}, il server dice {server}. Non si vende nulla.</translation>
    </message>
    <message>
        <source>Not an amount: {text}</source>
        <translation>Non è un importo: {text}</translation>
    </message>
    <message>
        <source>{missing} is missing.</source>
        <translation>Mancano {missing}.</translation>
    </message>
    <message>
        <source>More than a million: check what was typed.</source>
        <translation>Più di un milione: controllare quanto digitato.</translation>
    </message>
    <message>
        <source>{given} for {due}? Check what was typed.</source>
        <translation>{given} per {due}? Controllare quanto digitato.</translation>
    </message>
    <message>
        <source>Only {due} is due, and only cash gives change.</source>
        <translation>Sono dovuti solo {due}, e solo i contanti danno resto.</translation>
    </message>
    <message>
        <source>The parts exceed the total by {excess}. Remove one.</source>
        <translation>Le parti superano il totale di {excess}. Toglierne una.</translation>
    </message>
    <message>
        <source>Enter the reference of the card terminal.</source>
        <translation>Inserire il riferimento del terminale delle carte.</translation>
    </message>
    <message>
        <source>Enter the number of the voucher.</source>
        <translation>Inserire il numero del buono.</translation>
    </message>
    <message>
        <source>An invoice needs a customer (F4).</source>
        <translation>Una fattura richiede un cliente (F4).</translation>
    </message>
    <message>
        <source>This is a card number. It must not be stored.</source>
        <translation>È un numero di carta. Non deve essere salvato.</translation>
    </message>
    <message>
        <source>The price has changed: {new}, before it was {old}. Agree to it first.</source>
        <translation>Il prezzo è cambiato: {new}, prima {old}. Accettarlo prima.</translation>
    </message>
    <message>
        <source>The order is still changing. One moment.</source>
        <translation>L’ordine sta ancora cambiando. Un momento.</translation>
    </message>
    <message>
        <source>The hold may have run out. Checking with the server. One moment.</source>
        <translation>La riservazione è forse scaduta. Verifica con il server. Un momento.</translation>
    </message>
    <message>
        <source>{amount} has already been taken. Give it back before you leave.</source>
        <translation>{amount} già incassati. Restituirli prima di lasciare.</translation>
    </message>
    <message>
        <source>Done. Give back {sum} {how}.</source>
        <translation>Fatto. Restituire {sum} {how}.</translation>
    </message>
    <message>
        <source>Order {order} is cancelled. Give back {sum} {how}.</source>
        <translation>L’ordine {order} è annullato. Restituire {sum} {how}.</translation>
    </message>
    <message>
        <source>All goes on as before.</source>
        <translation>Tutto continua come prima.</translation>
    </message>
    <message>
        <source>Without its events nothing can be sold.</source>
        <translation>Senza eventi non si può vendere nulla.</translation>
    </message>
    <message>
        <source>There is no seat map: no seats can be taken.</source>
        <translation>Non c’è la mappa dei posti: non si possono prendere posti.</translation>
    </message>
    <message>
        <source>There are no prices: nothing can be sold.</source>
        <translation>Non ci sono prezzi: non si può vendere nulla.</translation>
    </message>
    <message>
        <source>Single seats cannot be taken: take the best seats.</source>
        <translation>Non si possono prendere singoli posti: prenda i posti migliori.</translation>
    </message>
    <message>
        <source>Best seats and standing places cannot be taken: pick seats on the map.</source>
        <translation>I posti migliori e in piedi non si possono prendere: scelga sulla mappa dei posti.</translation>
    </message>
    <message>
        <source>Seats can be held, and not be sold.</source>
        <translation>I posti possono essere riservati, ma non venduti.</translation>
    </message>
    <message>
        <source>Single seats cannot be given back, only whole orders.</source>
        <translation>Non si possono restituire singoli posti, solo ordini interi.</translation>
    </message>
    <message>
        <source>Price types stay as they are, and a hold is not renewed.</source>
        <translation>Le tariffe restano come sono e una riservazione non viene rinnovata.</translation>
    </message>
    <message>
        <source>Some organizers, categories or series are not named.</source>
        <translation>Alcuni organizzatori, categorie o serie non sono indicati.</translation>
    </message>
    <message>
        <source>Events cannot be put in from here; sales go on as before.</source>
        <translation>Gli eventi non si possono caricare da qui; la vendita continua come prima.</translation>
    </message>
    <message>
        <source>Summaries are printed without ticket codes.</source>
        <translation>I riepiloghi sono stampati senza codici dei biglietti.</translation>
    </message>
    <message>
        <source>Customers cannot be found.</source>
        <translation>Non si possono cercare clienti.</translation>
    </message>
    <message>
        <source>Customers cannot be added.</source>
        <translation>Non si possono aggiungere clienti.</translation>
    </message>
    <message>
        <source>Venues are not named, and times are as the server tells them.</source>
        <translation>Le sale non sono indicate e gli orari sono quelli del server.</translation>
    </message>
    <message>
        <source>Sales rules are only checked by the server when an order is sold.</source>
        <translation>Le regole di vendita sono controllate solo dal server, alla vendita dell’ordine.</translation>
    </message>
    <message>
        <source>The map has no areas and no standing places.</source>
        <translation>La mappa dei posti non ha aree né posti in piedi.</translation>
    </message>
    <message>
        <source>The map has no entrances.</source>
        <translation>La mappa dei posti non ha ingressi.</translation>
    </message>
    <message>
        <source>Why seats are blocked is not told.</source>
        <translation>Non è indicato perché i posti sono bloccati.</translation>
    </message>
    <message>
        <source>The order is being paid. To change it, leave the payment.</source>
        <translation>L’ordine è in pagamento. Per cambiarlo, lasciare il pagamento.</translation>
    </message>
    <message>
        <source>This server does not offer everything ({operation}). {loss}</source>
        <translation>Questo server non offre tutto ({operation}). {loss}</translation>
    </message>
    <message>
        <source>Dialect saved: {path}. It is used once the profile names it: {name}</source>
        <translation>Dialetto salvato: {path}. Viene usato non appena il profilo lo nomina: {name}</translation>
    </message>
    <message>
        <source>The answer was lost. Order {order} may be the one that was asked for, or another counter&apos;s: look at it (F7), and take it over if it is yours.</source>
        <translation>La risposta è andata persa. L’ordine {order} può essere quello richiesto o di un’altra cassa: lo guardi (F7) e lo prenda in carico se è il suo.</translation>
    </message>
    <message>
        <source>Nothing was sold: give back the {amount} already taken. {reason}</source>
        <translation>Non è stato venduto nulla: restituire i {amount} già incassati. {reason}</translation>
    </message>
    <message>
        <source>Nothing was sold: the journal cannot be written. {reason}</source>
        <translation>Non è stato venduto nulla: impossibile scrivere il registro. {reason}</translation>
    </message>
    <message>
        <source>This workstation&apos;s records cannot be read: {reason}</source>
        <translation>I dati registrati di questa postazione non sono leggibili: {reason}</translation>
    </message>
    <message>
        <source>There is no order like that here: {text}</source>
        <translation>Qui non c’è un ordine simile: {text}</translation>
    </message>
    <message>
        <source>This ticket is void and no longer admits anyone: {barcode}</source>
        <translation>Questo biglietto non è più valido e non dà più accesso: {barcode}</translation>
    </message>
    <message>
        <source>Finish the payment first; then scan the ticket again.</source>
        <translation>Concludere prima il pagamento; poi leggere di nuovo il biglietto.</translation>
    </message>
    <message>
        <source>The order is still changing. Scan again when it is done.</source>
        <translation>L’ordine sta ancora cambiando. Leggere di nuovo dopo.</translation>
    </message>
    <message>
        <source>Close the window that is open first; then scan again.</source>
        <translation>Chiudere prima la finestra aperta; poi leggere di nuovo.</translation>
    </message>
    <message>
        <source>Connect to a server first; then scan again.</source>
        <translation>Connettersi prima a un server; poi leggere di nuovo.</translation>
    </message>
    <message>
        <source>Looking for {text} …</source>
        <translation>Ricerca di {text} …</translation>
    </message>
    <message>
        <source>This is not a code of this venue: {text}</source>
        <translation>Non è un codice di questa sala: {text}</translation>
    </message>
    <message>
        <source>This code was misread. Scan it again: {text}</source>
        <translation>Codice letto male. Leggerlo di nuovo: {text}</translation>
    </message>
    <message>
        <source>This ticket was not sold at this counter: {text}. The code on its order summary opens the order.</source>
        <translation>Questo biglietto non è stato venduto a questa cassa: {text}. Il codice sul riepilogo apre l’ordine.</translation>
    </message>
    <message>
        <source>Order {order} is sold.</source>
        <translation>L’ordine {order} è venduto.</translation>
    </message>
    <message>
        <source>Nothing was sold here yet.</source>
        <translation>Qui non è ancora stato venduto nulla.</translation>
    </message>
    <message>
        <source>Printed: {printer}</source>
        <translation>Stampato: {printer}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Salvato: {path}</translation>
    </message>
    <message>
        <source>Not printed: {reason}. Order {order} is safe: print again, or save it as PDF.</source>
        <translation>Non stampato: {reason}. L’ordine {order} è salvato: ristampare o salvare il PDF.</translation>
    </message>
    <message>
        <source>Perhaps printed, perhaps not: {reason}. Order {order} is safe. Look at the printer: another print is marked as a copy.</source>
        <translation>Forse stampato, forse no: {reason}. L’ordine {order} è salvato. Guardare la stampante: un’altra stampa è segnata come copia.</translation>
    </message>
    <message>
        <source>Not saved: {reason}. Order {order} is safe: choose another place.</source>
        <translation>Non salvato: {reason}. L’ordine {order} non è perso: scegliere un’altra cartella.</translation>
    </message>
    <message>
        <source>What was open when the program ended cannot be read: {reason}</source>
        <translation>Ciò che era aperto alla chiusura del programma non è leggibile: {reason}</translation>
    </message>
    <message>
        <source>Sales from before the restart need a decision: {count}. See the Sale menu.</source>
        <translation>Vendite di prima del riavvio attendono una decisione: {count}. Vedere il menu Vendita.</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Order</source>
        <translation>Ordine</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n biglietto</numerusform>
            <numerusform>%n biglietti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange of order {order}: %n seats for {value} go back.</source>
        <translation>
            <numerusform>Cambio dell’ordine {order}: torna indietro %n posto per {value}.</numerusform>
            <numerusform>Cambio dell’ordine {order}: tornano indietro %n posti per {value}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>{sum} da restituire</translation>
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
        <translation>Evento {event}</translation>
    </message>
    <message>
        <source>{place}, {type}, {sum}</source>
        <translation>{place}, {type}, {sum}</translation>
    </message>
    <message>
        <source>No seats yet.
Click seats on the map.</source>
        <translation>Ancora nessun posto.
Fare clic sui posti della mappa.</translation>
    </message>
    <message>
        <source>Taking …</source>
        <translation>Riservazione …</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Lines of the order</source>
        <translation>Righe dell’ordine</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Asking the server</source>
        <translation>Richiesta al server</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Paga</translation>
    </message>
    <message>
        <source>Fees {fees}</source>
        <translation>Spese {fees}</translation>
    </message>
    <message>
        <source>{tax} VAT {rate} incl.</source>
        <translation>di cui IVA {rate} {tax}</translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats?</source>
        <translation>
            <numerusform>Restituire %n posto?</numerusform>
            <numerusform>Restituire %n posti?</numerusform>
        </translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Restituisci</translation>
    </message>
    <message>
        <source>Give up the exchange?</source>
        <translation>Rinunciare al cambio?</translation>
    </message>
</context>
<context>
    <name>OrderTools</name>
    <message>
        <source>Park</source>
        <translation>Attesa</translation>
    </message>
    <message>
        <source>Park the order, or resume it (F6)</source>
        <translation>Metti l’ordine in attesa o riprendilo (F6)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Undo what was done last (Ctrl+Z)</source>
        <translation>Annulla l’ultima azione (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Svuota</translation>
    </message>
    <message>
        <source>Give back all seats</source>
        <translation>Restituisci tutti i posti</translation>
    </message>
    <message>
        <source>Name of the order while it is parked</source>
        <translation>Nome dell’ordine mentre è in attesa</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Dai un nome</translation>
    </message>
    <message>
        <source>What it is called while it is parked; Enter parks it</source>
        <translation>Nome dell’ordine in attesa; Invio lo mette in attesa</translation>
    </message>
</context>
<context>
    <name>PaidLines</name>
    <message>
        <source>What is paid for</source>
        <translation>Che cosa si paga</translation>
    </message>
    <message>
        <source>Order {order} goes back</source>
        <translation>L’ordine {order} torna indietro</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>the print system does not answer</source>
        <translation>il sistema di stampa non risponde</translation>
    </message>
    <message>
        <source>printing broke off</source>
        <translation>la stampa si è interrotta</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>il disco non risponde</translation>
    </message>
    <message>
        <source>writing broke off</source>
        <translation>la scrittura si è interrotta</translation>
    </message>
    <message>
        <source>there is no printer</source>
        <translation>non c’è una stampante</translation>
    </message>
    <message>
        <source>the printer does not accept it</source>
        <translation>la stampante non lo accetta</translation>
    </message>
    <message>
        <source>the printer did not finish</source>
        <translation>la stampante non ha finito</translation>
    </message>
    <message>
        <source>the print system refuses it ({reason})</source>
        <translation>il sistema di stampa rifiuta ({reason})</translation>
    </message>
    <message>
        <source>the file is incomplete</source>
        <translation>il file è incompleto</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>il disco è pieno</translation>
    </message>
    <message>
        <source>writing is not allowed there</source>
        <translation>lì non è permesso scrivere</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>la cartella non esiste</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>la stampa è stata fermata</translation>
    </message>
    <message>
        <source>Order summary</source>
        <translation>Riepilogo dell’ordine</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordine</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>Venduto il</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Settore</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Posto</translation>
    </message>
    <message>
        <source>Price type</source>
        <translation>Tariffa</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prezzo</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Spese</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importo</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>in piedi</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totale</translation>
    </message>
    <message>
        <source>VAT {rate} included</source>
        <translation>IVA {rate} inclusa</translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation>Cliente:</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Ricevuto</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Resto</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Riferimento</translation>
    </message>
    <message>
        <source>COPY, made {when}</source>
        <translation>COPIA, fatta il {when}</translation>
    </message>
    <message>
        <source>TEST, not valid</source>
        <translation>TEST, non valido</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Pagina {number} di {count}</translation>
    </message>
    <message>
        <source>Thank you, and enjoy the show.</source>
        <translation>Grazie e buon divertimento.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Stampa in corso …</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Stampa</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Ristampa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Ferma la stampa</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Salva PDF …</translation>
    </message>
</context>
<context>
    <name>ParkedButtons</name>
    <message>
        <source>Keep</source>
        <translation>Mantieni</translation>
    </message>
    <message numerus="yes">
        <source>%n seats · {time}</source>
        <translation>
            <numerusform>%n posto · {time}</numerusform>
            <numerusform>%n posti · {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume {order}</source>
        <translation>Riprendi {order}</translation>
    </message>
    <message>
        <source>Keep the seats of {order}</source>
        <translation>Mantieni i posti di {order}</translation>
    </message>
</context>
<context>
    <name>ParkedStrip</name>
    <message>
        <source>Parked orders</source>
        <translation>Ordini in attesa</translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>Remove this part</source>
        <translation>Togli questa parte</translation>
    </message>
    <message>
        <source>Remove {way}, {amount}</source>
        <translation>Togli {way}, {amount}</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Size of the party</source>
        <translation>Grandezza del gruppo</translation>
    </message>
    <message>
        <source>Size of the party, such as 3, or 2+1 by price type (1–9 on the map)</source>
        <translation>Grandezza del gruppo, p. es. 3, o 2+1 per tariffa (1–9 sulla mappa)</translation>
    </message>
    <message>
        <source>✓ taken</source>
        <translation>✓ presi</translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation>al massimo {count}</translation>
    </message>
    <message>
        <source>no such price type</source>
        <translation>tariffa inesistente</translation>
    </message>
</context>
<context>
    <name>PaymentHold</name>
    <message>
        <source>Keep</source>
        <translation>Mantieni</translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation>Mantieni i posti</translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation>Ricomincia la riservazione</translation>
    </message>
    <message>
        <source>Held for only {time}</source>
        <translation>Riservato ancora solo {time}</translation>
    </message>
    <message>
        <source>Held for {time}, kept while you pay</source>
        <translation>Riservato per {time}, prolungato durante il pagamento</translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation>Riservato per {time}</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Selling</source>
        <translation>Vendita in corso</translation>
    </message>
    <message>
        <source>Next buyer</source>
        <translation>Prossimo acquirente</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>Da restituire</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Da pagare</translation>
    </message>
    <message>
        <source>Selling …</source>
        <translation>Vendita in corso …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Verifica …</translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation>Non venduto</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Venduto</translation>
    </message>
    <message>
        <source>order-{number}.pdf</source>
        <translation>ordine-{number}.pdf</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Salva PDF</translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message>
        <source>Cash</source>
        <translation>Contanti</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>contanti</translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation>Contanti esatti</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>in contanti</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>C&amp;ontanti</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>card</source>
        <translation>carta</translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation>Pagato con carta</translation>
    </message>
    <message>
        <source>to the card</source>
        <translation>sulla carta</translation>
    </message>
    <message>
        <source>Car&amp;d</source>
        <translation>&amp;Carta</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Buono</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>buono</translation>
    </message>
    <message>
        <source>Paid by voucher</source>
        <translation>Pagato con buono</translation>
    </message>
    <message>
        <source>as a voucher</source>
        <translation>come buono</translation>
    </message>
    <message>
        <source>&amp;Voucher</source>
        <translation>&amp;Buono</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Fattura</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>fattura</translation>
    </message>
    <message>
        <source>On invoice</source>
        <translation>Su fattura</translation>
    </message>
    <message>
        <source>by the invoice</source>
        <translation>sulla fattura</translation>
    </message>
    <message>
        <source>&amp;Invoice</source>
        <translation>&amp;Fattura</translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation>Riferimento del terminale carte</translation>
    </message>
    <message>
        <source>Number of the voucher</source>
        <translation>Numero del buono</translation>
    </message>
    <message>
        <source>Reference on the invoice, if there is one</source>
        <translation>Riferimento sulla fattura, se c’è</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Order {number}</source>
        <translation>Ordine {number}</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>Da restituire</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Resto</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Nessun resto</translation>
    </message>
    <message>
        <source>{way}, {amount} given</source>
        <translation>{way}, {amount} ricevuti</translation>
    </message>
</context>
<context>
    <name>ReferenceEntry</name>
    <message>
        <source>Amount</source>
        <translation>Importo</translation>
    </message>
    <message>
        <source>Amount of this part</source>
        <translation>Importo di questa parte</translation>
    </message>
    <message>
        <source>{reference} (optional)</source>
        <translation>{reference} (facoltativo)</translation>
    </message>
    <message>
        <source>All that is due: {amount}</source>
        <translation>Tutto il dovuto: {amount}</translation>
    </message>
    <message>
        <source>To {customer}</source>
        <translation>A {customer}</translation>
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
        <translation>Riga {line}</translation>
    </message>
    <message>
        <source>Boxoffice cannot start</source>
        <translation>Boxoffice non può avviarsi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Put it aside and start …</source>
        <translation>Metti da parte e avvia …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Put the journal aside?</source>
        <translation>Mettere da parte il registro?</translation>
    </message>
    <message>
        <source>If the program ended in the middle of a sale, nobody will ask the server what became of that order: look it up there before you take money again. Seats of open orders come free when their hold ends.</source>
        <translation>Se il programma si è chiuso nel mezzo di una vendita, nessuno chiederà al server che ne è stato di quell’ordine: cercarlo lì prima di incassare di nuovo. I posti degli ordini aperti tornano liberi alla fine della loro riservazione.</translation>
    </message>
    <message>
        <source>The file is kept in the same folder, with today&apos;s date in its name.</source>
        <translation>Il file resta nella stessa cartella, con la data di oggi nel nome.</translation>
    </message>
    <message>
        <source>Put it aside and start</source>
        <translation>Metti da parte e avvia</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Lascia com’è</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Apri il file</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>The journal contains the orders that were on their way to the server when the program ended. Bring back an intact copy of the file and try again, or put it aside and start with a new one.</source>
        <translation>Il registro contiene gli ordini che erano in viaggio verso il server alla chiusura del programma. Ripristinare una copia intatta del file e riprovare, o metterlo da parte e avviare con uno nuovo.</translation>
    </message>
    <message>
        <source>Install the version that was here last, or a newer one.</source>
        <translation>Installare l’ultima versione presente qui, o una più recente.</translation>
    </message>
    <message>
        <source>Close the program that uses the file, such as a backup, and try again.</source>
        <translation>Chiudere il programma che usa il file, per esempio un backup, e riprovare.</translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. Make room on the disk and try again.</source>
        <translation>Le vendite non possono essere registrate, quindi non si vende nulla. Fare spazio sul disco e riprovare.</translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. The user of this workstation needs the right to write here; then try again.</source>
        <translation>Le vendite non possono essere registrate, quindi non si vende nulla. L’utente di questa postazione deve poter scrivere qui; poi riprovare.</translation>
    </message>
    <message>
        <source>Move the file somewhere else, or name another folder in BOXOFFICE_HOME, and try again.</source>
        <translation>Spostare il file altrove, o indicare un’altra cartella in BOXOFFICE_HOME, e riprovare.</translation>
    </message>
    <message>
        <source>Start Boxoffice with a profile that is in the file, or add this one to it and try again.</source>
        <translation>Avviare Boxoffice con un profilo presente nel file, o aggiungervi questo e riprovare.</translation>
    </message>
    <message>
        <source>Try again. If that does not help, show this to your administrator.</source>
        <translation>Riprovare. Se non serve, mostrare questo all’amministratore.</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or restart the workstation.</source>
        <translation>Attendere un momento e riprovare, o riavviare la postazione.</translation>
    </message>
    <message>
        <source>Wait a moment and try again. If that does not help, end process {pid} and try again: what was on its way to the server is settled at the next start.</source>
        <translation>Attendere un momento e riprovare. Se non serve, terminare il processo {pid} e riprovare: ciò che era in viaggio verso il server si chiarisce al prossimo avvio.</translation>
    </message>
</context>
<context>
    <name>RestartPanel</name>
    <message>
        <source>Before the restart</source>
        <translation>Prima del riavvio</translation>
    </message>
    <message>
        <source>The program ended in the middle of a sale. This is what became of it.</source>
        <translation>Il programma si è chiuso nel mezzo di una vendita. Ecco che ne è stato.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Richiesta al server</translation>
    </message>
    <message>
        <source>Continue selling</source>
        <translation>Continua a vendere</translation>
    </message>
    <message numerus="yes">
        <source>%n orders that were kept cannot be read.</source>
        <translation>
            <numerusform>%n ordine conservato non è leggibile.</numerusform>
            <numerusform>%n ordini conservati non sono leggibili.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation>Non più riservati: {seats}</translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation>{area}, {count} posti in piedi</translation>
    </message>
    <message>
        <source>{area}, seats {numbers}</source>
        <translation>{area}, posti {numbers}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seats {numbers}</source>
        <translation>{area}, fila {row}, posti {numbers}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>{rule} (until {time})</source>
        <translation>{rule} (fino alle {time})</translation>
    </message>
    <message>
        <source>{event} was cancelled; its seats are no longer sold.</source>
        <translation>{event} è stato annullato; i suoi posti non sono più in vendita.</translation>
    </message>
    <message>
        <source>A single seat is left alone.</source>
        <translation>Resta un posto isolato.</translation>
    </message>
    <message>
        <source>A single seat is left alone: {seats}.</source>
        <translation>Resta un posto isolato: {seats}.</translation>
    </message>
    <message>
        <source>At least {limit}; {count} in the order.</source>
        <translation>Almeno {limit}; {count} nell’ordine.</translation>
    </message>
    <message>
        <source>At most {limit}; {count} in the order.</source>
        <translation>Al massimo {limit}; {count} nell’ordine.</translation>
    </message>
    <message>
        <source>Only in sets of {limit}; {count} in the order.</source>
        <translation>Solo a gruppi di {limit}; {count} nell’ordine.</translation>
    </message>
    <message>
        <source>Not to be sold in this order: {seats}.</source>
        <translation>Da non vendere in questo ordine: {seats}.</translation>
    </message>
    <message>
        <source>{seats} needs {needed}; {others} in the order.</source>
        <translation>{seats} richiede {needed}; {others} nell’ordine.</translation>
    </message>
    <message>
        <source>{seats} need {needed}; {others} in the order.</source>
        <translation>{seats} richiedono {needed}; {others} nell’ordine.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>{count} × {names}</source>
        <translation>{count} × {names}</translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>1 posto</translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation>{count} posti</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>An order and a row of seats</source>
        <translation>Un ordine e una fila di posti</translation>
    </message>
    <message>
        <source>2 × Full price</source>
        <translation>2 × Tariffa intera</translation>
    </message>
    <message>
        <source>Stalls N 16–17</source>
        <translation>Platea N 16–17</translation>
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
        <translation>Mappa dei posti</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {state}</source>
        <translation>{area}, fila {row}, posto {number}, {state}</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {price}, {state}</source>
        <translation>{area}, fila {row}, posto {number}, {price}, {state}</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Fila {row}</translation>
    </message>
    <message>
        <source>{area}, standing, {free} of {total} free</source>
        <translation>{area}, in piedi, {free} di {total} liberi</translation>
    </message>
    <message>
        <source>{area}, {free} of {total} free</source>
        <translation>{area}, {free} di {total} liberi</translation>
    </message>
    <message>
        <source>{seat} was lost to another counter.</source>
        <translation>{seat} è andato a un’altra cassa.</translation>
    </message>
    <message>
        <source>{seat} is in this order.</source>
        <translation>{seat} è in questo ordine.</translation>
    </message>
    <message>
        <source>{seat} is no longer in this order.</source>
        <translation>{seat} non è più in questo ordine.</translation>
    </message>
    <message>
        <source>{seat} was given back.</source>
        <translation>{seat} è stato restituito.</translation>
    </message>
    <message>
        <source>{seat} is sold.</source>
        <translation>{seat} è venduto.</translation>
    </message>
    <message>
        <source>{count} seats were lost to another counter: {seats}.</source>
        <translation>{count} posti sono andati a un’altra cassa: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are in this order: {seats}.</source>
        <translation>{count} posti sono in questo ordine: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are no longer in this order: {seats}.</source>
        <translation>{count} posti non sono più in questo ordine: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats were given back: {seats}.</source>
        <translation>{count} posti sono stati restituiti: {seats}.</translation>
    </message>
    <message>
        <source>{count} seats are sold: {seats}.</source>
        <translation>{count} posti sono venduti: {seats}.</translation>
    </message>
    <message>
        <source>{area}, standing</source>
        <translation>{area}, in piedi</translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation>{area}, fila {row}, posto {number}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libero</translation>
    </message>
    <message>
        <source>held</source>
        <translation>riservato</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>venduto</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>non in vendita</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>in questo ordine</translation>
    </message>
    <message>
        <source>being taken</source>
        <translation>in corso di riservazione</translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <source>Wheelchair place</source>
        <translation>Posto carrozzina</translation>
    </message>
    <message>
        <source>Companion&apos;s seat</source>
        <translation>Posto accompagnatore</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Visuale limitata</translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation>Sul corridoio</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libero</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>venduto</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloccato</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>non in vendita</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>in questo ordine</translation>
    </message>
    <message>
        <source>being taken</source>
        <translation>in corso di riservazione</translation>
    </message>
</context>
<context>
    <name>SeatList</name>
    <message>
        <source>Area</source>
        <translation>Settore</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Posto</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prezzo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>in piedi</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} di {total}</translation>
    </message>
    <message>
        <source>Filter the seats</source>
        <translation>Filtra i posti</translation>
    </message>
    <message>
        <source>Area, row, seat or category, such as stalls c 12</source>
        <translation>Fila, posto, categoria, p. es. platea c 12</translation>
    </message>
    <message>
        <source>Such as stalls c 12</source>
        <translation>Ad es. platea c 12</translation>
    </message>
    <message>
        <source>Free seats only</source>
        <translation>Solo posti liberi</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>Back to the map (Ctrl+L)</source>
        <translation>Torna alla mappa (Ctrl+L)</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Torna alla mappa</translation>
    </message>
    <message>
        <source>Show all seats</source>
        <translation>Mostra tutti i posti</translation>
    </message>
    <message>
        <source>Space takes a seat or gives it back · Shift and arrows: several</source>
        <translation>Spazio prende un posto o lo restituisce · Shift e frecce: più posti</translation>
    </message>
    <message>
        <source>No seat matches.</source>
        <translation>Nessun posto corrisponde.</translation>
    </message>
    <message>
        <source>Only “{category}” is shown, as chosen below.</source>
        <translation>È mostrata solo «{category}», come scelto in basso.</translation>
    </message>
</context>
<context>
    <name>SeatTable</name>
    <message>
        <source>Seats</source>
        <translation>Posti</translation>
    </message>
</context>
<context>
    <name>SellingPage</name>
    <message>
        <source>Print after a sale</source>
        <translation>Stampa dopo una vendita</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Da sola</translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation>Su richiesta</translation>
    </message>
    <message>
        <source>The summary of the order</source>
        <translation>Il riepilogo dell’ordine</translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation>Riferimento del terminale carte</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Richiesto</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facoltativo</translation>
    </message>
    <message>
        <source>Optional: Enter sells without one</source>
        <translation>Facoltativo: Invio vende senza</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>All&apos;avvio</translation>
    </message>
    <message>
        <source>Open today&apos;s event</source>
        <translation>Apri l&apos;evento di oggi</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>Elenco degli eventi</translation>
    </message>
    <message>
        <source>Where there is only one, or the next is three hours later</source>
        <translation>Se ce n&apos;è uno solo, o se il successivo è tre ore più tardi</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Address of the server</source>
        <translation>Indirizzo del server</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring; empty for the one that is kept</source>
        <translation>Nel portachiavi del sistema; vuoto: quello conservato</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connetti</translation>
    </message>
    <message>
        <source>Connecting to another server ends the sale</source>
        <translation>Un altro server termina la vendita</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Provare</translation>
    </message>
    <message>
        <source>The server is asked</source>
        <translation>Il server viene interrogato</translation>
    </message>
    <message>
        <source>Set by an administrator, in the settings file</source>
        <translation>Stabilito da un amministratore, nel file delle impostazioni</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>File delle impostazioni</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profilo</translation>
    </message>
    <message>
        <source>Certificates of the venue</source>
        <translation>Certificati della sala</translation>
    </message>
    <message>
        <source>Dialect of the server</source>
        <translation>Dialetto del server</translation>
    </message>
    <message>
        <source>Operations of its own</source>
        <translation>Operazioni proprie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>none: nothing is kept</source>
        <translation>nessuno: non si salva nulla</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verifica</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Save dialect</source>
        <translation>Salva il dialetto</translation>
    </message>
    <message>
        <source>What the server answers, and in which form; it is only read</source>
        <translation>Che cosa risponde il server e in quale forma; sola lettura</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verifica il collegamento</translation>
    </message>
    <message>
        <source>The server is looked at</source>
        <translation>Il server viene esaminato</translation>
    </message>
    <message>
        <source>What the server answered</source>
        <translation>Che cosa ha risposto il server</translation>
    </message>
    <message>
        <source>Call {number} of {count}: {operation}</source>
        <translation>Chiamata {number} di {count}: {operation}</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Cassa</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Vendita</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connessione</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Informazioni</translation>
    </message>
    <message>
        <source>The settings file has mistakes. What is wrong is left at its default.</source>
        <translation>Il file delle impostazioni contiene errori. Ciò che è errato mantiene il valore d’origine.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e un altro</numerusform>
            <numerusform>e altri %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Annulla l’ultimo passo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fine</translation>
    </message>
</context>
<context>
    <name>SettledCard</name>
    <message>
        <source>Print</source>
        <translation>Stampa</translation>
    </message>
    <message>
        <source>It was paid: sell it</source>
        <translation>Pagato: vendi</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Stampa una copia</translation>
    </message>
    <message>
        <source>Print the summary of order {number}</source>
        <translation>Stampa il riepilogo dell’ordine {number}</translation>
    </message>
    <message>
        <source>It was not sold</source>
        <translation>Non venduto</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Capito</translation>
    </message>
    <message>
        <source>Order {number}: {standing}</source>
        <translation>Ordine {number}: {standing}</translation>
    </message>
    <message>
        <source>being checked …</source>
        <translation>verifica …</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>venduto</translation>
    </message>
    <message>
        <source>not sold</source>
        <translation>non venduto</translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation>non ancora venduto</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
    <message>
        <source>money taken {when}</source>
        <translation>incassato {when}</translation>
    </message>
    <message>
        <source>Paid: {paid}</source>
        <translation>Pagato: {paid}</translation>
    </message>
    <message>
        <source>To pay: {paid}</source>
        <translation>Da pagare: {paid}</translation>
    </message>
    <message>
        <source>Give back what the buyer paid for it.</source>
        <translation>Restituire quanto l’acquirente ha pagato.</translation>
    </message>
    <message>
        <source>Its seats are no longer held. If it was paid for, it can be sold while they are free; otherwise give the money back.</source>
        <translation>I suoi posti non sono più riservati. Se è stato pagato, si può vendere finché sono liberi; altrimenti restituire il denaro.</translation>
    </message>
    <message>
        <source>The order has changed since it was to be paid. Check its seats before you sell it.</source>
        <translation>L’ordine è cambiato dopo il pagamento. Controllare i suoi posti prima di venderlo.</translation>
    </message>
    <message>
        <source>The server has another order with this number: its data were set up again. What was paid here is not sold there.</source>
        <translation>Il server ha un altro ordine con questo numero: i suoi dati sono stati ricreati. Ciò che è stato pagato qui, là non è venduto.</translation>
    </message>
    <message>
        <source>The server does not know this order. What was paid for is not sold.</source>
        <translation>Il server non conosce questo ordine. Ciò che è stato pagato non è venduto.</translation>
    </message>
    <message>
        <source>The record of this sale cannot be read. “Sold orders” shows whether it was sold.</source>
        <translation>La registrazione di questa vendita non è leggibile. «Ordini venduti» mostra se è stata venduta.</translation>
    </message>
    <message>
        <source>The buyer gets {amount}</source>
        <translation>L’acquirente riceve {amount}</translation>
    </message>
    <message>
        <source>Change due: {amount}</source>
        <translation>Resto da dare: {amount}</translation>
    </message>
</context>
<context>
    <name>SoldRow</name>
    <message>
        <source>partly given back</source>
        <translation>restituito in parte</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annullato</translation>
    </message>
    <message>
        <source>being exchanged</source>
        <translation>cambio in corso</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>cambiato</translation>
    </message>
    <message>
        <source>{when} and {count} more</source>
        <translation>{when} e altri {count}</translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>{sum} da restituire</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Ordine {number}</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>data non nota</translation>
    </message>
</context>
<context>
    <name>StandingPicker</name>
    <message>
        <source>How many places</source>
        <translation>Quanti posti</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>▲ TEST: nothing is really sold</source>
        <translation>▲ TEST: nulla è venduto davvero</translation>
    </message>
    <message>
        <source>Clerk: {name}</source>
        <translation>Cassiere: {name}</translation>
    </message>
    <message>
        <source>Counter: {name}</source>
        <translation>Cassa: {name}</translation>
    </message>
    <message>
        <source>Map live</source>
        <translation>Mappa attuale</translation>
    </message>
    <message numerus="yes">
        <source>Map %n second(s) old</source>
        <translation>
            <numerusform>Mappa di %n secondo fa</numerusform>
            <numerusform>Mappa di %n secondi fa</numerusform>
        </translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Non connesso</translation>
    </message>
    <message>
        <source>▲ No answer</source>
        <translation>▲ Nessuna risposta</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● Connesso</translation>
    </message>
</context>
<context>
    <name>StripModel</name>
    <message>
        <source>On now</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Domani</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>Part payment</source>
        <translation>Pagamento parziale</translation>
    </message>
    <message>
        <source>Leave the payment?</source>
        <translation>Lasciare il pagamento?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Resta</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Lascia</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation>Torna all’ordine</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pagamento</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Ancora dovuto</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Resto</translation>
    </message>
    <message>
        <source>Agree to {amount}</source>
        <translation>Accetta {amount}</translation>
    </message>
    <message>
        <source>Pay out {amount}</source>
        <translation>Versa {amount}</translation>
    </message>
    <message>
        <source>Nothing to pay: sell</source>
        <translation>Nulla da pagare: vendi</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Vendi</translation>
    </message>
    <message>
        <source>The rest in cash</source>
        <translation>Il rimanente in contanti</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>More tools</source>
        <translation>Altri strumenti</translation>
    </message>
</context>
<context>
    <name>TypePopup</name>
    <message>
        <source>Price type</source>
        <translation>Tariffa</translation>
    </message>
    <message>
        <source>Price type, or how many and which</source>
        <translation>Tariffa, o quanti e quale</translation>
    </message>
    <message>
        <source>Type, or “4 ch”</source>
        <translation>Digitare, o «4 ba»</translation>
    </message>
    <message>
        <source>Price types</source>
        <translation>Tariffe</translation>
    </message>
    <message>
        <source>No such price type here</source>
        <translation>Tariffa inesistente qui</translation>
    </message>
    <message numerus="yes">
        <source>Only %n can change</source>
        <translation>
            <numerusform>Solo uno può cambiare</numerusform>
            <numerusform>Solo %n possono cambiare</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total}: which price type?</source>
        <translation>{count} di {total}: quale tariffa?</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Resta com’è</translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>%n cambia</numerusform>
            <numerusform>%n cambiano</numerusform>
        </translation>
    </message>
    <message>
        <source>{change} change, {stay} stay {type}</source>
        <translation>{change} cambiano, {stay} restano {type}</translation>
    </message>
</context>
<context>
    <name>WaysBack</name>
    <message>
        <source>How it was paid is not known here: choose how it goes back.</source>
        <translation>Qui non si sa come è stato pagato: scegliere come restituire il denaro.</translation>
    </message>
    <message>
        <source>It was paid so: {way}</source>
        <translation>È stato pagato così: {way}</translation>
    </message>
</context>
</TS>
