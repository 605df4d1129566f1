<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Copy for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, screen and settings; no token, no name, no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help from support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxoffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is bundled, and its licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdviceView</name>
    <message>
        <source>Give back its seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Take {seat} instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take the %n nearest instead</source>
        <translation>
            <numerusform>Take the nearest instead</numerusform>
            <numerusform>Take the %n nearest instead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows at once, no restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map keeps its room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how an order looks now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows at once, also on the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskStrip</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BestOptions</name>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheelchair places with companions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats may be apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CashEntry</name>
    <message>
        <source>Amount given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact amount</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictStrip</name>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each takes the other’s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”. “{action}” is to have it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionPanel</name>
    <message>
        <source>Boxoffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the server of your venue, or try the demo on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Name of the counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown below; empty for the computer&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a sale is done, and when a seat is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>Looking for customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell without a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, e-mail or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Days with events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDelegate</name>
    <message>
        <source>On now, since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on sale from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventStrip</name>
    <message>
        <source>Find event (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Find event (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), with those that are over</source>
        <translation>
            <numerusform>%n event that is over</numerusform>
            <numerusform>%n events, past ones too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n event(s)</source>
        <translation>
            <numerusform>{shown} of %n event</numerusform>
            <numerusform>{shown} of %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the search: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At every venue: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all organisers: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all categories: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on sale: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {when}; updating …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading events …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event fits all of these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no events on sale.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All organisers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinderPanel</name>
    <message>
        <source>Loading the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, barcode, name, or B 12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number, barcode, customer or seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders sold here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order that was sold at this counter matches. Another counter&apos;s order is found by its number, or by scanning its summary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sold here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders that are sold at this counter are listed here. To find another one, scan a ticket or type the order&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>today tonight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundOrderView</name>
    <message>
        <source>Seats of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price type …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number}: {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} given, {change} change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in exchange for order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tickets are void</source>
        <translation>
            <numerusform>%n ticket is void</numerusform>
            <numerusform>%n tickets are void</numerusform>
        </translation>
    </message>
    <message>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with this order at this counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats</source>
        <translation>
            <numerusform>Give back %n seat</numerusform>
            <numerusform>Give back %n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel the whole order, %n seats</source>
        <translation>
            <numerusform>Cancel the whole order, %n seat</numerusform>
            <numerusform>Cancel the whole order, %n seats</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: give back {sum} {how}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n seats for {sum}? Pick the new ones on the map.</source>
        <translation>
            <numerusform>Exchange %n seat for {sum}? Pick the new one on the map.</numerusform>
            <numerusform>Exchange %n seats for {sum}? Pick the new ones on the map.</numerusform>
        </translation>
    </message>
    <message>
        <source>the same price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the buyer gets {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the buyer pays {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sell %n seats again as {type}? The old tickets become void; {difference}.</source>
        <translation>
            <numerusform>Sell %n seat again as {type}? The old ticket becomes void; {difference}.</numerusform>
            <numerusform>Sell %n seats again as {type}? The old tickets become void; {difference}.</numerusform>
        </translation>
    </message>
    <message>
        <source>order-{number}-copy.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FreeWords</name>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln free</numerusform>
            <numerusform>%Ln free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seats are held</source>
        <translation>
            <numerusform>%n seat is held</numerusform>
            <numerusform>%n seats are held</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} of it has already been taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word, or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map: the party, 2+1 by price type; a click takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a seat, or give it back; a sold one: its order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all seats from the last one to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the free seats of the row; with Shift, too, of the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paint over seats; with Ctrl a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lasso, begun beside seats: takes what is free in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom; middle button or Space and drag: move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom in, zoom out, whole venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk from seat to seat; Space takes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map: goes to row B, seat 12; Enter takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the order: select all; Space: one; Delete gives back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the order: one more, one fewer, the seats of a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price type; 4 ch: four of them become children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1–{last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when paying: {ways}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when paying: take the amount as a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step back; asks before it drops an order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldStrip</name>
    <message>
        <source>Keep the seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldView</name>
    <message>
        <source>Time left on the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Save as file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take from file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key&apos;s button, then the new key. Backspace takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: as delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelSwitch</name>
    <message>
        <source>Level of the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineControls</name>
    <message>
        <source>One fewer: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price type of {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back {seat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One fewer (−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price type (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LostOrder</name>
    <message>
        <source>Take them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {seats} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not offer {seats} again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LostPage</name>
    <message>
        <source>Take them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These seats are no longer held. Do not take money for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} has already been taken. It still counts if you get all seats again at the same price; otherwise give it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Boxoffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxoffice: TEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wishes for the best seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales from before the restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a server …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Boxoffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapHead</name>
    <message>
        <source>Seat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation type="unfinished">
            <numerusform>%Ln free</numerusform>
            <numerusform>%Ln free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapLine</name>
    <message>
        <source>held by another counter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Best seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the best free seats together (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take seats with a lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wishes for the best seats (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {wishes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the seat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an event, and its seat map appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the seat map …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat map could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no seats.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole venue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{area}, standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, seat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, seat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} does not accept the token. Enter a valid one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} does not accept the token any more. Enter a valid one: the sale goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} sent an answer that cannot be understood: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Connect server: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a usable address: {address}. It begins with https://, or with http:// on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the token of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring here: the token is kept for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be started: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot do this now: {reason}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server wants a second factor. Sign in on the platform itself with the user of this counter, and confirm it there. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this program as trusted. An administrator of the platform has to allow it there. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong: {reason}. What was sold is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent entries of another event than was asked for ({operation}). They are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table belongs here: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text in quotation marks belongs here: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{name}”. There are: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{name}”. Is “{known}” meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “{name}”. There are: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “{name}”. Is “{known}” meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxoffice does not speak the language “{language}”, but: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains no certificate in PEM: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be remembered: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no value “{value}” for {key}. There are: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of {other} already, so {action} keeps its delivered one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action can have the key “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is needed for typing. Use a function key, or one with Ctrl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} means the same on every page and cannot be given away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied, but not kept for the next start: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Applied at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted} % does not fit this screen. {shown} % is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A counter&apos;s name has at most {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} answers and accepts the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A counter can sell at {address}, with the dialect that is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is a Connect server; things that a sale needs are open: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is a Connect server without events: seats and prices were not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What is known so far stands below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} answers, and has nothing of what was asked for. Is the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} does not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} answers everything with an error: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dialect was not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys were not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys taken over: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys in this file: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It has no token, no name and no address in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of this workstation is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file in the journal&apos;s place is not a journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal was written by a newer version of Boxoffice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxoffice may not write to this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where Boxoffice&apos;s folder should be, there is a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxoffice is open already, but it does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal could not be put aside: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new journal was begun; the old one is kept: {path}. If a sale was under way, look up its order on the server before you take money again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is {seconds} seconds old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not free: {seat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no {quantity} free seats side by side here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are {quantity} seats: take at most 500 at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has no price: {seat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on sale: {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, no longer on sale: {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture behind these areas cannot be shown: {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just taken by somebody else: {seats}. The others are held for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by somebody else meanwhile: {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {quantity} free seats match the wishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No free seat of the same price is beside these: {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {event} on the map first: only there a seat beside these is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no price type for all of these seats. Select lines of one kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet. Checking what became of it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the server did this. Check before you do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold ran out; the seats are free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold ends within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An order has one currency. Finish this one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats of order {order} were given back: the buyer gets {sum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {order}: seats given back to be sold again are not sold yet (F7).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All goes on as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without its events nothing can be sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no seat map: no seats can be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no prices: nothing can be sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single seats cannot be taken: take the best seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best seats and standing places cannot be taken: pick seats on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats can be held, and not be sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single seats cannot be given back, only whole orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price types stay as they are, and a hold is not renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some organizers, categories or series are not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events cannot be put in from here; sales go on as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summaries are printed without ticket codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers cannot be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers cannot be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venues are not named, and times are as the server tells them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales rules are only checked by the server when an order is sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map has no areas and no standing places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map has no entrances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why seats are blocked is not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open orders cannot be recorded: after a crash they would be lost. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order is parked. F6 parks the one on screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is wrong. Nothing is sold at that price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines add up to {ours}, the server says {server}. Nothing is sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has changed: {new}, before it was {old}. Agree to it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is still changing. One moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold may have run out. Checking with the server. One moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is being paid. To change it, leave the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sold: give back the {amount} already taken. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an amount: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than a million: check what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} for {due}? Check what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {due} is due, and only cash gives change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts exceed the total by {excess}. Remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the reference of the card terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number of the voucher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invoice needs a customer (F4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a card number. It must not be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} has already been taken. Give it back before you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Give back {sum} {how}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {order} is cancelled. Give back {sum} {how}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sold here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not printed: {reason}. Order {order} is safe: print again, or save it as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps printed, perhaps not: {reason}. Order {order} is safe. Look at the printer: another print is marked as a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {reason}. Order {order} is safe: choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was open when the program ended cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales from before the restart need a decision: {count}. See the Sale menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sold: the journal cannot be written. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer. Please wait: it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not offer everything ({operation}). {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect saved: {path}. It is used once the profile names it: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was lost. Order {order} may be the one that was asked for, or another counter&apos;s: look at it (F7), and take it over if it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold of a parked order ran out; its seats are free again: {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First take a seat for the exchange, or give it up with Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no e-mail address. It may stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workstation&apos;s records cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no order like that here: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ticket is void and no longer admits anyone: {barcode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the payment first; then scan the ticket again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is still changing. Scan again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window that is open first; then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a server first; then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for {text} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a code of this venue: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code was misread. Scan it again: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ticket was not sold at this counter: {text}. The code on its order summary opens the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {order} is sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed: {printer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange of order {order}: %n seats for {value} go back.</source>
        <translation>
            <numerusform>Exchange of order {order}: %n seat for {value} goes back.</numerusform>
            <numerusform>Exchange of order {order}: %n seats for {value} go back.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderLines</name>
    <message>
        <source>No seats yet.
Click seats on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {type}, {place}, {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, {type}, {sum}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Lines of the order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Asking the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees {fees}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tax} VAT {rate} incl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Give back %n seats?</source>
        <translation>
            <numerusform>Give back %n seat?</numerusform>
            <numerusform>Give back %n seats?</numerusform>
        </translation>
    </message>
    <message>
        <source>Give up the exchange?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderTools</name>
    <message>
        <source>Park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park the order, or resume it (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was done last (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back all seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the order while it is parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is called while it is parked; Enter parks it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaidLines</name>
    <message>
        <source>What is paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {order} goes back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>the print system does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printing broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the printer does not accept it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the printer did not finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the print system refuses it ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing is not allowed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT {rate} included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COPY, made {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST, not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, and enjoy the show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParkedButtons</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seats · {time}</source>
        <translation>
            <numerusform>%n seat · {time}</numerusform>
            <numerusform>%n seats · {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the seats of {order}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParkedStrip</name>
    <message>
        <source>Parked orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>Remove {way}, {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Size of the party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the party, such as 3, or 2+1 by price type (1–9 on the map)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such price type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentHold</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the hold again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for only {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for {time}, kept while you pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Selling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order-{number}.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Car&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference on the invoice, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}, {amount} given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceEntry</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is due: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {customer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusedStartWindow</name>
    <message>
        <source>Boxoffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxoffice cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it aside and start …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the journal aside?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the program ended in the middle of a sale, nobody will ask the server what became of that order: look it up there before you take money again. Seats of open orders come free when their hold ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is kept in the same folder, with today&apos;s date in its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it aside and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal contains the orders that were on their way to the server when the program ended. Bring back an intact copy of the file and try again, or put it aside and start with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the version that was here last, or a newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that uses the file, such as a backup, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. Make room on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales cannot be recorded, so nothing is sold. The user of this workstation needs the right to write here; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the file somewhere else, or name another folder in BOXOFFICE_HOME, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Boxoffice with a profile that is in the file, or add this one to it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If that does not help, show this to your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again, or restart the workstation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again. If that does not help, end process {pid} and try again: what was on its way to the server is settled at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestartPanel</name>
    <message>
        <source>Before the restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended in the middle of a sale. This is what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue selling</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n orders that were kept cannot be read.</source>
        <translation>
            <numerusform>%n order that was kept cannot be read.</numerusform>
            <numerusform>%n orders that were kept cannot be read.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer held: {seats}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, {count} standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, seats {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, row {row}, seats {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>A single seat is left alone: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single seat is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule} (until {time})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{event} was cancelled; its seats are no longer sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {limit}; {count} in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit}; {count} in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in sets of {limit}; {count} in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be sold in this order: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} needs {needed}; {others} in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seats} need {needed}; {others} in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>An order and a row of seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × Full price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stalls N 16–17</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePdf</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatCanvas</name>
    <message>
        <source>Seat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}, {price}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, standing, {free} of {total} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, {free} of {total} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seat} was lost to another counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seat} is in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seat} is no longer in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seat} was given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seat} is sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seats were lost to another counter: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seats are in this order: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seats are no longer in this order: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seats were given back: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seats are sold: {seats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, row {row}, seat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheelchair place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Companion&apos;s seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the aisle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatList</name>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area, row, seat or category, such as stalls c 12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as stalls c 12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free seats only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the map (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space takes a seat or gives it back · Shift and arrows: several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No seat matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “{category}” is shown, as chosen below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatTable</name>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SellingPage</name>
    <message>
        <source>Print after a sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional: Enter sells without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open today&apos;s event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where there is only one, or the next is three hours later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring; empty for the one that is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to another server ends the sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by an administrator, in the settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save dialect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server answers, and in which form; it is only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {number} of {count}: {operation}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file has mistakes. What is wrong is left at its default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettledCard</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was paid: sell it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the summary of order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number}: {standing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being checked …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sold yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money taken {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay: {paid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid: {paid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back what the buyer paid for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its seats are no longer held. If it was paid for, it can be sold while they are free; otherwise give the money back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has changed since it was to be paid. Check its seats before you sell it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has another order with this number: its data were set up again. What was paid here is not sold there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this order. What was paid for is not sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of this sale cannot be read. “Sold orders” shows whether it was sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buyer gets {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change due: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoldRow</name>
    <message>
        <source>partly given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StandingPicker</name>
    <message>
        <source>How many places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>▲ TEST: nothing is really sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map live</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Map %n second(s) old</source>
        <translation>
            <numerusform>Map %n second old</numerusform>
            <numerusform>Map %n seconds old</numerusform>
        </translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripModel</name>
    <message>
        <source>On now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>Leave the payment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree to {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay out {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pay: sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest in cash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>More tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypePopup</name>
    <message>
        <source>Price type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price type, or how many and which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type, or “4 ch”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such price type here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only %n can change</source>
        <translation>
            <numerusform>Only one can change</numerusform>
            <numerusform>Only %n can change</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total}: which price type?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>It changes</numerusform>
            <numerusform>All %n change</numerusform>
        </translation>
    </message>
    <message>
        <source>{change} change, {stay} stay {type}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaysBack</name>
    <message>
        <source>How it was paid is not known here: choose how it goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was paid so: {way}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
